import { database, type DatabaseTransaction } from '~/platform/db/client.server'

type Db = DatabaseTransaction
export type Attendance = 'present' | 'excused' | 'absent'

export function createMeetingRow(
  tx: Db,
  data: { id?: string; cohortId: string; date: string; startsAt: string | null; place: string | null; topic: string | null },
) {
  return tx.cohortSession.create({ data })
}

/** A meeting of a cohort with what was noted of who came; null when it is not one of this cohort. */
export function findMeetingRow(cohortId: string, id: string, db: Db = database()) {
  return db.cohortSession.findFirst({ where: { id, cohortId }, include: { attendance: true } })
}

/** The meetings of a cohort in their order, with who came; those that were withdrawn are left out. */
export function listMeetingRows(cohortId: string, db: Db = database()) {
  return db.cohortSession.findMany({
    where: { cohortId, withdrawnAt: null },
    orderBy: [{ date: 'asc' }, { startsAt: 'asc' }, { id: 'asc' }],
    include: { attendance: true },
  })
}

/** Withdraws a meeting; true for who did it first. */
export async function withdrawMeetingRow(tx: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.cohortSession.updateMany({ where: { id, withdrawnAt: null }, data: { withdrawnAt: now } })
  return count === 1
}

/** Puts what is noted of who came in the place of what was. */
export async function replaceAttendance(tx: Db, cohortSessionId: string, rows: { membershipId: string; attendance: Attendance }[]) {
  await tx.cohortAttendance.deleteMany({ where: { cohortSessionId } })
  await tx.cohortAttendance.createMany({ data: rows.map((row) => ({ ...row, cohortSessionId })) })
}
