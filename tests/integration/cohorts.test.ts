import { beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '~/domain/accounts/audit.server'
import { findInvitationByCode } from '~/domain/accounts/invitations.server'
import { deleteOwnAccount } from '~/domain/accounts/own-account.server'
import type { Person, Role } from '~/domain/accounts/policy'
import { changeCohort, listTrainerChoices } from '~/domain/cohorts/change-cohort.server'
import { changeMember } from '~/domain/cohorts/change-member.server'
import { closeCohort, countFigures, findClosingFigures, reopenCohort } from '~/domain/cohorts/close-cohort.server'
import { countCertificatesIn, findCohort, listCohortTrainers, listCohorts, listMembersWithProgress } from '~/domain/cohorts/cohorts.server'
import { findCohortAsOf, listMembershipsAsOf } from '~/domain/cohorts/history.server'
import { inviteAddresses, inviteMembers, listInvitationsTo } from '~/domain/cohorts/invite-members.server'
import { joinWithOwnAccount } from '~/domain/cohorts/join.server'
import { findMeeting, getAttendanceOf, listMeetings, noteAttendance, planMeeting, withdrawMeeting } from '~/domain/cohorts/meetings.server'
import { getPractice, listOwnPractice, listPractice, logPractice, withdrawPractice } from '~/domain/cohorts/practice.server'
import { createCohortRow, findCohortOfMember, findMembership, inTransaction, putMembership } from '~/domain/cohorts/repository.server'
import { listCohortRevisions } from '~/domain/cohorts/revisions-repository.server'
import { createCertificate } from '~/domain/courses/repository.server'
import { today } from '~/i18n/formats'
import { database } from '~/platform/db/client.server'
import { makeAccount, makeOrganisation, usualPassword } from '../factories/accounts'
import { addMember, makeCohort } from '../factories/cohorts'

const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000)
const lastWeek = new Date(Date.now() - 7 * 24 * 60 * 60 * 1000)

async function personWith(role: Role, organisationId: string): Promise<Person & { userName: string }> {
  const { id, userName } = await makeAccount({ roles: [{ role, organisationId }] })
  return { id, userName, roles: [{ role, organisationId }] }
}

let east: { id: string }
let west: { id: string }
let coordinator: Person & { userName: string }
let colleague: Person & { userName: string }
beforeAll(async () => {
  ;[east, west] = await Promise.all([makeOrganisation(), makeOrganisation()])
  coordinator = await personWith('coordinator', east.id)
  colleague = await personWith('coordinator', east.id)
})

/** A cohort of which the training ended: its practice runs from 2026-03-01 until 2026-09-01. */
const trainedCohort = () => makeCohort({ organisationId: east.id, startsOn: '2025-12-01', endsOn: '2026-03-01' })

async function memberOf(cohort: { id: string; courseId: string }) {
  const account = await makeAccount()
  await addMember(cohort, account.id)
  return { ...account, membership: (await findMembership(cohort.id, account.id))! }
}

const change = (cohort: { revision: number }, given: object = {}) => ({
  revision: cohort.revision,
  name: 'Groep',
  startsOn: '2026-09-01',
  endsOn: '2026-12-15',
  trainers: [] as string[],
  ...given,
})

