import { getCatalogue } from '~/content/read'
import { libraryShelf } from '~/content/unit-id'
import { unitRows, type UnitRow } from '~/content/unit-state'
import { directionOf, sourceLanguage, type Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { courseTitle, blockLanguage, type BlockLanguage } from './course-titles.server'

/** A title with the language that it is in. */
export type TitleInLanguage = BlockLanguage & { title: string }

/** A course, or the library, with its texts. */
export interface Shelf extends TitleInLanguage {
  id: string
  rows: UnitRow[]
}

/** Everything that has texts, named in the editor's language: the courses, then the library. */
export function listShelves(language: Language): Shelf[] {
  const catalogue = getCatalogue()
  const rows = unitRows(catalogue)
  const of = (id: string) => rows.filter((row) => row.shelf === id)
  const courses = catalogue.courses.map((course) => ({ id: course.id, ...courseTitle(course, language), rows: of(course.id) }))
  const library = { id: libraryShelf, title: i18nOf(language).t('library', { ns: 'translations' }), ...blockLanguage(language) }
  const shelves = catalogue.library.length > 0 ? [...courses, { ...library, rows: of(libraryShelf) }] : courses
  return shelves.map(({ id, title, lang, dir, rows: own }) => ({ id, title, lang, dir, rows: own }))
}

/** The title of a text in the editor's language, or else in Dutch. */
export function titleOf({ id, titles }: Pick<UnitRow, 'id' | 'titles'>, language: Language): TitleInLanguage {
  const lang = titles[language] === undefined ? sourceLanguage : language
  return { title: titles[lang] ?? id, lang, dir: directionOf(lang) }
}
