import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Person, Role } from '~/domain/accounts/policy'
import { findGroup, listGroups } from '~/domain/groups/groups.server'
import { findGroupAsOf } from '~/domain/groups/groups-repository.server'
import { daysOf, planSessions } from '~/domain/groups/plan-sessions.server'
import { registerSession, reviseSession, withdrawSession } from '~/domain/groups/register-session.server'
import { changeGroup, closeGroup, createGroup } from '~/domain/groups/save-group.server'
import { groupForm, groupSearch, sessionForm, type SessionForm } from '~/domain/groups/schema'
import { findSession, listSessionHistory, listSessionsOf } from '~/domain/groups/sessions.server'
import { listSessionsAsOf } from '~/domain/groups/sessions-repository.server'
import { i18nOf } from '~/i18n/server'
import { makeAccount, makeOrganisation } from '../factories/accounts'
import { addMember, makeCohort } from '../factories/cohorts'
import { headCount, makeGroup, makeSession } from '../factories/groups'
import { openSite, ownForm } from '../setup/http'
import { findSamples } from '../setup/samples'

async function personWith(role: Role, organisationId?: string): Promise<Person> {
  const { id } = await makeAccount({ roles: [{ role, ...(organisationId ? { organisationId } : {}) }] })
  return { id, roles: [{ role, organisationId: organisationId ?? null }] }
}

async function neighbours() {
  const [east, west] = await Promise.all([makeOrganisation(), makeOrganisation()])
  const team = await makeOrganisation({ parentId: east.id })
  const cohort = await makeCohort({ organisationId: east.id })
  const trainer = await personWith('trainer', east.id)
  const membership = await addMember(cohort, trainer.id)
  return {
    east,
    west,
    team,
    trainer,
    membership,
    coordinator: await personWith('coordinator', east.id),
    neighbour: await personWith('coordinator', west.id),
    manager: await personWith('manager'),
    otherTrainer: await personWith('trainer', east.id),
  }
}

let world: Awaited<ReturnType<typeof neighbours>>
beforeAll(async () => {
  world = await neighbours()
})

const page = { skip: 0, take: 25 }
const all = groupSearch.parse({ state: 'all' })

const groupFields = (given: Record<string, unknown> = {}) =>
  groupForm.parse({
    name: 'Oudergroep Linde',
    programme: 'opvoeding',
    kind: 'parents',
    organisation: world.east.id,
    municipality: 'Den Haag',
    audience: 'parents',
    languages: ['nl', 'ar'],
    trainers: [],
    key: crypto.randomUUID(),
    ...given,
  }) as ReturnType<typeof groupForm.parse> & { key: string }

const sessionFields = (given: Record<string, unknown> = {}): SessionForm & { key: string; revision: number } => ({
  ...sessionForm.parse({ date: '2026-10-06', present: '8', firstTime: '8', women: '6', men: '2', unknown: '', revision: '1', ...given }),
  key: (given.key as string | undefined) ?? crypto.randomUUID(),
  revision: Number(given.revision ?? 1),
})

