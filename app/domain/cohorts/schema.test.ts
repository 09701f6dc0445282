import { describe, expect, it } from 'vitest'
import { cohortForm, inviteMembersForm } from './schema'

const filled = {
  name: 'Dinsdaggroep Oost',
  course: 'opvoeding',
  language: 'ar',
  organisation: '0191b2c3-0000-7000-8000-000000000001',
  startsOn: '2026-12-01',
  endsOn: '2027-03-01',
}
const faults = (input: object) => {
  const parsed = cohortForm.safeParse({ ...filled, ...input })
  return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
}

describe('cohortForm', () => {
  it('takes what the page sends; a box that is not ticked is not sent', () => {
    expect(cohortForm.parse(filled)).toEqual({ ...filled, withoutTests: false })
    expect(cohortForm.parse({ ...filled, withoutTests: 'on' }).withoutTests).toBe(true)
  })

  it('keeps a name on one line, without marks that turn the reading direction', () => {
    expect(cohortForm.parse({ ...filled, name: '  Groep\r\n\u202e \u2066Oost\u0000 ' }).name).toBe('Groep Oost')
    expect(cohortForm.parse({ ...filled, name: 'مجموعة الثلاثاء' }).name).toBe('مجموعة الثلاثاء')
    expect(faults({ name: ' \u200e\u0007 ' })).toEqual({ name: 'nameMissing' })
  })

  it('says of each field what is wrong with it', () => {
    expect(faults({ organisation: '', course: '', language: 'de' })).toEqual({
      organisation: 'cohortOrganisationMissing',
      course: 'courseMissing',
      language: 'languageUnknown',
    })
    expect(faults({ startsOn: '2026-02-30' })).toEqual({ startsOn: 'dateNotValid' })
    expect(faults({ endsOn: '2026-11-30' })).toEqual({ endsOn: 'endBeforeStart' })
  })
})

describe('inviteMembersForm', () => {
  it.each([
    ['', 'numberNotValid'],
    ['0', 'numberNotValid'],
    ['1.5', 'numberNotValid'],
    ['many', 'numberNotValid'],
    ['51', 'numberTooLarge'],
  ])('refuses %j invitations', (number, code) => {
    expect(inviteMembersForm.safeParse({ number, background: 'pool' }).error?.issues.map((issue) => issue.message)).toEqual([code])
  })

  it('takes a number from one to fifty and a background', () => {
    expect(inviteMembersForm.parse({ number: '50', background: 'employee' })).toEqual({ number: 50, background: 'employee' })
    expect(inviteMembersForm.safeParse({ number: '1' }).error?.issues[0]?.message).toBe('backgroundMissing')
  })
})
