import { beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '~/domain/accounts/audit.server'
import { changeAccount } from '~/domain/accounts/change-account.server'
import { deleteAccountRow } from '~/domain/accounts/repository.server'
import type { Person, Role } from '~/domain/accounts/policy'
import { daysAfter } from '~/domain/cohorts/dates'
import { planMeeting, withdrawMeeting } from '~/domain/cohorts/meetings.server'
import { findMembership } from '~/domain/cohorts/repository.server'
import { changeCalendar, findCalendarCode } from '~/domain/groups/calendar-feed.server'
import { findCalendarOwner, listCalendar } from '~/domain/groups/calendar.server'
import { movePlanned } from '~/domain/groups/plan-sessions.server'
import { withdrawSession } from '~/domain/groups/register-session.server'
import { findSessionRow } from '~/domain/groups/sessions-repository.server'
import { writeCalendar } from '~/http/calendar.server'
import { today } from '~/i18n/formats'
import { database } from '~/platform/db/client.server'
import { makeAccount, makeOrganisation } from '../factories/accounts'
import { addMember, makeCohort } from '../factories/cohorts'
import { headCount, makeGroup, makeSession } from '../factories/groups'

const inDays = (days: number) => daysAfter(today(), days)

async function personWith(role: Role, organisationId?: string): Promise<Person> {
  const { id } = await makeAccount({ roles: [{ role, ...(organisationId ? { organisationId } : {}) }] })
  return { id, roles: [{ role, organisationId: organisationId ?? null }] }
}

async function sessionOf(id: string) {
  return (await findSessionRow(id))!
}

// A group of a trainer, one beside it in the same organisation, one of the neighbours.
async function aWorld() {
  const [east, west] = await Promise.all([makeOrganisation(), makeOrganisation()])
  const cohort = await makeCohort({ organisationId: east.id })
  const trainer = await personWith('trainer', east.id)
  await addMember(cohort, trainer.id)
  const membership = (await findMembership(cohort.id, trainer.id))!
  const own = await makeGroup({ organisationId: east.id, name: 'Geheime naam', place: 'Buurthuis', trainers: [membership.id] })
  const other = await makeGroup({ organisationId: east.id })
  const elsewhere = await makeGroup({ organisationId: west.id })
  const coordinator = await personWith('coordinator', east.id)
  const meeting = await planMeeting(coordinator, cohort, { date: inDays(3), startsAt: '19:30', place: 'Zaal 2' })
  if (meeting === 'closed') throw new Error('the cohort is closed')
  return {
    cohort,
    own,
    trainer,
    coordinator,
    neighbour: await personWith('coordinator', west.id),
    manager: await personWith('manager'),
    meeting: meeting.id,
    sessions: {
      own: await makeSession(own, { date: inDays(7), startsAt: '10:00' }),
      registered: await makeSession(own, { date: inDays(-7), ...headCount(8, { firstTime: 8 }) }),
      other: await makeSession(other, { date: inDays(1), place: 'School\nhal' }),
      elsewhere: await makeSession(elsewhere, { date: inDays(2) }),
    },
  }
}

let world: Awaited<ReturnType<typeof aWorld>>
beforeAll(async () => {
  world = await aWorld()
})

const idsOf = async (person: Person) => (await listCalendar(person)).map(({ id }) => id)

describe('a calendar', () => {
  it('has the sessions of her own groups for a trainer', async () => {
    const { trainer, sessions } = world
    expect(await idsOf(trainer)).toEqual([sessions.registered, sessions.own])
  })

  it('has what is within reach, with the meetings of cohorts, for a coordinator', async () => {
    const { coordinator, sessions, meeting } = world
    expect(await idsOf(coordinator)).toEqual([sessions.registered, sessions.other, meeting, sessions.own])
  })

  it('has nothing of an organisation for its neighbours', async () => {
    const { neighbour, sessions } = world
    expect(await idsOf(neighbour)).toEqual([sessions.elsewhere])
  })

  it('has everything for a manager, and nothing for who leads no group', async () => {
    const { manager, sessions, meeting } = world
    expect(await idsOf(manager)).toEqual([sessions.registered, sessions.other, sessions.elsewhere, meeting, sessions.own])
    expect(await idsOf(await personWith('trainer'))).toEqual([])
  })

  it('goes back two months and ahead a year', async () => {
    const { organisationId } = world.cohort
    const person = await personWith('coordinator', (await makeOrganisation({ parentId: organisationId })).id)
    const group = await makeGroup({ organisationId: person.roles[0]!.organisationId! })
    const ids: string[] = []
    for (const days of [-60, 0, 365]) ids.push(await makeSession(group, { date: inDays(days) }))
    for (const days of [-61, 366]) await makeSession(group, { date: inDays(days) })
    expect(await idsOf(person)).toEqual(ids)
  })

  it('has two thousand entries at most: what is to come first, then the newest of the past', async () => {
    const { id: organisationId } = await makeOrganisation()
    const groupId = await makeGroup({ organisationId })
    const row = (date: string) => ({ groupId, date, status: 'planned' as const })
    const coming = Array.from({ length: 1995 }, (_, place) => row(inDays(place % 300)))
    const past = Array.from({ length: 20 }, (_, place) => row(inDays(-1 - place)))
    await database().groupSession.createMany({ data: [...coming, ...past] })
    const entries = await listCalendar(await personWith('coordinator', organisationId))
    expect(entries).toHaveLength(2000)
    expect(entries.filter(({ date }) => date < today()).map(({ date }) => date)).toEqual([-5, -4, -3, -2, -1].map(inDays))
  })

  it('says what moved under the same id, with a higher number', async () => {
    const { own, trainer } = world
    const id = await makeSession(own, { date: inDays(20), startsAt: '10:00' })
    const entryNow = async () => (await listCalendar(trainer)).find((entry) => entry.id === id)!
    const before = await entryNow()
    const form = { date: inDays(21), startsAt: '11:30', place: undefined, revision: 1 }
    expect(await movePlanned(trainer, await sessionOf(id), form)).toBe('saved')
    const after = await entryNow()
    expect(after).toMatchObject({ date: inDays(21), startsAt: '11:30', place: 'Buurthuis', withdrawn: false })
    expect(after.revision).toBeGreaterThan(before.revision)
    expect(after.revisedAt.getTime()).toBeGreaterThanOrEqual(before.revisedAt.getTime())
  })

  it('says for a month what was withdrawn', async () => {
    const { own, trainer, coordinator, cohort } = world
    const id = await makeSession(own, { date: inDays(30) })
    expect(await withdrawSession(trainer, await sessionOf(id), { revision: 1, reason: 'Zaal bezet' })).toBe('saved')
    const meeting = await planMeeting(coordinator, cohort, { date: inDays(31) })
    if (meeting === 'closed') throw new Error('the cohort is closed')
    await withdrawMeeting(coordinator, cohort, meeting.id)
    const withdrawnOn = async (days: number) => {
      const entries = await listCalendar(coordinator, new Date(Date.now() + days * 24 * 3600 * 1000))
      return entries.filter(({ withdrawn }) => withdrawn).map((entry) => entry.id)
    }
    expect(await withdrawnOn(0)).toEqual([id, meeting.id])
    expect(await withdrawnOn(29)).toEqual([id, meeting.id])
    expect(await withdrawnOn(31)).toEqual([])
  })

  it('is written with neutral words, in its language, and the same as long as nothing changes', async () => {
    const { coordinator, sessions, own, meeting, cohort } = world
    const write = async (language: 'nl' | 'ar') => writeCalendar(await listCalendar(coordinator), language)
    const unfolded = (await write('nl')).replaceAll('\r\n ', '')
    expect(unfolded).not.toMatch(/Geheime naam|Oudergroep|ouder|Groep in opleiding/)
    expect(unfolded).toContain('SUMMARY:Bijeenkomst\\, Buurthuis\r\n')
    expect(unfolded).toContain('SUMMARY:Bijeenkomst\\, School hal\r\n')
    expect(unfolded).toContain('SUMMARY:Bijeenkomst\\, Zaal 2\r\n')
    expect(unfolded).toContain(`UID:${sessions.own}@leerkring\r\n`)
    expect(unfolded).toContain(`\\nhttp://localhost/nl/coordinate/groups/${own}/sessions/${sessions.own}/register\r\n`)
    expect(unfolded).toContain(`URL:http://localhost/nl/coordinate/groups/${own}/sessions/${sessions.registered}\r\n`)
    expect(unfolded).toContain(`URL:http://localhost/nl/coordinate/cohorts/${cohort.id}/meetings/${meeting}\r\n`)
    expect(unfolded).toContain(`URL:http://localhost/nl/coordinate/cohorts/${cohort.id}/meetings\r\nSTATUS:CANCELLED\r\n`)
    expect((await write('ar')).replaceAll('\r\n ', '')).toContain('SUMMARY:لقاء\\, Buurthuis\r\n')
    expect(await write('nl')).toBe(await write('nl'))
  })
})

describe('the address of a calendar', () => {
  it('is made once, replaced, and taken away; an old one is nobody’s at once', async () => {
    const { id } = await personWith('trainer')
    expect(await findCalendarCode(id)).toBeNull()
    await Promise.all([changeCalendar(id, 'make'), changeCalendar(id, 'make')])
    const first = (await findCalendarCode(id))!
    await changeCalendar(id, 'make')
    expect(await findCalendarCode(id)).toBe(first)
    expect(first).toMatch(/^[0-9a-z]{26}$/)
    expect(await findCalendarOwner(first)).toMatchObject({ id, language: 'nl' })

    await changeCalendar(id, 'renew')
    const second = (await findCalendarCode(id))!
    expect(second).not.toBe(first)
    expect(await findCalendarOwner(first)).toBeNull()
    expect(await findCalendarOwner(second)).toMatchObject({ id })

    await changeCalendar(id, 'withdraw')
    await changeCalendar(id, 'withdraw')
    expect(await findCalendarCode(id)).toBeNull()
    expect(await findCalendarOwner(second)).toBeNull()

    const { lines } = await listAudit({ skip: 0, take: 200 })
    const noted = lines.filter(({ actor }) => actor?.id === id).map(({ action }) => action)
    expect(noted.sort()).toEqual(['calendar.made', 'calendar.renewed', 'calendar.withdrawn'])
  })

  it('is nobody’s for a made-up code, or one of another kind', async () => {
    for (const code of ['', 'x', '0'.repeat(26), '0'.repeat(5000)]) expect(await findCalendarOwner(code)).toBeNull()
  })

  it('is closed with the account, opens again with it, and goes with it', async () => {
    const administrator = await personWith('administrator')
    const { id } = await personWith('coordinator', world.cohort.organisationId)
    await changeCalendar(id, 'make')
    const code = (await findCalendarCode(id))!
    expect(await changeAccount(administrator, id, 'deactivate')).toEqual({ done: true })
    expect(await findCalendarOwner(code)).toBeNull()
    expect(await changeAccount(administrator, id, 'reactivate')).toEqual({ done: true })
    expect(await findCalendarOwner(code)).toMatchObject({ id })
    await deleteAccountRow(id)
    expect(await findCalendarOwner(code)).toBeNull()
  })

  it('is closed to who may not see groups', async () => {
    const { id } = await personWith('editor')
    await changeCalendar(id, 'make')
    expect(await findCalendarOwner((await findCalendarCode(id))!)).toBeNull()
  })
})
