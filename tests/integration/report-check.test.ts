import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openSite, ownForm, type OpenSite } from '../setup/http'
import type { DemoRole } from '../setup/samples'

let site: OpenSite
const sessions = {} as Record<DemoRole, string>

beforeAll(async () => {
  site = await openSite()
  for (const role of ['trainer', 'coordinator', 'manager'] as const) sessions[role] = await site.signInAs(role)
})

const read = (path: string, role?: DemoRole) => site.ask(path, role ? { session: sessions[role] } : {})
const post = (path: string, body: Record<string, string>, role?: DemoRole) =>
  site.ask(path, { method: 'POST', headers: ownForm, body, ...(role ? { session: sessions[role] } : {}) })

describe('a file that somebody asks about', () => {
  it('is known by its hash, and by itself', async () => {
    const file = await read('/nl/report/export.csv?programme=financieel')
    const hash = createHash('sha256').update(file.body).digest('hex')
    const { status, text } = await post('/nl/report/check', { hash: hash.toUpperCase() })
    expect(status).toBe(200)
    expect(text).toContain('Dit bestand komt van Leerkring')
    expect(text).toContain('Alleen: Financiële weerbaarheid.')
    expect(text).toContain('programme=financieel')

    const boundary = 'grens'
    const parts = [
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="cijfers.csv"\r\n\r\n`,
      file.body,
      `\r\n--${boundary}--\r\n`,
    ]
    const sent = await site.ask('/nl/report/check', {
      method: 'POST',
      headers: { ...ownForm, 'Content-Type': `multipart/form-data; boundary=${boundary}` },
      body: Buffer.concat(parts.map((part) => Buffer.from(part))),
    })
    expect(sent.text).toContain('Dit bestand komt van Leerkring')
    expect(sent.text).toContain(hash)
  })

  it('with exact figures is known to who may see them', async () => {
    const file = await read('/nl/report/export.csv?programme=financieel&by=municipality', 'manager')
    const hash = createHash('sha256').update(file.body).digest('hex')
    expect((await post('/nl/report/check', { hash })).text).toContain('We kennen dit bestand niet.')
    expect((await post('/nl/report/check', { hash }, 'trainer')).text).toContain('We kennen dit bestand niet.')
    expect((await post('/nl/report/check', { hash }, 'coordinator')).text).toContain('Dit bestand komt van Leerkring')
    expect((await read('/nl/manage/exports', 'manager')).text).toContain(hash)
  })

  it.each([
    ['', 'Kies een bestand of plak het kenmerk.'],
    ['abc', 'Dit is geen kenmerk.'],
    ['g'.repeat(64), 'Dit is geen kenmerk.'],
  ])('has a hash and not "%s"', async (hash, words) => {
    const { status, text } = await post('/nl/report/check', { hash })
    expect(status).toBe(422)
    expect(text).toContain(words)
  })

  it('that nobody made here is not known', async () => {
    expect((await post('/nl/report/check', { hash: '0'.repeat(64) })).text).toContain('We kennen dit bestand niet.')
  })
})

describe('large files that are sent at once', () => {
  it('are a few, and who comes too many is asked to come back', async () => {
    const begun = Array.from({ length: 4 }, () => {
      const request = httpRequest(`${site.url}/nl/report/check`, {
        method: 'POST',
        headers: { ...ownForm, Host: 'localhost', 'Content-Type': 'multipart/form-data; boundary=grens', 'Content-Length': 10_000_000 },
        agent: false,
      })
      request.once('error', () => undefined)
      request.write('--grens\r\n')
      return request
    })
    const large = { method: 'POST', headers: ownForm, body: { hash: 'a'.repeat(70_000) } } as const
    try {
      await vi.waitFor(async () => {
        const { status, headers } = await site.ask('/nl/report/check', large)
        expect([status, headers['retry-after']]).toEqual([503, '10'])
      }, 20_000)
      // A hash is short, and anybody can ask about one meanwhile.
      expect((await post('/nl/report/check', { hash: 'b'.repeat(64) })).status).toBe(200)
    } finally {
      for (const request of begun) request.destroy()
    }
    await vi.waitFor(async () => expect((await site.ask('/nl/report/check', large)).status).not.toBe(503), 20_000)
  })
})
