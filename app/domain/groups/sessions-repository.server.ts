import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import { asOf, momentAfter } from '~/platform/db/revisions.server'
import { authorshipOf, type Authorship } from './groups-repository.server'
import { writeTally } from './tally'

type Db = DatabaseTransaction

/** All of a session that is kept as revisions. The counts are there once it is registered. */
export interface SessionFacts {
  groupId: string
  status: 'planned' | 'registered' | 'withdrawn'
  date: string
  startsAt: string | null
  place: string | null
  lessonId: string | null
  topic: string | null
  present: number | null
  firstTime: number | null
  women: number | null
  men: number | null
  unknown: number | null
  ageUnder25: number | null
  age25to39: number | null
  age40to54: number | null
  age55plus: number | null
  ageUnknown: number | null
  note: string | null
}

export type SessionAct = 'created' | 'changed' | 'registered' | 'corrected' | 'withdrawn'

/** A session without counts, texts and time. */
export const emptySession = {
  startsAt: null,
  place: null,
  lessonId: null,
  topic: null,
  present: null,
  firstTime: null,
  women: null,
  men: null,
  unknown: null,
  ageUnder25: null,
  age25to39: null,
  age40to54: null,
  age55plus: null,
  ageUnknown: null,
  note: null,
} satisfies Omit<SessionFacts, 'groupId' | 'status' | 'date'>

/** Makes a session with its first revision. Throws P2002 when the id is there already. */
export async function createSessionRow(
  tx: Db,
  id: string,
  facts: SessionFacts,
  by: Authorship<SessionAct>,
  importId: string | null = null,
): Promise<void> {
  const recordedAt = new Date()
  await tx.groupSession.create({ data: { id, ...facts, createdAt: recordedAt, importId } })
  await tx.groupSessionRevision.create({ data: { sessionId: id, number: 1, recordedAt, ...facts, ...authorshipOf(by) } })
}

/**
 * Writes a new revision of a session.
 * @param base the revision that the change was made from
 * @returns false when somebody changed it meanwhile; nothing is written then
 */
export async function reviseSessionRow(
  tx: Db,
  id: string,
  base: number,
  facts: SessionFacts,
  by: Authorship<SessionAct>,
): Promise<boolean> {
  const { count } = await tx.groupSession.updateMany({ where: { id, revision: base }, data: { ...facts, revision: base + 1 } })
  if (count === 0) return false
  const before = await tx.groupSessionRevision.findFirst({ where: { sessionId: id, supersededAt: null }, select: { recordedAt: true } })
  const recordedAt = momentAfter(before)
  await tx.groupSessionRevision.updateMany({ where: { sessionId: id, supersededAt: null }, data: { supersededAt: recordedAt } })
  await tx.groupSessionRevision.create({ data: { sessionId: id, number: base + 1, recordedAt, ...facts, ...authorshipOf(by) } })
  return true
}

/** Brings the sums and the tally that stand with a group up to date with its sessions. */
export async function sumUpGroup(tx: Db, groupId: string): Promise<void> {
  const sessions = await tx.groupSession.findMany({
    where: { groupId, status: 'registered' },
    orderBy: [{ date: 'asc' }, { id: 'asc' }],
    select: { id: true, date: true, present: true, firstTime: true, women: true, men: true, unknown: true, createdAt: true },
  })
  const reached = sessions.reduce((sum, { firstTime }) => sum + (firstTime ?? 0), 0)
  const lastHeldOn = sessions.at(-1)?.date ?? null
  await tx.group.update({ where: { id: groupId }, data: { lastHeldOn, sessionsHeld: sessions.length, reached } })
  const { registeredAt, corrected } = await readHistory(tx, groupId)
  const tally = writeTally(
    sessions.map((row) => ({ ...row, registeredAt: registeredAt.get(row.id) ?? row.createdAt, corrected: corrected.has(row.id) })),
  )
  await tx.groupTally.update({ where: { groupId }, data: { sessions: tally, changedAt: new Date() } })
}

