import { expect, test } from 'vitest'
import { protect, type DisclosureRules } from './protect'

/** The sum of some rows and the rows, as they are published. */
function shownOf(counts: number[], leastRangeShown?: number) {
  const rules: DisclosureRules = { threshold: 7, base: 5, leastRange: 3, leastRangeShown }
  const { look } = protect(
    {
      ...{ firstMonth: '2024-01', months: 1, programmes: 1, splits: 1 },
      views: [{ name: 'place', parents: [-1, ...counts.map(() => 0)] }],
      atoms: counts.map((count, row) => ({ rows: [row + 1], month: 0, programme: 0, counts: [count] })),
    },
    rules,
  )
  return [0, ...counts.keys()].map((_, row) => {
    const cell = look({ view: 0, row, period: 'all', programme: 'all', split: 'all' })
    return 'shown' in cell ? cell.shown : '·'
  })
}

test('two rows that add up otherwise than they are shown would be known too well: one is withheld', () => {
  expect(shownOf([12, 12])).toEqual([25, '·', 10])
})

test('rows that add up as they are shown stay', () => {
  expect(shownOf([11, 14])).toEqual([25, 10, 15])
  expect(shownOf([11, 11, 17])).toEqual([40, '·', 10, 15])
})

test('a sum of many rows leaves room', () => {
  expect(shownOf([12, 12, 11, 11, 12, 10])).toEqual([70, 10, 10, 10, 10, 10, 10])
})

test('how close shown numbers may be known is a rule', () => {
  expect(shownOf([12, 12, 12], 3)).toEqual([35, 10, 10, 10])
  expect(shownOf([12, 12], 3)).toEqual([25, '·', 10])
  expect(shownOf([12, 12], 0)).toEqual([25, 10, 10])
})
