import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOf, daysWithin, periodsBetween } from './report-charts.server'

test('a chart over time has every period from the first to the last', () => {
  expect(periodsBetween(['2024-11', '2025-02', '2024-12'])).toEqual(['2024-11', '2024-12', '2025-01', '2025-02'])
  expect(periodsBetween(['2023-Q3', '2024-Q1'])).toEqual(['2023-Q3', '2023-Q4', '2024-Q1'])
  expect(periodsBetween(['2022', '2024'])).toEqual(['2022', '2023', '2024'])
  expect(periodsBetween(['2024-03'])).toEqual(['2024-03'])
  expect(periodsBetween([])).toEqual([])
})

test('a period has its first and its last day', () => {
  expect(daysOf('2024')).toEqual({ from: '2024-01-01', to: '2024-12-31' })
  expect(daysOf('2024-Q1')).toEqual({ from: '2024-01-01', to: '2024-03-31' })
  expect(daysOf('2023-02')).toEqual({ from: '2023-02-01', to: '2023-02-28' })
  expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(daysOf(undefined)).toEqual({})
})

test('a period goes no further than the report', () => {
  expect(daysWithin('2024-Q1', { from: '2024-02-10', to: null })).toEqual({ from: '2024-02-10', to: '2024-03-31' })
  expect(daysWithin('2024', { from: null, to: '2024-06-30' })).toEqual({ from: '2024-01-01', to: '2024-06-30' })
  expect(daysWithin(undefined, { from: '2024-02-10', to: '2024-06-30' })).toEqual({})
})

test('periods follow each other without a day between them', () => {
  const code = fc.constantFrom(
    ...Array.from({ length: 60 }, (_, month) => `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`),
  )
  fc.assert(
    fc.property(code, code, (a, b) => {
      const periods = periodsBetween([a, b]).map(daysOf)
      return periods.slice(1).every(({ from }, index) => {
        const next = new Date(`${periods[index]?.to}T00:00:00Z`)
        next.setUTCDate(next.getUTCDate() + 1)
        return next.toISOString().startsWith(from ?? '-')
      })
    }),
  )
})
