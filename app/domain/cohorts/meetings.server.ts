import { createHash, randomUUID } from 'node:crypto'
import { note, noteOnceAnHour, type AuditAction } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { idFrom } from '~/platform/db/id-from.server'
import {
  createMeetingRow,
  findMeetingRow,
  listMeetingRows,
  replaceAttendance,
  withdrawMeetingRow,
  type Attendance,
} from './meetings-repository.server'
import { holdOpenCohort, inTransaction, listMembers } from './repository.server'

export interface NewMeeting {
  /** Made with the form: sending the same form twice makes one meeting. */
  key?: string | undefined
  date: string
  startsAt?: string | undefined
  place?: string | undefined
  topic?: string | undefined
}

const noted = (person: Person, cohortId: string, action: AuditAction, meeting: string) => ({
  actorId: person.id,
  action,
  subjectType: 'cohort',
  subjectId: cohortId,
  detail: { meeting },
})

/** Plans a meeting of a cohort that the person reaches. @returns its id, or 'closed' when the cohort takes no changes */
export async function planMeeting(person: Person, cohort: { id: string }, form: NewMeeting): Promise<{ id: string } | 'closed'> {
  const { key, date, startsAt = null, place = null, topic = null } = form
  const row = { cohortId: cohort.id, date, startsAt, place, topic }
  const id = idFrom(person.id, key ?? randomUUID(), row)
  return inTransaction(async (tx) => {
    if (!(await holdOpenCohort(tx, cohort.id))) return 'closed'
    // Sent twice: the first one was it. Who holds the cohort sees all that was sent before.
    if (await findMeetingRow(cohort.id, id, tx)) return { id }
    await createMeetingRow(tx, { ...row, id })
    await note(noted(person, cohort.id, 'meeting.planned', id), tx)
    return { id }
  })
}

/** The meetings of a cohort with how many were there. */
export async function listMeetings(cohort: { id: string }) {
  const rows = await listMeetingRows(cohort.id)
  return rows.map(({ attendance, ...meeting }) => ({
    ...meeting,
    noted: attendance.length,
    present: attendance.filter((row) => row.attendance === 'present').length,
  }))
}

/** To how many meetings of her cohort a member came, of how many it was noted. */
export async function getAttendanceOf(cohort: { id: string }, membershipId: string): Promise<{ present: number; noted: number }> {
  const rows = (await listMeetingRows(cohort.id)).flatMap((meeting) => meeting.attendance)
  const own = rows.filter((row) => row.membershipId === membershipId)
  return { present: own.filter((row) => row.attendance === 'present').length, noted: own.length }
}

/**
 * A meeting with the members it can be noted of: who had not left, and who was noted before. Looking is noted in the audit
 * log, once an hour. Null when it is not there, or withdrawn.
 */
export async function findMeeting(person: Person, cohort: { id: string }, id: string) {
  const meeting = await findMeetingRow(cohort.id, id)
  if (!meeting || meeting.withdrawnAt) return null
  const members = await listMembers(cohort.id)
  await noteOnceAnHour({ actorId: person.id, action: 'cohort.membersViewed', subjectType: 'cohort', subjectId: cohort.id })
  const noted = new Map(meeting.attendance.map((row) => [row.membershipId, row.attendance]))
  return {
    ...meeting,
    seen: marksOf(meeting.attendance),
    members: members
      .filter((member) => noted.has(member.id) || member.leftOn === null || member.leftOn >= meeting.date)
      .map((member) => ({ id: member.id, userName: member.account?.userName ?? null, attendance: noted.get(member.id) ?? null })),
  }
}

/** Withdraws a meeting that will not be held; what was noted of it stays in the database and is not counted. */
export function withdrawMeeting(person: Person, cohort: { id: string }, id: string): Promise<'withdrawn' | 'unknown' | 'closed'> {
  return inTransaction(async (tx) => {
    if (!(await holdOpenCohort(tx, cohort.id))) return 'closed'
    const meeting = await findMeetingRow(cohort.id, id, tx)
    if (!meeting || !(await withdrawMeetingRow(tx, id, new Date()))) return 'unknown'
    await note(noted(person, cohort.id, 'meeting.withdrawn', id), tx)
    return 'withdrawn'
  })
}

/**
 * Notes who was at a meeting, of all members at once; who is left open is not noted.
 * @param form `seen` stands for what was noted when the page was opened
 * @returns 'stale' when somebody noted something else meanwhile
 */
export function noteAttendance(
  person: Person,
  cohort: { id: string },
  id: string,
  form: { seen: string; attendance: Map<string, Attendance> },
): Promise<'noted' | 'stale' | 'unknown' | 'closed'> {
  return inTransaction(async (tx) => {
    if (!(await holdOpenCohort(tx, cohort.id))) return 'closed'
    const meeting = await findMeetingRow(cohort.id, id, tx)
    if (!meeting || meeting.withdrawnAt) return 'unknown'
    const known = new Set((await listMembers(cohort.id, tx)).map((member) => member.id))
    const rows = [...form.attendance].flatMap(([membershipId, attendance]) =>
      known.has(membershipId) ? [{ membershipId, attendance }] : [],
    )
    const now = marksOf(meeting.attendance)
    // Pressed twice: the first one was it.
    if (now !== form.seen) return now === marksOf(rows) ? 'noted' : 'stale'
    await replaceAttendance(tx, id, rows)
    await note(noted(person, cohort.id, 'meeting.attendance', id), tx)
    return 'noted'
  })
}

/** A short text that stands for what was noted: it is another one as soon as one mark differs. */
function marksOf(rows: { membershipId: string; attendance: string }[]): string {
  const marks = rows.map((row) => `${row.membershipId}=${row.attendance}`).sort()
  return createHash('sha256').update(marks.join()).digest('hex').slice(0, 16)
}
