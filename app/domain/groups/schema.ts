import { z } from 'zod'
import { latinDigits } from '~/i18n/latin-digits'
import { nameOfThing } from '~/domain/accounts/schema'
import { spokenLanguages } from '~/i18n/spoken-languages'
import { today } from '~/i18n/formats'
import { ageBands, faultsOf, largestCount, type HeadCount } from './head-count'

export const programmes = ['opvoeding', 'financieel', 'verandering'] as const
export const groupKinds = ['parents', 'women', 'living_room', 'dialogue'] as const
export const audiences = ['women', 'men', 'mixed', 'mothers', 'fathers', 'parents'] as const

const emptyIsAbsent = z.literal('').transform(() => undefined)

/** A day of the calendar, YYYY-MM-DD. Before 2015 there was nothing to register. */
export const day = z.iso.date('dateNotValid').refine((text) => text >= '2015-01-01' && text <= '2099-12-31', 'dateNotValid')

/** A time of day, HH:MM, in the Netherlands. */
export const timeOfDay = z.union([emptyIsAbsent, z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeNotValid')]).optional()

/** Text of one line or a few, without controls and marks that turn the reading direction. Empty is absent. */
export function shortText(longest: number, tooLong: string) {
  return z
    .string()
    .optional()
    .transform((text = '') =>
      text
        .normalize('NFC')
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
        .replace(/\r\n?/g, '\n')
        .replace(/[^\S\n]+/g, ' ')
        .replace(/(?!\n)\p{Cc}/gu, '')
        .trim(),
    )
    .pipe(z.string().max(longest, tooLong))
    .transform((text) => text || undefined)
}

const place = shortText(120, 'placeTooLong')

/** The revision that a form was made from. */
const revision = z.coerce.number('choiceUnknown').int('choiceUnknown').min(0, 'choiceUnknown').max(1_000_000, 'choiceUnknown')

export const groupForm = z.object({
  name: nameOfThing,
  programme: z.enum(programmes, 'programmeMissing'),
  kind: z.enum(groupKinds, 'groupKindMissing'),
  organisation: z.uuid('organisationMissing'),
  municipality: z.string().trim().min(1, 'municipalityMissing').max(80, 'municipalityUnknown'),
  place,
  audience: z.enum(audiences, 'audienceMissing'),
  languages: z.array(z.enum(spokenLanguages, 'languageUnknown')).min(1, 'languagesMissing').max(10, 'languagesMissing'),
  /** Ids of memberships. */
  trainers: z.array(z.uuid('choiceUnknown')).max(10, 'tooManyTrainers'),
  /** New ones: an id made by the page, so that sending twice makes one. */
  key: z.uuid('choiceUnknown').optional(),
  /** Changes: the revision that the form was made from. */
  revision: revision.optional(),
})
export type GroupForm = z.output<typeof groupForm>

const count = (missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .transform(latinDigits)
    .pipe(z.string().regex(/^[+-]?\d{1,9}$/, 'countNotValid'))
    .transform(Number)
    .pipe(z.number().min(0, 'countNegative').max(largestCount, 'countTooLarge'))

const countOrNone = z.union([emptyIsAbsent, count('countMissing')]).optional()

const fields = {
  date: day,
  startsAt: timeOfDay,
  place,
  present: count('presentMissing'),
  firstTime: count('firstTimeMissing'),
  women: count('countMissing'),
  men: count('countMissing'),
  unknown: countOrNone.transform((number) => number ?? 0),
  ...(Object.fromEntries(ageBands.map((band) => [band, countOrNone])) as Record<(typeof ageBands)[number], typeof countOrNone>),
  lesson: z.union([emptyIsAbsent, z.string().max(60, 'choiceUnknown')]).optional(),
  topic: shortText(120, 'topicTooLong'),
  note: shortText(300, 'noteTooLong'),
}

/** What of a session is registered, checked as far as one form can know. */
export const sessionForm = z
  .object({
    ...fields,
    key: z.uuid('choiceUnknown').optional(),
    revision: revision.optional(),
    reason: shortText(200, 'reasonTooLong'),
    /** Who sees a warning that a text looks like a name, and sends it all the same. */
    noNames: z.stringbool().optional().default(false),
  })
  .superRefine((form, context) => {
    if (form.date > today()) context.addIssue({ code: 'custom', path: ['date'], message: 'dateInFuture' })
    for (const { field, code } of faultsOf(headCountOf(form), false)) context.addIssue({ code: 'custom', path: [field], message: code })
  })
export type SessionForm = z.output<typeof sessionForm>

/** The head count of a form. Age bands count as given when one of them is; an empty one is nobody then. */
export function headCountOf(form: Pick<SessionForm, keyof Omit<HeadCount, 'ages'> | (typeof ageBands)[number]>): HeadCount {
  const { present, firstTime, women, men, unknown } = form
  const given = ageBands.some((band) => form[band] !== undefined)
  const ages = given ? (Object.fromEntries(ageBands.map((band) => [band, form[band] ?? 0])) as HeadCount['ages']) : null
  return { present, firstTime, women, men, unknown, ages }
}

export const planForm = z.object({
  date: day,
  startsAt: timeOfDay,
  place,
  number: z.coerce.number('numberNotValid').int('numberNotValid').min(1, 'numberNotValid').max(30, 'numberTooLarge'),
  everyWeeks: z.coerce.number('numberNotValid').int('numberNotValid').min(1, 'numberNotValid').max(8, 'numberTooLarge'),
  /** Makes the ids of the sessions, so that sending twice plans once. */
  key: z.uuid('choiceUnknown'),
})
export type PlanForm = z.output<typeof planForm>

/** Where a planned session goes. */
export const moveForm = z.object({ date: day, startsAt: timeOfDay, place, revision })

/** Why something was withdrawn or opened again. */
export const reasonForm = z.object({
  reason: shortText(200, 'reasonTooLong').pipe(z.string('reasonMissing')),
  revision,
})

/** The last day of a group; without one it is opened again. */
export const closeForm = z.object({
  closedOn: day.refine((text) => text <= today(), 'dateInFuture').optional(),
  revision,
})

export const groupStates = ['open', 'closed', 'all'] as const
export const groupOrders = ['name', 'lastHeld', 'sessions', 'reached'] as const

const oneOf = <T extends string>(values: readonly T[]) =>
  z
    .union([emptyIsAbsent, z.enum(values)])
    .optional()
    .catch(undefined)

/** What an address may ask of the list of groups. Nothing in it is refused: what is not understood is left aside. */
export const groupSearch = z.object({
  q: z.string().max(120).optional().catch(undefined),
  organisation: z.union([emptyIsAbsent, z.uuid()]).optional().catch(undefined),
  municipality: z.string().max(80).optional().catch(undefined),
  programme: oneOf(programmes),
  kind: oneOf(groupKinds),
  language: oneOf(spokenLanguages),
  state: oneOf(groupStates).transform((state) => state ?? ('open' as const)),
  order: oneOf(groupOrders).transform((order) => order ?? ('name' as const)),
})
export type GroupSearch = z.output<typeof groupSearch>
