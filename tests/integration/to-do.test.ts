import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { createGroupRow, inTransaction } from '~/domain/groups/groups-repository.server'
import { acceptFinding, reopenFinding } from '~/domain/groups/quality/decide.server'
import { getToDo } from '~/domain/groups/quality/to-do.server'
import { createSessionRow, emptySession, sumUpGroup, type SessionFacts } from '~/domain/groups/sessions-repository.server'
import { listMembers } from '~/domain/cohorts/repository.server'
import { daysAfter } from '~/domain/cohorts/dates'
import { logPractice } from '~/domain/cohorts/practice.server'
import { today } from '~/i18n/formats'
import { database } from '~/platform/db/client.server'
import { makeAccount, makeOrganisation } from '../factories/accounts'
import { addMember, makeCohort } from '../factories/cohorts'

const ago = (days: number) => daysAfter(today(), -days)

async function coordinatorOf(organisationId: string): Promise<Person> {
  const { id } = await makeAccount({ roles: [{ role: 'coordinator', organisationId }] })
  return { id, roles: [{ role: 'coordinator', organisationId }] }
}

type Meeting = Partial<SessionFacts> & { date: string }

/** A group with its sessions. @returns their ids */
async function makeGroup(
  organisationId: string,
  meetings: Meeting[],
  given: { trainers?: string[]; closedOn?: string; place?: string } = {},
) {
  const id = randomUUID()
  const { trainers = [], closedOn = null, place = null } = given
  const kept = {
    name: `Groep ${id.slice(0, 6)}`,
    programme: 'opvoeding',
    kind: 'parents',
    municipality: 'GM0344',
    audience: 'mothers',
  } as const
  const facts = { ...kept, organisationId, place, languages: ',nl,', closedOn, withdrawnAt: null, trainers }
  const sessions: string[] = []
  await inTransaction(async (tx) => {
    await createGroupRow(tx, id, facts, { act: 'created', authorId: null })
    for (const meeting of meetings) {
      const { present = 8 } = meeting
      const count = meeting.status === 'planned' ? {} : { present, firstTime: present, women: present, men: 0, unknown: 0 }
      const sessionId = randomUUID()
      sessions.push(sessionId)
      await createSessionRow(
        tx,
        sessionId,
        { ...emptySession, status: 'registered', groupId: id, ...count, ...meeting },
        { act: 'registered', authorId: null },
      )
    }
    await sumUpGroup(tx, id)
  })
  return { id, sessions }
}

async function linesOf(person: Person) {
  const { sections } = await getToDo(person)
  return Object.fromEntries(sections.map(({ rule, lines }) => [rule, lines]))
}

let organisation: { id: string }
let coordinator: Person
let neighbour: Person
beforeAll(async () => {
  const [own, other] = await Promise.all([makeOrganisation(), makeOrganisation()])
  organisation = own
  coordinator = await coordinatorOf(own.id)
  neighbour = await coordinatorOf(other.id)
})

