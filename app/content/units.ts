import { readFileSync } from 'node:fs'
import path from 'node:path'
import { languages, sourceLanguage, type Language } from '~/i18n/languages'
import { readCourseFiles } from './course-files'
import { readFrontMatter, type FrontMatter } from './front-matter'
import { decodeSource } from './source-file'

/** What can be out of date: a text, what is said in an episode or film, and the sound and captions that were made of a text. */
export type UnitKind = 'text' | 'script' | 'audio'

/** Something that exists once in Dutch, and in other languages is made from that. */
export interface TextUnit {
  /** Its name in addresses, in files for translators and in the database: `<course>/<lesson>` or `<course>/about`. */
  id: string
  kind: UnitKind
  course: string
  lesson: string
  /** The folder of its files, from the project folder; each is called `<language>.md`. */
  folder: string
}

/** The languages that are translated into. */
export const targetLanguages = languages.filter((language) => language !== sourceLanguage)

/** Every text of every course, in its order: the introduction first. Another kind of text joins the list here. */
export function listUnits(root: string): TextUnit[] {
  return readCourseFiles(root, []).flatMap(({ id, lineOfLesson }) =>
    ['about', ...lineOfLesson.keys()].map((lesson) => ({
      id: `${id}/${lesson}`,
      kind: 'text' as const,
      course: id,
      lesson,
      folder: `content/courses/${id}/${lesson}`,
    })),
  )
}

/** The text with this id; null when there is none. */
export function findUnit(root: string, id: string): TextUnit | null {
  return listUnits(root).find((unit) => unit.id === id) ?? null
}

/** Where the file of a language is, from the project folder. */
export function fileOf(unit: TextUnit, language: Language): string {
  return `${unit.folder}/${language}.md`
}

/** What stands in the file of a language, with LF line ends; null when there is no such file. */
export function readUnit(root: string, unit: TextUnit, language: Language): string | null {
  try {
    return decodeSource(readFileSync(path.join(root, fileOf(unit, language))), () => undefined)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The front matter of a text of this unit; null when it cannot be used. */
export function frontOf(unit: Pick<TextUnit, 'lesson'>, source: string, language: Language): FrontMatter | null {
  return readFrontMatter(source, language, unit.lesson === 'about', () => undefined)
}

/** The hash of a Dutch text of this unit; null when its front matter cannot be used. */
export function hashOf(unit: Pick<TextUnit, 'lesson'>, dutch: string): string | null {
  return frontOf(unit, dutch, sourceLanguage)?.hash ?? null
}
