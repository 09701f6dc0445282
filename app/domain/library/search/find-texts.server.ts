import { findablesOf, type Findable } from '~/content/findable'
import { getCatalogue } from '~/content/read'
import { sourceLanguage, type Language } from '~/i18n/languages'
import { refreshSearch } from './refresh-search.server'
import { fits, type SearchRequest } from './schema'
import { listMatches, type Match } from './search-repository.server'
import { needlesOf, telling } from './needles'
import { phraseOf, termsOf } from './terms'
import { widen, type WidenedTerm } from './widen.server'

/** Something that was found. */
export interface Hit {
  findable: Findable
  /** The language whose text it was found in: that of the reader, or Dutch. */
  language: Language
  /** The folded words in it that were looked for. */
  words: ReadonlySet<string>
}

export interface Found {
  /** Best first; what was found in the reader's language before what was found in Dutch only. */
  hits: Hit[]
  /** The query as it was probably meant, where typing errors were forgiven. */
  meant: string | null
  /** Nothing holds all the words; these hold some. */
  someWords: boolean
  /** Nothing of what was typed is a word. */
  nothingAsked: boolean
}

interface Try {
  forgiving: boolean
  between: 'and' | 'or'
}

// As typed; then with typing errors forgiven; then what holds at least one of the words. The first that finds something is it.
const tries: readonly Try[] = [
  { forgiving: false, between: 'and' },
  { forgiving: true, between: 'and' },
  { forgiving: true, between: 'or' },
]

/** Searches courses, lessons and the library, in the reader's language and then in Dutch. What is asked is kept nowhere. */
export async function findTexts(language: Language, request: SearchRequest): Promise<Found> {
  const terms = termsOf(request.q)
  if (terms.length === 0) return { hits: [], meant: null, someWords: false, nothingAsked: true }
  await refreshSearch()
  const searched: Language[] = language === sourceLanguage ? [language] : [language, sourceLanguage]
  for (const each of tries) {
    const results: SearchedLanguage[] = []
    for (const own of searched) results.push(await searchIn(own, request.q, each))
    if (results.every(({ matches }) => matches.length === 0)) continue
    const hits = hitsOf(results).filter(({ findable }) => fits(findable, request))
    const someWords = each.between === 'or' && terms.length > 1
    return { hits, meant: meantIn(results), someWords, nothingAsked: false }
  }
  return { hits: [], meant: null, someWords: false, nothingAsked: false }
}

interface SearchedLanguage {
  language: Language
  widened: WidenedTerm[]
  matches: Match[]
}

async function searchIn(language: Language, query: string, { forgiving, between }: Try): Promise<SearchedLanguage> {
  const widened: WidenedTerm[] = []
  for (const term of termsOf(query)) widened.push(await widen(term, language, forgiving))
  const known = widened.filter(({ words }) => words.length > 0)
  if (known.length === 0 || (between === 'and' && known.length < widened.length)) return { language, widened, matches: [] }
  const asked = telling(known)
  const groups = asked.map(({ words }) => words)
  const matches = await listMatches(language, { phrase: phraseOf(query), groups, between, needles: needlesOf(asked) })
  return { language, widened, matches }
}

function hitsOf(results: readonly SearchedLanguage[]): Hit[] {
  const findables = findablesOf(getCatalogue())
  const order = new Map([...findables.keys()].map((place, index) => [place, index]))
  const seen = new Set<string>()
  return results.flatMap(({ language, widened, matches }) => {
    const words = new Set(telling(widened.filter((term) => term.words.length > 0)).flatMap((term) => term.words))
    const sorted = [...matches].sort((a, b) => b.score - a.score || (order.get(a.place) ?? 0) - (order.get(b.place) ?? 0))
    return sorted.flatMap(({ place }) => {
      const findable = findables.get(place)
      if (!findable || seen.has(place)) return []
      seen.add(place)
      return [{ findable, language, words }]
    })
  })
}

function meantIn(results: readonly SearchedLanguage[]): string | null {
  const corrected = results.find(({ matches, widened }) => matches.length > 0 && widened.some(({ meant }) => meant !== null))
  return corrected ? corrected.widened.map(({ term, meant }) => meant ?? term).join(' ') : null
}
