import { database, type DatabaseTransaction } from '~/platform/db/client.server'

type Db = DatabaseTransaction

export function inTransaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return database().$transaction(work)
}

export function createCohortRow(data: {
  id?: string
  name: string
  courseId: string
  language: string
  organisationId: string
  startsOn: string
  endsOn: string
  withoutTests: boolean
}) {
  return database().cohort.create({ data })
}

export function findCohortRow(id: string) {
  return database().cohort.findUnique({ where: { id }, include: { organisation: { select: { name: true } } } })
}

/** Cohorts of these organisations, or of all with null, the newest first. */
export function listCohortRows(organisationIds: string[] | null) {
  return database().cohort.findMany({
    where: organisationIds === null ? {} : { organisationId: { in: organisationIds } },
    orderBy: [{ startsOn: 'desc' }, { name: 'asc' }],
    include: { organisation: { select: { name: true } }, _count: { select: { memberships: true } } },
  })
}

export function listMembers(cohortId: string) {
  return database().membership.findMany({
    where: { cohortId },
    orderBy: { account: { userName: 'asc' } },
    include: { account: { select: { id: true, userName: true, lastSeenOn: true, deactivatedAt: true, withoutTests: true } } },
  })
}

export function findMembership(cohortId: string, accountId: string) {
  return database().membership.findUnique({
    where: { cohortId_accountId: { cohortId, accountId } },
    include: {
      account: { select: { id: true, userName: true, lastSeenOn: true, deactivatedAt: true, withoutTests: true, keepReflections: true } },
    },
  })
}

export async function putMembership(tx: Db, cohortId: string, accountId: string, background: 'pool' | 'volunteer' | 'employee') {
  await tx.membership.upsert({
    where: { cohortId_accountId: { cohortId, accountId } },
    create: { cohortId, accountId, background },
    // Not empty, or Prisma would look first and insert then, and two at the same moment would both insert.
    update: { cohortId },
  })
}

/** The cohort in which an account follows a course; the latest where there are more. */
export function findCohortOfMember(accountId: string, courseId: string) {
  return database().cohort.findFirst({
    where: { courseId, memberships: { some: { accountId } } },
    orderBy: { startsOn: 'desc' },
    select: { id: true, name: true },
  })
}
