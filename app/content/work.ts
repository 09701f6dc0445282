import type { Language } from '~/i18n/languages'
import type { UnitRow } from './unit-state'

/** What asks for work, in the order in which it is done: what readers get wrong, what they miss, what nobody read. */
export const workStates = ['stale', 'missing', 'draft'] as const
export type WorkState = (typeof workStates)[number]

/** How many translations of some texts there are of each state; `toDo` is all that asks for work. */
export interface WorkCount extends Record<WorkState | 'reviewed', number> {
  toDo: number
}

/** What a translator works on; recordings are made elsewhere. */
export function writtenIn(rows: readonly UnitRow[]): UnitRow[] {
  return rows.filter(({ kind }) => kind !== 'audio')
}

/** Counts the translations (or recordings) of some rows in some languages. */
export function countWork(rows: readonly UnitRow[], languages: readonly Language[]): WorkCount {
  const states = rows.flatMap((row) => languages.map((language) => row.states[language]))
  const count = (state: WorkState | 'reviewed') => states.filter((each) => each === state).length
  const [stale, missing, draft] = [count('stale'), count('missing'), count('draft')]
  return { toDo: stale + missing + draft, stale, missing, draft, reviewed: count('reviewed') }
}

/** The texts of one state in one language, in their order. */
export function listWork(rows: readonly UnitRow[], language: Language, state: WorkState): UnitRow[] {
  return writtenIn(rows).filter((row) => row.states[language] === state)
}

/**
 * The text to go on with after another one: of the same sort of work the next one in order, from the top again after the last;
 * or else of the first other sort that there is.
 * @param done what the other text was, or asked for, before
 */
export function nextWork(rows: readonly UnitRow[], language: Language, after: string, done: WorkState): UnitRow | null {
  const place = rows.findIndex(({ id }) => id === after)
  const turned = [...rows.slice(place + 1), ...rows.slice(0, Math.max(0, place))]
  for (const state of new Set([done, ...workStates])) {
    const [next] = listWork(turned, language, state)
    if (next) return next
  }
  return null
}
