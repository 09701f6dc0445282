import { listLessons } from '~/content/lessons'
import { findCourse } from '~/content/read'
import type { Lesson } from '~/content/types'
import { listCertificatesOf, listFinishedLessons } from '~/domain/courses/repository.server'

/**
 * How far a member of a cohort is: which lessons are finished, and the day of the certificate. Nothing of what she wrote or
 * answered, and not the name that stands on the certificate.
 */
export async function getMemberProgress(
  cohort: { courseId: string },
  accountId: string,
): Promise<{ lessons: { lesson: Lesson; finished: boolean }[]; certifiedOn: string | null }> {
  const { courseId } = cohort
  const course = findCourse(courseId)
  const [finished, certificates] = await Promise.all([
    listFinishedLessons({ accountId, courseId }),
    listCertificatesOf([accountId], courseId),
  ])
  const done = new Set(finished)
  const lessons = course ? listLessons(course).map((lesson) => ({ lesson, finished: done.has(lesson.id) })) : []
  return { lessons, certifiedOn: certificates[0]?.issuedOn ?? null }
}
