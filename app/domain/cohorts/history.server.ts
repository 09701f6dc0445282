import { findCohortRevisionAsOf, listMembershipRevisionsAsOf } from './revisions-repository.server'

/** A cohort as it was at a moment; null when it was not there yet. */
export function findCohortAsOf(id: string, moment: Date) {
  return findCohortRevisionAsOf(id, moment)
}

/** The members of a cohort as they were at a moment: their backgrounds and who had left, without their accounts. */
export async function listMembershipsAsOf(cohortId: string, moment: Date) {
  const rows = await listMembershipRevisionsAsOf(cohortId, moment)
  return rows.map(({ membershipId, number, background, leftOn, recordedAt }) => ({ membershipId, number, background, leftOn, recordedAt }))
}