describe('groups', () => {
  it('are seen by who reaches their organisation and by their trainers, and look like nothing to others', async () => {
    const { east, team, coordinator, neighbour, manager, trainer, otherTrainer, membership } = world
    const own = await makeGroup({ organisationId: east.id, name: 'Eigen', trainers: [membership] })
    const below = await makeGroup({ organisationId: team.id, name: 'Onder' })
    const found = async (person: Person) =>
      (await Promise.all([own, below].map((id) => findGroup(person, id)))).map((group) => group?.reach ?? null)
    expect(await found(coordinator)).toEqual(['coordinator', 'coordinator'])
    expect(await found(manager)).toEqual(['coordinator', 'coordinator'])
    expect(await found(trainer)).toEqual(['trainer', null])
    expect(await found(otherTrainer)).toEqual([null, null])
    expect(await found(neighbour)).toEqual([null, null])
    const listed = async (person: Person) => (await listGroups(person, all, page)).groups.map(({ id }) => id)
    expect(await listed(coordinator)).toEqual(expect.arrayContaining([own, below]))
    expect(await listed(trainer)).toEqual([own])
    expect(await listed(otherTrainer)).toEqual([])
    expect(await listed(neighbour)).toEqual([])
  })

  it('are made once, in a municipality that exists, within reach and with trainers of one’s own', async () => {
    const { coordinator, neighbour, west, membership } = world
    const form = groupFields({ trainers: [membership] })
    const results = await Promise.all([createGroup(coordinator, form), createGroup(coordinator, form), createGroup(coordinator, form)])
    const [first] = results as { id: string }[]
    expect(results).toEqual([first, first, first])
    const group = (await findGroup(coordinator, first!.id))!
    expect(group).toMatchObject({ municipality: 'GM0518', languages: ',ar,nl,', revision: 1 })
    expect(await createGroup(coordinator, groupFields({ municipality: 'Atlantis' }))).toMatchObject({ field: 'municipality' })
    expect(await createGroup(coordinator, groupFields({ organisation: west.id }))).toMatchObject({ field: 'organisation' })
    expect(await createGroup(neighbour, groupFields({ organisation: west.id, trainers: [membership] }))).toMatchObject({
      field: 'trainers',
    })
    // The back button and another name: that is another group.
    const other = (await createGroup(coordinator, { ...form, name: 'Andere naam' })) as { id: string }
    expect(await findGroup(coordinator, other.id)).toMatchObject({ name: 'Andere naam' })
    // Somebody else's form with the same key makes a group of her own.
    const theirs = (await createGroup(neighbour, groupFields({ organisation: west.id, key: form.key }))) as { id: string }
    expect(theirs.id).not.toBe(first!.id)
    expect(await createGroup(coordinator, groupFields({ place: 'bel 06-12345678' }))).toMatchObject({ field: 'place' })
  })

  it('keep every change, and the second of two who change at once sees it', async () => {
    const { coordinator } = world
    const form = groupFields()
    const { id } = (await createGroup(coordinator, form)) as { id: string }
    const group = (await findGroup(coordinator, id))!
    const before = new Date()
    const results = await Promise.all([
      changeGroup(coordinator, group, { ...groupFields({ name: 'Eerste' }), revision: 1 }),
      changeGroup(coordinator, group, { ...groupFields({ name: 'Tweede' }), revision: 1 }),
    ])
    expect(results.sort()).toEqual(['conflict', 'saved'])
    const now = (await findGroup(coordinator, id))!
    expect(now.revision).toBe(2)
    expect((await findGroupAsOf(id, new Date()))?.name).toBe(now.name)
    expect((await findGroupAsOf(id, before))?.name).toBe('Oudergroep Linde')
    expect(await findGroupAsOf(id, new Date(0))).toBeNull()
  })

  it('are found by a part of their name in any spelling, by municipality, language and kind', async () => {
    const organisation = await makeOrganisation()
    const person = await personWith('coordinator', organisation.id)
    const ids = {
      a: await makeGroup({ organisationId: organisation.id, name: 'Ouders Súdwest', municipality: 'GM0518', languages: ',so,' }),
      b: await makeGroup({ organisationId: organisation.id, name: 'مجموعة الأمهات', kind: 'women', closedOn: '2026-01-01' }),
    }
    const find = async (search: Record<string, string>) =>
      (await listGroups(person, groupSearch.parse(search), page)).groups.map(({ id }) => id)
    expect(await find({ q: 'SUDWEST' })).toEqual([ids.a])
    expect(await find({ q: 'الأمهات', state: 'all' })).toEqual([ids.b])
    expect(await find({ municipality: 'den haag' })).toEqual([ids.a])
    expect(await find({ municipality: 'Atlantis' })).toEqual([])
    expect(await find({ language: 'so' })).toEqual([ids.a])
    expect(await find({ language: 's' })).toEqual([ids.a])
    expect(await find({ kind: 'women' })).toEqual([])
    expect(await find({ state: 'closed' })).toEqual([ids.b])
    expect(await find({ q: '%' })).toEqual([ids.a])
  })

  it.each(['name', 'lastHeld', 'sessions', 'reached'])('come in the order of %s, page after page, each once', async (order) => {
    const organisation = await makeOrganisation()
    const person = await personWith('coordinator', organisation.id)
    for (const [index, name] of ['Éen', 'een', 'Twee', 'drie', 'Vier'].entries()) {
      const id = await makeGroup({ organisationId: organisation.id, name })
      for (let held = 0; held < index % 3; held += 1)
        await makeSession(id, { date: `2026-0${held + 1}-0${index + 1}`, ...headCount(5, { firstTime: index }) })
    }
    const search = groupSearch.parse({ order })
    const whole = (await listGroups(person, search, page)).groups
    const parts = []
    for (let skip = 0; skip < 5; skip += 2) parts.push(...(await listGroups(person, search, { skip, take: 2 })).groups)
    expect(parts.map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
    const value = {
      name: whole.map(({ name }) => name.toLowerCase().replace('é', 'e')),
      lastHeld: whole.map(({ lastHeldOn }) => lastHeldOn ?? ''),
      sessions: whole.map(({ sessionsHeld }) => sessionsHeld),
      reached: whole.map(({ reached }) => reached),
    }[order]!
    const sorted = [...value].sort((a, b) => (typeof a === 'number' ? Number(b) - a : a < String(b) ? -1 : a > String(b) ? 1 : 0))
    expect(value).toEqual(order === 'lastHeld' ? sorted.reverse() : sorted)
  })
})

describe('a head count', () => {
  const own = () => makeGroup({ organisationId: world.east.id, trainers: [world.membership] })
  const group = async (id: string) => (await findGroup(world.trainer, id))!

  it('that is sent twice, or three times at once, is registered once', async () => {
    const at = await group(await own())
    const form = sessionFields()
    const results = await Promise.all([1, 2, 3].map(() => registerSession(world.trainer, at, form)))
    expect(results).toEqual([1, 2, 3].map(() => expect.objectContaining({ outcome: 'saved' }) as unknown))
    expect(await registerSession(world.trainer, at, form)).toMatchObject({ outcome: 'saved' })
    expect((await listSessionsOf(at)).past).toHaveLength(1)
    expect(await group(at.id)).toMatchObject({ sessionsHeld: 1, reached: 8, lastHeldOn: '2026-10-06' })
    // The back button and other numbers: that is a correction, not another session.
    expect(
      await registerSession(world.trainer, at, { ...sessionFields({ present: '9', women: '7', firstTime: '9' }), key: form.key }),
    ).toMatchObject({
      outcome: 'exists',
    })
    expect(await group(at.id)).toMatchObject({ sessionsHeld: 1, reached: 8 })
  })

  it('of the first meeting has only new people, and later ones may have fewer', async () => {
    const at = await group(await own())
    expect(await registerSession(world.trainer, at, sessionFields({ firstTime: '7' }))).toEqual({
      field: 'firstTime',
      code: 'firstMeetingAllNew',
    })
    await registerSession(world.trainer, at, sessionFields())
    expect(await registerSession(world.trainer, at, sessionFields({ date: '2026-10-13', firstTime: '0' }))).toMatchObject({
      outcome: 'saved',
    })
    expect(await group(at.id)).toMatchObject({ sessionsHeld: 2, reached: 8 })
  })

  it('that comes in with others of the same group at the same moment is in the sums, as all of them are', async () => {
    const at = await group(await own())
    await registerSession(world.trainer, at, sessionFields())
    const days = ['2026-10-07', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-11', '2026-10-12']
    await Promise.all(days.map((date) => registerSession(world.trainer, at, sessionFields({ date, firstTime: '1' }))))
    expect(await group(at.id)).toMatchObject({ sessionsHeld: 7, reached: 14, lastHeldOn: '2026-10-12' })
  })

  it('is not lost when the group is closed at the same moment: it is in before, or refused', async () => {
    const id = await own()
    const at = await group(id)
    const coordinated = (await findGroup(world.coordinator, id))!
    const [closed, registered] = await Promise.all([
      closeGroup(world.coordinator, coordinated, { closedOn: '2026-10-01', revision: 1 }),
      registerSession(world.trainer, at, sessionFields()),
    ])
    const now = await group(id)
    if (closed === 'saved') expect([registered, now.sessionsHeld]).toEqual([{ field: 'date', code: 'groupClosed' }, 0])
    else expect([closed, now.sessionsHeld, now.closedOn]).toEqual(['heldLater', 1, null])
  })

  it('is corrected with a reason as a new revision, of which the second of two sees the first', async () => {
    const at = await group(await own())
    const saved = (await registerSession(world.trainer, at, sessionFields())) as { id: string }
    const session = (await findSession(at, saved.id))!
    const before = new Date()
    const first = sessionFields({ present: '9', firstTime: '9', women: '7' })
    expect(await reviseSession(world.trainer, at, session, first)).toEqual({ field: 'reason', code: 'reasonMissing' })
    const results = await Promise.all([
      reviseSession(world.trainer, at, session, { ...first, reason: 'verkeerd geteld' }),
      reviseSession(world.coordinator, at, session, {
        ...sessionFields({ present: '7', firstTime: '7', women: '5' }),
        reason: 'andere telling',
      }),
    ])
    expect(results.map((result) => 'outcome' in result && result.outcome).sort()).toEqual(['conflict', 'saved'])
    const history = await listSessionHistory(saved.id)
    expect(history.map(({ number, act }) => [number, act])).toEqual([
      [2, 'corrected'],
      [1, 'registered'],
    ])
    expect(history[0]?.author).not.toBeNull()
    expect((await listSessionsAsOf(at.id, before)).map(({ present }) => present)).toEqual([8])
    expect((await listSessionsAsOf(at.id, new Date())).map(({ present }) => present)).toEqual([(await findSession(at, saved.id))!.present])
  })

  it('that is withdrawn counts no more and leaves its trace', async () => {
    const at = await group(await own())
    const { id } = (await registerSession(world.trainer, at, sessionFields())) as { id: string }
    const session = (await findSession(at, id))!
    expect(await withdrawSession(world.trainer, session, { revision: 1, reason: 'mevrouw Jansen was er niet' })).toBe('textLooksLikeName')
    expect(await withdrawSession(world.trainer, session, { revision: 1, reason: 'dubbel ingevuld' })).toBe('saved')
    expect(await group(at.id)).toMatchObject({ sessionsHeld: 0, reached: 0, lastHeldOn: null })
    expect((await listSessionHistory(id)).map(({ act, present }) => [act, present])).toEqual([
      ['withdrawn', 8],
      ['registered', 8],
    ])
  })

  it('has no name, number or address in its texts, and no lesson that does not exist', async () => {
    const at = await group(await own())
    const send = (given: Record<string, unknown>) => registerSession(world.trainer, at, sessionFields(given))
    expect(await send({ note: 'bel 06-12345678' })).toEqual({ field: 'note', code: 'textHasContact' })
    expect(await send({ topic: 'gesprek met Anna de Vries' })).toEqual({ field: 'topic', code: 'textLooksLikeName' })
    expect(await send({ lesson: 'no-such-lesson' })).toEqual({ field: 'lesson', code: 'choiceUnknown' })
    expect((await listSessionsOf(at)).past).toHaveLength(0)
    expect(await send({ topic: 'over de Gouden Eeuw en Gouden Regels', noNames: 'on' })).toMatchObject({ outcome: 'saved' })
  })

  it('is not taken after the last day of a closed group', async () => {
    const { coordinator } = world
    const id = await own()
    const at = (await findGroup(coordinator, id))!
    for (const date of ['2026-09-20', '2026-10-20']) await makeSession(id, { date })
    expect(await closeGroup(coordinator, at, { closedOn: '2026-10-01', revision: 1 })).toBe('saved')
    const closed = await group(id)
    expect((await listSessionsOf(closed)).planned.map(({ date }) => date)).toEqual(['2026-09-20'])
    expect(await registerSession(world.trainer, closed, sessionFields())).toEqual({ field: 'date', code: 'groupClosed' })
    expect(await registerSession(world.trainer, closed, sessionFields({ date: '2026-10-01' }))).toMatchObject({ outcome: 'saved' })
    expect(await closeGroup(coordinator, (await findGroup(coordinator, id))!, { closedOn: '2026-09-01', revision: 2 })).toBe('heldLater')
  })

  it('of a planned session goes into it, once', async () => {
    const at = await group(await own())
    const plan = { date: '2026-10-06', number: 3, everyWeeks: 2, key: crypto.randomUUID(), startsAt: '10:00', place: undefined }
    expect(await planSessions(world.trainer, at, plan)).toBe(3)
    expect(await planSessions(world.trainer, at, plan)).toBe(3)
    const { planned } = await listSessionsOf(at)
    expect(planned.map(({ date }) => date)).toEqual(['2026-10-06', '2026-10-20', '2026-11-03'])
    const results = await Promise.all([1, 2].map(() => reviseSession(world.trainer, at, planned[0]!, sessionFields({ startsAt: '10:00' }))))
    const fresh = (await findSession(at, planned[0]!.id))!
    expect(fresh).toMatchObject({ status: 'registered', present: 8, revision: 2 })
    expect(results.some((result) => 'outcome' in result && result.outcome === 'saved')).toBe(true)
    // The same once more, from the page as it was before.
    expect(await reviseSession(world.trainer, at, fresh, sessionFields({ startsAt: '10:00' }))).toMatchObject({ outcome: 'saved' })
    expect((await findSession(at, fresh.id))?.revision).toBe(2)
  })

  it('keeps the sums of its group right, whatever is registered, corrected and withdrawn in whichever order', async () => {
    const action = fc.record({
      kind: fc.constantFrom('add', 'correct', 'withdraw'),
      which: fc.nat(5),
      present: fc.integer({ min: 1, max: 20 }),
      day: fc.nat(27),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 8 }), async (actions) => {
        const at = await group(await own())
        const ids: string[] = []
        for (const { kind, which, present, day } of actions) {
          const date = `2026-09-${String(day + 1).padStart(2, '0')}`
          const counts = { date, present: String(present), firstTime: String(present), women: String(present), men: '0' }
          const id = ids[which % Math.max(1, ids.length)]
          const session = id ? await findSession(at, id) : null
          if (kind === 'add' || !session || session.status === 'withdrawn') {
            const saved = await registerSession(world.trainer, at, sessionFields(counts))
            if ('id' in saved) ids.push(saved.id)
          } else if (kind === 'correct')
            await reviseSession(world.trainer, at, session, {
              ...sessionFields({ ...counts, revision: session.revision }),
              reason: 'beter geteld',
            })
          else await withdrawSession(world.trainer, session, { revision: session.revision, reason: 'dubbel' })
        }
        const held = (await listSessionsOf(at)).past
        const now = await group(at.id)
        expect(now.sessionsHeld).toBe(held.length)
        expect(now.reached).toBe(held.reduce((sum, session) => sum + session.firstTime!, 0))
        expect(now.lastHeldOn).toBe(
          held
            .map(({ date }) => date)
            .sort()
            .at(-1) ?? null,
        )
        // The present, and the past as of now, are the same.
        const asOfNow = (await listSessionsAsOf(at.id, new Date())).filter(({ status }) => status === 'registered')
        expect(asOfNow.map(({ sessionId }) => sessionId).sort()).toEqual(held.map(({ id }) => id).sort())
      }),
      { numRuns: 12 },
    )
  })
})

