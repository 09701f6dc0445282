import type { Language } from '~/i18n/languages'
import type { Catalogue } from './catalogue'
import { itemKinds, type Item, type Script } from './library/types'
import type { Subject } from './subjects'
import type { Audience, Course, Text } from './types'

/** The sorts of things that are searched and listed together. */
export const findableKinds = ['course', 'handbook', 'lesson', ...itemKinds] as const
export type FindableKind = (typeof findableKinds)[number]

/** A course, a lesson or an item of the library, as something to find. */
export interface Findable {
  /** `course/opvoeding`, `lesson/opvoeding/choosing`, `item/the-ring`. */
  place: string
  kind: FindableKind
  /** What follows the language in its address. */
  path: string
  audience: Audience[]
  subjects: Subject[]
  minutes: number
  /** What it is part of: a lesson of a course, an episode of a podcast. */
  within: { place: string; texts: Partial<Record<Language, Text>> } | null
  texts: Partial<Record<Language, Text>>
  scripts: Partial<Record<Language, Script>>
}

const kept = new WeakMap<Catalogue, ReadonlyMap<string, Findable>>()

/** Everything in a catalogue that can be found, by its place: courses with their lessons first, then the library. */
export function findablesOf(catalogue: Catalogue): ReadonlyMap<string, Findable> {
  const known = kept.get(catalogue)
  if (known) return known
  const all = [...catalogue.courses.flatMap(ofCourse), ...catalogue.library.map((item) => ofItem(item, catalogue.library))]
  const found = new Map(all.map((findable) => [findable.place, findable]))
  kept.set(catalogue, found)
  return found
}

function ofCourse(course: Course): Findable[] {
  const { kind, audience, subjects } = course
  const lessons = course.modules.flatMap((module) => module.lessons)
  const own = { place: `course/${course.id}`, texts: course.about }
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  const path = `courses/${course.id}`
  return [
    { ...own, kind, path, audience, subjects, minutes, within: null, scripts: {} },
    ...lessons.map((lesson): Findable => {
      const { id, texts } = lesson
      const place = `lesson/${course.id}/${id}`
      const about = { audience, subjects: lesson.subjects, minutes: lesson.minutes }
      return { place, kind: 'lesson', path: `${path}/${id}`, ...about, within: own, texts, scripts: {} }
    }),
  ]
}

function ofItem(item: Item, library: readonly Item[]): Findable {
  const { kind, audience, subjects, texts, scripts } = item
  const series = library.find(({ episodes }) => episodes.includes(item.id))
  const within = series ? { place: `item/${series.id}`, texts: series.texts } : null
  return {
    place: `item/${item.id}`,
    kind,
    path: `library/${item.id}`,
    audience,
    subjects,
    minutes: minutesOf(item, library),
    within,
    texts,
    scripts,
  }
}

/** How long it takes: as long as it was recorded, or as item.yaml says; of a podcast all episodes together. */
export function minutesOf(item: Item, library: readonly Item[]): number {
  if (item.episodes.length > 0) {
    return item.episodes.reduce((sum, id) => {
      const episode = library.find((each) => each.id === id)
      return sum + (episode ? minutesOf(episode, library) : 0)
    }, 0)
  }
  const recording = Object.values(item.recordings)[0]
  return recording ? Math.max(1, Math.round(recording.seconds / 60)) : item.minutes
}
