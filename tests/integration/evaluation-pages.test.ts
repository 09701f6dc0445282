import { beforeAll, describe, expect, it } from 'vitest'
import { listPeople } from '~/domain/accounts/list-people.server'
import { listCohorts } from '~/domain/cohorts/cohorts.server'
import { findMembership } from '~/domain/cohorts/repository.server'
import { setClosed } from '~/domain/evaluations/repository.server'
import { database } from '~/platform/db/client.server'
import { addAnswer, makeEvaluation } from '../factories/evaluations'
import { makeGroup } from '../factories/groups'
import { nextAddress, openSite, ownForm, type OpenSite } from '../setup/http'

let site: OpenSite
let organisationId: string
let groupId: string
const sessions: Record<'trainer' | 'coordinator' | 'neighbour' | 'manager', string> = {
  trainer: '',
  coordinator: '',
  neighbour: '',
  manager: '',
}

beforeAll(async () => {
  site = await openSite()
  const { people } = await listPeople('', { skip: 0, take: 100 })
  const idOf = (userName: string) => people.find((person) => person.userName === userName)!.id
  const everything = { id: idOf('beheer-demo'), roles: [{ role: 'administrator', organisationId: null }] }
  const cohort = (await listCohorts(everything)).find(({ name }) => name === 'Demogroep najaar')!
  organisationId = cohort.organisationId
  const membership = await findMembership(cohort.id, idOf('trainer-demo'))
  groupId = await makeGroup({ organisationId, name: 'Dinsdaggroep', trainers: [membership!.id] })
  for (const role of ['trainer', 'coordinator', 'neighbour', 'manager'] as const) sessions[role] = await site.signInAs(role)
})

const make = () => makeEvaluation({ groupId, organisationId })
const countOf = (evaluationId: string) => database().evaluationAnswer.count({ where: { evaluationId } })
const unescaped = (html: string) => html.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** Sends the form of an evaluation from a place of its own, unless one is given. */
const send = (
  address: string,
  body: Record<string, string>,
  { from = nextAddress(), headers = ownForm }: { from?: string; headers?: Record<string, string> } = {},
) => site.ask(address, { method: 'POST', headers: { ...headers, 'X-Forwarded-For': from }, body: { key: crypto.randomUUID(), ...body } })

describe('the page with the questions', () => {
  it('is there in every language, keeps nothing and is kept nowhere', async () => {
    const { id, code } = await make()
    for (const lang of ['nl', 'en', 'tr', 'ar', 'so', 'ti', 'fa']) {
      const { status, headers, cookies, text } = await site.ask(`/${lang}/evaluate/${code}`)
      expect({ lang, status, cookies, caching: headers['cache-control'] }).toEqual({ lang, status: 200, cookies: [], caching: 'no-store' })
      expect(text.match(/type="radio"/g)).toHaveLength(20)
      expect(text.match(/<textarea/g)).toHaveLength(2)
      expect(text).toContain(`href="/ar/evaluate/${code}"`)
      expect(text).not.toContain('Dinsdaggroep')
    }
    await site.ask(`/nl/evaluate/${code}`, { method: 'HEAD' })
    await site.ask(`/nl/evaluate/${code}?sent`)
    expect(await countOf(id)).toBe(0)
  })

  it('gives every reader a key of her own', async () => {
    const { code } = await make()
    const keyOf = async () => /name="key" value="([^"]+)"/.exec((await site.ask(`/nl/evaluate/${code}`)).text)![1]
    expect(await keyOf()).not.toBe(await keyOf())
  })

  it('is found by a QR code in the language of the telephone', async () => {
    const { code } = await make()
    const leads = async (accept: string) =>
      (await site.ask(`/evaluate/${code}`, { headers: { 'Accept-Language': accept } })).headers.location
    expect(await leads('ti-ER,en;q=0.5')).toBe(`/ti/evaluate/${code}`)
    expect(await leads('prs')).toBe(`/fa/evaluate/${code}`)
    expect(await leads('fr')).toBe(`/nl/evaluate/${code}`)
    expect(await leads('')).toBe(`/nl/evaluate/${code}`)
  })

  it('is a kind page when the code is closed or unknown', async () => {
    const { id, code } = await make()
    await setClosed(id, new Date())
    const closed = await site.ask(`/nl/evaluate/${code}`)
    expect(closed.status).toBe(410)
    expect(closed.text).toContain('Deze vragen zijn gesloten')
    const unknown = await site.ask('/nl/evaluate/0000-0000-0000')
    expect(unknown.status).toBe(404)
    expect(unknown.text).toContain('Deze code kennen we niet')
    expect((await send(`/nl/evaluate/${code}`, { meeting: '5' })).status).toBe(410)
    expect((await send('/nl/evaluate/0000-0000-0000', { meeting: '5' })).status).toBe(404)
    expect(await countOf(id)).toBe(0)
    // Who sent just before it was closed still reads thank you.
    expect((await site.ask(`/nl/evaluate/${code}?sent`)).status).toBe(200)
  })
})

