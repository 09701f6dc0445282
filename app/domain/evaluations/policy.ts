import { coordinatedOrganisations, hasRole, mayActForAll, mayCoordinate, type Person } from '~/domain/accounts/policy'

/**
 * How much of an evaluation somebody sees.
 * - `answers`: everything, also what people wrote
 * - `figures`: all figures
 * - `counts`: how many answered, and once it is closed rounded figures, of enough answers to hide in
 */
export type EvaluationAccess = 'answers' | 'figures' | 'counts'

/** Where an evaluation belongs, as far as it matters to who sees it. */
export interface EvaluationPlace {
  /** Organisation of the group or cohort, and those above it. */
  ancestry: string[]
  /** Accounts of the trainers of the group. */
  trainerIds: string[]
}

/**
 * What a person sees of an evaluation; null for nothing. What people wrote is for the coordinator alone: a trainer would
 * know the handwriting, and who oversees all organisations does not need it.
 */
export function accessTo(person: Person, { ancestry, trainerIds }: EvaluationPlace): EvaluationAccess | null {
  const own = new Set(coordinatedOrganisations(person))
  if (ancestry.some((id) => own.has(id))) return 'answers'
  if (mayActForAll(person)) return 'figures'
  return hasRole(person, 'trainer') && trainerIds.includes(person.id) ? 'counts' : null
}

/** May open, close and reopen it. */
export function mayChange(access: EvaluationAccess): boolean {
  return access !== 'counts'
}

/** May see the pages with evaluations at all. */
export function maySeeEvaluations(person: Person): boolean {
  return mayCoordinate(person) || hasRole(person, 'trainer')
}
