import type { Language } from '~/i18n/languages'
import { forgiven, typingErrors } from './distance'
import { stemOf } from './endings'
import { listWordsLike, listWordsOfLength, type KnownWord } from './search-repository.server'

/** What is looked for in place of one word that was typed. */
export interface WidenedTerm {
  term: string
  /** Folded words that are in texts; none if nothing is like it. */
  words: string[]
  /** How often they are there together. */
  count: number
  /** The word that texts are scored by, and that word without its ending. */
  stems: string[]
  /** How the word is written that was probably meant; null unless a typing error was forgiven. */
  meant: string | null
}

const most = 60
export const isLatin = (word: string) => /^[a-z0-9]+$/.test(word)
export const lengthOf = (word: string) => [...word].length

/**
 * The words of a language that a typed word stands for: itself, longer words that begin with it, and the word without its ending. In
 * Dutch, which writes compounds as one word, also those that end with it; in Arabic and Ethiopic script it may stand anywhere in a
 * word, since articles and prepositions are written to it.
 */
export async function widen(term: string, language: Language, forgiving: boolean): Promise<WidenedTerm> {
  const like = await findLike(term, language)
  if (like) return like
  const latin = isLatin(term) && lengthOf(term) >= 4
  return (forgiving && latin && (await forgive(term, language))) || { term, words: [], count: 0, stems: [term], meant: null }
}

async function findLike(term: string, language: Language): Promise<WidenedTerm | null> {
  const latin = isLatin(term)
  const length = lengthOf(term)
  const stem = stemOf(term, language)
  const begins = length >= (latin ? 3 : 2) ? `${term}%` : term
  const isInside = !latin && length >= (/\p{Script=Ethiopic}/u.test(term) ? 2 : 3)
  const inside = isInside ? `%${term}%` : latin && language === 'nl' && length >= 4 ? `%${term}` : begins
  const stems = stem ? (latin ? `${stem}%` : `%${stem}%`) : begins
  let found = await listWordsLike(language, [begins, inside, stems])
  // A short word begins a great many others: "eer" is not "eerste".
  const exact = found.filter(({ word }) => word === term)
  if (latin && length <= 3 && exact.length > 0) found = exact
  if (found.length === 0) return null
  const words = [...found].sort(byLikeness(term)).slice(0, most)
  const count = words.reduce((sum, each) => sum + each.count, 0)
  return { term, words: words.map(({ word }) => word), count, stems: [term, ...(stem ? [stem] : [])], meant: null }
}

/** Itself first, then what begins with it, then the shortest. The same in both databases. */
function byLikeness(term: string) {
  const rank = ({ word }: KnownWord) => (word === term ? 0 : word.startsWith(term) ? 1 : 2)
  return (a: KnownWord, b: KnownWord) =>
    rank(a) - rank(b) || a.word.length - b.word.length || b.count - a.count || (a.word < b.word ? -1 : 1)
}

async function forgive(term: string, language: Language): Promise<WidenedTerm | null> {
  const allowed = forgiven(term)
  const near = await listWordsOfLength(language, lengthOf(term) - allowed, lengthOf(term) + allowed)
  let least = allowed as number
  let best: KnownWord[] = []
  for (const known of near) {
    const errors = typingErrors(term, known.word, least)
    if (errors > least) continue
    if (errors < least) best = []
    least = errors
    best.push(known)
  }
  // The first letter is seldom wrong; a word that is often used is more probably meant.
  const first = ({ word }: KnownWord) => (word[0] === term[0] ? 0 : 1)
  const [meant] = best.sort((a, b) => first(a) - first(b) || b.count - a.count || (a.word < b.word ? -1 : 1))
  const like = meant && (await findLike(meant.word, language))
  return like ? { ...like, term, meant: meant.shown } : null
}
