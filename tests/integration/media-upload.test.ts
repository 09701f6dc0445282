import { readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { beforeAll, describe, expect, it } from 'vitest'
import { listVersions } from '~/domain/library/list-media.server'
import { findSlot } from '~/domain/library/find-slot.server'
import { openSite, ownForm, type OpenSite } from '../setup/http'
import { longMp3, multipart, sampleMedia, type FormFile } from '../setup/multipart'
import type { DemoRole } from '../setup/samples'

// Files for the library, as an editor sends them and as somebody sends them who means no good.

const address = '/nl/manage/library/the-ring/tr/audio'
const words = (text: string) => text.replaceAll('&#x27;', "'")

let site: OpenSite
const sessions = {} as Record<DemoRole, string>

beforeAll(async () => {
  site = await openSite()
  for (const role of ['editor', 'administrator', 'manager', 'trainer', 'coordinator', 'neighbour'] as const)
    sessions[role] = await site.signInAs(role)
})

/** What lies on the disk, by path; without the samples of others. */
function stored(): string[] {
  const folder = process.env.STORAGE_DIR!
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort()
  } catch {
    return []
  }
}

function send(
  file: FormFile | undefined,
  given: { to?: string; fields?: Record<string, string>; role?: DemoRole; headers?: Record<string, string> } = {},
) {
  const { to = address, fields = {}, role = 'editor', headers = ownForm } = given
  const form = multipart({ ...voicesFor(to), ...fields }, file)
  return site.ask(to, { method: 'POST', session: sessions[role], headers: { ...headers, ...form.headers }, body: form.body })
}

/** Of a recording an editor has to say whose voices it has. */
const voicesFor = (to: string): Record<string, string> => (/\/(audio|film)$/.test(to) ? { voices: 'person' } : {})

const press = (intent: string, version: string, to = address, role: DemoRole = 'editor') =>
  site.ask(to, { method: 'POST', session: sessions[role], headers: ownForm, body: { intent, version } })

const versions = (role = 'audio', language = 'tr', item = 'the-ring') => listVersions(findSlot(item, language, role)!)
const page = async () => (await site.ask('/tr/library/the-ring')).text
const tone = () => ({ content: sampleMedia('tone.mp3'), name: 'Interview met Fatima.mp3' })