describe('a change of a cohort', () => {
  it('keeps what was before, and answers for any moment', async () => {
    const cohort = await createCohortRow(
      {
        ...{ name: 'Eerst', courseId: 'opvoeding', language: 'nl', organisationId: east.id },
        ...{ startsOn: '2026-09-01', endsOn: '2026-11-30', withoutTests: false, createdAt: lastWeek },
      },
      coordinator.id,
    )
    expect(cohort).toMatchObject({ practiceEndsOn: '2027-05-30', revision: 1 })
    expect(await changeCohort(coordinator, cohort, change(cohort, { name: 'Daarna', endsOn: '2026-12-31', targetSize: 12 }))).toBe(
      'changed',
    )
    const [second, first] = await listCohortRevisions(cohort.id)
    expect(first).toMatchObject({ number: 1, act: 'created', name: 'Eerst', authorId: coordinator.id })
    expect(second).toMatchObject({
      ...{ number: 2, act: 'changed', name: 'Daarna', targetSize: 12, practiceEndsOn: '2027-06-30', supersededAt: null },
    })
    expect(first!.supersededAt).toEqual(second!.recordedAt)
    expect(await findCohortAsOf(cohort.id, new Date(lastWeek.getTime() - 1))).toBeNull()
    expect(await findCohortAsOf(cohort.id, lastWeek)).toMatchObject({ name: 'Eerst' })
    expect(await findCohortAsOf(cohort.id, yesterday)).toMatchObject({ name: 'Eerst' })
    expect(await findCohortAsOf(cohort.id, second!.recordedAt)).toMatchObject({ name: 'Daarna' })
    expect(await findCohort(coordinator, cohort.id)).toMatchObject({ name: 'Daarna', revision: 2 })
  })

  it('is taken from one of two who change it at the same moment', async () => {
    const cohort = await makeCohort({ organisationId: east.id })
    const results = await Promise.all([
      changeCohort(coordinator, cohort, change(cohort, { name: 'Van de een', trainers: [coordinator.id] })),
      changeCohort(colleague, cohort, change(cohort, { name: 'Van de ander', trainers: [colleague.id] })),
    ])
    expect([...results].sort()).toEqual(['changed', 'stale'])
    const first = results[0] === 'changed' ? coordinator : colleague
    // Nothing of the other one was written.
    expect((await listCohortTrainers(cohort.id)).map(({ id }) => id)).toEqual([first.id])
    expect(await listCohortRevisions(cohort.id)).toHaveLength(2)
  })

  it('that comes twice from one form is made once', async () => {
    const cohort = await makeCohort({ organisationId: east.id })
    const member = (await memberOf(cohort)).membership
    const form = change(cohort, { name: 'Dubbel', targetSize: 8, trainers: [coordinator.id] })
    expect(await Promise.all([changeCohort(coordinator, cohort, form), changeCohort(coordinator, cohort, form)])).toEqual([
      'changed',
      'changed',
    ])
    expect(await listCohortRevisions(cohort.id)).toHaveLength(2)
    const left = { revision: 1, background: 'pool' as const, leftOn: today() }
    for (const _ of [1, 2]) expect(await changeMember(coordinator, cohort, member, left)).toBe('changed')
    expect(await findMembership(cohort.id, member.accountId!)).toMatchObject({ revision: 2 })
  })

  it('takes trainers of the organisation and those above it, and nobody else', async () => {
    const team = await makeOrganisation({ parentId: east.id })
    const cohort = await makeCohort({ organisationId: team.id })
    const trainer = await personWith('trainer', team.id)
    const neighbour = await personWith('trainer', west.id)
    const follower = await personWith('trainer', team.id)
    await addMember(cohort, follower.id)
    const ids = (await listTrainerChoices(cohort)).choices.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([trainer.id, coordinator.id]))
    expect(ids).not.toContain(neighbour.id)
    expect(ids).not.toContain(follower.id)
    expect(await changeCohort(coordinator, cohort, change(cohort, { trainers: [neighbour.id] }))).toBe('unknownTrainer')
    expect(await changeCohort(coordinator, cohort, change(cohort, { trainers: [trainer.id, trainer.id] }))).toBe('changed')
    expect(await findCohortAsOf(cohort.id, new Date())).toMatchObject({ trainers: [trainer.id] })
    expect(await listCohortTrainers(cohort.id)).toEqual([{ id: trainer.id, userName: trainer.userName }])
  })
})

