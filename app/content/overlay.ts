import type { Language } from '~/i18n/languages'
import type { FileRole, Item, Script } from './library/types'
import type { Catalogue } from './catalogue'
import type { AboutText, Course, Text } from './types'
import { libraryShelf, unitId } from './unit-id'

/** A compiled translation that is shown in place of what the build has. */
export interface LaidOver {
  /** Id of the text. */
  unit: string
  language: Language
  text: Text | null
  modules: Record<string, string> | null
  script: Script | null
}

/** The catalogue with other texts in it; what is not changed is the same object as before. */
export function layOverCatalogue(catalogue: Catalogue, texts: readonly LaidOver[]): Catalogue {
  if (texts.length === 0) return catalogue
  const shelves = new Set(texts.map(({ unit }) => unit.split('/')[0]))
  const find = (unit: string) => texts.filter((each) => each.unit === unit)
  return {
    ...catalogue,
    courses: catalogue.courses.map((course) => (shelves.has(course.id) ? courseWith(course, find) : course)),
    library: shelves.has(libraryShelf) ? catalogue.library.map((item) => itemWith(item, find)) : catalogue.library,
  }
}

type Find = (unit: string) => LaidOver[]

function textsWith<Kind extends Text>(
  texts: Partial<Record<Language, Kind>>,
  laid: readonly LaidOver[],
  kindOf: (each: LaidOver, text: Text) => Kind,
) {
  const own = laid.flatMap((each) => (each.text ? [[each.language, kindOf(each, each.text)] as const] : []))
  return own.length === 0 ? texts : { ...texts, ...Object.fromEntries(own) }
}

function courseWith(course: Course, find: Find): Course {
  const about = textsWith<AboutText>(course.about, find(unitId('text', course.id, 'about')), ({ modules }, text) => ({
    ...text,
    modules: modules ?? {},
  }))
  const modules = course.modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((lesson) => {
      const laid = find(unitId('text', course.id, lesson.id))
      if (laid.length === 0) return lesson
      const recordings = { ...lesson.recordings }
      for (const { language, text } of laid) {
        // What was recorded is what the text said before.
        const recording = recordings[language]
        if (recording && text && lesson.texts[language]?.contentHash !== text.contentHash)
          recordings[language] = { ...recording, stale: true }
      }
      return { ...lesson, texts: textsWith(lesson.texts, laid, (_, text) => text), recordings }
    }),
  }))
  return { ...course, about, modules }
}

const timed: FileRole[] = ['captions', 'chapters']
const printed: FileRole[] = ['sheet', 'poster', 'drawing', 'picture']

type Hashed = Partial<Record<Language, { contentHash: string }>>

function changedLanguages(now: Hashed, before: Hashed): Set<Language> {
  return new Set((Object.keys(now) as Language[]).filter((language) => now[language]?.contentHash !== before[language]?.contentHash))
}

function itemWith(item: Item, find: Find): Item {
  const texts = textsWith(item.texts, find(unitId('text', libraryShelf, item.id)), (_, text) => text)
  const scripts = { ...item.scripts }
  const recordings = { ...item.recordings }
  for (const { language, script } of find(unitId('script', libraryShelf, item.id))) {
    if (!script) continue
    // What was recorded is what the script said before.
    const recording = recordings[language]
    if (recording && scripts[language]?.contentHash !== script.contentHash) recordings[language] = { ...recording, stale: true }
    scripts[language] = script
  }
  // Captions and sheets are made by the build, from the words of before: better none than wrong ones.
  const written = changedLanguages(texts, item.texts)
  const said = changedLanguages(scripts, item.scripts)
  const files = item.files.filter(
    ({ role, language }) => !(said.has(language) && timed.includes(role)) && !(written.has(language) && printed.includes(role)),
  )
  return { ...item, texts, scripts, recordings, files }
}
