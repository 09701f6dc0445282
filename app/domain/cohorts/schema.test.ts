import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressList,
  attendanceForm,
  changeCohortForm,
  cohortForm,
  inviteMembersForm,
  meetingForm,
  practiceForm,
  reopenCohortForm,
} from './schema'

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

const codes = (parsed: { error?: { issues: { message: string }[] } | undefined }) => parsed.error?.issues.map((issue) => issue.message)

describe('changeCohortForm', () => {
  const change = { revision: '3', name: 'Groep', startsOn: '2026-09-01', endsOn: '2026-12-01', targetSize: '', trainers: [] }

  it('takes a target size or none', () => {
    expect(changeCohortForm.parse(change)).toMatchObject({ revision: 3, targetSize: undefined })
    expect(changeCohortForm.parse({ ...change, targetSize: '12' }).targetSize).toBe(12)
    for (const targetSize of ['0', '501', '1.5', 'twaalf', '-3'])
      expect(codes(changeCohortForm.safeParse({ ...change, targetSize }))).toEqual(['targetSizeNotValid'])
  })

  it('needs the revision that was seen', () => {
    for (const revision of ['', '0', 'x', '1e99', undefined])
      expect(new Set(codes(changeCohortForm.safeParse({ ...change, revision })))).toEqual(new Set(['fieldNotValid']))
  })
})

describe('addressList', () => {
  it('reads lines, commas, semicolons and spaces, each address once', () => {
    expect(addressList.parse('A@voorbeeld.example, b@voorbeeld.example;\r\n\tc@voorbeeld.example\n a@voorbeeld.example')).toEqual([
      'a@voorbeeld.example',
      'b@voorbeeld.example',
      'c@voorbeeld.example',
    ])
  })

  it('says what is wrong', () => {
    expect(codes(addressList.safeParse(' \n, '))).toEqual(['addressesMissing'])
    expect(codes(addressList.safeParse('a@voorbeeld.example, b'))).toEqual(['emailNotValid'])
    const many = (count: number) => Array.from({ length: count }, (_, number) => `a${number}@voorbeeld.example`).join('\n')
    expect(addressList.parse(many(50))).toHaveLength(50)
    expect(codes(addressList.safeParse(many(51)))).toEqual(['addressesTooMany'])
    expect(codes(addressList.safeParse('x'.repeat(1_000_000)))).toContain('addressesTooMany')
  })

  it('gives back as many addresses as were put together, whatever stands between', () => {
    const separator = fc.constantFrom('\n', ', ', ';', '\r\n', ' ')
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 50 }), separator, (numbers, between) => {
        const addresses = numbers.map((number) => `a${number}@voorbeeld.example`)
        expect(addressList.parse(addresses.join(between))).toEqual(addresses)
      }),
    )
  })
})

describe('meetingForm', () => {
  it('takes a day alone, or with a time, a place and a topic', () => {
    expect(meetingForm.parse({ date: '2026-10-01', startsAt: '', place: ' ', topic: '' })).toEqual({ date: '2026-10-01', noNames: false })
    expect(meetingForm.parse({ date: '2026-10-01', startsAt: '19:30', place: 'Zaal\u202e 3', topic: '🙂' })).toMatchObject({
      startsAt: '19:30',
      place: 'Zaal 3',
      topic: '🙂',
    })
  })

  it('takes no address or number, and asks about a name in the topic alone', () => {
    const faultsIn = (given: object) => codes(meetingForm.safeParse({ date: '2026-10-01', ...given }))
    expect(faultsIn({ place: 'bij a@voorbeeld.example' })).toEqual(['textHasContact'])
    expect(faultsIn({ topic: 'bel 06-12345678', noNames: 'on' })).toEqual(['textHasContact'])
    expect(faultsIn({ topic: 'gesprek met mevrouw Jansen' })).toEqual(['textLooksLikeName'])
    expect(faultsIn({ topic: 'gesprek met mevrouw Jansen', noNames: 'on' })).toBeUndefined()
    expect(faultsIn({ place: 'zaal van mevrouw Jansen' })).toBeUndefined()
  })

  it.each(['24:00', '7:30', '19.30', '19:60'])('refuses the time %s', (startsAt) => {
    expect(codes(meetingForm.safeParse({ date: '2026-10-01', startsAt }))).toEqual(['timeNotValid'])
  })
})

describe('attendanceForm', () => {
  it('reads a mark for each member and leaves anything else aside', () => {
    const { attendance } = attendanceForm.parse({
      seen: 'x',
      formToken: 'y',
      'attendance-1': 'present',
      'attendance-2': 'absent',
      'attendance-3': 'late',
      'attendance-4': '',
    })
    expect([...attendance]).toEqual([
      ['1', 'present'],
      ['2', 'absent'],
    ])
  })
})

describe('practiceForm', () => {
  const line = { kind: 'visit', date: '2027-01-01' }

  it('keeps a note of 300 characters, and refuses a longer one', () => {
    expect(practiceForm.parse({ ...line, note: 'é'.repeat(300) }).note).toHaveLength(300)
    expect(codes(practiceForm.safeParse({ ...line, note: 'x'.repeat(301) }))).toEqual(['noteTooLong'])
    expect(practiceForm.parse({ ...line, note: ' \n ' }).note).toBeUndefined()
  })

  it('takes no address or number, and asks about a name', () => {
    const faultsIn = (note: string, noNames = '') => codes(practiceForm.safeParse({ ...line, note, ...(noNames ? { noNames } : {}) }))
    expect(faultsIn('Bel haar op ٠٦١٢٣٤٥٦٧٨', 'on')).toEqual(['textHasContact'])
    expect(faultsIn('mail naar a@voorbeeld.example')).toEqual(['textHasContact'])
    expect(faultsIn('een moeder die heet Samira')).toEqual(['textLooksLikeName'])
    expect(faultsIn('een moeder die heet Samira', 'on')).toBeUndefined()
    expect(faultsIn('Drie moeders waren er voor het eerst')).toBeUndefined()
  })

  it('asks what it was', () => {
    expect(codes(practiceForm.safeParse({ ...line, kind: undefined }))).toEqual(['practiceKindMissing'])
  })
})

it('reopenCohortForm asks for a reason', () => {
  for (const reason of ['', ' \u202e ', 'ab', undefined])
    expect(codes(reopenCohortForm.safeParse({ revision: '1', reason }))).toEqual(['reasonMissing'])
  const faultsIn = (reason: string) => codes(reopenCohortForm.safeParse({ revision: '1', reason }))
  expect(faultsIn('vraag het a@voorbeeld.example')).toEqual(['textHasContact'])
  expect(faultsIn('op verzoek van mevrouw Jansen')).toEqual(['textLooksLikeName'])
  expect(reopenCohortForm.parse({ revision: '1', reason: 'Er kwam nog iemand bij' }).reason).toBe('Er kwam nog iemand bij')
})