describe('a membership', () => {
  it('keeps every change, also leaving and coming back', async () => {
    const cohort = await makeCohort({ organisationId: east.id })
    const account = await makeAccount()
    await inTransaction((tx) => putMembership(tx, cohort.id, account.id, 'pool', lastWeek))
    const one = (await findMembership(cohort.id, account.id))!
    const changed = await changeMember(coordinator, cohort, one, { revision: 1, background: 'employee', leftOn: today() })
    expect(changed).toBe('changed')
    expect(await changeMember(colleague, cohort, one, { revision: 1, background: 'pool' })).toBe('stale')
    expect(await listMembershipsAsOf(cohort.id, yesterday)).toMatchObject([{ background: 'pool', leftOn: null }])
    expect(await listMembershipsAsOf(cohort.id, new Date())).toMatchObject([{ background: 'employee', leftOn: today() }])
    expect((await listCohorts(coordinator)).find(({ id }) => id === cohort.id)!._count.memberships).toBe(0)

    await inviteMembers(coordinator, cohort, { number: 1, background: 'volunteer' })
    const [invitation] = await listInvitationsTo(cohort)
    await joinWithOwnAccount((await findInvitationByCode(invitation!.code))!, { id: account.id, language: 'nl' })
    expect(await findMembership(cohort.id, account.id)).toMatchObject({ id: one.id, leftOn: null, background: 'volunteer', revision: 3 })
    // Joining again as she is changes nothing.
    await inTransaction((tx) => putMembership(tx, cohort.id, account.id, 'pool'))
    expect(await findMembership(cohort.id, account.id)).toMatchObject({ background: 'volunteer', revision: 3 })
    const { lines } = await listAudit({ skip: 0, take: 500 })
    expect(lines.filter(({ action, subject }) => action === 'member.left' && subject.id === account.id)).toHaveLength(1)
  })

  it('ends on a day between joining and today, and not before the training', async () => {
    const cohort = await makeCohort({ organisationId: east.id, startsOn: '2026-03-01', endsOn: '2026-06-01' })
    const { membership } = await memberOf(cohort)
    const leave = (leftOn: string, given: object = {}) => {
      const member = { ...membership, joinedAt: new Date('2026-03-10T10:00:00Z'), ...given }
      return changeMember(coordinator, cohort, member, { revision: 1, background: 'pool', leftOn }, '2026-04-01')
    }
    expect(await leave('2026-04-02')).toBe('dateInFuture')
    expect(await leave('2026-03-09')).toBe('endBeforeStart')
    expect(await leave('2026-02-28', { joinedAt: new Date('2026-02-01T10:00:00Z') })).toBe('endBeforeStart')
    expect(await findMembership(cohort.id, membership.accountId!)).toMatchObject({ leftOn: null, revision: 1 })
    // What stands there stays, also when the training was moved since.
    expect(await leave('2026-02-20', { leftOn: '2026-02-20' })).toBe('changed')
  })

  it('that ended gives its cohort to a certificate only when there is no other', async () => {
    const [older, newer] = [
      await makeCohort({ organisationId: east.id, startsOn: '2026-01-01', endsOn: '2026-06-01' }),
      await makeCohort({ organisationId: east.id, startsOn: '2026-03-01', endsOn: '2026-08-01' }),
    ]
    const { id } = await makeAccount()
    const cohortOf = async () => (await findCohortOfMember(id, 'opvoeding'))?.id
    expect(await cohortOf()).toBeUndefined()
    for (const cohort of [older, newer]) await addMember(cohort, id)
    expect(await cohortOf()).toBe(newer.id)
    const leave = (cohort: { id: string }) =>
      database().membership.update({
        where: { cohortId_accountId: { cohortId: cohort.id, accountId: id } },
        data: { leftOn: '2026-04-01' },
      })
    await leave(newer)
    expect(await cohortOf()).toBe(older.id)
    await leave(older)
    expect(await cohortOf()).toBe(newer.id)
  })

  it('stays for the count when the account goes', async () => {
    const cohort = await makeCohort({ organisationId: east.id })
    const account = await makeAccount()
    const membershipId = await addMember(cohort, account.id)
    await database().practiceLogEntry.create({ data: { membershipId, kind: 'visit', date: '2026-03-01', note: 'Bij een groep gekeken' } })
    expect(await deleteOwnAccount({ accountId: account.id, password: usualPassword, address: '192.0.2.9' })).toBe('deleted')
    expect(await listMembersWithProgress(cohort)).toMatchObject([{ accountId: null, userName: null, lastSeenOn: null, nudge: null }])
    expect(await listMembershipsAsOf(cohort.id, new Date())).toHaveLength(1)
    expect(await countFigures(cohort)).toMatchObject({ members: 1 })
    // That she made a visit stays for the count; what was written about it goes with her.
    expect(await database().practiceLogEntry.findMany({ where: { membershipId } })).toMatchObject([{ kind: 'visit', note: null }])
  })
})

