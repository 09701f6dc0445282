import type { Language } from '~/i18n/languages'
import type { Subject } from './subjects'

/** How a question is answered: one answer, several that may fit, or putting a list in order. */
export type QuestionForm = 'one' | 'several' | 'order'

export interface Option {
  /** `a`, `b`, `c` … by place in the source, so that it is the same in every language. */
  id: string
  /** Phrasing content only: it goes into a label. */
  html: string
  /** What fits best. Of `order` every option fits, and the options stand in the right order: the page mixes them. */
  fits: boolean
  /** Said to who chose this option. */
  feedbackHtml: string | null
}

export interface ProseBlock {
  kind: 'prose'
  html: string
}

export interface ReflectionBlock {
  kind: 'reflection'
  id: string
  html: string
}

export interface QuestionBlock {
  kind: 'question'
  id: string
  form: QuestionForm
  promptHtml: string
  options: Option[]
  explanationHtml: string
}

/** A piece of a text. Scenarios, cards, notes, downloads, sound and film are HTML inside prose. */
export type Block = ProseBlock | ReflectionBlock | QuestionBlock

/** A heading of a text, for a list of contents; `id` is the fragment that leads to it. */
export interface Heading {
  id: string
  depth: number
  text: string
}

export type TextState = 'source' | 'draft' | 'reviewed'

/** A lesson or an introduction in one language. All HTML is sanitised. */
export interface Text {
  title: string
  summary: string
  blocks: Block[]
  headings: Heading[]
  words: number
  /** Hash of this text itself. */
  contentHash: string
  /** Hash that the Dutch text has now. */
  sourceHash: string
  /** Hash of the Dutch text that this translation was made from; null in Dutch, or when it was never stamped. */
  source: string | null
  state: TextState
  /** The Dutch text has changed since this translation was made (or it is not known from which it was made). */
  stale: boolean
}

export interface AboutText extends Text {
  /** Title of each module, by its id. */
  modules: Record<string, string>
}

export interface Lesson {
  id: string
  moduleId: string
  minutes: number
  /** `2.1`: the first lesson of the second module. */
  number: string
  texts: Partial<Record<Language, Text>>
  /** Its own, or those of its course. */
  subjects: Subject[]
  questionIds: string[]
  reflectionIds: string[]
  recordings: Partial<Record<Language, LessonRecording>>
}

/** A lesson read aloud. */
export interface LessonRecording {
  address: string
  bytes: number
  seconds: number
  /** The text has changed since: what is heard is not what is read. */
  stale: boolean
}

export interface Module {
  id: string
  lessons: Lesson[]
}

export type CourseKind = 'course' | 'handbook'
export type Programme = 'opvoeding' | 'financieel' | 'verandering'
export type Audience = 'parents' | 'trainers' | 'coordinators' | 'professionals'

/** How hard Dutch texts may be, in the words of the European framework: A2 is for who is still learning the language. */
export type Level = 'A2' | 'B1'

export interface Completion {
  /** Every lesson, or the least number of lessons that must be finished. */
  lessons: 'all' | number
  questions: 'answered' | 'ignored'
}

/** What course.yaml says: the same in every language. */
export interface CourseRules {
  id: string
  kind: CourseKind
  programme: Programme
  audience: Audience[]
  subjects: Subject[]
  /** The level that the Dutch texts keep to. */
  level: Level
  /** False: the course shows no question to anybody. */
  test: boolean
  completion: Completion
  certificate: { hours: number } | null
}

export interface Course extends CourseRules {
  modules: Module[]
  about: Partial<Record<Language, AboutText>>
}

/** A file to publish beside the pages. */
export interface Asset {
  /** Where it is now. */
  from: string
  /** Where it goes, below the folder of published content: `opvoeding/signals/worksheet.1a2b3c4d.pdf`. */
  to: string
  /** Its address on the site; the content's hash is in it, so it may be kept for ever. */
  address: string
  bytes: number
}
