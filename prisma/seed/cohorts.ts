import { randomUUID } from 'node:crypto'
import type { Person } from '~/domain/accounts/policy'
import { findMeeting, noteAttendance, planMeeting } from '~/domain/cohorts/meetings.server'
import { createCertificate, type Background } from '~/domain/courses/repository.server'
import { codeFor } from '~/platform/auth/codes.server'
import { logPractice } from '~/domain/cohorts/practice.server'
import type { PracticePeriod } from '~/domain/cohorts/practice'

const meetings = [
  { date: '2026-09-14', startsAt: '19:30', place: 'Buurthuis Demo', topic: 'Kennismaken' },
  { date: '2026-10-12', startsAt: '19:30', place: 'Buurthuis Demo', topic: 'Grenzen en vrijheid' },
  { date: '2026-12-07', startsAt: '19:30', place: 'Buurthuis Demo', topic: 'Hoe geef ik het door?' },
]

/** Meetings of a cohort; who was at the first two is noted, each with somebody who sent word and somebody who did not. */
export async function loadMeetings(person: Person, cohort: { id: string }): Promise<void> {
  for (const [number, meeting] of meetings.entries()) {
    const planned = await planMeeting(person, cohort, meeting)
    if (planned === 'closed' || number === 2) continue
    const { seen, members } = (await findMeeting(person, cohort, planned.id))!
    const attendance = members.map(
      (member, place) => [member.id, place === number ? 'excused' : place === number + 3 ? 'absent' : 'present'] as const,
    )
    await noteAttendance(person, cohort, planned.id, { seen, attendance: new Map(attendance) })
  }
}

const kinds = ['visit', 'peer_consultation', 'reflection'] as const
const days = ['2024-03-05', '2024-04-09', '2024-05-14', '2024-06-11', '2024-07-09', '2024-08-06']

/** The practice logs of the first cohort: some did more than others. */
export async function loadPractice(
  person: Person,
  cohort: PracticePeriod & { id: string },
  members: { id: string; accountId: string }[],
): Promise<void> {
  for (const [number, member] of members.entries()) {
    for (const [month, date] of days.slice(0, 7 - number).entries()) {
      await logPractice(person, { ...member, cohort }, { kind: kinds[(number + month) % 3]!, date }, date)
    }
  }
}

/** Certificates of a cohort that has ended, with names that are plainly nobody's. */
export async function loadCertificates(
  cohort: { id: string; name: string; courseId: string; endsOn: string },
  members: { accountId: string; background: Background }[],
): Promise<void> {
  for (const [number, { accountId, background }] of members.entries()) {
    await createCertificate({
      ...{ code: codeFor('certificate', randomUUID(), 16), accountId, name: `Demi Demonstratie ${number + 1}`, background },
      ...{ courseId: cohort.courseId, hours: 24, cohortId: cohort.id, cohortName: cohort.name, issuedOn: cohort.endsOn },
    })
  }
}