describe('invitations', () => {
  it('are made once for one form, however often it is sent', async () => {
    const cohort = await makeCohort({ organisationId: east.id })
    const form = { key: crypto.randomUUID(), number: 3, background: 'pool' as const }
    const ids = await Promise.all([inviteMembers(coordinator, cohort, form), inviteMembers(coordinator, cohort, form)])
    expect(ids[0]).toEqual(ids[1])
    expect(await listInvitationsTo(cohort)).toHaveLength(3)
    await inviteMembers(coordinator, cohort, { ...form, number: 1 })
    expect(await listInvitationsTo(cohort)).toHaveLength(4)
  })

  it('to addresses are one for each, and the addresses are kept nowhere', async () => {
    const cohort = await makeCohort({ organisationId: east.id })
    const addresses = ['een@voorbeeld.example', 'twee@voorbeeld.example']
    const form = { key: crypto.randomUUID(), addresses, background: 'volunteer' as const }
    const made = (await inviteAddresses(coordinator, cohort, form))!
    expect(made.map(({ email }) => email)).toEqual(addresses)
    for (const { code } of made) expect(await findInvitationByCode(code)).toMatchObject({ state: 'open', background: 'volunteer' })
    // Whether the letters went out is not known here: it does not say that there are none to send.
    expect(await inviteAddresses(coordinator, cohort, form)).toBeNull()
    expect(await listInvitationsTo(cohort)).toHaveLength(2)
    const kept = JSON.stringify([await database().invitation.findMany(), await database().auditEntry.findMany()])
    for (const address of addresses) expect(kept).not.toContain(address)
  })
})

describe('a meeting', () => {
  it('is planned once, has its attendance noted, and is withdrawn', async () => {
    const cohort = await makeCohort({ organisationId: east.id })
    const [one, two] = [await memberOf(cohort), await memberOf(cohort)]
    const form = { key: crypto.randomUUID(), date: '2026-10-01', startsAt: '19:30' }
    const planned = await Promise.all([planMeeting(coordinator, cohort, form), planMeeting(coordinator, cohort, form)])
    expect(planned[0]).toEqual(planned[1])
    const meetings = await listMeetings(cohort)
    expect(meetings).toHaveLength(1)
    const { id } = meetings[0]!

    const { seen } = (await findMeeting(coordinator, cohort, id))!
    const attendance = new Map([
      [one.membership.id, 'present'],
      [two.membership.id, 'excused'],
      [crypto.randomUUID(), 'present'],
    ] as const)
    expect(await noteAttendance(coordinator, cohort, id, { seen, attendance })).toBe('noted')
    expect(await noteAttendance(coordinator, cohort, id, { seen, attendance })).toBe('noted')
    expect(await noteAttendance(colleague, cohort, id, { seen, attendance: new Map() })).toBe('stale')
    expect(await listMeetings(cohort)).toMatchObject([{ noted: 2, present: 1 }])
    expect(await getAttendanceOf(cohort, two.membership.id)).toEqual({ present: 0, noted: 1 })
    const meeting = (await findMeeting(colleague, cohort, id))!
    expect(Object.fromEntries(meeting.members.map((member) => [member.id, member.attendance]))).toEqual({
      [one.membership.id]: 'present',
      [two.membership.id]: 'excused',
    })

    const other = await makeCohort({ organisationId: east.id })
    expect(await findMeeting(coordinator, other, id)).toBeNull()
    expect(await withdrawMeeting(coordinator, other, id)).toBe('unknown')
    expect(await withdrawMeeting(coordinator, cohort, id)).toBe('withdrawn')
    expect(await withdrawMeeting(coordinator, cohort, id)).toBe('unknown')
    expect(await noteAttendance(coordinator, cohort, id, { seen: meeting.seen, attendance })).toBe('unknown')
    expect(await listMeetings(cohort)).toEqual([])
  })

  it('shows who had not left on that day, and whoever was noted', async () => {
    const cohort = await makeCohort({ organisationId: east.id })
    const [stays, left] = [await memberOf(cohort), await memberOf(cohort)]
    for (const date of ['2026-10-01', '2026-11-01']) await planMeeting(coordinator, cohort, { date })
    const member = { ...left.membership, joinedAt: new Date('2026-09-01T10:00:00Z') }
    const change = { revision: 1, background: 'pool' as const, leftOn: '2026-10-15' }
    expect(await changeMember(coordinator, cohort, member, change, '2026-10-20')).toBe('changed')
    const [early, late] = await listMeetings(cohort)
    const shown = async (id: string) => (await findMeeting(coordinator, cohort, id))!.members.map((member) => member.id).sort()
    expect(await shown(early!.id)).toEqual([stays.membership.id, left.membership.id].sort())
    expect(await shown(late!.id)).toEqual([stays.membership.id])
  })
})

