import { beforeAll, describe, expect, it } from 'vitest'
import { findMembership } from '~/domain/cohorts/repository.server'
import { changeCalendar, findCalendarCode } from '~/domain/groups/calendar-feed.server'
import { setAccountActive } from '~/domain/accounts/manage-account.server'
import { languages } from '~/i18n/languages'
import { today } from '~/i18n/formats'
import { makeAccount, makeOrganisation, type AccountToMake } from '../factories/accounts'
import { addMember, makeCohort } from '../factories/cohorts'
import { headCount, makeGroup, makeSession } from '../factories/groups'
import { openSite, ownForm, type OpenSite } from '../setup/http'

// Tally sheets and calendars as they are asked for over HTTP.

let site: OpenSite

async function signedIn(roles: AccountToMake['roles']) {
  const account = await makeAccount({ roles: roles ?? [] })
  return { ...account, session: await site.signIn(account.userName, account.password) }
}

async function aWorld() {
  const [east, west] = await Promise.all([makeOrganisation(), makeOrganisation()])
  const cohort = await makeCohort({ organisationId: east.id })
  const trainer = await signedIn([{ role: 'trainer', organisationId: east.id }])
  await addMember(cohort, trainer.id)
  const { id: membership } = (await findMembership(cohort.id, trainer.id))!
  const group = await makeGroup({ organisationId: east.id, name: 'Groep met blad', trainers: [membership] })
  const other = await makeGroup({ organisationId: east.id })
  return {
    group,
    trainer,
    colleague: await signedIn([{ role: 'trainer', organisationId: east.id }]),
    coordinator: await signedIn([{ role: 'coordinator', organisationId: east.id }]),
    neighbour: await signedIn([{ role: 'coordinator', organisationId: west.id }]),
    editor: await signedIn([{ role: 'editor' }]),
    sessions: {
      second: await makeSession(group, { date: '2026-12-08', startsAt: '19:30' }),
      first: await makeSession(group, { date: '2026-12-01', place: 'Zaal 3' }),
      registered: await makeSession(group, { date: '2026-09-01', ...headCount(6, { firstTime: 6 }) }),
      withdrawn: await makeSession(group, { date: '2026-12-15', status: 'withdrawn' }),
      elsewhere: await makeSession(other, { date: '2026-12-01' }),
    },
  }
}

let world: Awaited<ReturnType<typeof aWorld>>
beforeAll(async () => {
  site = await openSite()
  world = await aWorld()
})

/** The sheets of a page, each from its beginning to its end. */
const sheetsOf = (html: string) => html.match(/<article class="lk-tally"[\s\S]*?<\/article>/g) ?? []
const withoutBreaks = (html: string) => html.replace(/<wbr\/?>|<!-- -->/g, '')

describe('the tally sheets of a group', () => {
  const address = (query = '') => `/nl/coordinate/groups/${world.group}/sheet${query}`

  it('are there for its trainer and its coordinator, and look like nothing to everybody else', async () => {
    const { trainer, coordinator, colleague, neighbour, editor } = world
    const statusFor = async (who: { session: string } | null) => (await site.ask(address(), who ? { session: who.session } : {})).status
    expect(await Promise.all([trainer, coordinator, colleague, neighbour, editor, null].map(statusFor))).toEqual([
      200, 200, 404, 404, 403, 302,
    ])
  })

  it('are one for each planned session, in their order, each with its own address', async () => {
    const { text } = await site.ask(address(), { session: world.trainer.session })
    const sheets = sheetsOf(text).map(withoutBreaks)
    const { first, second } = world.sessions
    expect(sheets.map((sheet) => /\/sessions\/[\w/-]+/.exec(sheet)?.[0])).toEqual([
      `/sessions/${first}/register`,
      `/sessions/${second}/register`,
    ])
    expect(sheets[0]).toContain('1 december 2026')
    expect(sheets[0]).toContain('Zaal 3')
    expect(sheets[1]).toContain('19:30')
  })

  it('can be asked for one by one, also after it was registered', async () => {
    for (const id of [world.sessions.second, world.sessions.registered]) {
      const { text } = await site.ask(address(`?session=${id}`), { session: world.coordinator.session })
      expect(sheetsOf(text)).toHaveLength(1)
      expect(withoutBreaks(text)).toContain(`/nl/coordinate/groups/${world.group}/sessions/${id}/register`)
    }
  })

  it('can be asked for without a date', async () => {
    for (const query of ['?blank', '?language=nl&session=blank']) {
      const { text } = await site.ask(address(query), { session: world.trainer.session })
      expect(sheetsOf(text)).toHaveLength(1)
      expect(withoutBreaks(text)).toContain(`/nl/coordinate/groups/${world.group}/sessions/new`)
    }
  })

  it('are in any of the seven languages, whatever the page is in', async () => {
    for (const language of languages) {
      const { text } = await site.ask(address(`?language=${language}`), { session: world.trainer.session })
      expect(text).toMatch(/<html lang="nl" dir="ltr"/)
      const direction = ['ar', 'fa'].includes(language) ? 'rtl' : 'ltr'
      for (const sheet of sheetsOf(text)) {
        expect(sheet).toContain(`lang="${language}" dir="${direction}"`)
        expect(withoutBreaks(sheet)).toContain(`/${language}/coordinate/groups/`)
      }
    }
    expect((await site.ask(address('?language=xx'), { session: world.trainer.session })).text).toContain('class="lk-tally" lang="nl"')
  })

  it('of a session of another group, a withdrawn one, or none at all are not there', async () => {
    const { elsewhere, withdrawn } = world.sessions
    for (const session of [elsewhere, withdrawn, crypto.randomUUID(), 'x', `${elsewhere}'`]) {
      const answer = await site.ask(address(`?session=${encodeURIComponent(session)}`), { session: world.trainer.session })
      expect(answer.status).toBe(404)
    }
  })
})

