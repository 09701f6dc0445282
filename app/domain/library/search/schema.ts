import { z } from 'zod'
import { findableKinds, type Findable } from '~/content/findable'
import { subjects } from '~/content/subjects'
import { longestQuery } from './terms'

export const audiences = ['parents', 'trainers', 'coordinators', 'professionals'] as const

/** How long something takes: up to five minutes, up to a quarter of an hour, or longer. */
export const durations = ['short', 'medium', 'long'] as const
export type Duration = (typeof durations)[number]

/** What somebody knows nothing of is left aside: an old or misspelt address still leads to a list. */
function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words).optional().catch(undefined)
}

export const findFilters = z.object({
  kind: oneOf(findableKinds),
  subject: oneOf(subjects),
  duration: oneOf(durations),
  audience: oneOf(audiences),
})
export type FindFilters = z.output<typeof findFilters>

/** What an address of the page for searching asks for. */
export const searchRequest = findFilters.extend({
  q: z
    .string()
    .catch('')
    .transform((text) =>
      text
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, longestQuery),
    ),
})
export type SearchRequest = z.output<typeof searchRequest>

export function durationOf(minutes: number): Duration {
  return minutes <= 5 ? 'short' : minutes <= 15 ? 'medium' : 'long'
}

/** Whether something is what the filters ask for. */
export function fits(
  { kind, subjects: own, minutes, audience }: Pick<Findable, 'kind' | 'subjects' | 'minutes' | 'audience'>,
  filters: FindFilters,
): boolean {
  if (filters.kind && kind !== filters.kind) return false
  if (filters.subject && !own.includes(filters.subject)) return false
  if (filters.duration && durationOf(minutes) !== filters.duration) return false
  return !filters.audience || audience.includes(filters.audience)
}
