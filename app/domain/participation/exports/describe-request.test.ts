import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spokenLanguages } from '~/i18n/spoken-languages'
import { dimensions, steps } from '../dimensions'
import { disclosures, formats, reportQuery, shapes, type ReportRequest } from '../request'
import { describeRequest, fileNameOf, mediaTypes } from './describe-request'
import { sampleRequest } from './sample-report.testing'

const days = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const request: fc.Arbitrary<ReportRequest> = fc
  .record({
    days: fc.uniqueArray(days, { minLength: 2, maxLength: 2 }),
    open: fc.subarray(['from', 'to']),
    step: fc.option(fc.constantFrom(...steps)),
    dimension: fc.option(fc.constantFrom(...dimensions)),
    filter: fc.record(
      {
        programme: fc.constantFrom('opvoeding', 'financieel'),
        organisation: fc.uuid(),
        municipality: fc.constantFrom('GM0363', 'GM0518'),
        province: fc.constantFrom('Noord-Holland', 'Fryslân'),
        language: fc.subarray([...spokenLanguages], { minLength: 1, maxLength: 3 }).map((codes) => [...codes].sort().join('+')),
      },
      { requiredKeys: [] },
    ),
    disclosure: fc.constantFrom(...disclosures),
    shape: fc.constantFrom(...shapes),
    asOf: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  })
  .map(({ days: [one = '', other = ''], open, step, dimension, ...rest }) => ({
    ...rest,
    from: open.includes('from') ? null : one < other ? one : other,
    to: open.includes('to') ? null : one < other ? other : one,
    by: [step, dimension].filter((name) => name !== null),
  }))

test('a request can be asked again from its text', () => {
  fc.assert(
    fc.property(request, (asked) => {
      const {
        from = null,
        to = null,
        by = [],
        disclosure,
        shape,
        asOf,
        ...filter
      } = reportQuery.parse(Object.fromEntries(new URLSearchParams(describeRequest(asked))))
      expect({ from, to, by, disclosure, shape, asOf, filter }).toEqual(asked)
    }),
  )
})

test('the same request has the same text, in whatever order it was asked', () => {
  const { filter, by } = sampleRequest
  const turned = { ...sampleRequest, by: [...by].reverse(), filter: { kind: undefined, ...filter } }
  expect(describeRequest(turned)).toBe(describeRequest(sampleRequest))
  expect(describeRequest(sampleRequest)).toBe(
    'shape=figures&disclosure=public&from=2023-01-01&to=2024-12-31&by=quarter%2Cmunicipality&programme=opvoeding&asOf=2024-12-31T23%3A00%3A00.000Z',
  )
})

test('files have a name and a type in every format', () => {
  expect(formats.map((format) => fileNameOf(sampleRequest, format))).toEqual(
    formats.map((format) => `leerkring-figures-public-from-2023-01-01-to-2024-12-31-as-of-20241231T230000Z.${format}`),
  )
  expect(fileNameOf({ ...sampleRequest, from: null, to: null, shape: 'sessions', disclosure: 'exact' }, 'csv')).toBe(
    'leerkring-sessions-exact-as-of-20241231T230000Z.csv',
  )
  expect(Object.keys(mediaTypes).sort()).toEqual([...formats].sort())
})
