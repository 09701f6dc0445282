import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { sourceLanguage, type Language } from '~/i18n/languages'
import { cataloguePath } from './build'
import type { Item } from './library/types'
import { uploadsVersion, withUploads } from './library/uploads'
import type { Catalogue } from './catalogue'
import { layOverCatalogue, type LaidOver } from './overlay'
import type { AboutText, Block, Course, Lesson, Text } from './types'

export interface TextInLanguage<Kind extends Text = Text> {
  text: Kind
  /** The language that `text` is in: for `lang` and `dir` of the block. */
  language: Language
  /** True if it is Dutch because the language that was asked for is not there. */
  fallback: boolean
}

let loaded: { file: string; changed: number; built: Catalogue; catalogue: Catalogue } | null = null

let laidOver: { texts: readonly LaidOver[]; version: number } = { texts: [], version: 0 }

/** Shows other texts in place of those of the build, from now on; the ones that were laid over before are gone. */
export function layOver(texts: readonly LaidOver[]): void {
  laidOver = { texts, version: laidOver.version + 1 }
  if (loaded) loaded = { ...loaded, catalogue: layOverCatalogue(loaded.built, texts) }
}

/** Another number whenever other texts are shown in place of those of the build. */
export function laidOverVersion(): number {
  return laidOver.version
}

/** Another number whenever what the site shows has become another. A page that was kept under an earlier one is out of date. */
export function contentVersion(): number {
  return laidOver.version + uploadsVersion()
}

/** The catalogue as it was built, without what is laid over it. */
export function getBuiltCatalogue(): Catalogue {
  return load().built
}

/**
 * The compiled catalogue, with what is laid over it. Read once and kept; in development read again when the file has changed.
 * Throws one line that says what to do if it has not been built.
 */
export function getCatalogue(): Catalogue {
  return withUploads(load().catalogue)
}

function load() {
  const file = path.join(process.cwd(), cataloguePath)
  const isDevelopment = process.env.NODE_ENV === 'development'
  if (loaded?.file === file && !isDevelopment) return loaded
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (changed === undefined) throw new Error(`There is no ${cataloguePath}: run \`npm run content:build\` first.`)
  if (loaded?.file === file && loaded.changed === changed) return loaded
  let built: Catalogue
  try {
    built = JSON.parse(readFileSync(file, 'utf8')) as Catalogue
  } catch {
    throw new Error(`${cataloguePath} cannot be read: run \`npm run content:build\` again.`)
  }
  loaded = { file, changed, built, catalogue: layOverCatalogue(built, laidOver.texts) }
  return loaded
}

/** The course with this id, or null. */
export function findCourse(id: string): Course | null {
  return getCatalogue().courses.find((course) => course.id === id) ?? null
}

/** The item of the library with this id, or null. */
export function findItem(id: string): Item | null {
  return getCatalogue().library.find((item) => item.id === id) ?? null
}

/** An item's text in a language, or else in Dutch. Throws if it is in neither, which the build does not let through. */
export function getItemText(item: Pick<Item, 'id' | 'texts'>, language: Language): TextInLanguage {
  return inLanguage(item.texts, language, `item ${item.id}`)
}

/** A lesson's text in a language, or else in Dutch. Throws if it is in neither, which the build does not let through. */
export function getText(lesson: Pick<Lesson, 'id' | 'texts'>, language: Language): TextInLanguage {
  return inLanguage(lesson.texts, language, `lesson ${lesson.id}`)
}

/** A course's introduction in a language, or else in Dutch. Throws if it is in neither. */
export function getAbout(course: Pick<Course, 'id' | 'about'>, language: Language): TextInLanguage<AboutText> {
  return inLanguage(course.about, language, `the introduction of ${course.id}`)
}

function inLanguage<Kind extends Text>(texts: Partial<Record<Language, Kind>>, language: Language, name: string): TextInLanguage<Kind> {
  const text = texts[language]
  if (text) return { text, language, fallback: false }
  const dutch = texts[sourceLanguage]
  if (!dutch) throw new Error(`There is no Dutch text of ${name}: run \`npm run content:check\`.`)
  return { text: keepReaderIn(language, dutch), language: sourceLanguage, fallback: true }
}

const kept = new WeakMap<Text, Map<Language, Text>>()

/** The Dutch text with its links leading on in the reader's language: a fallback must not carry her into Dutch for good. */
function keepReaderIn<Kind extends Text>(language: Language, dutch: Kind): Kind {
  const known = kept.get(dutch) ?? new Map<Language, Text>()
  kept.set(dutch, known)
  const before = known.get(language)
  if (before) return before as Kind
  const text = { ...dutch, blocks: dutch.blocks.map((block) => withLinks(block, language)) }
  known.set(language, text)
  return text
}

function withLinks(block: Block, language: Language): Block {
  const relink = (html: string) => html.replaceAll(`href="/${sourceLanguage}/`, `href="/${language}/`)
  if (block.kind !== 'question') return { ...block, html: relink(block.html) }
  return {
    ...block,
    promptHtml: relink(block.promptHtml),
    explanationHtml: relink(block.explanationHtml),
    options: block.options.map((option) => ({
      ...option,
      html: relink(option.html),
      feedbackHtml: option.feedbackHtml && relink(option.feedbackHtml),
    })),
  }
}
