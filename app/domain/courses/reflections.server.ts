import type { Lesson } from '~/content/types'
import type { Learner } from './learning.server'
import { deleteReflectionsOf, listReflections, putReflection } from './repository.server'

/** What a learner wrote in a lesson, by reflection id. Empty when she chose to keep none. */
export async function getReflections(learner: Learner, courseId: string, lesson: Lesson): Promise<Map<string, string>> {
  if (!learner.keepReflections || lesson.reflectionIds.length === 0) return new Map()
  return listReflections({ accountId: learner.id, courseId }, lesson.id)
}

/** Keeps what a learner wrote. @returns false when she keeps none, or the lesson has no such reflection */
export async function keepReflection(learner: Learner, courseId: string, lesson: Lesson, id: string, text: string): Promise<boolean> {
  if (!learner.keepReflections || !lesson.reflectionIds.includes(id)) return false
  await putReflection({ accountId: learner.id, courseId }, lesson.id, id, text)
  return true
}

/** Takes away all that somebody wrote, when she chooses to keep no reflections any more. */
export async function forgetReflections(accountId: string): Promise<void> {
  await deleteReflectionsOf(accountId)
}
