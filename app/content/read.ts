import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { sourceLanguage, type Language } from '~/i18n/languages'
import { cataloguePath } from './build'
import type { Item } from './library/types'
import type { Catalogue } from './catalogue'
import type { AboutText, Block, Course, Lesson, Text } from './types'

export interface TextInLanguage<Kind extends Text = Text> {
  text: Kind
  /** The language that `text` is in: for `lang` and `dir` of the block. */
  language: Language
  /** True if it is Dutch because the language that was asked for is not there. */
  fallback: boolean
}

let loaded: { file: string; changed: number; catalogue: Catalogue } | null = null

/**
 * The compiled catalogue. Read once and kept; in development read again when the file has changed.
 * Throws one line that says what to do if it has not been built.
 */
export function getCatalogue(): Catalogue {
  const file = path.join(process.cwd(), cataloguePath)
  const isDevelopment = process.env.NODE_ENV === 'development'
  if (loaded?.file === file && !isDevelopment) return loaded.catalogue
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (changed === undefined) throw new Error(`There is no ${cataloguePath}: run \`npm run content:build\` first.`)
  if (loaded?.file === file && loaded.changed === changed) return loaded.catalogue
  let catalogue: Catalogue
  try {
    catalogue = JSON.parse(readFileSync(file, 'utf8')) as Catalogue
  } catch {
    throw new Error(`${cataloguePath} cannot be read: run \`npm run content:build\` again.`)
  }
  loaded = { file, changed, catalogue }
  return catalogue
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
