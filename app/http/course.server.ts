import { findLesson } from '~/content/lessons'
import { findCourse } from '~/content/read'
import type { Course, Lesson } from '~/content/types'
import type { Learner } from '~/domain/courses/learning.server'
import type { AppLoadContext } from '@remix-run/node'
import { notFound } from './context.server'

/** The course in the address. Throws a 404 response when there is none. */
export function requireCourse(params: { course?: string }): Course {
  const course = findCourse(params.course ?? '')
  if (!course) throw notFound()
  return course
}

/** The lesson in the address, with its course. Throws a 404 response when there is none. */
export function requireLesson(params: { course?: string; lesson?: string }): { course: Course; lesson: Lesson } {
  const course = requireCourse(params)
  const lesson = findLesson(course, params.lesson ?? '')
  if (!lesson) throw notFound()
  return { course, lesson }
}

/** Who learns, if somebody is signed in. */
export function learnerOf(context: AppLoadContext): Learner | null {
  return context.session?.account ?? null
}
