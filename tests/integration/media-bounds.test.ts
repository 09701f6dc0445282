import { existsSync, readdirSync } from 'node:fs'
import { request as httpRequest, type ClientRequest } from 'node:http'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useEnvironment } from '../setup/environment'
import { openSite, ownForm, type Answer, type OpenSite } from '../setup/http'
import { multipart, sampleMedia } from '../setup/multipart'

// How much may be on its way: of one editor, and of all together.

const page = '/nl/manage/library/the-ring/tr/audio'
const list = '/nl/manage/library'
const megabyte = 1024 * 1024
const words = (text: string) => text.replaceAll('&#x27;', "'")

type Who = 'editor' | 'administrator'
let site: OpenSite
const sessions = {} as Record<Who, string>

beforeAll(async () => {
  // A third of the room is 20 MB: for each of the two.
  useEnvironment({ UPLOAD_WAITING_MB: '60', UPLOAD_AUDIO_MB: '15', UPLOAD_FILM_MB: '20', UPLOAD_DOCUMENT_MB: '10' })
  site = await openSite()
  for (const role of ['editor', 'administrator'] as const) sessions[role] = await site.signInAs(role)
})

function begin(megabytes: number, role: Who = 'editor'): Promise<Answer> {
  const given = { item: 'the-ring', language: 'tr', role: 'audio', mark: '1-1' }
  const metadata = Object.entries(given).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
  const length = String(Math.round(megabytes * megabyte))
  const headers = { ...ownForm, 'Tus-Resumable': '1.0.0', 'Upload-Length': length, 'Upload-Metadata': metadata.join(',') }
  return site.ask('/manage/uploads', { method: 'POST', session: sessions[role], headers })
}

const idOf = (answer: Answer) => answer.headers.location!.split('/').pop()!
const throwAway = (upload: string, role: Who = 'editor') =>
  site.ask(list, { method: 'POST', session: sessions[role], headers: ownForm, body: { upload } })
const idsOn = (text: string) => [...text.matchAll(/name="upload" value="([0-9a-f-]{36})"/g)].map(([, id]) => id!)

function onDisk(): string[] {
  const folder = path.join(process.env.STORAGE_DIR!, 'unfinished/resumable')
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.json')) : []
}

beforeEach(async () => {
  for (const role of ['editor', 'administrator'] as const)
    for (const id of idsOn((await site.ask(list, { session: sessions[role] })).text)) await throwAway(id, role)
  expect(onDisk()).toEqual([])
})

const send = (role: Who, fields: Record<string, string> = {}) => {
  const { headers, body } = multipart({ voices: 'person', ...fields }, { content: sampleMedia('tone.mp3') })
  return site.ask(page, { method: 'POST', session: sessions[role], headers: { ...ownForm, ...headers }, body })
}

describe('what one editor has on its way', () => {
  it('is bounded in bytes; what she throws away makes room', async () => {
    const first = await begin(15)
    expect(first.status).toBe(201)
    expect((await begin(6)).status).toBe(429)
    expect((await begin(5)).status).toBe(201)
    expect((await begin(0.5)).status).toBe(429)
    // It takes nothing from others.
    expect((await begin(15, 'administrator')).status).toBe(201)
    expect((await throwAway(idOf(first))).headers.location).toBe(`${list}?thrownAway`)
    expect((await begin(15)).status).toBe(201)
    expect(onDisk()).toHaveLength(3)
  })

  it('is bounded in number, also when all come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => begin(0.001)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
    expect(onDisk()).toHaveLength(10)
  })

  it('is to be seen by her alone, with how far it came; nobody else can throw it away', async () => {
    const made = await begin(2)
    const body = Buffer.alloc(megabyte)
    const headers = { ...ownForm, 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }
    await site.ask(made.headers.location!, { method: 'PATCH', session: sessions.editor, headers, body })
    const own = words((await site.ask(list, { session: sessions.editor })).text)
    expect(own).toContain('Nog niet af')
    expect(own).toMatch(/50 % van/)
    expect(own).toContain(`href="${page}"`)
    expect((await site.ask(page, { session: sessions.editor })).text).toContain('Je hebt 1 bestand dat nog niet af is')
    const other = (await site.ask(list, { session: sessions.administrator })).text
    expect(other).not.toContain('Nog niet af')
    expect((await throwAway(idOf(made), 'administrator')).status).toBe(409)
    expect((await throwAway('../../../etc/passwd')).status).toBe(409)
    expect(onDisk()).toEqual([idOf(made)])
    expect((await throwAway(idOf(made))).status).toBe(303)
    expect((await throwAway(idOf(made))).status).toBe(409)
    expect(onDisk()).toEqual([])
  })

  it('holds for a form without scripting too, which says so in words and keeps what was typed', async () => {
    for (let each = 0; each < 10; each += 1) await begin(0.001)
    const answer = await send('editor', { title: 'tweede opname' })
    expect(answer.status).toBe(422)
    expect(words(answer.text)).toContain('te veel bestanden van jou')
    expect(answer.text).toContain('tweede opname')
    expect((await send('administrator')).status).toBe(303)
  })

  it('is said by the page when the script was refused', async () => {
    for (const [upload, said] of [
      ['uploadsOwnFull', 'te veel bestanden van jou'],
      ['uploadsAllFull', 'Er is nu geen ruimte'],
    ] as const) {
      const answer = await site.ask(page, {
        method: 'POST',
        session: sessions.editor,
        headers: ownForm,
        body: { voices: 'person', upload },
      })
      expect(answer.status).toBe(422)
      expect(words(answer.text)).toContain(said)
    }
  })
})

describe('a file that comes in a form', () => {
  /** Begins to send a form, and stops after its head. */
  function half(megabytes: number): ClientRequest {
    const { headers, body } = multipart({ voices: 'person' }, { content: sampleMedia('tone.mp3') })
    const sending = httpRequest({
      ...{ host: '127.0.0.1', port: new URL(site.url).port, method: 'POST', path: page, agent: false },
      headers: {
        ...{ Host: 'localhost', Cookie: `__Host-session=${sessions.editor}`, ...ownForm, ...headers },
        'Content-Length': String(megabytes * megabyte),
      },
    })
    sending.on('error', () => {})
    sending.write(body.subarray(0, 1000))
    return sending
  }

  it('has its room while it comes, and not after its sender went away', async () => {
    const sending = half(14)
    const waiting = () => readdirSync(path.join(process.env.STORAGE_DIR!, 'unfinished')).filter((name) => name.endsWith('.part'))
    await expect.poll(waiting).toHaveLength(1)
    expect((await begin(10)).status).toBe(429)
    sending.destroy()
    await expect.poll(async () => (await begin(10)).status).toBe(201)
  })

  it('leaves its room when it was taken in, or refused', async () => {
    for (let each = 0; each < 12; each += 1) expect((await send('editor')).status).toBe(303)
    for (let each = 0; each < 12; each += 1) expect((await send('editor', { title: 'bel 06 12345678' })).status).toBe(422)
    expect((await begin(15)).status).toBe(201)
  })
})
