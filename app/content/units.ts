import { readFileSync } from 'node:fs'
import path from 'node:path'
import { languages, sourceLanguage, type Language } from '~/i18n/languages'
import { readCourseFiles } from './course-files'
import { readFrontMatter, splitFrontMatter } from './front-matter'
import { readItems } from './library/compile-library'
import { hashScript } from './library/script'
import { decodeSource } from './source-file'
import { libraryShelf, unitId, type UnitKind } from './unit-id'
import { readYaml } from './yaml-source'

/** Something that is written in Dutch, and in other languages translated from that. */
export interface TextUnit {
  /**
   * Its name in addresses, in files for translators and in the database: `<course>/<lesson>`, `<course>/about`,
   * `library/<item>`, `library/<item>.script`.
   */
  id: string
  kind: Exclude<UnitKind, 'audio'>
  /** Id of the course, or `library`. */
  shelf: string
  /** Id of the lesson or item. */
  name: string
  /** The folder of its files, from the project folder; each is called `<language>.md`. */
  folder: string
}

/** The languages that are translated into. */
export const targetLanguages = languages.filter((language) => language !== sourceLanguage)

/** Every text, in its order: of each course the introduction first, then the library. Another kind of text joins the list here. */
export function listUnits(root: string): TextUnit[] {
  const courses = readCourseFiles(root, []).flatMap(({ id, lineOfLesson }) =>
    ['about', ...lineOfLesson.keys()].map((name) => unitOf('text', id, name, `content/courses/${id}/${name}`)),
  )
  const library = readItems(root, []).flatMap(({ id, chapters }) => [
    unitOf('text', libraryShelf, id, `content/library/${id}`),
    ...(chapters.length > 0 ? [unitOf('script', libraryShelf, id, `content/library/${id}/script`)] : []),
  ])
  return [...courses, ...library]
}

function unitOf(kind: TextUnit['kind'], shelf: string, name: string, folder: string): TextUnit {
  return { id: unitId(kind, shelf, name), kind, shelf, name, folder }
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

/** The hash of a text of this kind in a language; null when its front matter cannot be used. */
export function hashOf(
  { kind, name }: Pick<TextUnit, 'kind' | 'name'>,
  source: string,
  language: Language = sourceLanguage,
): string | null {
  if (kind === 'script') return hashScript(source)
  return readFrontMatter(source, language, name === 'about', () => undefined)?.hash ?? null
}

/** What a translation says of itself: the Dutch text that it was made from, on which line that stands, and who read it. */
export function stampIn(source: string): { source: string | null; state: 'draft' | 'reviewed'; line: number } {
  const parts = splitFrontMatter(source)
  const yaml = parts && readYaml(parts.yaml, { firstLine: 2, textOnly: true }, () => undefined)
  const value = (yaml?.value ?? {}) as { source?: unknown; state?: unknown }
  return {
    source: typeof value.source === 'string' && /^[0-9a-f]{12}$/.test(value.source) ? value.source : null,
    state: value.state === 'reviewed' ? 'reviewed' : 'draft',
    line: yaml?.lineOf(['source']) ?? 1,
  }
}
