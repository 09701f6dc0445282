import { upsertEnrolment } from '~/domain/courses/repository.server'
import { createCohortRow, inTransaction, putMembership } from '~/domain/cohorts/repository.server'

type Background = 'pool' | 'volunteer' | 'employee'

/** Makes a cohort that follows the parenting course, unless other parts are given. */
export function makeCohort(given: {
  organisationId: string
  name?: string
  courseId?: string
  startsOn?: string
  endsOn?: string
  withoutTests?: boolean
}) {
  return createCohortRow({
    name: 'Groep in opleiding',
    courseId: 'opvoeding',
    language: 'nl',
    startsOn: '2026-09-01',
    endsOn: '2026-12-15',
    withoutTests: false,
    ...given,
  })
}

/** Makes an account a member of a cohort and enrols it in the cohort's course. @returns the id of the membership */
export async function addMember(
  cohort: { id: string; courseId: string },
  accountId: string,
  background: Background = 'volunteer',
  language = 'nl',
): Promise<string> {
  return inTransaction(async (tx) => {
    const id = await putMembership(tx, cohort.id, accountId, background)
    await upsertEnrolment({ accountId, courseId: cohort.courseId }, { language }, tx)
    return id
  })
}
