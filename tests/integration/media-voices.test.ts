import { beforeAll, describe, expect, it } from 'vitest'
import { listVersions } from '~/domain/library/list-media.server'
import { findSlot } from '~/domain/library/find-slot.server'
import { database } from '~/platform/db/client.server'
import { unzip } from '~/platform/exports/zip.testing'
import { openSite, ownForm, type OpenSite } from '../setup/http'
import { multipart, sampleMedia } from '../setup/multipart'

// Whose voices are heard: what the editor said of a recording is said wherever the recording is, and nowhere else.

let site: OpenSite
let session: string
beforeAll(async () => {
  site = await openSite()
  session = await site.signInAs('editor')
})

const words = (text: string) => text.replaceAll('&#x27;', "'")
const text = async (path: string) => words((await site.ask(path)).text)
const addressOf = (role: string, item = 'the-ring', language = 'nl') => `/nl/manage/library/${item}/${language}/${role}`
const sampleFor = (role: string) =>
  role === 'film'
    ? sampleMedia('film.mp4')
    : role === 'captions'
      ? Buffer.from('WEBVTT\n\n00:00.000 --> 00:00.500\nDag.\n')
      : sampleMedia('tone.mp3')

function send(role: string, fields: Record<string, string>, item?: string, language?: string) {
  const { headers, body } = multipart(fields, { content: sampleFor(role) })
  return site.ask(addressOf(role, item, language), { method: 'POST', session, headers: { ...ownForm, ...headers }, body })
}

const newest = async (role: string, item = 'the-ring', language = 'nl') => (await listVersions(findSlot(item, language, role)!))[0]!
const press = (intent: string, version: string, role: string, item?: string, language?: string) =>
  site.ask(addressOf(role, item, language), { method: 'POST', session, headers: ownForm, body: { intent, version } })

async function publish(role: string, fields: Record<string, string>, item?: string, language?: string): Promise<string> {
  expect((await send(role, fields, item, language)).status).toBe(303)
  const { id } = await newest(role, item, language)
  expect((await press('publish', id, role, item, language)).status).toBe(303)
  return id
}

const computer = 'De stemmen zijn gemaakt door een computer.'
const people = 'Je hoort stemmen van mensen.'
const some = 'Een deel van de stemmen is gemaakt door een computer.'
const ofComputer = 'Deze tekst is geschreven voor stemmen van een computer.'

async function episode(id: string): Promise<string> {
  const feed = await text('/nl/podcast.xml')
  return feed.split(/<item[ >]/).find((each) => each.includes(`leerkring:library:${id}:nl`))!
}
const dataOf = async (path: string) =>
  JSON.parse(/<script type="application\/ld\+json">([^<]+)<\/script>/.exec((await site.ask(path)).text)![1]!) as {
    digitalSourceType?: string
    transcript?: string
    associatedMedia?: { digitalSourceType?: string }
  }

/** What a reader is told of the voices of an item, wherever she looks. */
async function told(item = 'the-ring') {
  const [page, own, plain] = await Promise.all([text(`/nl/library/${item}`), episode(item), text(`/nl/library/${item}/transcript.txt`)])
  const has = (where: string) => [where.includes(computer), where.includes(people)]
  return {
    page: has(page),
    episode: has(own),
    person: own.includes('Stemmen van een computer'),
    data: (await dataOf(`/nl/library/${item}`)).associatedMedia?.digitalSourceType?.split('/').pop(),
    scriptNote: [page.includes(ofComputer), plain.includes(ofComputer)],
  }
}

const synthetic = {
  page: [true, false],
  episode: [true, false],
  person: true,
  data: 'CompositeSyntheticDigitalSource',
  scriptNote: [false, false],
}

