import { database, type DatabaseTransaction, type Prisma } from '~/platform/db/client.server'
import type { GroupFacts } from '../groups-repository.server'
import type { SessionFacts } from '../sessions-repository.server'
import { searchNameOf } from '../search-name'

type Db = DatabaseTransaction

// Rows go in by the hundreds: one by one, five thousand sessions would hold up everybody else for half a minute.
const portion = 200

async function inPortions<T>(rows: T[], write: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += portion) await write(rows.slice(at, at + portion))
}

/** Groups of these organisations with these names, with their trainers and sessions. */
export async function listGroupsByName(organisationIds: string[], searchNames: string[], db: Db = database()) {
  const found = []
  for (let at = 0; at < searchNames.length; at += portion) {
    const names = searchNames.slice(at, at + portion)
    found.push(
      ...(await db.group.findMany({
        where: { organisationId: { in: organisationIds }, searchName: { in: names }, withdrawnAt: null },
        include: {
          trainers: { select: { membership: { select: { account: { select: { userName: true } } } } } },
          sessions: { where: { status: { not: 'withdrawn' } }, select: { date: true, startsAt: true, status: true } },
        },
      })),
    )
  }
  return found
}

/** Every import of this file into one of these organisations. */
export function listSameFile(organisationIds: string[], fileHash: string, db: Db = database()) {
  return db.groupImport.findMany({ where: { organisationId: { in: organisationIds }, fileHash }, orderBy: { createdAt: 'desc' } })
}

/** Makes the row of an import. Throws P2002 when somebody brings in the same file at the same moment. */
export async function createImportRow(
  tx: Db,
  data: { id: string; organisationId: string; accountId: string; fileHash: string; groupCount: number; sessionCount: number },
): Promise<void> {
  await tx.groupImport.create({ data })
}

/** Holds organisations until the end of the transaction: who makes groups of the same names there waits. */
export async function holdOrganisations(tx: Db, ids: string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) {
    const { createdAt } = await tx.organisation.findUniqueOrThrow({ where: { id }, select: { createdAt: true } })
    // The one column that never changes: written as it stands, it locks the row on PostgreSQL and undoes nothing.
    await tx.organisation.update({ where: { id }, data: { createdAt } })
  }
}

/** What stands with a group, so that a list of groups needs no sum. */
export interface GroupSums {
  lastHeldOn: string | null
  sessionsHeld: number
  reached: number
  /** As in `GroupTally`. */
  tally: string
}

/** Makes new groups with their first revisions and their sums. */
export async function insertGroups(
  tx: Db,
  groups: { id: string; facts: GroupFacts; sums: GroupSums }[],
  by: { authorId: string; importId: string },
): Promise<void> {
  const recordedAt = new Date()
  const { authorId, importId } = by
  await inPortions(groups, (some) =>
    tx.group.createMany({
      data: some.map(({ id, facts: { trainers: _, ...row }, sums: { tally: _tally, ...sums } }) => ({
        id,
        ...row,
        ...sums,
        searchName: searchNameOf(row.name),
        createdAt: recordedAt,
        importId,
      })),
    }),
  )
  await inPortions(groups, (some) =>
    tx.groupTally.createMany({ data: some.map(({ id, sums }) => ({ groupId: id, sessions: sums.tally, changedAt: recordedAt })) }),
  )
  const trainers = groups.flatMap(({ id, facts }) => facts.trainers.map((membershipId) => ({ groupId: id, membershipId })))
  await inPortions(trainers, (some) => tx.groupTrainer.createMany({ data: some }))
  await inPortions(groups, (some) =>
    tx.groupRevision.createMany({
      data: some.map(({ id, facts }) => ({ groupId: id, number: 1, recordedAt, ...facts, act: 'created' as const, authorId })),
    }),
  )
}

/** Makes registered sessions with their first revisions. */
export async function insertSessions(
  tx: Db,
  sessions: { id: string; facts: SessionFacts }[],
  by: { authorId: string; importId: string },
): Promise<void> {
  const recordedAt = new Date()
  const { authorId, importId } = by
  await inPortions(sessions, (some) =>
    tx.groupSession.createMany({ data: some.map(({ id, facts }) => ({ id, ...facts, createdAt: recordedAt, importId })) }),
  )
  await inPortions(sessions, (some) =>
    tx.groupSessionRevision.createMany({
      data: some.map(({ id, facts }) => ({ sessionId: id, number: 1, recordedAt, ...facts, act: 'registered' as const, authorId })),
    }),
  )
}

