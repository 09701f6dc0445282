import { fold } from './fold'

/** Of what is typed no more is read than this; the longest title of a lesson is well below it. */
export const longestQuery = 200
/** More words than this are left aside. */
export const mostTerms = 12

/** The words that are looked for: folded, each once, in the order that they were typed in. */
export function termsOf(query: string): string[] {
  return [...new Set(phraseOf(query).split(' ').filter(Boolean))].slice(0, mostTerms)
}

/** What was typed, folded, as far as it is read. */
export function phraseOf(query: string): string {
  return fold(query.slice(0, longestQuery))
}
