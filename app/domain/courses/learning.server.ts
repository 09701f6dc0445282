import { findCourse } from '~/content/read'
import type { Course, Lesson } from '~/content/types'
import type { Language } from '~/i18n/languages'
import { nextLesson, standingOf, type Standing } from './completion'
import {
  findEnrolment,
  findLessonRow,
  listAnsweredQuestions,
  listEnrolments,
  listFinishedLessons,
  updateEnrolment,
  upsertEnrolment,
  type LearningKey,
} from './repository.server'

/** The learner, as far as courses need to know her. */
export interface Learner {
  id: string
  withoutTests: boolean
  keepReflections: boolean
}

/** What a course page shows of somebody's own way through it. */
export interface Learning {
  enrolled: boolean
  withoutTests: boolean
  finishedLessons: string[]
  standing: Standing
  nextLessonId: string | null
  lastLessonId: string | null
  language: string | null
}

/** How far a learner is in a course. Progress hangs on lesson ids, so the languages she read in do not matter. */
export async function getLearning(learner: Learner, course: Course): Promise<Learning> {
  const key = { accountId: learner.id, courseId: course.id }
  const [enrolment, finishedLessons, answered] = await Promise.all([
    findEnrolment(key),
    listFinishedLessons(key),
    listAnsweredQuestions(key),
  ])
  const withoutTests = learner.withoutTests || !course.test || (enrolment?.withoutTests ?? false)
  return {
    enrolled: enrolment !== null,
    withoutTests,
    finishedLessons,
    standing: standingOf(course, finishedLessons, answered, withoutTests),
    nextLessonId: nextLesson(course, finishedLessons, enrolment?.lastLessonId ?? null)?.id ?? null,
    lastLessonId: enrolment?.lastLessonId ?? null,
    language: enrolment?.lastLanguage ?? null,
  }
}

/** Everything a learner follows, in the order she began. Courses that are no longer there are left out. */
export async function listLearning(learner: Learner): Promise<{ course: Course; learning: Learning }[]> {
  const enrolments = await listEnrolments(learner.id)
  const courses = enrolments.map((enrolment) => findCourse(enrolment.courseId)).filter((course) => course !== null)
  return Promise.all(courses.map(async (course) => ({ course, learning: await getLearning(learner, course) })))
}

/** What a lesson page depends on of its reader, besides what she wrote. */
export interface LessonStanding {
  /** False: the no-test mode, in which no question is asked. */
  asks: boolean
  finished: boolean
}

/**
 * How a learner stands towards one lesson. Notes on the way that she opened it in this language, so that "continue" leads
 * there; that writes only when it changed, and not for somebody who only looks around.
 */
export async function openLesson(learner: Learner, course: Course, lesson: Lesson, language: Language): Promise<LessonStanding> {
  const key = { accountId: learner.id, courseId: course.id }
  const row = await findLessonRow(key, lesson.id)
  if (row && (row.lastLessonId !== lesson.id || row.lastLanguage !== language)) {
    await updateEnrolment(key, { lastLessonId: lesson.id, lastLanguage: language })
  }
  return { asks: course.test && !learner.withoutTests && !row?.withoutTests, finished: row?.finishedLessonId != null }
}

/** Chooses the no-test mode for one course, or leaves it. */
export async function setWithoutTests(key: LearningKey, withoutTests: boolean, language: Language): Promise<void> {
  await upsertEnrolment(key, { language })
  await updateEnrolment(key, { withoutTests })
}
