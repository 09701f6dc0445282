import { randomUUID } from 'node:crypto'
import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import { monthsAfter } from './dates'
import { recordCohort, recordMembership, type Authorship } from './revisions-repository.server'

type Db = DatabaseTransaction
type Background = 'pool' | 'volunteer' | 'employee'

/** Months of practice after the training. */
const practiceMonths = 6

export function inTransaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return database().$transaction(work)
}

/** Makes a cohort with its first revision; the practice period ends half a year after the training. */
export function createCohortRow(
  data: {
    id?: string
    name: string
    courseId: string
    language: string
    organisationId: string
    startsOn: string
    endsOn: string
    practiceEndsOn?: string
    targetSize?: number | null
    withoutTests: boolean
    createdAt?: Date
  },
  authorId: string | null = null,
) {
  return inTransaction(async (tx) => {
    const row = await tx.cohort.create({ data: { practiceEndsOn: practiceEndOf(data.endsOn), ...data } })
    await recordCohort(tx, row, { act: 'created', authorId, at: row.createdAt })
    return row
  })
}

/** The last day of practice after a training that ends on this day. */
export function practiceEndOf(endsOn: string): string {
  return monthsAfter(endsOn, practiceMonths)
}

const withOrganisation = { organisation: { select: { name: true } } } as const

export function findCohortRow(id: string, db: Db = database()) {
  return db.cohort.findUnique({ where: { id }, include: withOrganisation })
}

/** Cohorts of these organisations, or of all with null, the newest first. Who left is not counted. */
export function listCohortRows(organisationIds: string[] | null) {
  return database().cohort.findMany({
    where: organisationIds === null ? {} : { organisationId: { in: organisationIds } },
    orderBy: [{ startsOn: 'desc' }, { name: 'asc' }],
    include: { ...withOrganisation, _count: { select: { memberships: { where: { leftOn: null } } } } },
  })
}

/**
 * Holds a cohort until the end of the transaction, so that nobody closes it meanwhile.
 * @returns false when it is closed, or not there
 */
export async function holdOpenCohort(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.cohort.updateMany({ where: { id, closedAt: null }, data: { revision: { increment: 0 } } })
  return count === 1
}

export interface CohortChange {
  name: string
  startsOn: string
  endsOn: string
  practiceEndsOn: string
  targetSize: number | null
  closedAt: Date | null
}

/**
 * Changes a cohort, if it is still as who changes it saw it, and records what it became.
 * @param seen the revision that was seen
 * @param by with `trainers`, who gives it its training from now on
 * @returns false when somebody else was first, or it is not in the wanted state
 */
export async function changeCohortRow(
  tx: Db,
  { id, seen, closed }: { id: string; seen: number; closed: boolean },
  data: Partial<CohortChange>,
  by: Authorship & { trainers?: string[] },
): Promise<boolean> {
  const { count } = await tx.cohort.updateMany({
    where: { id, revision: seen, closedAt: closed ? { not: null } : null },
    data: { ...data, revision: seen + 1 },
  })
  if (count === 0) return false
  if (by.trainers) await putCohortTrainers(tx, id, by.trainers)
  await recordCohort(tx, await tx.cohort.findUniqueOrThrow({ where: { id } }), by)
  return true
}

/** Ids and user names of the accounts that give a cohort its training. */
export async function listCohortTrainers(cohortId: string, db: Db = database()) {
  const rows = await db.cohortTrainer.findMany({
    where: { cohortId },
    orderBy: { account: { userName: 'asc' } },
    select: { account: { select: { id: true, userName: true } } },
  })
  return rows.map((row) => row.account)
}

async function putCohortTrainers(tx: Db, cohortId: string, accountIds: string[]): Promise<void> {
  await tx.cohortTrainer.deleteMany({ where: { cohortId } })
  await tx.cohortTrainer.createMany({ data: accountIds.map((accountId) => ({ cohortId, accountId })) })
}

/** Accounts that could give a cohort its training: trainers and coordinators of these organisations who do not follow it. */
export function listPossibleTrainers(organisationIds: string[], cohortId: string) {
  return database().account.findMany({
    where: {
      deactivatedAt: null,
      roles: { some: { role: { in: ['trainer', 'coordinator'] }, organisationId: { in: organisationIds } } },
      memberships: { none: { cohortId } },
    },
    orderBy: { userName: 'asc' },
    select: { id: true, userName: true },
  })
}

const shownAccount = { select: { id: true, userName: true, lastSeenOn: true, deactivatedAt: true, withoutTests: true } } as const

/** The memberships of a cohort, those who left at the end. Without an account where it was deleted. */
export function listMembers(cohortId: string, db: Db = database()) {
  return db.membership.findMany({
    where: { cohortId },
    orderBy: [{ leftOn: { sort: 'asc', nulls: 'first' } }, { account: { userName: 'asc' } }, { id: 'asc' }],
    include: { account: shownAccount },
  })
}

/** A membership by its account; null where there is none. */
export async function findMembership(cohortId: string, accountId: string) {
  const row = await database().membership.findUnique({
    where: { cohortId_accountId: { cohortId, accountId } },
    include: {
      account: { select: { id: true, userName: true, lastSeenOn: true, deactivatedAt: true, withoutTests: true, keepReflections: true } },
    },
  })
  return row?.account ? { ...row, account: row.account } : null
}

/** The memberships of an account with their cohorts, the newest first. */
export function listMembershipsOf(accountId: string) {
  return database().membership.findMany({
    where: { accountId },
    orderBy: { cohort: { startsOn: 'desc' } },
    include: { cohort: true },
  })
}

/** Makes an account a member, or again a member after she left. Who is one already stays as she is. */
export async function putMembership(
  tx: Db,
  cohortId: string,
  accountId: string,
  background: Background,
  now = new Date(),
): Promise<string> {
  const id = randomUUID()
  const row = await tx.membership.upsert({
    where: { cohortId_accountId: { cohortId, accountId } },
    create: { id, cohortId, accountId, background, joinedAt: now },
    // Not empty, or Prisma would look first and insert then, and two at the same moment would both insert.
    update: { cohortId },
  })
  if (row.id === id) await recordMembership(tx, row, { act: 'created', authorId: accountId, at: now })
  else if (row.leftOn !== null)
    await changeMembershipRow(
      tx,
      { id: row.id, seen: row.revision },
      { leftOn: null, background },
      { act: 'reopened', authorId: accountId },
    )
  return row.id
}

/** Changes a membership, if it is still as who changes it saw it. @returns false when somebody else was first */
export async function changeMembershipRow(
  tx: Db,
  { id, seen }: { id: string; seen: number },
  data: { background?: Background; leftOn?: string | null },
  by: Authorship,
): Promise<boolean> {
  const { count } = await tx.membership.updateMany({ where: { id, revision: seen }, data: { ...data, revision: seen + 1 } })
  if (count === 0) return false
  await recordMembership(tx, await getMembershipRow(tx, id), by)
  return true
}

export function getMembershipRow(tx: Db, id: string) {
  return tx.membership.findUniqueOrThrow({ where: { id } })
}

/** The cohort in which an account follows a course; the latest where there are more, and one that she left only for want of another. */
export async function findCohortOfMember(accountId: string, courseId: string) {
  const latest = (membership: { leftOn?: null }) =>
    database().membership.findFirst({
      where: { accountId, cohort: { courseId }, ...membership },
      orderBy: { cohort: { startsOn: 'desc' } },
      select: { background: true, cohort: { select: { id: true, name: true } } },
    })
  const membership = (await latest({ leftOn: null })) ?? (await latest({}))
  return membership && { ...membership.cohort, background: membership.background }
}