describe('the practice log', () => {
  it('takes a line within the period that is not in the future, once, and keeps what is withdrawn', async () => {
    const cohort = await trainedCohort()
    const { id, membership } = await memberOf(cohort)
    const member = { ...membership, cohort }
    const log = (date: string, given: object = {}, today = '2026-06-01') =>
      logPractice(coordinator, member, { kind: 'visit', date, ...given }, today)
    expect(await log('2026-02-28')).toBe('dateOutsidePractice')
    expect(await log('2026-09-02', {}, '2026-10-01')).toBe('dateOutsidePractice')
    expect(await log('2026-06-02')).toBe('dateInFuture')
    const form = { key: crypto.randomUUID(), note: 'Bij een collega gekeken 🙂' }
    expect(await Promise.all([log('2026-04-10', form), log('2026-04-10', form)])).toEqual(['logged', 'logged'])
    expect(await log('2026-04-11', { kind: 'reflection' })).toBe('logged')

    const practice = await getPractice(member, '2026-06-01')
    expect(practice.lines).toMatchObject([
      { kind: 'reflection', date: '2026-04-11', note: null },
      { kind: 'visit', date: '2026-04-10', note: 'Bij een collega gekeken 🙂' },
    ])
    expect(practice).toMatchObject({ total: 6, done: 1, late: 1, due: true })
    expect(await listPractice(coordinator, cohort, '2026-06-02')).toMatchObject([
      { visits: 1, reflections: 1, done: 1, late: 2, due: true },
    ])
    expect((await listOwnPractice(id, '2026-06-01')).map((each) => each.cohort.id)).toEqual([cohort.id])
    expect(await listOwnPractice(id, '2026-02-28')).toEqual([])

    const other = { ...(await memberOf(cohort)).membership, cohort }
    expect(await withdrawPractice(coordinator, other, practice.lines[0]!.id)).toBe('unknown')
    expect(await withdrawPractice(coordinator, member, practice.lines[0]!.id)).toBe('withdrawn')
    expect(await withdrawPractice(coordinator, member, practice.lines[0]!.id)).toBe('unknown')
    expect((await getPractice(member, '2026-06-01')).lines).toHaveLength(1)
    expect(await database().practiceLogEntry.count({ where: { membershipId: membership.id } })).toBe(2)
  })

  it('counts the sessions that a member held: registered, in the period, of a group that is still there', async () => {
    const cohort = await trainedCohort()
    const [holds, shares] = [await memberOf(cohort), await memberOf(cohort)]
    const group = (given: object, memberships: string[], sessions: { status: 'planned' | 'registered'; date: string }[]) =>
      database().group.create({
        data: {
          ...{
            name: 'Groep',
            searchName: 'groep',
            programme: 'opvoeding',
            kind: 'parents',
            organisationId: east.id,
            municipality: 'GM0363',
          },
          ...{ audience: 'mothers', languages: ',nl,' },
          trainers: { create: memberships.map((membershipId) => ({ membershipId })) },
          sessions: { create: sessions },
          ...given,
        },
      })
    await group({}, [holds.membership.id, shares.membership.id], [{ status: 'registered', date: '2026-04-01' }])
    await group(
      {},
      [holds.membership.id],
      [
        { status: 'registered', date: '2026-09-01' },
        { status: 'registered', date: '2026-09-02' },
        { status: 'planned', date: '2026-05-01' },
      ],
    )
    await group({ withdrawnAt: new Date() }, [shares.membership.id], [{ status: 'registered', date: '2026-05-01' }])
    const held = new Map((await listPractice(coordinator, cohort, '2026-06-01')).map((row) => [row.accountId, row.sessionsHeld]))
    expect(held.get(holds.id)).toBe(2)
    expect(held.get(shares.id)).toBe(1)
    expect(await countFigures(cohort)).toMatchObject({ activeTrainers: 2, sessionsHeld: 2 })
  })
})