describe('the to-do list', () => {
  it('is empty where all is well', async () => {
    await makeGroup(organisation.id, [
      { date: ago(20) },
      { date: ago(6), present: 9, firstTime: 1, women: 9 },
      { date: daysAfter(today(), 7), status: 'planned' },
    ])
    expect(await getToDo(coordinator)).toEqual({ open: 0, cut: false, sections: [], decided: [] })
  })

  it('has every rule, for who coordinates and for nobody beside', async () => {
    const boss = await coordinatorOf((organisation = await makeOrganisation()).id)
    const cohort = await makeCohort({ organisationId: organisation.id, startsOn: ago(200), endsOn: ago(100) })
    const [silent, busy] = await Promise.all([makeAccount(), makeAccount()])
    for (const { id } of [silent, busy]) await addMember(cohort, id)
    const members = await listMembers(cohort.id)
    const membershipOf = (accountId: string) => members.find((member) => member.accountId === accountId)!
    const practising = { ...membershipOf(busy.id), cohort }
    expect(await logPractice(boss, practising, { kind: 'visit', date: ago(10) }, today())).toBe('logged')
    const trainers = [membershipOf(busy.id).id]

    const planned = await makeGroup(organisation.id, [{ date: ago(30) }, { date: ago(3), status: 'planned' }])
    const small = await makeGroup(organisation.id, [{ date: ago(9), present: 3 }])
    const impossible = await makeGroup(organisation.id, [{ date: ago(100) }, { date: ago(9), present: 10, firstTime: 1, women: 10 }])
    const twice = await makeGroup(organisation.id, [{ date: ago(8) }, { date: ago(8), firstTime: 0 }])
    const [here, there] = [
      await makeGroup(organisation.id, [{ date: ago(5), startsAt: '10:00' }], { trainers, place: 'Buurthuis Oost' }),
      await makeGroup(organisation.id, [{ date: ago(5), startsAt: '10:00', place: 'buurthuis oost' }], { trainers }),
    ]
    const quiet = await makeGroup(organisation.id, [{ date: ago(61) }])
    await makeGroup(organisation.id, [{ date: ago(80) }], { closedOn: ago(70) })

    const lines = await linesOf(boss)
    expect(lines.planned).toMatchObject([{ groupId: planned.id, sessionId: planned.sessions[1], group: expect.any(String) }])
    expect(lines.size).toMatchObject([{ sessionId: small.sessions[0], numbers: { present: 3 } }])
    expect(lines.firstTime).toMatchObject([{ sessionId: impossible.sessions[1], numbers: { returning: 9, earlier: 8 } }])
    expect(lines.sameDay).toMatchObject([{ groupId: twice.id }])
    expect(lines.sameTrainer).toHaveLength(1)
    expect([lines.sameTrainer![0]!.groupId, lines.sameTrainer![0]!.other!.groupId].sort()).toEqual([here.id, there.id].sort())
    expect(lines.silent).toMatchObject([{ groupId: quiet.id, date: ago(61) }])
    expect(lines.practice).toMatchObject([{ cohortId: cohort.id, userName: silent.userName, date: null }])
    expect(await getToDo(neighbour)).toMatchObject({ open: 0 })

    // Every kind of line is found again by its key, and by nobody beside.
    for (const { key } of Object.values(lines).flat()) {
      expect(await acceptFinding(neighbour, { key, reason: 'Klopt' })).toBe('unknown')
      expect(await acceptFinding(boss, { key, reason: 'Klopt' })).toBe('accepted')
    }
    expect(await getToDo(boss)).toMatchObject({ open: 0, sections: [] })
  })

  it('of more than is looked at in one go says so, and its first times are still held against all of them', async () => {
    const own = await makeOrganisation()
    const boss = await coordinatorOf(own.id)
    const { id } = await makeGroup(own.id, [{ date: ago(85) }])
    const size = { present: 8, firstTime: 0, women: 8, men: 0, unknown: 0 }
    const time = (hour: number) => `${String(hour % 24).padStart(2, '0')}:${String(Math.floor(hour / 24)).padStart(2, '0')}`
    for (let hour = 0; hour < 63; hour += 1) {
      const days = Array.from({ length: 80 }, (_, day) => ({ groupId: id, date: ago(day), startsAt: time(hour) }))
      await database().groupSession.createMany({ data: days.map((day) => ({ ...emptySession, ...size, ...day, status: 'registered' })) })
    }
    await inTransaction((tx) => sumUpGroup(tx, id))
    // The first session is cut off: who came back in the others was there in that one, the sums of the group tell.
    expect(await getToDo(boss)).toEqual({ open: 0, cut: true, sections: [], decided: [] })
  })
})

describe('a line', () => {
  it('that is right leaves the list with its reason, and comes back', async () => {
    const own = await makeOrganisation()
    const boss = await coordinatorOf(own.id)
    await makeGroup(own.id, [{ date: ago(9), present: 3 }])
    const { key } = (await linesOf(boss)).size![0]!
    expect(await acceptFinding(boss, { key, reason: 'Het regende hard' })).toBe('accepted')
    expect(await acceptFinding(boss, { key, reason: 'Het sneeuwde' })).toBe('accepted')
    const after = await getToDo(boss)
    expect(after).toMatchObject({ open: 0, decided: [{ key, reason: 'Het sneeuwde', author: expect.any(String) }] })
    expect((await listAudit({ skip: 0, take: 1 })).lines[0]).toMatchObject({ action: 'quality.accepted' })
    expect(await reopenFinding(boss, key)).toBe('reopened')
    expect(await getToDo(boss)).toMatchObject({ open: 1, decided: [] })
  })

  it('of a neighbour cannot be marked, and one that is not there neither', async () => {
    const own = await makeOrganisation()
    const boss = await coordinatorOf(own.id)
    await makeGroup(own.id, [{ date: ago(9), present: 3 }])
    const { key } = (await linesOf(boss)).size![0]!
    expect(await acceptFinding(neighbour, { key, reason: 'Klopt' })).toBe('unknown')
    expect(await reopenFinding(neighbour, key)).toBe('unknown')
    expect(await acceptFinding(boss, { key: 'size:none:1', reason: 'Klopt' })).toBe('unknown')
    expect(await acceptFinding(boss, { key, reason: 'bel 0612345678' })).toBe('textHasContact')
    expect(await acceptFinding(boss, { key, reason: 'mevrouw Jansen was ziek' })).toBe('reasonHasName')
    expect(await getToDo(boss)).toMatchObject({ open: 1 })
  })
})