describe('an answer', () => {
  it('is thanked for on a page of its own, without a cookie, and counts once', async () => {
    const { id, code } = await make()
    const fields = { key: crypto.randomUUID(), meeting: '5', best: 'شكراً' }
    for (let index = 0; index < 3; index += 1) {
      const { status, headers, cookies } = await send(`/ar/evaluate/${code}`, fields)
      expect({ status, to: headers.location, cookies }).toEqual({ status: 303, to: `/ar/evaluate/${code}?sent`, cookies: [] })
    }
    expect(await countOf(id)).toBe(1)
    const { text } = await site.ask(`/ar/evaluate/${code}?sent`)
    expect(text).toContain('شكراً لكم')
    expect(text).not.toContain('<form')
  })

  it('needs something in it, and what was filled in stays', async () => {
    const { id, code } = await make()
    expect((await send(`/nl/evaluate/${code}`, {})).status).toBe(422)
    const { status, text } = await send(`/nl/evaluate/${code}`, { meeting: '4', best: 'bel 06-12345678' })
    expect(status).toBe(422)
    expect(text).toContain('Haal het telefoonnummer uit deze tekst.')
    expect(text).toContain('bel 06-12345678')
    expect(text).toMatch(/<input[^>]*id="meeting-4"[^>]*checked=""/)
    expect(text).not.toContain('name="anyway"')
    expect(await countOf(id)).toBe(0)
  })

  it('with what looks like a name is asked about, and sent when the writer says so', async () => {
    const { id, code } = await make()
    const fields = { key: crypto.randomUUID(), best: 'hoe mevrouw Jansen het zei' }
    const { status, text } = await send(`/nl/evaluate/${code}`, fields)
    expect(status).toBe(422)
    expect(text).toContain('name="anyway"')
    expect(text).toContain(`name="key" value="${fields.key}"`)
    expect((await send(`/nl/evaluate/${code}`, { ...fields, anyway: 'on' })).status).toBe(303)
    expect(await countOf(id)).toBe(1)
  })

  it('too many from one place waits; what was written stays', async () => {
    const { id, code } = await make()
    const from = nextAddress()
    for (let index = 0; index < 200; index += 1) expect((await send(`/nl/evaluate/${code}`, { meeting: '3' }, { from })).status).toBe(303)
    const { status, text } = await send(`/nl/evaluate/${code}`, { meeting: '3', best: 'nog één ding' }, { from })
    expect(status).toBe(429)
    expect(text).toContain('Wacht 60 minuten')
    expect(text).toContain('nog één ding')
    expect(await countOf(id)).toBe(200)
    expect((await send(`/nl/evaluate/${code}`, { meeting: '3' })).status).toBe(303)
  })

  it('is taken from a telephone that does not say where a form comes from, and not from another site', async () => {
    const { id, code } = await make()
    const with_ = async (headers: Record<string, string>) => (await send(`/nl/evaluate/${code}`, { meeting: '3' }, { headers })).status
    expect(await with_({ Origin: 'null' })).toBe(303)
    expect(await with_({})).toBe(303)
    expect(await with_({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
    expect(await with_({ Origin: 'https://elsewhere.example' })).toBe(403)
    expect(await countOf(id)).toBe(2)
  })

  it('is of nobody, also when it is sent by somebody who is signed in', async () => {
    const { id, code } = await make()
    await site.ask(`/nl/evaluate/${code}`, {
      method: 'POST',
      headers: ownForm,
      session: sessions.trainer,
      body: { key: crypto.randomUUID(), meeting: '1' },
    })
    const [row] = await database().evaluationAnswer.findMany({ where: { evaluationId: id } })
    expect(Object.keys(row!).sort()).toEqual(['answeredOn', 'evaluationId', 'id', 'language'])
  })
})

describe('the pages of coordinators', () => {
  const post = (role: keyof typeof sessions, address: string, body: Record<string, string>) =>
    site.ask(address, { method: 'POST', headers: ownForm, session: sessions[role], body })

  it('make an evaluation, show its sheet, and close it', async () => {
    const address = `/nl/coordinate/evaluations/new?group=${groupId}`
    expect((await site.ask(address, { session: sessions.coordinator })).text).toContain('Dinsdaggroep')
    const made = await post('coordinator', address, { key: crypto.randomUUID(), set: 'parents' })
    expect(made.status).toBe(303)
    const page = made.headers.location!.split('?')[0]!
    const { text } = await site.ask(made.headers.location!, { session: sessions.coordinator })
    const [, code] = /\/evaluate\/(\w{12})</.exec(text)!
    expect(text).toContain('<svg')
    const sheet = unescaped((await site.ask(`${page}?sheet`, { session: sessions.coordinator })).text)
    for (const words of ['Wat vind je ervan?', 'What do you think?', 'ما رأيكم؟', 'እንታይ ትሓስቡ፧']) expect(sheet).toContain(words)
    expect(sheet).toContain(`/evaluate/${code!.replace(/.{4}(?=.)/g, '$&-')}`)
    expect((await post('coordinator', page, { change: 'close' })).headers.location).toBe(`${page}?closed`)
    expect((await site.ask(`/nl/evaluate/${code}`)).status).toBe(410)
    expect((await post('coordinator', page, { change: 'nonsense' })).status).toBe(422)
    await post('coordinator', page, { change: 'reopen' })
    expect((await site.ask(`/nl/evaluate/${code}`)).status).toBe(200)
  })

  it('show a neighbour nothing and take nothing from her', async () => {
    const { id, code } = await make()
    const page = `/nl/coordinate/evaluations/${id}`
    expect((await site.ask(`/nl/coordinate/evaluations?group=${groupId}`, { session: sessions.neighbour })).status).toBe(404)
    for (const address of [page, `${page}?sheet`, `/nl/coordinate/evaluations/new?group=${groupId}`]) {
      expect((await site.ask(address, { session: sessions.neighbour })).status).toBe(404)
      expect((await post('neighbour', address, { change: 'close', set: 'parents' })).status).toBe(404)
    }
    expect((await site.ask('/nl/coordinate/evaluations', { session: sessions.neighbour })).text).not.toContain(id)
    expect((await site.ask(`/nl/evaluate/${code}`)).status).toBe(200)
  })

  it('show a trainer the code and how many, not what people wrote', async () => {
    const { id, code } = await make()
    await addAnswer(id, { meeting: 5, best: 'alleen voor de coördinator' })
    const page = `/nl/coordinate/evaluations/${id}`
    const trainer = await site.ask(page, { session: sessions.trainer })
    expect(trainer.status).toBe(200)
    expect(trainer.text).toContain(code)
    expect(trainer.text).toContain('1 formulier ingevuld')
    expect(trainer.text).not.toContain('alleen voor')
    expect(trainer.text).not.toContain('name="change"')
    expect((await post('trainer', page, { change: 'close' })).status).toBe(404)
    for (let index = 0; index < 8; index += 1) await addAnswer(id, { meeting: 4 })
    const open = (await site.ask(page, { session: sessions.trainer })).text
    expect(open).toContain('als de evaluatie gesloten is')
    expect(open).not.toContain('gemiddeld')
    await setClosed(id, new Date())
    const closed = (await site.ask(page, { session: sessions.trainer })).text
    expect(closed).toContain('Ongeveer 10 antwoorden, gemiddeld 4,1 van 5.')
    expect(closed).not.toContain('lk-spread')
    expect((await site.ask(page, { session: sessions.coordinator })).text).toContain('lk-spread')
    expect((await site.ask(page, { session: sessions.coordinator })).text).toContain('alleen voor de coördinator')
    expect((await site.ask(page, { session: sessions.manager })).text).not.toContain('alleen voor')
    for (const query of ['', `?group=${groupId}`]) {
      const list = await site.ask(`/nl/coordinate/evaluations${query}`, { session: sessions.trainer })
      expect(list.text).toContain(id)
      expect(list.text).not.toContain('/evaluations/new')
    }
  })

  it('ask for something to be about that can be', async () => {
    for (const query of ['group=x', `person=${groupId}`, `cohort=${groupId}`])
      expect((await site.ask(`/nl/coordinate/evaluations/new?${query}`, { session: sessions.coordinator })).status).toBe(404)
    expect((await post('coordinator', '/nl/coordinate/evaluations/new', { set: 'parents' })).status).toBe(404)
    const missing = await post('coordinator', `/nl/coordinate/evaluations/new?group=${groupId}`, {})
    expect(missing.status).toBe(422)
    expect(missing.text).toContain('Kies welke vragen je stelt.')
  })
})