describe('figures', () => {
  it('hold the certificates of the cohort itself, also of who deleted her account', async () => {
    const [cohort, other] = [await trainedCohort(), await trainedCohort()]
    const [stays, goes, elsewhere] = [await memberOf(cohort), await memberOf(cohort), await memberOf(cohort)]
    const certify = (accountId: string, of: { id: string }) =>
      createCertificate({
        ...{ code: crypto.randomUUID(), accountId, name: 'Naam', courseId: 'opvoeding', hours: 40 },
        ...{ cohortId: of.id, cohortName: 'Groep', background: 'pool' as const, issuedOn: '2026-03-01' },
      })
    await certify(stays.id, cohort)
    await certify(goes.id, cohort)
    await certify(elsewhere.id, other)
    expect(await deleteOwnAccount({ accountId: goes.id, password: usualPassword, address: '192.0.2.10' })).toBe('deleted')
    expect(await countCertificatesIn(cohort.id)).toBe(2)
    expect(await countFigures(cohort)).toMatchObject({ certificates: 2 })
    expect(await countCertificatesIn(other.id)).toBe(1)
  })

  it('leave out what was logged on a day that is no longer in the practice period', async () => {
    const cohort = await trainedCohort()
    const member = { ...(await memberOf(cohort)).membership, cohort }
    for (const date of ['2026-03-05', '2026-04-05'])
      expect(await logPractice(coordinator, member, { kind: 'visit', date }, '2026-06-01')).toBe('logged')
    expect(await countFigures(cohort)).toMatchObject({ visits: 2 })
    expect(await changeCohort(coordinator, cohort, change(cohort, { startsOn: '2025-12-01', endsOn: '2026-04-01' }))).toBe('changed')
    const moved = (await findCohort(coordinator, cohort.id))!
    expect(await countFigures(moved)).toMatchObject({ visits: 1 })
    expect(await listPractice(coordinator, moved, '2026-06-01')).toMatchObject([{ visits: 1 }])
    expect(await closeCohort(coordinator, moved, moved.revision)).toBe(true)
    expect(await findClosingFigures(cohort.id)).toMatchObject({ visits: 1 })
  })
})