describe('a file that is uploaded', () => {
  it('waits, is published, is replaced, taken back and put back; nothing is lost on the way', async () => {
    const before = await page()
    const sent = await send(tone(), { fields: { title: 'eerste opname' } })
    expect(sent.status).toBe(303)
    expect(sent.headers.location).toBe(`${address}?uploaded`)
    const [draft] = await versions()
    expect(draft).toMatchObject({ standing: 'draft', contentType: 'audio/mpeg', bytes: 4401, title: 'eerste opname' })
    expect(JSON.stringify(draft)).not.toContain('Fatima')
    expect(await page()).toBe(before)
    expect((await site.ask(`/media/the-ring/tr.${draft!.sha256.slice(0, 8)}.mp3`)).status).toBe(404)

    const seen = await site.ask(`/nl/manage/library/the-ring/files/${draft!.id}`, { session: sessions.editor })
    expect(seen.body.equals(sampleMedia('tone.mp3'))).toBe(true)
    expect(seen.headers['cache-control']).toBe('no-store')

    expect((await press('publish', draft!.id)).headers.location).toBe(`${address}?published`)
    const name = `tr.${draft!.sha256.slice(0, 8)}.mp3`
    expect(await page()).toContain(`/media/the-ring/${name}`)
    const heard = await site.ask(`/media/the-ring/${name}`, { headers: { Range: 'bytes=10-19' } })
    expect(heard.status).toBe(206)
    expect(heard.body.equals(sampleMedia('tone.mp3').subarray(10, 20))).toBe(true)
    expect(heard.headers['content-type']).toBe('audio/mpeg')

    await send({ content: sampleMedia('other-tone.mp3') })
    const [second] = await versions()
    await press('publish', second!.id)
    expect((await versions()).map(({ standing }) => standing)).toEqual(['current', 'superseded'])
    expect(await page()).not.toContain(name)
    // Somebody may be listening to it still.
    expect((await site.ask(`/media/the-ring/${name}`)).status).toBe(200)

    expect((await press('withdraw', second!.id)).headers.location).toBe(`${address}?withdrawn`)
    expect(await page()).toBe(before)
    expect((await site.ask(`/media/the-ring/tr.${second!.sha256.slice(0, 8)}.mp3`)).status).toBe(404)

    const old = (await versions()).find(({ id }) => id === draft!.id)!
    expect((await press('restore', old.id)).headers.location).toBe(`${address}?restored`)
    expect(await page()).toContain(name)
    expect((await versions()).map(({ standing }) => standing)).toEqual(['current', 'withdrawn', 'superseded'])
    const current = (await versions())[0]!
    await press('withdraw', current.id)
    expect(await page()).toBe(before)
    // Nor as the older version that it also was.
    expect((await site.ask(`/media/the-ring/${name}`)).status).toBe(404)
  })

  it('takes the place of the file of the site, and what goes with it by time goes', async () => {
    const to = '/nl/manage/library/the-ring/nl/audio'
    const before = (await site.ask('/nl/library/the-ring')).text
    const own = /\/media\/the-ring\/nl\.[0-9a-f]{8}\.mp3/.exec(before)![0]
    expect(before).toContain('nl.small.')
    await send(tone(), { to })
    const [draft] = await versions('audio', 'nl')
    await press('publish', draft!.id, to)
    const after = (await site.ask('/nl/library/the-ring')).text
    expect(after).not.toContain(own)
    expect(after).not.toContain('nl.small.')
    expect(after).not.toContain('Misschien spreekt een mens het later in')
    expect((await site.ask(own)).status).toBe(200)
    await press('withdraw', draft!.id, to)
    expect((await site.ask('/nl/library/the-ring')).text).toBe(before)
  })

  it('of two people at once becomes two drafts; of two who publish at once one is it', async () => {
    const to = '/nl/manage/library/the-ring/so/audio'
    const both = await Promise.all([send(tone(), { to }), send({ content: sampleMedia('other-tone.mp3') }, { to, role: 'administrator' })])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const drafts = await versions('audio', 'so')
    expect(drafts).toHaveLength(2)
    const answers = await Promise.all(drafts.map(({ id }, index) => press('publish', id, to, index ? 'editor' : 'administrator')))
    for (const { status } of answers) expect([303, 409]).toContain(status)
    expect((await versions('audio', 'so')).filter(({ standing }) => standing === 'current')).toHaveLength(1)
  })

  it('is published once, and not after it was taken back', async () => {
    const to = '/nl/manage/library/the-ring/fa/audio'
    await send(tone(), { to })
    const [draft] = await versions('audio', 'fa')
    await press('withdraw', draft!.id, to)
    expect((await press('publish', draft!.id, to)).status).toBe(409)
    expect((await press('restore', draft!.id, to)).status).toBe(409)
    expect((await press('publish', draft!.id, address)).status).toBe(409)
    expect((await press('burn', draft!.id, to)).status).toBe(422)
    expect((await press('publish', '../../etc', to)).status).toBe(422)
  })
})

