import { z } from 'zod'
import { nameOfThing } from '~/domain/accounts/schema'
import { languages } from '~/i18n/languages'

export const backgrounds = ['pool', 'volunteer', 'employee'] as const

/** A day as YYYY-MM-DD that exists, between 2020 and 2099. */
export const day = z.iso.date('dateNotValid').refine((text) => text >= '2020-01-01' && text <= '2099-12-31', 'dateNotValid')

export const cohortForm = z
  .object({
    key: z.uuid('fieldNotValid').optional(),
    name: nameOfThing,
    course: z.string().min(1, 'courseMissing').max(60, 'choiceUnknown'),
    language: z.enum(languages, 'languageUnknown'),
    organisation: z.uuid('cohortOrganisationMissing'),
    startsOn: day,
    endsOn: day,
    withoutTests: z.stringbool().optional().default(false),
  })
  .refine((form) => form.endsOn >= form.startsOn, { path: ['endsOn'], message: 'endBeforeStart' })

export const inviteMembersForm = z.object({
  background: z.enum(backgrounds, 'backgroundMissing'),
  number: z.coerce.number('numberNotValid').int('numberNotValid').min(1, 'numberNotValid').max(50, 'numberTooLarge'),
})