/** The latest imports of these organisations, or of all with null. */
export function listImportRows(organisationIds: string[] | null, take: number) {
  return database().groupImport.findMany({
    where: organisationIds === null ? {} : { organisationId: { in: organisationIds } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    include: { organisation: { select: { name: true } } },
  })
}

export function findImportRow(id: string) {
  return database().groupImport.findUnique({ where: { id }, include: { organisation: { select: { name: true } } } })
}

export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImportRow>>>

/** What an import made or added sessions to. */
const ofImport = (importId: string) => ({ OR: [{ importId }, { sessions: { some: { importId } } }] }) satisfies Prisma.GroupWhereInput

/** Ids of the groups that an import made or added sessions to. */
export async function listImportedIds(tx: Db, importId: string): Promise<string[]> {
  return (await tx.group.findMany({ where: ofImport(importId), select: { id: true } })).map(({ id }) => id)
}

/** Whether one of them is a group of another organisation than these by now. */
export async function hasMovedGroup(importId: string, organisationIds: string[], db: Db = database()): Promise<boolean> {
  const moved = { ...ofImport(importId), organisationId: { notIn: organisationIds } }
  return (await db.group.findFirst({ where: moved, select: { id: true } })) !== null
}

/** The groups of these organisations that an import made or added sessions to. */
export function listImportedGroups(importId: string, organisationIds: string[], take: number) {
  return database().group.findMany({
    where: { ...ofImport(importId), organisationId: { in: organisationIds } },
    orderBy: [{ searchName: 'asc' }, { id: 'asc' }],
    take,
    select: { id: true, name: true, withdrawnAt: true },
  })
}

/** Groups of these organisations of which something was changed since an import: itself, a session, a session that was added, or a round of questions. */
export function listChangedGroups(importId: string, organisationIds: string[], take: number, db: Db = database()) {
  return db.group.findMany({
    where: {
      organisationId: { in: organisationIds },
      OR: [
        { importId, OR: [{ revision: { gt: 1 } }, { evaluations: { some: {} } }, { sessions: { some: { importId: null } } }] },
        { importId, sessions: { some: { importId: { not: importId } } } },
        { sessions: { some: { importId, OR: [{ revision: { gt: 1 } }, { evaluations: { some: {} } }] } } },
      ],
    },
    orderBy: [{ searchName: 'asc' }, { id: 'asc' }],
    take,
    select: { id: true, name: true },
  })
}

/** Marks an import as undone; true for who did it first. */
export async function markUndone(tx: Db, id: string, accountId: string): Promise<boolean> {
  const { count } = await tx.groupImport.updateMany({
    where: { id, undoneAt: null },
    data: { undoneAt: new Date(), undoneById: accountId },
  })
  return count === 1
}

/** Withdraws every session of an import, as a second revision. @returns ids of their groups; null when one was changed meanwhile */
export async function withdrawSessionsOf(tx: Db, importId: string, authorId: string): Promise<string[] | null> {
  const recordedAt = new Date()
  const sessions = await tx.groupSession.findMany({ where: { importId }, omit: { createdAt: true, importId: true } })
  const { count } = await tx.groupSession.updateMany({ where: { importId, revision: 1 }, data: { status: 'withdrawn', revision: 2 } })
  if (count !== sessions.length) return null
  await tx.groupSessionRevision.updateMany({ where: { session: { importId }, supersededAt: null }, data: { supersededAt: recordedAt } })
  await inPortions(sessions, (some) =>
    tx.groupSessionRevision.createMany({
      data: some.map(({ id, revision: _, ...facts }) => ({
        ...facts,
        sessionId: id,
        number: 2,
        recordedAt,
        status: 'withdrawn' as const,
        act: 'withdrawn' as const,
        authorId,
      })),
    }),
  )
  return [...new Set(sessions.map(({ groupId }) => groupId))]
}

/** Withdraws every group that an import made, as a second revision. @returns false when one was changed meanwhile */
export async function withdrawGroupsOf(tx: Db, importId: string, authorId: string): Promise<boolean> {
  const withdrawnAt = new Date()
  const groups = await tx.group.findMany({ where: { importId }, include: { trainers: { orderBy: { membershipId: 'asc' } } } })
  const { count } = await tx.group.updateMany({ where: { importId, revision: 1 }, data: { withdrawnAt, revision: 2 } })
  if (count !== groups.length) return false
  await tx.groupRevision.updateMany({ where: { group: { importId }, supersededAt: null }, data: { supersededAt: withdrawnAt } })
  await inPortions(groups, (some) =>
    tx.groupRevision.createMany({
      data: some.map(({ id, name, programme, kind, organisationId, municipality, place, audience, languages, closedOn, trainers }) => ({
        groupId: id,
        number: 2,
        recordedAt: withdrawnAt,
        act: 'withdrawn' as const,
        authorId,
        ...{ name, programme, kind, organisationId, municipality, place, audience, languages, closedOn, withdrawnAt },
        trainers: trainers.map(({ membershipId }) => membershipId),
      })),
    }),
  )
  return true
}
