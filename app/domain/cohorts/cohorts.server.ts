import { noteOnceAnHour } from '~/domain/accounts/audit.server'
import { listOrganisationsOf, mayActFor } from '~/domain/accounts/organisations.server'
import { mayActForAll, type Person } from '~/domain/accounts/policy'
import { listCertificatesOf, listFinishedLessonsOf } from '~/domain/courses/repository.server'
import { listLessons } from '~/content/lessons'
import { findCourse } from '~/content/read'
import { findCohortRow, findMembership, listCohortRows, listMembers } from './repository.server'

/** The cohorts a person may see, the newest first. */
export async function listCohorts(person: Person) {
  const ids = mayActForAll(person) ? null : (await listOrganisationsOf(person)).map((organisation) => organisation.id)
  return listCohortRows(ids)
}

/** A cohort, if the person may see it; null when it is not there or not hers, so that nobody learns which. */
export async function findCohort(person: Person, id: string) {
  const cohort = await findCohortRow(id)
  return cohort && (await mayActFor(person, cohort.organisationId)) ? cohort : null
}

/** The members of a cohort with how many lessons each has finished and whether the certificate was issued. */
export async function listMembersWithProgress(cohort: { id: string; courseId: string }) {
  const members = await listMembers(cohort.id)
  const ids = members.map((member) => member.accountId)
  const course = findCourse(cohort.courseId)
  const known = new Set(course ? listLessons(course).map((lesson) => lesson.id) : [])
  const [finished, certificates] = await Promise.all([
    listFinishedLessonsOf(ids, cohort.courseId),
    listCertificatesOf(ids, cohort.courseId),
  ])
  return members.map((member) => ({
    accountId: member.accountId,
    userName: member.account.userName,
    background: member.background,
    lastSeenOn: member.account.lastSeenOn,
    active: member.account.deactivatedAt === null,
    finished: finished.filter((row) => row.accountId === member.accountId && known.has(row.lessonId)).length,
    total: known.size,
    certified: certificates.some((row) => row.accountId === member.accountId),
  }))
}

/** One member of a cohort; looking is noted in the audit log, once an hour. Null when she is not in it. */
export async function findMember(person: Person, cohortId: string, accountId: string) {
  const member = await findMembership(cohortId, accountId)
  if (member)
    await noteOnceAnHour({
      actorId: person.id,
      action: 'member.viewed',
      subjectType: 'account',
      subjectId: accountId,
      detail: { cohort: cohortId },
    })
  return member
}
