import { findLesson } from '~/content/lessons'
import type { StateRow } from '~/content/state'
import type { Course } from '~/content/types'
import type { Language } from '~/i18n/languages'
import { lessonTitle, type BlockLanguage } from './course-titles.server'

/** A lesson to translate or to look at again, named in the editor's language. */
export interface LessonToMend extends BlockLanguage {
  id: string
  number: string
  title: string
}

/** The lessons that are missing or out of date in one language of a course. */
export function lessonsToMend(
  course: Course,
  row: StateRow,
  language: Language,
): { language: Language; missing: LessonToMend[]; stale: LessonToMend[] } {
  const named = (ids: string[]) =>
    ids.flatMap((id) => {
      const lesson = findLesson(course, id)
      return lesson ? [{ id, number: lesson.number, ...lessonTitle(lesson, language) }] : []
    })
  return { language: row.language, missing: named(row.missing), stale: named(row.stale) }
}