describe('what is not what it says', () => {
  const cases: [string, FormFile, string, string][] = [
    ['a program called .mp3', { content: Buffer.from('MZ\x90\0 a program'), name: 'x.mp3', type: 'audio/mpeg' }, address, 'geen geluid'],
    ['a page called .mp3', { content: Buffer.from('<html><script>1</script>'), name: 'x.mp3' }, address, 'geen geluid'],
    ['nothing', { content: Buffer.alloc(0), name: 'x.mp3' }, address, 'Dit bestand is leeg'],
    ['no file at all', { content: Buffer.alloc(0), name: '' }, address, 'Kies eerst een bestand'],
    ['half an MP3', { content: sampleMedia('tone.mp3').subarray(0, 2000) }, address, 'niet heel'],
    [
      'an MP3 with an archive behind it',
      { content: Buffer.concat([sampleMedia('tone.mp3'), Buffer.from('PK\x03\x04')]) },
      address,
      'niet heel',
    ],
    ['a film as sound', { content: sampleMedia('film.mp4') }, address, 'geen geluid'],
    [
      'captions with a script',
      { content: Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\n<script>x</script>\n') },
      address.replace('audio', 'captions'),
      'Regel 4',
    ],
    [
      'captions that are too long',
      { content: Buffer.alloc(600_000, 'WEBVTT\n') },
      address.replace('audio', 'captions'),
      'hoogstens 0.5 MB',
    ],
    [
      'a PDF with a script',
      { content: Buffer.from('%PDF-1.4\n1 0 obj<</S/JavaScript/JS(x)>>endobj\n%%EOF') },
      address.replace('audio', 'sheet'),
      'zit een programma',
    ],
  ]
  it.each(cases)('%s is refused with words, and nothing is left', async (_what, file, to, said) => {
    const before = stored()
    const answer = await send(file, { to, fields: { title: 'mijn opname' } })
    expect(answer.status).toBe(422)
    expect(words(answer.text)).toContain(said)
    expect(answer.text).toContain('mijn opname')
    expect(stored()).toEqual(before)
  })

  it('a name with a way out of the folder in it is a name like any other', async () => {
    const before = stored().length
    expect((await send({ ...tone(), name: '../../../../tmp/evil.mp3' }, { to: address.replace('/tr/', '/en/') })).status).toBe(303)
    // It is there already under its hash.
    expect(stored().length - before).toBeLessThanOrEqual(1)
    expect(stored().some((name) => name.includes('evil'))).toBe(false)
  })

  it.each(['Bel mij: 06 12345678', 'mail jan@voorbeeld.example', 'ingesproken door mevrouw Jansen', 'x'.repeat(121)])(
    'a short name such as %j is refused',
    async (title) => {
      const before = stored()
      expect((await send(tone(), { fields: { title } })).status).toBe(422)
      expect(stored()).toEqual(before)
    },
  )

  it.each([
    '/nl/manage/library/no-item/tr/audio',
    '/nl/manage/library/the-ring/xx/audio',
    '/nl/manage/library/the-ring/tr/drawing',
    '/nl/manage/library/the-ring/tr/film',
    '/nl/manage/library/..%2f..%2fetc/tr/audio',
    '/xx/manage/library/the-ring/tr/audio',
  ])('there is no place %s', async (to) => {
    const before = stored()
    expect((await send(tone(), { to })).status).toBe(404)
    expect(stored()).toEqual(before)
  })
})

describe('who may upload', () => {
  it.each(['manager', 'trainer', 'coordinator', 'neighbour'] as const)('is not a %s: not a byte is kept', async (role) => {
    const before = stored()
    expect((await send(tone(), { role })).status).toBe(403)
    expect(stored()).toEqual(before)
  })

  it('is not a page of somebody else, nor one without a token', async () => {
    const before = stored()
    expect((await send(tone(), { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403)
    expect((await send(tone(), { headers: {} })).status).toBe(403)
    expect((await send(tone(), { headers: {}, fields: { formToken: 'x'.repeat(40) } })).status).toBe(403)
    expect(stored()).toEqual(before)
  })

  it('is an editor with an older browser, by the token of the form', async () => {
    const shown = (await site.ask(address, { session: sessions.editor })).text
    const formToken = /name="formToken" value="([^"]+)"/.exec(shown)![1]!
    expect((await send(tone(), { headers: {}, fields: { formToken } })).status).toBe(303)
  })
})

describe('who goes away halfway', () => {
  it('leaves nothing behind', async () => {
    const before = stored()
    const { headers, body } = multipart({}, { content: longMp3(2_000_000) })
    const { port } = new URL(site.url)
    const sending = httpRequest({
      ...{ host: '127.0.0.1', port, method: 'POST', path: address, agent: false },
      headers: {
        Host: 'localhost',
        Cookie: `__Host-session=${sessions.editor}`,
        ...ownForm,
        ...headers,
        'Content-Length': String(body.length),
      },
    })
    sending.on('error', () => {})
    sending.write(body.subarray(0, 1_000_000))
    await expect.poll(() => stored().some((name) => name.endsWith('.part'))).toBe(true)
    sending.destroy()
    await expect.poll(stored).toEqual(before)
  })

  it('and who says a huge length is told at once', async () => {
    const before = stored()
    const { headers } = multipart({})
    const { port } = new URL(site.url)
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sending = httpRequest(
        {
          ...{ host: '127.0.0.1', port, method: 'POST', path: address, agent: false },
          headers: {
            Host: 'localhost',
            Cookie: `__Host-session=${sessions.editor}`,
            ...ownForm,
            ...headers,
            'Content-Length': '50000000000',
          },
        },
        (response) => {
          let text = ''
          response.on('data', (chunk) => (text += String(chunk)))
          response.once('end', () => {
            resolve({ status: response.statusCode!, text })
            sending.destroy()
          })
        },
      )
      sending.once('error', reject)
      sending.write('--grens-van-het-formulier\r\n')
    })
    expect(answer.status).toBe(422)
    expect(words(answer.text)).toContain('hoogstens 60 MB')
    expect(stored()).toEqual(before)
  })
})
