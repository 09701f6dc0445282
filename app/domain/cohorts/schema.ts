import { z } from 'zod'
import { looksPersonal } from '~/domain/accounts/personal-data'
import { email, nameOfThing } from '~/domain/accounts/schema'
import { languages } from '~/i18n/languages'

export const backgrounds = ['pool', 'volunteer', 'employee'] as const
export const attendances = ['present', 'excused', 'absent'] as const
export const practiceKinds = ['visit', 'peer_consultation', 'reflection'] as const

/** A day as YYYY-MM-DD that exists, between 2020 and 2099. */
export const day = z.iso.date('dateNotValid').refine((text) => text >= '2020-01-01' && text <= '2099-12-31', 'dateNotValid')

const key = z.uuid('fieldNotValid').optional()
const emptyIsAbsent = z.literal('').transform(() => undefined)

/** A short text of at most so many characters, without controls and marks that turn the reading direction; empty is absent. */
const shortText = (longest: number) =>
  z
    .string()
    .normalize('NFC')
    .transform((text) =>
      text
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(longest, longest === 300 ? 'noteTooLong' : 'nameTooLong'))
    .transform((text) => text || undefined)
    .optional()

/** Who sees a warning that a text looks like a name, and sends it all the same. */
const noNames = z.stringbool().optional().default(false)

/** Refuses addresses and numbers in these texts, and asks once about what looks like a name, since only the writer knows. */
const withoutPeople =
  <Name extends string>(fields: readonly Name[]) =>
  (form: { [field in Name]?: string | undefined } & { noNames: boolean }, context: z.RefinementCtx) => {
    for (const field of fields) {
      const found = looksPersonal(form[field] ?? '')
      const fault = (message: string) => context.addIssue({ code: 'custom', path: [field], message })
      if (found.includes('email') || found.includes('phone')) fault('textHasContact')
      else if (found.includes('name') && !form.noNames) fault('textLooksLikeName')
    }
  }

/** A text in which no address or number may stand; names of buildings are often names of people. */
const hasNoContact = (text: string | undefined) => !looksPersonal(text ?? '').some((kind) => kind !== 'name')

/** The revision of a thing as it was on the screen. */
const revision = z.coerce.number('fieldNotValid').int('fieldNotValid').min(1, 'fieldNotValid').max(1_000_000, 'fieldNotValid')

const targetSize = z.union(
  [emptyIsAbsent, z.coerce.number().int('targetSizeNotValid').min(1, 'targetSizeNotValid').max(500, 'targetSizeNotValid')],
  'targetSizeNotValid',
)

const endsAfterStart = (form: { startsOn: string; endsOn: string }) => form.endsOn >= form.startsOn
const atEnd = { path: ['endsOn'], message: 'endBeforeStart' }

export const cohortForm = z
  .object({
    key,
    name: nameOfThing,
    course: z.string().min(1, 'courseMissing').max(60, 'choiceUnknown'),
    language: z.enum(languages, 'languageUnknown'),
    organisation: z.uuid('cohortOrganisationMissing'),
    startsOn: day,
    endsOn: day,
    targetSize: targetSize.optional(),
    withoutTests: z.stringbool().optional().default(false),
  })
  .refine(endsAfterStart, atEnd)

export const changeCohortForm = z
  .object({
    revision,
    name: nameOfThing,
    startsOn: day,
    endsOn: day,
    targetSize: targetSize.optional(),
    trainers: z.array(z.uuid('choiceUnknown')).max(50, 'choiceUnknown').default([]),
  })
  .refine(endsAfterStart, atEnd)

export const inviteMembersForm = z.object({
  key,
  background: z.enum(backgrounds, 'backgroundMissing'),
  number: z.coerce.number('numberNotValid').int('numberNotValid').min(1, 'numberNotValid').max(50, 'numberTooLarge'),
})

/** E-mail addresses out of what was pasted: one a line, or with commas between. Each once. */
export const addressList = z
  .string()
  .max(20_000, 'addressesTooMany')
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))])
  .pipe(z.array(email).min(1, 'addressesMissing').max(50, 'addressesTooMany'))
  .transform((addresses) => [...new Set(addresses)])

export const inviteAddressesForm = z.object({ key, background: z.enum(backgrounds, 'backgroundMissing'), addresses: addressList })

export const changeMemberForm = z.object({
  revision,
  background: z.enum(backgrounds, 'choiceUnknown'),
  leftOn: z.union([emptyIsAbsent, day], 'dateNotValid').optional(),
})

export const meetingForm = z
  .object({
    key,
    date: day,
    startsAt: z.union([emptyIsAbsent, z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeNotValid')], 'timeNotValid').optional(),
    place: shortText(120).refine(hasNoContact, 'textHasContact'),
    topic: shortText(120),
    noNames,
  })
  .superRefine(withoutPeople(['topic']))

/** What is noted of who came: a field `attendance-<membership>` for each member. Or that the meeting will not be held. */
export const attendanceForm = z
  .object({ seen: z.string().max(40, 'fieldNotValid').default(''), withdraw: z.stringbool().optional().default(false) })
  .catchall(z.string())
  .transform(({ seen, withdraw, ...fields }) => ({
    seen,
    withdraw,
    attendance: new Map(
      Object.entries(fields).flatMap(([name, value]) => {
        const attendance = attendances.find((each) => each === value)
        return name.startsWith('attendance-') && attendance ? [[name.slice('attendance-'.length), attendance] as const] : []
      }),
    ),
  }))

export const practiceForm = z
  .object({
    key,
    kind: z.enum(practiceKinds, 'practiceKindMissing'),
    date: day,
    note: shortText(300),
    noNames,
  })
  .superRefine(withoutPeople(['note']))

/** Which line to take out of the practice log. */
export const withdrawPracticeForm = z.object({ entry: z.uuid('choiceUnknown') })

export const closeCohortForm = z.object({ revision })

export const reopenCohortForm = z
  .object({
    revision,
    reason: shortText(300).pipe(z.string('reasonMissing').min(3, 'reasonMissing')),
    noNames,
  })
  .superRefine(withoutPeople(['reason']))
