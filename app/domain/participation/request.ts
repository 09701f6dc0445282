import { z } from 'zod'
import { backgrounds } from '~/domain/cohorts/schema'
import { audiences, day, groupKinds, programmes } from '~/domain/groups/schema'
import { spokenLanguages } from '~/i18n/spoken-languages'
import { today } from '~/i18n/formats'
import { dimensions, steps, type Dimension, type Step } from './dimensions'

export const disclosures = ['exact', 'public'] as const
export type Disclosure = (typeof disclosures)[number]
export const shapes = ['figures', 'sessions'] as const
export type Shape = (typeof shapes)[number]
export const formats = ['csv', 'xlsx', 'pdf', 'json', 'zip'] as const
export type Format = (typeof formats)[number]

/** What a report is asked for: everything that decides what stands in it, and nothing else. */
export interface ReportRequest {
  /** First and last day, YYYY-MM-DD; null: from the first or to the last day that there is. */
  from: string | null
  to: string | null
  /** At most one step of time and one other dimension. */
  by: (Dimension | Step)[]
  filter: Filter
  disclosure: Disclosure
  shape: Shape
  /** The moment of which the report tells. */
  asOf: Date
}

export interface Filter {
  programme?: string | undefined
  kind?: string | undefined
  organisation?: string | undefined
  municipality?: string | undefined
  province?: string | undefined
  /** Codes of languages with a plus between them: groups in exactly these. */
  language?: string | undefined
  audience?: string | undefined
  background?: string | undefined
}

const empty = z.literal('').transform(() => undefined)
const orNone = <T extends z.ZodType>(type: T) => z.union([empty, type], 'choiceUnknown').optional()
const orEmpty = <T extends z.ZodType>(type: T, code: string) => z.union([empty, type], code).optional()

/** Sorts codes of languages and takes out doubles: "nl+ar" and "ar+nl" are the same. */
const languageSet = z
  .string()
  .transform((text) => [...new Set(text.split(/[+ ,]/).filter(Boolean))].sort())
  .pipe(z.array(z.enum(spokenLanguages)).min(1).max(10))
  .transform((codes) => codes.join('+'))

const known = new Set<string>([...dimensions, ...steps])
const splitBy = z
  .string()
  .transform((text) => [...new Set(text.split(/[ ,]/).filter(Boolean))])
  .pipe(z.array(z.string().refine((name) => known.has(name), 'dimensionUnknown')))
  .transform((names) => names as (Dimension | Step)[])

/** A day stands for its end in the Netherlands; a moment is an ISO text with a zone. */
const moment = z.union([
  z.iso.date().transform((text) => endOfDay(text)),
  z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
])

/** What an address or a command asks for, as text. Messages are error codes. */
export const reportQuery = z
  .object({
    from: orEmpty(day, 'dateNotValid'),
    to: orEmpty(day, 'dateNotValid'),
    by: orEmpty(splitBy, 'dimensionUnknown'),
    programme: orNone(z.enum(programmes)),
    kind: orNone(z.enum(groupKinds)),
    organisation: orNone(z.uuid()),
    municipality: orNone(z.string().trim().max(80)),
    province: orNone(z.string().trim().max(40)),
    language: orNone(languageSet),
    audience: orNone(z.enum(audiences)),
    background: orNone(z.enum(backgrounds)),
    disclosure: orEmpty(z.enum(disclosures), 'disclosureUnknown'),
    shape: orEmpty(z.enum(shapes), 'shapeUnknown'),
    asOf: orEmpty(moment, 'asOfNotValid'),
  })
  .superRefine(({ from, to, by = [] }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (from && to && from > to) fault('to', 'periodReversed')
    if (by.filter((name) => isStep(name)).length > 1 || by.filter((name) => !isStep(name)).length > 1) fault('by', 'tooManyDimensions')
  })
export type ReportQuery = z.output<typeof reportQuery>

export function isStep(name: Dimension | Step): name is Step {
  return (steps as readonly string[]).includes(name)
}

/** The first moment after a day in the Netherlands, which is where that day ends. @param text YYYY-MM-DD */
export function endOfDay(text: string): Date {
  // Midnight in the Netherlands is at 22:00 or 23:00 UTC of the day before.
  for (const hour of [22, 23]) {
    const moment = new Date(`${text}T${hour}:00:00Z`)
    if (today(moment) > text) return moment
  }
  throw new Error(`There is no end of ${text}`)
}

/** The last day in the Netherlands that had begun before a moment: the end of a day belongs to it. @returns YYYY-MM-DD */
export function lastDayOf(moment: Date): string {
  return today(new Date(moment.getTime() - 1))
}