/** When the sessions of a group were registered first, and which were corrected since. */
async function readHistory(tx: Db, groupId: string) {
  const revisions = await tx.groupSessionRevision.findMany({
    where: { groupId, act: { in: ['registered', 'corrected'] } },
    orderBy: { number: 'desc' },
    select: { sessionId: true, act: true, recordedAt: true },
  })
  return {
    registeredAt: new Map(revisions.filter(({ act }) => act === 'registered').map((row) => [row.sessionId, row.recordedAt])),
    corrected: new Set(revisions.filter(({ act }) => act === 'corrected').map((row) => row.sessionId)),
  }
}

/**
 * Whether a session of this day is the first one of its group. Of two on one day the one with the earlier time is, one without
 * a time comes before one with, and of two alike the one that was there first.
 * @param session with `createdAt` and its id when it is there already
 */
export async function isFirstOfGroup(
  session: { groupId: string; date: string; startsAt: string | null; existing: { id: string; createdAt: Date } | null },
  db: Db = database(),
): Promise<boolean> {
  const { groupId, date, startsAt, existing } = session
  const sameDay = await db.groupSession.findMany({
    where: { groupId, status: 'registered', date, ...(existing ? { id: { not: existing.id } } : {}) },
    select: { id: true, startsAt: true, createdAt: true },
  })
  const comesBefore = (other: (typeof sameDay)[number]) => {
    const [theirs, ours] = [other.startsAt ?? '', startsAt ?? '']
    if (theirs !== ours) return theirs < ours
    if (!existing) return true
    const [their, our] = [other.createdAt.getTime(), existing.createdAt.getTime()]
    return their === our ? other.id < existing.id : their < our
  }
  if (sameDay.some(comesBefore)) return false
  const earlier = await db.groupSession.findFirst({
    where: { groupId, status: 'registered', date: { lt: date } },
    select: { id: true },
  })
  return earlier === null
}

export function findSessionRow(id: string, db: Db = database()) {
  return db.groupSession.findUnique({ where: { id } })
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSessionRow>>>

/** The sessions of a group, the newest first; what was withdrawn comes along only on request. */
export function listSessionRows(groupId: string, { withdrawn }: { withdrawn: boolean }) {
  return database().groupSession.findMany({
    where: { groupId, ...(withdrawn ? {} : { status: { not: 'withdrawn' } }) },
    orderBy: [{ date: 'desc' }, { startsAt: 'desc' }, { id: 'desc' }],
  })
}

/** The planned session that somebody most likely wants to register: the oldest one up to today, else the next. */
export async function findNextPlanned(groupId: string, today: string) {
  const where = { groupId, status: 'planned' as const }
  return (
    (await database().groupSession.findFirst({ where: { ...where, date: { lte: today } }, orderBy: { date: 'asc' } })) ??
    (await database().groupSession.findFirst({ where: { ...where, date: { gt: today } }, orderBy: { date: 'asc' } }))
  )
}

/** Sessions that were planned for after a day. */
export function listPlannedAfter(tx: Db, groupId: string, day: string) {
  return tx.groupSession.findMany({ where: { groupId, status: 'planned', date: { gt: day } } })
}

/** The head count that was registered last. */
export function findLastRegistered(groupId: string) {
  return database().groupSession.findFirst({ where: { groupId, status: 'registered' }, orderBy: [{ date: 'desc' }, { id: 'desc' }] })
}

export function listSessionRevisions(sessionId: string) {
  return database().groupSessionRevision.findMany({ where: { sessionId }, orderBy: { number: 'desc' } })
}

/** The sessions of a group as they were at a moment. */
export function listSessionsAsOf(groupId: string, moment: Date) {
  return database().groupSessionRevision.findMany({
    where: { groupId, ...asOf(moment) },
    orderBy: [{ date: 'asc' }, { sessionId: 'asc' }],
  })
}
