import type { Course, Lesson } from './types'

/** The lesson of a course with this id, or null. */
export function findLesson(course: Course, id: string): Lesson | null {
  return listLessons(course).find((lesson) => lesson.id === id) ?? null
}

/** The lessons of a course in their order. */
export function listLessons(course: Course): Lesson[] {
  return course.modules.flatMap((module) => module.lessons)
}