describe('days of a series', () => {
  it('keep the day of the week over the change of the clock', () => {
    expect(daysOf({ date: '2026-10-19', number: 3, everyWeeks: 1 })).toEqual(['2026-10-19', '2026-10-26', '2026-11-02'])
    expect(daysOf({ date: '2026-12-30', number: 2, everyWeeks: 2 })).toEqual(['2026-12-30', '2027-01-13'])
  })
})

describe('a form that is far too long', () => {
  it('comes back with what was typed, and says which field it is', async () => {
    const site = await openSite()
    const { params, sessions } = await findSamples()
    const session = sessions.trainer
    const body = { date: '2026-11-20', present: '7', firstTime: '0', women: '7', men: '0', note: 'thee '.repeat(200_000) }
    const answer = await site.ask(`/ar/coordinate/groups/${params.group}/sessions/new`, { method: 'POST', headers: ownForm, session, body })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(i18nOf('ar').t('noteTooLong', { ns: 'errors' }))
    expect(answer.text).toContain('value="7"')
    expect(answer.text).toContain('thee thee')
  })

  it('still notices, after a fault, that somebody else changed the same session in between', async () => {
    const site = await openSite()
    const { params, sessions } = await findSamples()
    const address = `/nl/coordinate/groups/${params.group}/sessions/${params.session}/register`
    const revisionIn = (text: string) => /name="revision" value="(\d+)"/.exec(text)?.[1]
    const seen = revisionIn((await site.ask(address, { session: sessions.trainer })).text)!
    const counts = { revision: seen, date: '2026-11-03', present: '7', firstTime: '7', women: '5', men: '2' }
    const send = (session: string, given: Record<string, string>) =>
      site.ask(address, { method: 'POST', headers: ownForm, session, body: { ...counts, ...given } })
    const wrong = await send(sessions.trainer, { women: '4', reason: 'vergeten' })
    expect([wrong.status, revisionIn(wrong.text)]).toEqual([422, seen])
    const other = await send(sessions.coordinator, { present: '6', firstTime: '6', women: '4', reason: 'dubbel geteld' })
    expect(other.status).toBe(303)
    const afterFault = await send(sessions.trainer, { women: '4', reason: 'vergeten' })
    expect(revisionIn(afterFault.text)).toBe(seen)
    const mended = await send(sessions.trainer, { present: '8', firstTime: '8', women: '6', reason: 'vergeten' })
    expect([mended.status, revisionIn(mended.text)]).toEqual([409, String(Number(seen) + 1)])
  })

  it('with emoji, marks that turn the direction and signs of a formula keeps the text and not the marks', async () => {
    const id = await makeGroup({ organisationId: world.east.id, trainers: [world.membership] })
    const at = (await findGroup(world.trainer, id))!
    const note = '=1+1 \u202Ethee\u202C 🙂 <b>&'
    const { id: sessionId } = (await registerSession(world.trainer, at, sessionFields({ note }))) as { id: string }
    expect((await findSession(at, sessionId))?.note).toBe('=1+1 thee 🙂 <b>&')
  })
})