describe('whose voices are heard', () => {
  it('is a computer in what is built, and the texts do not say so themselves', async () => {
    expect(await told()).toEqual(synthetic)
    // Once: where it is played.
    expect((await text('/nl/library/the-ring')).split('gemaakt door een computer').length - 1).toBe(
      1 + (await text('/nl/library/the-ring/transcript.txt')).split('gemaakt door een computer').length - 1,
    )
    expect(await text('/nl/library/three-talks')).toContain(computer)
  })

  it('has to be said of a recording, and only of one', async () => {
    const answer = await send('audio', { title: 'opname' })
    expect(answer.status).toBe(422)
    expect(words(answer.text)).toContain('Kies wie je in de opname hoort.')
    expect((await send('audio', { voices: 'a-parrot' })).status).toBe(422)
    expect((await send('captions', {})).status).toBe(303)
    expect((await newest('captions')).voices).toBeNull()
    await press('withdraw', (await newest('captions')).id, 'captions')
  })

  it('is people when they are heard: on the page, in the feed, in the package, and for search engines', async () => {
    const id = await publish('audio', { voices: 'person' })
    expect(await told()).toEqual({ page: [false, true], episode: [false, true], person: false, data: undefined, scriptNote: [true, true] })
    expect(await told('the-neighbours')).toEqual(synthetic)
    // The series has both now.
    const channel = (await text('/nl/podcast.xml')).split(/<item[ >]/)[0]!
    expect([channel.includes(some), channel.includes(computer), channel.includes(people)]).toEqual([true, false, false])
    expect(await text('/nl/library/three-talks')).toContain(some)
    const files = await unzip((await site.ask('/nl/library/package.zip')).body)
    expect(String(files.get('leerkring-nl/README.txt'))).toContain(some)
    expect(String(files.get('leerkring-nl/the-ring/the-ring.nl.txt'))).toContain(ofComputer)
    expect(await text('/nl/embed/the-ring')).toContain(people)
    // Who reads Arabic hears the same recording.
    expect(await text('/ar/library/the-ring')).toContain('تسمعون أصوات أشخاص حقيقيين.')
    await press('withdraw', id, 'audio')
    expect(await told()).toEqual(synthetic)
  })

  it('is a computer again where the editor said that of her own recording, and stays so when it is put back', async () => {
    const id = await publish('audio', { voices: 'synthetic' })
    expect(await told()).toEqual(synthetic)
    await press('withdraw', id, 'audio')
    await press('restore', id, 'audio')
    expect(await newest('audio')).toMatchObject({ standing: 'current', voices: 'synthetic' })
    await press('withdraw', (await newest('audio')).id, 'audio')
  })

  it('is not said where nobody said it', async () => {
    const id = await publish('audio', { voices: 'person' })
    await press('withdraw', id, 'audio')
    // As recordings from before this was asked.
    await database().mediaFile.update({ where: { id }, data: { voices: null } })
    await press('restore', id, 'audio')
    expect(await told()).toMatchObject({ page: [false, false], episode: [false, false], person: false, scriptNote: [false, false] })
    await press('withdraw', (await newest('audio')).id, 'audio')
  })

  it('is so of a film too, with whose words it does not stand when people speak', async () => {
    const film = () => dataOf('/nl/library/open-conversation')
    expect(await film()).toMatchObject({
      digitalSourceType: 'https://schema.org/CompositeSyntheticDigitalSource',
      transcript: expect.anything() as unknown,
    })
    const id = await publish('film', { voices: 'person' }, 'open-conversation')
    const data = await film()
    expect([data.digitalSourceType, data.transcript]).toEqual([undefined, undefined])
    expect(await text('/nl/library/open-conversation')).toContain(people)
    await press('withdraw', id, 'film', 'open-conversation')
  })
})

describe('what goes with a recording', () => {
  const page = async (role = 'audio') => words((await site.ask(addressOf(role), { session })).text)

  it('is said before another one is published, and after it, until it is there again', async () => {
    expect((await send('audio', { voices: 'person' })).status).toBe(303)
    const before = await page()
    expect(before).toContain('Wat gaat er van de site?')
    for (const role of ['Geluid met weinig data', 'Ondertiteling', 'Hoofdstukken']) expect(before).toContain(`${role}:`)
    expect(before).not.toContain('Bij deze opname ontbreekt nog iets')
    const { id } = await newest('audio')
    await press('publish', id, 'audio')
    const after = await page()
    expect(after).not.toContain('Wat gaat er van de site?')
    expect(after).toContain('Bij deze opname ontbreekt nog iets')
    for (const [language, role] of [
      ['nl', 'audio-small'],
      ['nl', 'captions'],
      ['ar', 'captions'],
      ['ti', 'chapters'],
    ])
      expect(after).toContain(`href="${addressOf(role!, 'the-ring', language)}"`)
    await publish('captions', {})
    const then = await page()
    expect(then).not.toContain(`href="${addressOf('captions')}"`)
    expect(then).toContain(`href="${addressOf('captions', 'the-ring', 'ar')}"`)
    expect(then).toContain('Wat gaat er van de site?')
  })

  it('and gave way is not said to be on the site, and can be put back', async () => {
    const captions = await newest('captions')
    expect(captions.standing).toBe('current')
    await publish('audio', { voices: 'synthetic' })
    expect((await newest('captions')).standing).toBe('outrun')
    const shown = await page('captions')
    expect(shown).toContain('hoort bij een oudere opname')
    expect(shown).toContain('Er staat nog niets.')
    expect((await press('restore', captions.id, 'captions')).status).toBe(303)
    expect((await newest('captions')).standing).toBe('current')
    expect((await press('restore', (await newest('captions')).id, 'captions')).status).toBe(409)
  })
})
