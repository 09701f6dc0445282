import type { Course } from '~/content/types'
import { issueCertificate } from '~/domain/courses/certificates.server'
import type { Learner } from '~/domain/courses/learning.server'
import { findCohortOfMember } from './repository.server'

/** Issues a certificate with the cohort in which the course was followed. @returns its code, or null when it is too early */
export async function claimCertificate(learner: Learner, course: Course, name: string): Promise<string | null> {
  return issueCertificate(learner, course, name, await findCohortOfMember(learner.id, course.id))
}
