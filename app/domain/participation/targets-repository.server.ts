import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import { asOf, momentAfter } from '~/platform/db/revisions.server'

type Db = DatabaseTransaction

/** All of a target that is kept as revisions. */
export interface TargetFacts {
  indicator: string
  programme: 'opvoeding' | 'financieel' | 'verandering' | null
  kind: 'parents' | 'women' | 'living_room' | 'dialogue' | null
  organisationId: string | null
  municipality: string | null
  background: 'pool' | 'volunteer' | 'employee' | null
  from: string
  to: string
  value: number
  source: string
}

export type TargetAct = 'created' | 'changed' | 'withdrawn'

export function inTransaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return database().$transaction(work)
}

const facts = {
  indicator: true,
  programme: true,
  kind: true,
  organisationId: true,
  municipality: true,
  background: true,
  from: true,
  to: true,
  value: true,
  source: true,
} as const

/** Makes a target with its first revision. Throws P2002 when the id is there already. */
export async function createTargetRow(tx: Db, targetId: string, given: TargetFacts, authorId: string | null): Promise<void> {
  await tx.targetRevision.create({ data: { targetId, number: 1, act: 'created', authorId, ...given } })
}

/**
 * Writes a new revision of a target.
 * @param base the revision that the change was made from
 * @returns false when somebody changed it meanwhile; nothing is written then
 */
export async function reviseTargetRow(
  tx: Db,
  targetId: string,
  base: number,
  given: TargetFacts,
  { act, authorId }: { act: TargetAct; authorId: string | null },
): Promise<boolean> {
  const before = await tx.targetRevision.findUnique({
    where: { targetId_number: { targetId, number: base } },
    select: { recordedAt: true },
  })
  const recordedAt = momentAfter(before)
  // Ending the revision is what only one of two can do.
  const { count } = await tx.targetRevision.updateMany({
    where: { targetId, number: base, supersededAt: null },
    data: { supersededAt: recordedAt },
  })
  if (count === 0) return false
  await tx.targetRevision.create({ data: { targetId, number: base + 1, recordedAt, act, authorId, ...given } })
  return true
}

/** The target as it is now; null when there is none, or it was withdrawn. */
export async function findTargetRow(targetId: string) {
  const row = await database().targetRevision.findFirst({
    where: { targetId, supersededAt: null, act: { not: 'withdrawn' } },
    select: { targetId: true, number: true, ...facts },
  })
  return row
}

/** Targets as they were at a moment, withdrawn ones left out, by period and id. */
export function listTargetRows(moment: Date) {
  return database().targetRevision.findMany({
    where: { AND: [asOf(moment), { act: { not: 'withdrawn' } }] },
    orderBy: [{ from: 'asc' }, { to: 'asc' }, { targetId: 'asc' }],
    select: { targetId: true, number: true, ...facts },
  })
}

/** All revisions of a target, the newest first. */
export function listTargetRevisions(targetId: string) {
  return database().targetRevision.findMany({
    where: { targetId },
    orderBy: { number: 'desc' },
    select: { number: true, act: true, recordedAt: true, authorId: true, value: true, source: true },
  })
}
