import { note } from '~/domain/accounts/audit.server'
import { listOpenInvitations, withdrawInvitation } from '~/domain/accounts/invitations.server'
import type { Person } from '~/domain/accounts/policy'
import type { DatabaseTransaction } from '~/platform/db/client.server'
import { figuresIn, type CohortFigures } from './figures'
import { countCertificatesIn } from './figures-repository.server'
import { listMeetingRows } from './meetings-repository.server'
import { isInPractice, type PracticePeriod } from './practice'
import { countSessionsHeld, listPracticeRows } from './practice-repository.server'
import { changeCohortRow, holdOpenCohort, inTransaction, listMembers } from './repository.server'
import { findClosingRevision } from './revisions-repository.server'

/** What a cohort comes to, counted now. */
export async function countFigures(cohort: PracticePeriod & { id: string }, tx?: DatabaseTransaction): Promise<CohortFigures> {
  const members = await listMembers(cohort.id, tx)
  const ids = members.map((member) => member.id)
  const meetings = await listMeetingRows(cohort.id, tx)
  const lines = (await listPracticeRows(ids, tx)).filter((line) => isInPractice(line.date, cohort))
  const held = await countSessionsHeld(cohort.id, cohort, tx)
  const marks = meetings.flatMap((meeting) => meeting.attendance.map((row) => row.attendance))
  const marked = (wanted: string) => marks.filter((mark) => mark === wanted).length
  const logged = (wanted: string) => lines.filter((line) => line.kind === wanted).length
  return {
    members: members.length,
    left: members.filter((member) => member.leftOn !== null).length,
    certificates: await countCertificatesIn(cohort.id, tx),
    meetings: meetings.length,
    present: marked('present'),
    excused: marked('excused'),
    absent: marked('absent'),
    visits: logged('visit'),
    peerConsultations: logged('peer_consultation'),
    reflections: logged('reflection'),
    activeTrainers: held.byMember.size,
    sessionsHeld: held.sessions,
  }
}

/**
 * Closes a cohort with its figures as they are at that moment. Open invitations stop working.
 * @param seen the revision that was on the screen
 * @returns false when somebody changed or closed it meanwhile
 */
export async function closeCohort(person: Person, cohort: PracticePeriod & { id: string }, seen: number): Promise<boolean> {
  const done = await inTransaction(async (tx) => {
    const now = new Date()
    // Held before it is counted: what comes in after this moment finds it closed.
    const figures = await countHeld(tx, cohort)
    if (!figures) return false
    const by = { act: 'closed', authorId: person.id, at: now, figures } as const
    if (!(await changeCohortRow(tx, { id: cohort.id, seen, closed: false }, { closedAt: now }, by))) return false
    await note({ actorId: person.id, action: 'cohort.closed', subjectType: 'cohort', subjectId: cohort.id }, tx)
    return true
  })
  if (!done) return false
  for (const { id } of await listOpenInvitations(cohort.id)) await withdrawInvitation(id, person.id)
  return true
}

async function countHeld(tx: DatabaseTransaction, cohort: PracticePeriod & { id: string }) {
  return (await holdOpenCohort(tx, cohort.id)) ? countFigures(cohort, tx) : null
}

/** Opens a closed cohort again; the figures stay in the revision that closed it. @returns false when somebody was first */
export function reopenCohort(person: Person, cohort: { id: string }, form: { revision: number; reason: string }): Promise<boolean> {
  return inTransaction(async (tx) => {
    const by = { act: 'reopened', authorId: person.id, reason: form.reason } as const
    if (!(await changeCohortRow(tx, { id: cohort.id, seen: form.revision, closed: true }, { closedAt: null }, by))) return false
    await note({ actorId: person.id, action: 'cohort.reopened', subjectType: 'cohort', subjectId: cohort.id }, tx)
    return true
  })
}

/** The figures with which a cohort was closed the last time; null when it never was. */
export async function findClosingFigures(cohortId: string): Promise<CohortFigures | null> {
  return figuresIn((await findClosingRevision(cohortId))?.figures)
}