describe('closing a cohort', () => {
  it('fixes its figures and lets nothing change any more, until it is opened with a reason', async () => {
    const cohort = await trainedCohort()
    const { membership } = await memberOf(cohort)
    const late = await makeAccount()
    await planMeeting(coordinator, cohort, { date: '2026-01-10' })
    const [meeting] = await listMeetings(cohort)
    const { seen } = (await findMeeting(coordinator, cohort, meeting!.id))!
    const present = { seen, attendance: new Map([[membership.id, 'present' as const]]) }
    await noteAttendance(coordinator, cohort, meeting!.id, present)
    const member = { ...membership, cohort }
    await logPractice(coordinator, member, { kind: 'peer_consultation', date: '2026-04-01' }, '2026-06-01')
    await inviteMembers(coordinator, cohort, { number: 1, background: 'pool' })
    const [invitation] = await listInvitationsTo(cohort)
    const open = (await findInvitationByCode(invitation!.code))!

    expect(await closeCohort(coordinator, cohort, 7)).toBe(false)
    expect(await Promise.all([closeCohort(coordinator, cohort, 1), closeCohort(colleague, cohort, 1)]).then((done) => done.sort())).toEqual(
      [false, true],
    )
    const figures = { members: 1, left: 0, meetings: 1, present: 1, absent: 0, peerConsultations: 1, visits: 0, sessionsHeld: 0 }
    expect(await findClosingFigures(cohort.id)).toMatchObject(figures)

    const closed = (await findCohort(coordinator, cohort.id))!
    expect(closed.closedAt).toBeInstanceOf(Date)
    expect(await changeCohort(coordinator, cohort, change(closed))).toBe('stale')
    expect(await planMeeting(coordinator, cohort, { date: '2026-02-01' })).toBe('closed')
    expect(await withdrawMeeting(coordinator, cohort, meeting!.id)).toBe('closed')
    expect(await noteAttendance(coordinator, cohort, meeting!.id, present)).toBe('closed')
    expect(await logPractice(coordinator, member, { kind: 'visit', date: '2026-04-02' }, '2026-06-01')).toBe('closed')
    expect(await changeMember(coordinator, cohort, membership, { revision: 1, background: 'pool' })).toBe('closed')
    expect(await listInvitationsTo(cohort)).toEqual([])
    await expect(joinWithOwnAccount(open, { id: late.id, language: 'nl' })).rejects.toMatchObject({ code: 'invitationNotOpen' })

    expect(await reopenCohort(coordinator, cohort, { revision: 1, reason: 'Er kwam nog iets bij' })).toBe(false)
    expect(await reopenCohort(coordinator, cohort, { revision: 2, reason: 'Er kwam nog iets bij' })).toBe(true)
    expect(await logPractice(coordinator, member, { kind: 'visit', date: '2026-04-02' }, '2026-06-01')).toBe('logged')
    expect(await findClosingFigures(cohort.id)).toMatchObject(figures)
    expect((await listCohortRevisions(cohort.id)).map(({ act, reason }) => [act, reason])).toEqual([
      ['reopened', 'Er kwam nog iets bij'],
      ['closed', null],
      ['created', null],
    ])
  })

  it('counts all that was written before it, and nothing that comes after', async () => {
    const cohort = await trainedCohort()
    const member = { ...(await memberOf(cohort)).membership, cohort }
    const log = (day: number) =>
      logPractice(coordinator, member, { kind: 'visit', date: `2026-04-${String(day).padStart(2, '0')}` }, '2026-06-01')
    const [results] = await Promise.all([Promise.all([log(1), log(2), log(3), log(4)]), closeCohort(coordinator, cohort, 1)])
    const logged = results.filter((result) => result === 'logged').length
    expect(results.filter((result) => result === 'closed')).toHaveLength(4 - logged)
    expect(await findClosingFigures(cohort.id)).toMatchObject({ visits: logged })
  })
})

it('every change of a cohort is in the audit log', async () => {
  const cohort = await trainedCohort()
  const { id, membership } = await memberOf(cohort)
  const member = { ...membership, cohort }
  await changeCohort(coordinator, cohort, change(cohort, { startsOn: '2025-12-01', endsOn: '2026-03-01' }))
  await planMeeting(coordinator, cohort, { date: '2026-01-10' })
  const [meeting] = await listMeetings(cohort)
  const { seen } = (await findMeeting(coordinator, cohort, meeting!.id))!
  await noteAttendance(coordinator, cohort, meeting!.id, { seen, attendance: new Map() })
  await withdrawMeeting(coordinator, cohort, meeting!.id)
  await changeMember(coordinator, cohort, membership, { revision: 1, background: 'pool' })
  await logPractice(coordinator, member, { kind: 'visit', date: '2026-04-01' }, '2026-06-01')
  await withdrawPractice(coordinator, member, (await getPractice(member, '2026-06-01')).lines[0]!.id)
  await closeCohort(coordinator, cohort, 2)
  await reopenCohort(coordinator, cohort, { revision: 3, reason: 'Toch niet klaar' })
  const { lines } = await listAudit({ skip: 0, take: 1000 })
  const own = lines.filter(({ actor, subject }) => actor?.id === coordinator.id && [cohort.id, id].includes(subject.id))
  expect(own.map(({ action }) => action).sort()).toEqual([
    'cohort.changed',
    'cohort.closed',
    'cohort.membersViewed',
    'cohort.reopened',
    'meeting.attendance',
    'meeting.planned',
    'meeting.withdrawn',
    'member.changed',
    'practice.logged',
    'practice.withdrawn',
  ])
})
