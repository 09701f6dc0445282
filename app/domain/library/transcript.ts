import type { Item, Recording, Script } from '~/content/library/types'
import { fits } from '~/content/library/vtt'
import { languages, sourceLanguage, type Language } from '~/i18n/languages'

/** What is said in an item, in a language or else in Dutch; null where nothing is said. */
export function findScript(item: Pick<Item, 'scripts'>, language: Language): { script: Script; language: Language } | null {
  const wanted: Language[] = [language, sourceLanguage]
  for (const each of wanted) {
    const script = item.scripts[each]
    if (script) return { script, language: each }
  }
  return null
}

/** The languages that an item has a script in. */
export function scriptLanguages(item: Pick<Item, 'scripts'>): Language[] {
  return languages.filter((language) => item.scripts[language])
}

/**
 * What is said, as plain text: the title, each chapter, and who says what. Ends with a line end.
 * @param note what a reader has to know of it; empty for nothing
 */
export function transcriptText(title: string, { chapters, speakers }: Pick<Script, 'chapters' | 'speakers'>, note = ''): string {
  const parts = chapters.map((chapter) =>
    [chapter.title, ...chapter.turns.map(({ speaker, text }) => `${speakers[speaker] ?? speaker}: ${text}`)].join('\n\n'),
  )
  return `${[title, ...(note ? [note] : []), ...parts].join('\n\n\n')}\n`
}

/** A chapter as the JSON of Podcasting 2.0 has it. */
export interface ListedChapter {
  /** Seconds from the beginning. */
  startTime: number
  title: string
}

/** The chapters of a recording; none where the script has other turns than what was recorded. */
export function listChapters(script: Script, recording: Recording): ListedChapter[] {
  if (!fits(script, recording)) return []
  let turn = 0
  return script.chapters.flatMap(({ title, turns }) => {
    const span = recording.turns[turn]
    turn += turns.length
    return turns.length > 0 && span ? [{ startTime: span.start, title }] : []
  })
}
