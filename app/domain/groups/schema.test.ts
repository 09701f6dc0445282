import { describe, expect, it } from 'vitest'
import { sessionForm } from './schema'

const good = { date: '2026-10-06', present: '8', firstTime: '8', women: '6', men: '2', unknown: '' }

/** The code for a field when the form says this. */
function codeOf(given: Record<string, string>, field: string): string | undefined {
  const parsed = sessionForm.safeParse({ ...good, ...given })
  return parsed.success ? undefined : parsed.error.issues.find(({ path }) => path[0] === field)?.message
}

describe('the form of a head count', () => {
  it('takes what is right, also with Arabic and Persian digits', () => {
    expect(sessionForm.safeParse(good).success).toBe(true)
    expect(sessionForm.parse({ ...good, present: '٨', women: '۶' })).toMatchObject({ present: 8, women: 6, unknown: 0 })
  })

  it.each([
    ['date', '2999-01-01', 'dateNotValid'],
    ['date', '2099-01-01', 'dateInFuture'],
    ['date', '2026-02-30', 'dateNotValid'],
    ['date', '', 'dateNotValid'],
    ['present', '', 'presentMissing'],
    ['present', '-1', 'countNegative'],
    ['present', '501', 'countTooLarge'],
    ['present', '8,5', 'countNotValid'],
    ['present', '=1+1', 'countNotValid'],
    ['women', '7', 'sexesDoNotAddUp'],
    ['firstTime', '9', 'moreFirstTime'],
    ['ageUnder25', '3', 'agesDoNotAddUp'],
    ['note', 'x'.repeat(301), 'noteTooLong'],
    ['startsAt', '25:00', 'timeNotValid'],
  ])('refuses %s %j with the code %s', (field, value, code) => {
    expect(codeOf({ [field]: value }, field)).toBe(code)
  })
})
