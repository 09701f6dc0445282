import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter, monthsAfter } from './dates'
import { isInPractice, practiceMonths, practiceStanding } from './practice'

const period = { endsOn: '2026-12-14', practiceEndsOn: '2027-06-14' }
const someDay = fc.integer({ min: 0, max: 2000 }).map((days) => daysAfter('2024-01-01', days))

describe('practiceMonths', () => {
  it('cuts half a year into six', () => {
    expect(practiceMonths(period)).toEqual([
      { from: '2026-12-14', until: '2027-01-14' },
      { from: '2027-01-15', until: '2027-02-14' },
      { from: '2027-02-15', until: '2027-03-14' },
      { from: '2027-03-15', until: '2027-04-14' },
      { from: '2027-04-15', until: '2027-05-14' },
      { from: '2027-05-15', until: '2027-06-14' },
    ])
  })

  it('leaves no day out and counts none twice, whenever a training ends', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 12 }), (endsOn, number) => {
        const practiceEndsOn = monthsAfter(endsOn, number)
        const months = practiceMonths({ endsOn, practiceEndsOn })
        expect(months).toHaveLength(Math.max(1, number))
        expect(months[0]!.from).toBe(endsOn)
        expect(months.at(-1)!.until).toBe(practiceEndsOn)
        for (const [place, month] of months.entries()) {
          expect(month.from <= month.until).toBe(true)
          if (place > 0) expect(month.from).toBe(daysAfter(months[place - 1]!.until, 1))
        }
      }),
    )
  })
})

describe('practiceStanding', () => {
  it('asks for one line a month, of whichever day in it', () => {
    const states = (days: string[], today: string) => practiceStanding(period, days, today).months.map((month) => month.state)
    expect(states([], '2026-12-01')).toEqual(['later', 'later', 'later', 'later', 'later', 'later'])
    expect(states([], '2026-12-14')).toEqual(['due', 'later', 'later', 'later', 'later', 'later'])
    expect(states(['2027-01-14'], '2027-01-15')).toEqual(['done', 'due', 'later', 'later', 'later', 'later'])
    expect(states(['2027-01-20', '2027-01-21'], '2027-03-01')).toEqual(['late', 'done', 'due', 'later', 'later', 'later'])
    expect(practiceStanding(period, ['2027-01-20'], '2027-03-01')).toMatchObject({ total: 6, done: 1, late: 1, due: true })
    expect(practiceStanding(period, [], '2028-01-01')).toMatchObject({ total: 6, done: 0, late: 6, due: false })
  })

  it('has a state for every month, and a month that is done stays done', () => {
    fc.assert(
      fc.property(fc.array(someDay, { maxLength: 12 }), someDay, someDay, (days, one, two) => {
        const [earlier, later] = one < two ? [one, two] : [two, one]
        const [before, after] = [practiceStanding(period, days, earlier), practiceStanding(period, days, later)]
        expect(before.done).toBe(after.done)
        expect(after.late).toBeGreaterThanOrEqual(before.late)
        const open = before.months.filter(({ state }) => state === 'later' || state === 'due').length
        expect(before.done + before.late + open).toBe(before.total)
      }),
    )
  })
})

it('isInPractice takes the first and the last day', () => {
  expect(['2026-12-13', '2026-12-14', '2027-06-14', '2027-06-15'].map((day) => isInPractice(day, period))).toEqual([
    false,
    true,
    true,
    false,
  ])
})
