import { randomUUID } from 'node:crypto'
import { note, noteOnceAnHour } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { idFrom } from '~/platform/db/id-from.server'
import { isInPractice, practiceStanding, type PracticePeriod } from './practice'
import {
  countSessionsHeld,
  createPracticeRow,
  findPracticeRow,
  listPracticeRows,
  withdrawPracticeRow,
  type PracticeKind,
} from './practice-repository.server'
import { holdOpenCohort, inTransaction, listMembers, listMembershipsOf } from './repository.server'

export interface NewPracticeLine {
  /** Made with the form: sending the same form twice makes one line. */
  key?: string | undefined
  kind: PracticeKind
  date: string
  note?: string | undefined
}

/** The member whose practice a line is about. */
export interface PractisingMember {
  id: string
  accountId: string | null
  cohort: PracticePeriod & { id: string }
}

/**
 * Logs a visit, a peer consultation or a reflection. The caller decides who may: the coordinator of the cohort, or the member.
 * @returns the code of what is wrong with the date, or 'closed' when the cohort takes no changes
 */
export function logPractice(
  person: Person,
  member: PractisingMember,
  form: NewPracticeLine,
  today: string,
): Promise<'logged' | 'closed' | 'dateInFuture' | 'dateOutsidePractice'> {
  const { key, kind, date, note: text = null } = form
  const row = { membershipId: member.id, kind, date, note: text }
  const id = idFrom(person.id, key ?? randomUUID(), row)
  return inTransaction(async (tx) => {
    if (!isInPractice(date, member.cohort)) return 'dateOutsidePractice'
    if (date > today) return 'dateInFuture'
    if (!(await holdOpenCohort(tx, member.cohort.id))) return 'closed'
    if (await findPracticeRow(id, tx)) return 'logged'
    await createPracticeRow(tx, { ...row, id, authorId: person.id })
    await note(lineAbout(person, 'practice.logged', member.accountId ?? member.id, member.cohort.id), tx)
    return 'logged'
  })
}

/** Withdraws a line of a member; its trace stays. @returns 'unknown' when it is not hers, or was withdrawn before */
export function withdrawPractice(person: Person, member: PractisingMember, id: string): Promise<'withdrawn' | 'unknown' | 'closed'> {
  return inTransaction(async (tx) => {
    if (!(await holdOpenCohort(tx, member.cohort.id))) return 'closed'
    const row = await findPracticeRow(id, tx)
    if (row?.membershipId !== member.id || !(await withdrawPracticeRow(tx, id, new Date()))) return 'unknown'
    await note(lineAbout(person, 'practice.withdrawn', member.accountId ?? member.id, member.cohort.id), tx)
    return 'withdrawn'
  })
}

const lineAbout = (person: Person, action: 'practice.logged' | 'practice.withdrawn', subjectId: string, cohort: string) => ({
  actorId: person.id,
  action,
  subjectType: 'account',
  subjectId,
  detail: { cohort },
})

/** The members of a cohort with what they did of their practice, what is due and how many sessions they held. */
export async function listPractice(person: Person, cohort: PracticePeriod & { id: string }, today: string) {
  const members = await listMembers(cohort.id)
  const [lines, held] = await Promise.all([listPracticeRows(members.map((member) => member.id)), countSessionsHeld(cohort.id, cohort)])
  await noteOnceAnHour({ actorId: person.id, action: 'cohort.membersViewed', subjectType: 'cohort', subjectId: cohort.id })
  return members.map((member) => {
    const own = lines.filter((line) => line.membershipId === member.id && isInPractice(line.date, cohort))
    const count = (kind: PracticeKind) => own.filter((line) => line.kind === kind).length
    const { total, done, late, due } = practiceStanding(
      cohort,
      own.map((line) => line.date),
      today,
    )
    return {
      id: member.id,
      accountId: member.accountId,
      userName: member.account?.userName ?? null,
      left: member.leftOn !== null,
      visits: count('visit'),
      peerConsultations: count('peer_consultation'),
      reflections: count('reflection'),
      sessionsHeld: held.byMember.get(member.id) ?? 0,
      total,
      done,
      late: member.leftOn === null ? late : 0,
      due: member.leftOn === null && due,
    }
  })
}

/** The practice of one member: her lines, and each month with its state. */
export async function getPractice(member: PractisingMember, today: string) {
  const lines = await listPracticeRows([member.id])
  return {
    lines: lines.map(({ id, kind, date, note: text }) => ({ id, kind, date, note: text })),
    ...practiceStanding(
      member.cohort,
      lines.map((line) => line.date),
      today,
    ),
  }
}

/** The memberships of somebody herself in which she can log her practice: the period has begun and she has not left. */
export async function listOwnPractice(accountId: string, today: string) {
  const memberships = await listMembershipsOf(accountId)
  return memberships.filter((member) => member.leftOn === null && member.cohort.endsOn <= today)
}
