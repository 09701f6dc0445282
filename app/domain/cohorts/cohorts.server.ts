import { noteOnceAnHour } from '~/domain/accounts/audit.server'
import { listOrganisationsOf, mayActFor } from '~/domain/accounts/organisations.server'
import { mayActForAll, type Person } from '~/domain/accounts/policy'
import { listCertificatesOf, listFinishedLessonsOf } from '~/domain/courses/repository.server'
import { listLessons } from '~/content/lessons'
import { findCourse } from '~/content/read'
import { today } from '~/i18n/formats'
import { countCertificatesIn } from './figures-repository.server'
import { nudgeOf } from './nudge'
import { findCohortRow, findMembership, listCohortRows, listCohortTrainers, listMembers } from './repository.server'

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

export { countCertificatesIn, listCohortTrainers }

/**
 * The members of a cohort with how many lessons each has finished, whether the certificate was issued and who needs a nudge.
 * @param onDay YYYY-MM-DD
 */
export async function listMembersWithProgress(cohort: { id: string; courseId: string; startsOn: string; endsOn: string }, onDay = today()) {
  const members = await listMembers(cohort.id)
  const ids = members.flatMap((member) => member.accountId ?? [])
  const course = findCourse(cohort.courseId)
  const known = new Set(course ? listLessons(course).map((lesson) => lesson.id) : [])
  const [finished, certificates] = await Promise.all([
    listFinishedLessonsOf(ids, cohort.courseId),
    listCertificatesOf(ids, cohort.courseId),
  ])
  return members.map((member) => {
    const own = finished.filter((row) => row.accountId === member.accountId && known.has(row.lessonId))
    const last = own.reduce<Date | null>((latest, row) => (latest && latest > row.completedAt ? latest : row.completedAt), null)
    const certified = certificates.some((row) => row.accountId === member.accountId)
    const facts = {
      joinedOn: today(member.joinedAt),
      lastFinishedOn: last && today(last),
      ready: certified || (known.size > 0 && own.length === known.size),
      left: member.leftOn !== null || member.account === null,
    }
    return {
      id: member.id,
      accountId: member.accountId,
      userName: member.account?.userName ?? null,
      background: member.background,
      leftOn: member.leftOn,
      lastSeenOn: member.account?.lastSeenOn ?? null,
      active: member.account?.deactivatedAt === null,
      finished: own.length,
      total: known.size,
      certified,
      nudge: nudgeOf(facts, cohort, onDay),
    }
  })
}

/** Notes that a person looked at the members of a cohort, once an hour. */
export async function noteLookAtMembers(person: Person, cohort: { id: string }): Promise<void> {
  await noteOnceAnHour({ actorId: person.id, action: 'cohort.membersViewed', subjectType: 'cohort', subjectId: cohort.id })
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
