import { randomUUID } from 'node:crypto'
import { today } from '~/i18n/formats'
import { note } from '~/domain/accounts/audit.server'
import { codeFor, normaliseCode } from '~/platform/auth/codes.server'
import type { Course } from '~/content/types'
import { getLearning, type Learner } from './learning.server'
import { createCertificate, findCertificate, listCertificates, type Background } from './repository.server'

export interface CertificateCohort {
  id: string
  name: string
  /** Of the learner in this cohort. */
  background: Background
}

// Sixteen characters of five bits: nobody finds another one's certificate by trying.
const codeLength = 16

/**
 * Issues the certificate of a course to a learner, once; a second request gives the first one back.
 * @param name as it is to stand on the certificate
 * @returns the code, or null when the course has no certificate or is not finished by its rule
 */
export async function issueCertificate(
  learner: Learner,
  course: Course,
  name: string,
  cohort: CertificateCohort | null,
): Promise<string | null> {
  const existing = await findOwnCertificate(learner.id, course.id)
  if (existing) return existing.code
  if (!course.certificate || !(await getLearning(learner, course)).standing.complete) return null
  const code = codeFor('certificate', randomUUID(), codeLength)
  const row = await createCertificate({
    code,
    accountId: learner.id,
    name,
    courseId: course.id,
    hours: course.certificate.hours,
    cohortId: cohort?.id ?? null,
    cohortName: cohort?.name ?? null,
    background: cohort?.background ?? null,
    issuedOn: today(),
  }).catch(async (error: unknown) => {
    // Pressed twice: the other request was first.
    const first = await findOwnCertificate(learner.id, course.id)
    if (first) return first
    throw error
  })
  if (row.code === code) await note({ actorId: learner.id, action: 'certificate.issued', subjectType: 'certificate', subjectId: row.id })
  return row.code
}

/** The certificate of an account for a course; null when there is none. */
export function findOwnCertificate(accountId: string, courseId: string) {
  return findCertificate({ accountId_courseId: { accountId, courseId } })
}

/** The certificate with a code as somebody typed or scanned it; null when there is none. */
export async function findCertificateByCode(typed: string) {
  const code = normaliseCode(typed)
  return /^[0-9a-z]{16}$/.test(code) ? findCertificate({ code }) : null
}

export { listCertificates }
