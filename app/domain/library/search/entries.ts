import { createHash } from 'node:crypto'
import { findablesOf, type Findable } from '~/content/findable'
import { bodyOf } from '~/content/plain-text'
import type { Catalogue } from '~/content/catalogue'
import type { Text } from '~/content/types'
import { languages, type Language } from '~/i18n/languages'
import { foldWord, wordsIn } from './fold'

/** Another number whenever texts are folded or cut in another way: every index is then made anew. */
const indexVersion = 1

/** A text as it is searched, before its words are taken. */
export interface Indexed {
  language: Language
  place: string
  hash: string
  findable: Findable
  text: Text
}

/** The folded words of a text, each between two spaces. */
export interface FoldedEntry {
  title: string
  summary: string
  body: string
}

/** What an index made from a catalogue holds, in each language that there is. */
export function listIndexed(catalogue: Catalogue): Indexed[] {
  return [...findablesOf(catalogue).values()].flatMap((findable) =>
    languages.flatMap((language) => {
      const text = findable.texts[language]
      if (!text) return []
      const hash = digest([indexVersion, text.contentHash, findable.scripts[language]?.contentHash ?? ''])
      return [{ language, place: findable.place, hash, findable, text }]
    }),
  )
}

/** The same for the same contents. */
export function fingerprintOf(indexed: readonly Indexed[]): string {
  return digest(indexed.map(({ language, place, hash }) => [language, place, hash]))
}

function digest(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
}

/** Takes the words of the texts of one language, and keeps count of them. */
export class Vocabulary {
  private readonly folded = new Map<string, string[]>()
  private readonly spellings = new Map<string, Map<string, number>>()

  constructor(private readonly language: Language) {}

  /** Counts the words of a text and folds it. */
  take({ text, findable }: Indexed): FoldedEntry {
    return {
      title: this.words(text.title),
      summary: this.words(text.summary),
      body: this.words(bodyOf(text, findable.scripts[this.language])),
    }
  }

  /** Each folded word, how it is mostly written, and how often it is there. */
  list(): [word: string, shown: string, count: number][] {
    return [...this.spellings].map(([word, spellings]) => {
      let [shown, most, count] = ['', 0, 0]
      for (const [spelling, times] of spellings) {
        count += times
        if (times > most || (times === most && spelling < shown)) [shown, most] = [spelling, times]
      }
      return [word, shown, count]
    })
  }

  private words(text: string): string {
    const all: string[] = []
    for (const { surface } of wordsIn(text)) {
      let folded = this.folded.get(surface)
      if (!folded) this.folded.set(surface, (folded = foldWord(surface)))
      for (const word of folded) all.push(word)
      if (folded.length === 1) this.count(folded[0]!, surface)
    }
    return all.length === 0 ? ' ' : ` ${all.join(' ')} `
  }

  private count(word: string, surface: string): void {
    const spelling = surface.toLocaleLowerCase(this.language)
    const known = this.spellings.get(word)
    if (known) known.set(spelling, (known.get(spelling) ?? 0) + 1)
    else this.spellings.set(word, new Map([[spelling, 1]]))
  }
}
