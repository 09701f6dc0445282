import { languages, sourceLanguage, type Language } from '~/i18n/languages'
import { listLessons } from './lessons'
import type { Item } from './library/types'
import type { Catalogue } from './catalogue'
import type { Text } from './types'
import { libraryShelf, unitId, type UnitKind } from './unit-id'

/** How a text, script or recording is in one language. A recording is `made`: nobody has to read it over. */
export type UnitState = 'missing' | 'stale' | 'draft' | 'reviewed' | 'source' | 'made'

/** One text, script or recording in all languages. */
export interface UnitRow {
  id: string
  kind: UnitKind
  shelf: string
  /** Title of what it is of, by language. */
  titles: Partial<Record<Language, string>>
  states: Record<Language, UnitState>
  words: Record<Language, number>
}

interface Written {
  state: 'source' | 'draft' | 'reviewed'
  stale: boolean
  words: number
}

/**
 * What there is in which language, of every text, script and recording of the catalogue, in its order. What is stale is stale,
 * whether somebody read it over or not.
 */
export function unitRows(catalogue: Catalogue): UnitRow[] {
  const courses = catalogue.courses.flatMap((course) => [
    row('text', course.id, 'about', course.about, course.about),
    ...listLessons(course).map(({ id, texts }) => row('text', course.id, id, texts, texts)),
  ])
  return [...courses, ...catalogue.library.flatMap(itemRows)]
}

function itemRows({ id, texts, scripts, recordings, chapters }: Item): UnitRow[] {
  const own = [row('text', libraryShelf, id, texts, texts)]
  if (chapters.length === 0) return own
  const recorded = row('audio', libraryShelf, id, {}, texts)
  const states = byLanguage((language) => {
    const recording = recordings[language]
    return !recording ? 'missing' : recording.stale ? 'stale' : 'made'
  })
  return [...own, row('script', libraryShelf, id, scripts, texts), { ...recorded, states }]
}

function row(
  kind: UnitKind,
  shelf: string,
  name: string,
  written: Partial<Record<Language, Written>>,
  texts: Partial<Record<Language, Text>>,
): UnitRow {
  return {
    id: unitId(kind, shelf, name),
    kind,
    shelf,
    titles: Object.fromEntries(languages.flatMap((language) => (texts[language] ? [[language, texts[language].title]] : []))),
    states: byLanguage((language) => stateOf(written[language])),
    words: byLanguage((language) => written[language]?.words ?? 0),
  }
}

function stateOf(written: Written | undefined): UnitState {
  return !written ? 'missing' : written.stale ? 'stale' : written.state
}

function byLanguage<T>(of: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(languages.map((language) => [language, of(language)])) as Record<Language, T>
}

/** How many there are of each state, and how many words, in one language. */
export interface StateCount {
  language: Language
  total: number
  missing: number
  stale: number
  draft: number
  reviewed: number
  words: number
}

/** The counts of each language of some texts; of Dutch there is nothing to translate. */
export function countStates(rows: readonly UnitRow[]): StateCount[] {
  return languages.map((language) => {
    const count = (state: UnitState) => rows.filter((each) => each.states[language] === state).length
    const isSource = language === sourceLanguage
    return {
      language,
      total: rows.length,
      missing: count('missing'),
      stale: isSource ? 0 : count('stale'),
      draft: count('draft'),
      reviewed: count('reviewed'),
      words: rows.reduce((sum, { words }) => sum + words[language], 0),
    }
  })
}

/** What two versions of a translation are told apart by. */
export interface Version {
  contentHash: string
  source: string | null
  state: string
}

/** The text or script with this id in a language, and the Dutch one, as a catalogue has them. */
export function findVersions(catalogue: Catalogue, id: string, language: Language): { dutch: Version; own: Version | null } | null {
  const [shelf = '', name = ''] = id.split('/')
  const item = shelf === libraryShelf ? catalogue.library.find((each) => unitId('text', shelf, each.id) === id) : undefined
  const spoken = shelf === libraryShelf ? catalogue.library.find((each) => unitId('script', shelf, each.id) === id) : undefined
  const course = catalogue.courses.find((each) => each.id === shelf)
  const lesson = course && listLessons(course).find((each) => each.id === name)
  const texts: Partial<Record<Language, Version>> | undefined =
    item?.texts ?? spoken?.scripts ?? (name === 'about' ? course?.about : lesson?.texts)
  const dutch = texts?.[sourceLanguage]
  return dutch ? { dutch, own: texts[language] ?? null } : null
}
