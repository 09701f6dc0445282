import { listLessons } from '~/content/lessons'
import type { Course, Lesson } from '~/content/types'

/** How far somebody is. Ids that the course no longer has do not count. */
export interface Standing {
  finished: number
  total: number
  /** Questions still to answer, as "lesson/question"; empty where the rule or the no-test mode asks for none. */
  openQuestions: string[]
  /** Whether the rule of course.yaml is met. */
  complete: boolean
}

/**
 * Weighs progress against the completion rule of a course.
 * @param finishedLessons ids of finished lessons
 * @param answered "lesson/question" of answered questions
 * @param withoutTests the no-test mode: questions are not asked, so none can be open
 */
export function standingOf(course: Course, finishedLessons: Iterable<string>, answered: Set<string>, withoutTests: boolean): Standing {
  const lessons = listLessons(course)
  const done = new Set(finishedLessons)
  const finished = lessons.filter((lesson) => done.has(lesson.id)).length
  const needed = course.completion.lessons === 'all' ? lessons.length : Math.min(course.completion.lessons, lessons.length)
  const asks = course.test && !withoutTests && course.completion.questions === 'answered'
  // Where some lessons are enough, only the questions of those that were read have to be answered.
  const asked = course.completion.lessons === 'all' ? lessons : lessons.filter((lesson) => done.has(lesson.id))
  const openQuestions = asks
    ? asked.flatMap((lesson) => lesson.questionIds.map((id) => `${lesson.id}/${id}`)).filter((id) => !answered.has(id))
    : []
  return { finished, total: lessons.length, openQuestions, complete: finished >= needed && openQuestions.length === 0 }
}

/**
 * Where to go on: the first unfinished lesson after the one last opened, else the first unfinished one at all.
 * @returns null when every lesson is finished
 */
export function nextLesson(course: Course, finishedLessons: Iterable<string>, lastLessonId: string | null): Lesson | null {
  const lessons = listLessons(course)
  const done = new Set(finishedLessons)
  const last = lessons.findIndex((lesson) => lesson.id === lastLessonId)
  if (last >= 0 && !done.has(lessons[last]!.id)) return lessons[last]!
  return lessons.slice(last + 1).find((lesson) => !done.has(lesson.id)) ?? lessons.find((lesson) => !done.has(lesson.id)) ?? null
}
