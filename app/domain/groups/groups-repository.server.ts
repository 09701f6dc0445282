import { database, type DatabaseTransaction, type Prisma } from '~/platform/db/client.server'
import { asOf, momentAfter } from '~/platform/db/revisions.server'
import type { audiences, groupKinds, programmes } from './schema'
import { searchNameOf } from './search-name'

type Db = DatabaseTransaction

export function inTransaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  // Behind an import others wait their turn instead of failing.
  return database().$transaction(work, { timeout: 60_000, maxWait: 20_000 })
}

/** What of a group decides whether sessions can be written. */
export interface HeldGroup {
  id: string
  closedOn: string | null
  withdrawnAt: Date | null
  lastHeldOn: string | null
}

/**
 * Holds groups until the end of the transaction: who writes sessions of the same group waits, so that sums and first sessions
 * are worked out from what is true. Always in the order of ids, so that two cannot wait for each other.
 * @returns the groups as they are now, those that are there
 */
export async function holdGroups(tx: Db, groupIds: string[]): Promise<HeldGroup[]> {
  const held: HeldGroup[] = []
  for (const id of [...new Set(groupIds)].sort()) {
    // Writing nothing new locks the row on PostgreSQL; on SQLite transactions stand in line anyway.
    await tx.group.updateMany({ where: { id }, data: { revision: { increment: 0 } } })
    const group = await tx.group.findUnique({
      where: { id },
      select: { id: true, closedOn: true, withdrawnAt: true, lastHeldOn: true },
    })
    if (group) held.push(group)
  }
  return held
}

/** All of a group that is kept as revisions. */
export interface GroupFacts {
  name: string
  programme: (typeof programmes)[number]
  kind: (typeof groupKinds)[number]
  organisationId: string
  municipality: string
  place: string | null
  audience: (typeof audiences)[number]
  /** Codes between commas: ",ar,nl,". */
  languages: string
  closedOn: string | null
  withdrawnAt: Date | null
  /** Ids of memberships, in order. */
  trainers: string[]
}

export type GroupAct = 'created' | 'changed' | 'closed' | 'reopened' | 'withdrawn'

/** Who did it, and why. */
export interface Authorship<Act extends string> {
  act: Act
  authorId: string | null
  reason?: string | undefined
}

/** Makes a group with its first revision. Throws P2002 when the id is there already. */
export async function createGroupRow(
  tx: Db,
  id: string,
  facts: GroupFacts,
  by: Authorship<GroupAct>,
  importId: string | null = null,
): Promise<void> {
  const recordedAt = new Date()
  const { trainers, ...row } = facts
  await tx.group.create({ data: { id, ...row, searchName: searchNameOf(row.name), createdAt: recordedAt, importId } })
  await putTrainers(tx, id, trainers)
  await tx.groupTally.create({ data: { groupId: id, changedAt: recordedAt } })
  await tx.groupRevision.create({ data: { groupId: id, number: 1, recordedAt, ...facts, ...authorshipOf(by) } })
}

/**
 * Writes a new revision of a group.
 * @param base the revision that the change was made from
 * @returns false when somebody changed it meanwhile; nothing is written then
 */
export async function reviseGroupRow(tx: Db, id: string, base: number, facts: GroupFacts, by: Authorship<GroupAct>): Promise<boolean> {
  const { trainers, ...row } = facts
  const { count } = await tx.group.updateMany({
    where: { id, revision: base },
    data: { ...row, searchName: searchNameOf(row.name), revision: base + 1 },
  })
  if (count === 0) return false
  await tx.groupTrainer.deleteMany({ where: { groupId: id } })
  await putTrainers(tx, id, trainers)
  const before = await tx.groupRevision.findFirst({ where: { groupId: id, supersededAt: null }, select: { recordedAt: true } })
  const recordedAt = momentAfter(before)
  await tx.groupRevision.updateMany({ where: { groupId: id, supersededAt: null }, data: { supersededAt: recordedAt } })
  await tx.groupRevision.create({ data: { groupId: id, number: base + 1, recordedAt, ...facts, ...authorshipOf(by) } })
  await tx.groupTally.update({ where: { groupId: id }, data: { changedAt: new Date() } })
  return true
}

async function putTrainers(tx: Db, groupId: string, membershipIds: string[]): Promise<void> {
  if (membershipIds.length > 0) await tx.groupTrainer.createMany({ data: membershipIds.map((membershipId) => ({ groupId, membershipId })) })
}

export function authorshipOf<Act extends string>({ act, authorId, reason }: Authorship<Act>) {
  return { act, authorId, reason: reason ?? null }
}

const withTrainers = {
  organisation: { select: { name: true } },
  trainers: {
    orderBy: { membershipId: 'asc' },
    select: {
      membershipId: true,
      membership: { select: { accountId: true, cohort: { select: { id: true, name: true } }, account: { select: { userName: true } } } },
    },
  },
} satisfies Prisma.GroupInclude

export function findGroupRow(id: string) {
  return database().group.findUnique({ where: { id, withdrawnAt: null }, include: withTrainers })
}

export type GroupRow = NonNullable<Awaited<ReturnType<typeof findGroupRow>>>

export function listGroupRevisions(groupId: string) {
  return database().groupRevision.findMany({ where: { groupId }, orderBy: { number: 'desc' } })
}

/** A group as it was at a moment; null when it was not there yet. */
export function findGroupAsOf(groupId: string, moment: Date) {
  return database().groupRevision.findFirst({ where: { groupId, ...asOf(moment) } })
}

export async function listGroupRows(
  where: Prisma.GroupWhereInput,
  orderBy: Prisma.GroupOrderByWithRelationInput[],
  page: { skip: number; take: number },
) {
  return Promise.all([
    database().group.findMany({
      where,
      orderBy,
      skip: page.skip,
      take: page.take,
      select: {
        id: true,
        name: true,
        kind: true,
        programme: true,
        municipality: true,
        closedOn: true,
        lastHeldOn: true,
        sessionsHeld: true,
        reached: true,
        organisation: { select: { name: true } },
      },
    }),
    database().group.count({ where }),
  ])
}

/** Members of cohorts who can lead groups of these organisations, by user name; the newest membership of each last. */
export function listTrainerRows(organisationIds: string[]) {
  return database().membership.findMany({
    where: { cohort: { organisationId: { in: organisationIds } }, leftOn: null, account: { deactivatedAt: null } },
    orderBy: [{ account: { userName: 'asc' } }, { joinedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, account: { select: { userName: true } }, cohort: { select: { name: true, organisationId: true } } },
  })
}
