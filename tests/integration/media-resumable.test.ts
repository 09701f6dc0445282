import { existsSync, readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSite, ownForm, type Answer, type OpenSite } from '../setup/http'
import { longMp3, sampleMedia } from '../setup/multipart'
import type { DemoRole } from '../setup/samples'

// The protocol of tus.io, spoken by hand: pieces, loss, resumption, and those who may not.

const page = '/nl/manage/library/the-ring/tr/audio'
const tus = { 'Tus-Resumable': '1.0.0', ...ownForm }

let site: OpenSite
const sessions = {} as Record<DemoRole, string>

beforeAll(async () => {
  site = await openSite()
  for (const role of ['editor', 'administrator', 'manager', 'trainer', 'coordinator', 'neighbour'] as const)
    sessions[role] = await site.signInAs(role)
})

const metadata = (given: Record<string, string>) =>
  Object.entries(given)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')
const place = { item: 'the-ring', language: 'tr', role: 'audio', mark: '4401-1700000000000' }

function begin(
  length: number | string,
  given: Record<string, string> = place,
  role: DemoRole | null = 'editor',
  headers: Record<string, string> = tus,
) {
  return site.ask('/manage/uploads', {
    method: 'POST',
    ...(role ? { session: sessions[role] } : {}),
    headers: { ...headers, 'Upload-Length': String(length), 'Upload-Metadata': metadata(given) },
  })
}

