import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import { asOf, momentAfter } from '~/platform/db/revisions.server'
import type { CohortFigures } from './figures'

// The one place where the memory of cohorts and memberships is written: what was, until when, and by whom.

type Db = DatabaseTransaction

/** What is done to a cohort or membership, by whom and why. */
export interface Authorship {
  act: 'created' | 'changed' | 'withdrawn' | 'closed' | 'reopened'
  authorId: string | null
  reason?: string
  /** Default: now. */
  at?: Date
  /** What was counted when a cohort was closed. */
  figures?: CohortFigures
}

/** A cohort as it is after a change. */
interface CohortState {
  id: string
  revision: number
  name: string
  courseId: string
  language: string
  organisationId: string
  startsOn: string
  endsOn: string
  practiceEndsOn: string
  targetSize: number | null
  withoutTests: boolean
  closedAt: Date | null
}

interface MembershipState {
  id: string
  revision: number
  cohortId: string
  background: 'pool' | 'volunteer' | 'employee'
  leftOn: string | null
}

/** Records what a cohort became; what it was ends at the same moment. Within the transaction of the change. */
export async function recordCohort(tx: Db, state: CohortState, by: Authorship): Promise<void> {
  const { id: cohortId, revision: number } = state
  const { name, courseId, language, organisationId, startsOn, endsOn, practiceEndsOn, targetSize, withoutTests, closedAt } = state
  const before = await tx.cohortRevision.findFirst({ where: { cohortId, supersededAt: null }, select: { id: true, recordedAt: true } })
  const recordedAt = momentAfter(before, by.at)
  if (before) await tx.cohortRevision.update({ where: { id: before.id }, data: { supersededAt: recordedAt } })
  const trainers = await tx.cohortTrainer.findMany({ where: { cohortId }, orderBy: { accountId: 'asc' }, select: { accountId: true } })
  await tx.cohortRevision.create({
    data: {
      ...{ cohortId, number, recordedAt, act: by.act, authorId: by.authorId, reason: by.reason ?? null },
      ...{ name, courseId, language, organisationId, startsOn, endsOn, practiceEndsOn, targetSize, withoutTests, closedAt },
      trainers: trainers.map(({ accountId }) => accountId),
      ...(by.figures ? { figures: { ...by.figures } } : {}),
    },
  })
}

/** Records what a membership became. Within the transaction of the change. */
export async function recordMembership(tx: Db, state: MembershipState, by: Authorship): Promise<void> {
  const { id: membershipId, revision: number, cohortId, background, leftOn } = state
  const before = await tx.membershipRevision.findFirst({
    where: { membershipId, supersededAt: null },
    select: { id: true, recordedAt: true },
  })
  const recordedAt = momentAfter(before, by.at)
  if (before) await tx.membershipRevision.update({ where: { id: before.id }, data: { supersededAt: recordedAt } })
  await tx.membershipRevision.create({
    data: {
      ...{ membershipId, number, recordedAt, act: by.act, authorId: by.authorId, reason: by.reason ?? null },
      ...{ cohortId, background, leftOn },
    },
  })
}

/** A cohort as it was at a moment; null when it was not there yet. */
export function findCohortRevisionAsOf(cohortId: string, moment: Date) {
  return database().cohortRevision.findFirst({ where: { cohortId, ...asOf(moment) }, orderBy: { number: 'desc' } })
}

/** The memberships of a cohort as they were at a moment. */
export function listMembershipRevisionsAsOf(cohortId: string, moment: Date) {
  return database().membershipRevision.findMany({ where: { cohortId, ...asOf(moment) }, orderBy: { membershipId: 'asc' } })
}

/** The revision with which a cohort was closed the last time; null when it never was. */
export function findClosingRevision(cohortId: string) {
  return database().cohortRevision.findFirst({ where: { cohortId, act: 'closed' }, orderBy: { number: 'desc' } })
}

/** What happened to a cohort, the newest first. */
export function listCohortRevisions(cohortId: string) {
  return database().cohortRevision.findMany({ where: { cohortId }, orderBy: { number: 'desc' } })
}
