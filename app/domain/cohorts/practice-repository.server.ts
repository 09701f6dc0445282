import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import type { PracticePeriod } from './practice'

type Db = DatabaseTransaction
export type PracticeKind = 'visit' | 'peer_consultation' | 'reflection'

export function createPracticeRow(
  tx: Db,
  data: { id: string; membershipId: string; kind: PracticeKind; date: string; note: string | null; authorId: string },
) {
  return tx.practiceLogEntry.create({ data })
}

export function findPracticeRow(id: string, db: Db = database()) {
  return db.practiceLogEntry.findUnique({ where: { id }, include: { membership: { select: { cohortId: true, accountId: true } } } })
}

/** The practice log of these members without what was withdrawn, the newest day first. */
export function listPracticeRows(membershipIds: string[], db: Db = database()) {
  return db.practiceLogEntry.findMany({
    where: { membershipId: { in: membershipIds }, withdrawnAt: null },
    orderBy: [{ date: 'desc' }, { id: 'desc' }],
  })
}

/** Withdraws a line; true for who did it first. */
export async function withdrawPracticeRow(tx: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.practiceLogEntry.updateMany({ where: { id, withdrawnAt: null }, data: { withdrawnAt: now } })
  return count === 1
}

/** Registered sessions in the practice period of the groups that a member leads, by membership. */
export async function countSessionsHeld(
  cohortId: string,
  { endsOn, practiceEndsOn }: PracticePeriod,
  db: Db = database(),
): Promise<{ byMember: Map<string, number>; sessions: number }> {
  const sessions = await db.groupSession.findMany({
    where: {
      status: 'registered',
      date: { gte: endsOn, lte: practiceEndsOn },
      group: { withdrawnAt: null, trainers: { some: { membership: { cohortId } } } },
    },
    select: { group: { select: { trainers: { where: { membership: { cohortId } }, select: { membershipId: true } } } } },
  })
  const byMember = new Map<string, number>()
  for (const { group } of sessions)
    for (const { membershipId } of group.trainers) byMember.set(membershipId, (byMember.get(membershipId) ?? 0) + 1)
  return { byMember, sessions: sessions.length }
}