const patch = (address: string, offset: number, body: Buffer, role: DemoRole = 'editor') =>
  site.ask(address, {
    method: 'PATCH',
    session: sessions[role],
    headers: { ...tus, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
    body,
  })
const head = (address: string, role: DemoRole = 'editor') => site.ask(address, { method: 'HEAD', session: sessions[role], headers: tus })
const finish = (upload: string, to = page, role: DemoRole = 'editor') =>
  site.ask(to, { method: 'POST', session: sessions[role], headers: ownForm, body: { title: '', voices: 'synthetic', upload } })

function waiting(): string[] {
  const folder = path.join(process.env.STORAGE_DIR!, 'unfinished/resumable')
  return existsSync(folder) ? readdirSync(folder) : []
}

const idOf = (answer: Answer) => answer.headers.location!.split('/').pop()!

describe('an upload in pieces', () => {
  it('goes on where it was, and becomes a draft when the form is sent', async () => {
    const file = sampleMedia('tone.mp3')
    const made = await begin(file.length)
    expect(made.status).toBe(201)
    const address = made.headers.location!
    expect(address).toMatch(/^\/manage\/uploads\/[0-9a-f-]{36}$/)
    expect(made.headers['upload-expires']).toBeTruthy()
    expect((await patch(address, 0, file.subarray(0, 3000))).headers['upload-offset']).toBe('3000')
    expect((await finish(idOf(made))).status).toBe(422)
    expect((await head(address)).headers['upload-offset']).toBe('3000')
    expect((await site.ask(page, { session: sessions.editor })).text).toContain(`${place.mark} ${address}`)
    // From the wrong place it does not go on.
    expect((await patch(address, 10, file.subarray(10))).status).toBe(409)
    expect((await patch(address, 3000, file.subarray(3000))).status).toBe(204)
    expect((await finish(idOf(made))).headers.location).toBe(`${page}?uploaded`)
    expect(waiting()).toEqual([])
    expect((await finish(idOf(made))).status).toBe(422)
  })

  it('keeps what came before the line was lost', async () => {
    const file = longMp3(400_000)
    const made = await begin(file.length)
    const address = made.headers.location!
    const { port } = new URL(site.url)
    const sending = httpRequest({
      ...{ host: '127.0.0.1', port, method: 'PATCH', path: address, agent: false },
      headers: {
        ...{ Host: 'localhost', Cookie: `__Host-session=${sessions.editor}`, ...tus, 'Upload-Offset': '0' },
        ...{ 'Content-Type': 'application/offset+octet-stream', 'Content-Length': String(file.length) },
      },
    })
    sending.on('error', () => {})
    sending.write(file.subarray(0, 200_000))
    await expect.poll(async () => Number((await head(address)).headers['upload-offset']), { timeout: 20_000 }).toBeGreaterThan(0)
    sending.destroy()
    const offset = Number((await head(address)).headers['upload-offset'])
    expect(offset).toBeLessThanOrEqual(200_000)
    expect((await patch(address, offset, file.subarray(offset))).status).toBe(204)
    expect((await finish(idOf(made))).status).toBe(303)
  })

  it('of something else is refused when the form is sent, and cleared away', async () => {
    const made = await begin(10)
    await patch(made.headers.location!, 0, Buffer.from('no sound!!'))
    const answer = await finish(idOf(made))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('geen geluid')
    expect(waiting()).toEqual([])
  })

  it('can be ended', async () => {
    const made = await begin(1000)
    const end = (role: DemoRole) => site.ask(made.headers.location!, { method: 'DELETE', session: sessions[role], headers: tus })
    expect((await end('administrator')).status).toBe(404)
    expect((await end('editor')).status).toBe(204)
    expect(waiting()).toEqual([])
  })

  it('says how large it may be', async () => {
    const answer = await site.ask('/manage/uploads', { method: 'OPTIONS', session: sessions.editor, headers: ownForm })
    expect(answer.headers['tus-max-size']).toBe(String(300 * 1024 * 1024))
    expect(answer.headers['tus-extension']).not.toContain('defer')
  })
})

describe('who may not', () => {
  it.each(['manager', 'trainer', 'coordinator', 'neighbour'] as const)('a %s', async (role) => {
    expect((await begin(100, place, role)).status).toBe(403)
    expect(waiting()).toEqual([])
  })

  it('nobody who is not signed in, nobody from another site, nobody without a token', async () => {
    expect((await begin(100, place, null)).status).toBe(401)
    expect((await begin(100, place, 'editor', { ...tus, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await begin(100, place, 'editor', { 'Tus-Resumable': '1.0.0' })).status).toBe(403)
    expect((await begin(100, place, 'editor', { 'Tus-Resumable': '1.0.0', Origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await begin(100, place, 'editor', { ...tus, 'X-HTTP-Method-Override': 'DELETE' })).status).toBe(400)
    expect(waiting()).toEqual([])
  })

  it('an older browser may, with the token of the page', async () => {
    const shown = (await site.ask(page, { session: sessions.editor })).text
    const token = /name="formToken" value="([^"]+)"/.exec(shown)![1]!
    const made = await begin(100, place, 'editor', { 'Tus-Resumable': '1.0.0', 'X-Form-Token': token })
    expect(made.status).toBe(201)
    await site.ask(made.headers.location!, { method: 'DELETE', session: sessions.editor, headers: tus })
  })

  it('somebody else with the same role does not go on with it, nor see it', async () => {
    const made = await begin(4401)
    const address = made.headers.location!
    expect((await head(address, 'administrator')).status).toBe(404)
    expect((await patch(address, 0, Buffer.from('x'), 'administrator')).status).toBe(404)
    await patch(address, 0, sampleMedia('tone.mp3'))
    expect((await finish(idOf(made), page, 'administrator')).status).toBe(422)
    expect((await finish(idOf(made), page.replace('/tr/', '/so/'))).status).toBe(422)
    expect((await finish(idOf(made))).status).toBe(303)
  })

  it.each([
    ['another item', { ...place, item: '../../etc' }, 404],
    ['another language', { ...place, language: '../nl' }, 404],
    ['another role', { ...place, role: 'drawing' }, 404],
    ['no place', { item: '' }, 404],
  ] as const)('nobody for %s', async (_what, given, status) => {
    expect((await begin(100, given)).status).toBe(status)
    expect(waiting()).toEqual([])
  })

  it.each([
    [61 * 1024 * 1024, 413],
    [50_000_000_000, 413],
    [0, 400],
    ['-1', 400],
    ['x', 400],
  ])('nobody with a length of %s', async (length, status) => {
    expect((await begin(length)).status).toBe(status)
    expect(waiting()).toEqual([])
  })

  it.each([
    '/manage/uploads/../../etc/passwd',
    '/manage/uploads/..%2f..%2fetc',
    '/manage/uploads/x',
    '/manage/uploads/%00',
    `/manage/uploads/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`,
  ])('nobody at %s', async (address) => {
    expect((await head(address)).status).toBeGreaterThanOrEqual(400)
    expect((await patch(address, 0, Buffer.from('x'))).status).toBeGreaterThanOrEqual(400)
  })

  it('other methods are only for this address', async () => {
    for (const method of ['PATCH', 'DELETE', 'OPTIONS', 'PUT'])
      expect([method, (await site.ask('/nl/help', { method, session: sessions.editor, headers: ownForm })).status]).toEqual([method, 405])
    for (const method of ['GET', 'PUT'])
      expect([method, (await site.ask('/manage/uploads', { method, session: sessions.editor, headers: ownForm })).status]).toEqual([
        method,
        405,
      ])
  })
})
