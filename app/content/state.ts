import { languages, sourceLanguage, type Language } from '~/i18n/languages'
import { reporterFor, type Problem } from './problems'
import { formatTable } from './table'
import { libraryShelf } from './unit-id'
import { countStates, unitRows } from './unit-state'
import type { Catalogue } from './catalogue'
import type { Course, Lesson, Text } from './types'

/** How far one language of one course is. `missing`, `stale` and `draft` hold ids of lessons. */
export interface StateRow {
  course: string
  language: Language
  lessons: number
  present: number
  missing: string[]
  stale: string[]
  draft: string[]
  reviewed: string[]
  /** Words of the introduction and the lessons, separated by white space. */
  words: number
  about: 'missing' | 'stale' | 'source' | 'draft' | 'reviewed'
}

/** One row for each language of each course. */
export function contentState(catalogue: Catalogue): StateRow[] {
  return catalogue.courses.flatMap((course) => languages.map((language) => stateOf(course, language)))
}

function stateOf(course: Course, language: Language): StateRow {
  const lessons = course.modules.flatMap((module) => module.lessons)
  const ids = (fits: (text: Text | undefined) => boolean | undefined) =>
    lessons.filter((lesson: Lesson) => fits(lesson.texts[language])).map(({ id }) => id)
  const about = course.about[language]
  const missing = ids((text) => !text)
  return {
    course: course.id,
    language,
    lessons: lessons.length,
    present: lessons.length - missing.length,
    missing,
    stale: ids((text) => text?.stale),
    draft: ids((text) => text?.state === 'draft'),
    reviewed: ids((text) => text?.state === 'reviewed'),
    words: [about, ...lessons.map((lesson) => lesson.texts[language])].reduce((sum, text) => sum + (text?.words ?? 0), 0),
    about: !about ? 'missing' : about.stale ? 'stale' : about.state,
  }
}

/** What is missing or not yet read by a person, as notices; each stale text has one of its own where it stands. */
export function stateNotices(catalogue: Catalogue): Problem[] {
  const problems: Problem[] = []
  for (const row of contentState(catalogue)) {
    // A missing Dutch text is an error, and reported as one.
    if (row.language === sourceLanguage) continue
    const report = reporterFor(problems, `content/courses/${row.course}`)
    const missing = [...(row.about === 'missing' ? ['about'] : []), ...row.missing]
    const isAll = missing.length === row.lessons + 1
    if (missing.length > 0) report(1, `${row.language}: missing: ${isAll ? 'everything' : missing.join(', ')}`, 'notice')
    const draft = [...(row.about === 'draft' ? ['about'] : []), ...row.draft]
    if (draft.length > 0) report(1, `${row.language}: draft, not yet read by a person: ${draft.join(', ')}`, 'notice')
  }
  return problems
}

/**
 * The table of the check, for a terminal: a row for each language of each course, and of the library (where each text and
 * each script counts as one).
 */
export function formatState(catalogue: Catalogue): string {
  const head = ['course', 'language', 'lessons', 'missing', 'stale', 'draft', 'reviewed', 'words', 'about']
  const texts = unitRows(catalogue).filter(({ shelf, kind }) => shelf === libraryShelf && kind !== 'audio')
  const library = texts.length === 0 ? [] : countStates(texts)
  const shelves = library.map(({ language, total, missing, stale, draft, reviewed, words }) => [
    libraryShelf,
    language,
    `${total - missing}/${total}`,
    ...[missing, stale, draft, reviewed, words].map(String),
    '',
  ])
  const body = contentState(catalogue).map((row) => [
    row.course,
    row.language,
    `${row.present}/${row.lessons}`,
    ...[row.missing, row.stale, row.draft, row.reviewed].map((ids) => String(ids.length)),
    String(row.words),
    row.about,
  ])
  return formatTable(head, [...body, ...shelves], [2, 3, 4, 5, 6, 7])
}
