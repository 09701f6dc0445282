import type { Needle } from './search-repository.server'
import { isLatin, lengthOf, type WidenedTerm } from './widen.server'

/** The terms that matter: without "de" and "een" beside a word that is much rarer. At least one is left. */
export function telling(terms: readonly WidenedTerm[]): WidenedTerm[] {
  const rarest = Math.min(...terms.map(({ count }) => count))
  return terms.filter(({ count }) => count <= 100 || count <= 10 * rarest)
}

/** What texts are scored by: rare words most. */
export function needlesOf(terms: readonly WidenedTerm[]): Needle[] {
  return terms.flatMap(({ stems, count }) =>
    stems.map((word): Needle => ({ word, part: partOf(word), weight: count < 30 ? 3 : count < 150 ? 2 : 1 })),
  )
}

function partOf(word: string): string {
  const length = lengthOf(word)
  if (isLatin(word)) return length >= 4 ? `%${word} %` : `% ${word} %`
  return length >= 2 ? `%${word}%` : `% ${word}%`
}