describe('the feed of a calendar', () => {
  const codeOf = async (id: string) => (await findCalendarCode(id))!
  const change = (session: string, what: string) =>
    site.ask('/nl/account/calendar', { method: 'POST', headers: ownForm, session, body: { change: what } })

  it('is a calendar to whoever has the address, which nobody keeps for others or puts in an index', async () => {
    const id = await makeSession(world.group, { date: today(), startsAt: '10:00' })
    await changeCalendar(world.trainer.id, 'make')
    const answer = await site.ask(`/calendar/${await codeOf(world.trainer.id)}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('private, no-cache')
    expect(answer.headers['x-robots-tag']).toBe('noindex')
    expect(answer.cookies).toEqual([])
    expect(answer.text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(answer.text).toContain(`UID:${id}@leerkring\r\n`)
    expect(answer.text).not.toContain('Groep met blad')
  })

  it('is not sent again as long as it is the same', async () => {
    const address = `/calendar/${await codeOf(world.trainer.id)}`
    const { headers } = await site.ask(address)
    const etag = headers.etag!
    const again = (given: string) => site.ask(address, { headers: { 'If-None-Match': given } })
    expect(await again(etag)).toMatchObject({ status: 304, text: '', headers: { etag } })
    expect((await again(`"other", W/${etag}`)).status).toBe(304)
    expect((await again('"other"')).status).toBe(200)
    expect(await site.ask(address, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
    await makeSession(world.group, { date: today() })
    const changed = await again(etag)
    expect(changed.status).toBe(200)
    expect(changed.headers.etag).not.toBe(etag)
  })

  it('stops at once when its owner wants another one, none, or may not sign in', async () => {
    const { coordinator } = world
    const statusOf = async (code: string) => (await site.ask(`/calendar/${code}`)).status
    expect(await change(coordinator.session, 'make')).toMatchObject({ status: 303, headers: { location: '/nl/account/calendar?make' } })
    const first = await codeOf(coordinator.id)
    expect((await site.ask('/nl/account/calendar', { session: coordinator.session })).text).toContain(first)
    expect(await statusOf(first)).toBe(200)

    expect((await change(coordinator.session, 'renew')).status).toBe(303)
    const second = await codeOf(coordinator.id)
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200])

    await setAccountActive(coordinator.id, false, world.neighbour.id)
    expect(await statusOf(second)).toBe(404)
    await setAccountActive(coordinator.id, true, world.neighbour.id)
    expect(await statusOf(second)).toBe(200)

    const session = await site.signIn(coordinator.userName, coordinator.password)
    expect((await change(session, 'withdraw')).status).toBe(303)
    expect(await statusOf(second)).toBe(404)
    expect((await site.ask('/nl/account/calendar', { session })).text).not.toContain(second)
  })

  it('is made and changed by its owner alone', async () => {
    const { neighbour, editor, trainer } = world
    const before = await codeOf(trainer.id)
    expect((await change(neighbour.session, 'renew')).status).toBe(303)
    expect(await codeOf(trainer.id)).toBe(before)
    expect((await change(editor.session, 'make')).status).toBe(403)
    expect((await change(neighbour.session, 'something')).status).toBe(404)
    expect((await site.ask('/nl/account/calendar')).status).toBe(302)
    const crossSite = {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site' },
      session: trainer.session,
      body: { change: 'withdraw' },
    }
    expect((await site.ask('/nl/account/calendar', crossSite)).status).toBe(403)
    expect(await codeOf(trainer.id)).toBe(before)
  })
})
