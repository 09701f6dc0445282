import { expect, it } from 'vitest'
import { daysAfter, daysBetween, monthsAfter } from './dates'

it.each([
  ['2026-11-21', 3, '2027-02-21'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-12-31', 0, '2026-12-31'],
  ['2026-10-31', 1, '2026-11-30'],
])('%s and %i months is %s', (day, months, later) => {
  expect(monthsAfter(day, months)).toBe(later)
})

it.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  // The clock goes forward in the Netherlands that night.
  ['2026-03-28', 2, '2026-03-30'],
])('%s and %i days is %s', (day, days, later) => {
  expect(daysAfter(day, days)).toBe(later)
  expect(daysBetween(day, later)).toBe(days)
})
