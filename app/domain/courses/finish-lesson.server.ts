import type { Course, Lesson } from '~/content/types'
import type { Language } from '~/i18n/languages'
import { listLessons } from '~/content/lessons'
import { standingOf, type Standing } from './completion'
import type { Learner } from './learning.server'
import {
  findEnrolment,
  inTransaction,
  listAnsweredQuestions,
  listFinishedLessons,
  putLessonFinished,
  upsertEnrolment,
} from './repository.server'

/**
 * Notes that a lesson is finished; doing it twice counts once.
 * @returns how far the learner is now, and the lesson that follows (null after the last)
 */
export async function finishLesson(
  learner: Learner,
  course: Course,
  lesson: Lesson,
  language: Language,
): Promise<{ standing: Standing; next: Lesson | null }> {
  const key = { accountId: learner.id, courseId: course.id }
  const standing = await inTransaction(async (tx) => {
    await upsertEnrolment(key, { language }, tx)
    await putLessonFinished(key, lesson.id, language, tx)
    const enrolment = await findEnrolment(key, tx)
    const withoutTests = learner.withoutTests || (enrolment?.withoutTests ?? false)
    return standingOf(course, await listFinishedLessons(key, tx), await listAnsweredQuestions(key, tx), withoutTests)
  })
  const lessons = listLessons(course)
  return { standing, next: lessons[lessons.findIndex((each) => each.id === lesson.id) + 1] ?? null }
}
