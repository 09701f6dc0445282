import { getAbout, getText } from '~/content/read'
import type { Course, Lesson } from '~/content/types'
import { directionOf, type Direction, type Language } from '~/i18n/languages'

/** Language and direction of a piece of text. */
export interface BlockLanguage {
  lang: Language
  dir: Direction
}

/** For `lang` and `dir` of a text block. */
export function blockLanguage(language: Language): BlockLanguage {
  return { lang: language, dir: directionOf(language) }
}

/** Title and summary of a course, in a language or else in Dutch. */
export function courseTitle(course: Course, language: Language) {
  const { text, language: shown } = getAbout(course, language)
  return { title: text.title, summary: text.summary, modules: text.modules, ...blockLanguage(shown) }
}

/** Title of a lesson, in a language or else in Dutch. */
export function lessonTitle(lesson: Lesson, language: Language) {
  const { text, language: shown } = getText(lesson, language)
  return { title: text.title, ...blockLanguage(shown) }
}
