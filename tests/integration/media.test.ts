import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { mediaPath } from '~/content/build'
import { getCatalogue } from '~/content/read'
import { openSite, type OpenSite } from '../setup/http'
import { sampleFile } from '../setup/samples'

// The files of the library, asked for as browsers, programs for podcasts and people with bad intentions do.

const sample = sampleFile()
const address = `/media/${sample.item}/${sample.name}`
const file = path.resolve(mediaPath, sample.item, sample.name)
const bytes = readFileSync(file)
const size = bytes.length

let site: OpenSite
beforeAll(async () => {
  site = await openSite()
})

const ask = (range?: string, headers: Record<string, string> = {}) =>
  site.ask(address, { headers: { ...(range === undefined ? {} : { Range: range }), ...headers } })

describe('a file as a whole', () => {
  it('says what it is, may be kept for ever, and comes unchanged', async () => {
    const answer = await ask()
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-length': String(size),
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      etag: `"${sample.name}"`,
    })
    expect(answer.headers).not.toHaveProperty('content-disposition')
    expect(answer.headers).not.toHaveProperty('content-encoding')
    expect(answer.cookies).toEqual([])
    expect(createHash('sha256').update(answer.body).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('is a file to save, with a name that says where it is from, when asked so', async () => {
    const answer = await site.ask(`${address}?download`)
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="leerkring-${sample.item}.nl.mp3"`)
    expect(answer.body.equals(bytes)).toBe(true)
    const part = await site.ask(`${address}?download`, { headers: { Range: 'bytes=5-9' } })
    expect(part.status).toBe(206)
    expect(part.body.equals(bytes.subarray(5, 10))).toBe(true)
  })

  it('answers HEAD with the same headers and nothing else', async () => {
    const answer = await site.ask(address, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-length']).toBe(String(size))
    expect(answer.headers['content-type']).toBe('audio/mpeg')
    expect(answer.body).toHaveLength(0)
  })

  it('takes no form', async () => {
    expect((await site.ask(address, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body: { a: 'b' } })).status).toBe(405)
  })

  it('hands out every file of the catalogue, captions as WebVTT', async () => {
    for (const { id, files } of getCatalogue().library)
      for (const each of files) {
        const answer = await site.ask(`/media/${id}/${each.name}`, { method: 'HEAD' })
        expect({ name: each.name, status: answer.status, length: answer.headers['content-length'] }).toEqual({
          name: each.name,
          status: 200,
          length: String(each.bytes),
        })
        if (each.role === 'captions') expect(answer.headers['content-type']).toBe('text/vtt; charset=utf-8')
      }
  })
})

describe('a part of a file', () => {
  it.each([
    ['the first byte', 'bytes=0-0', 0, 0],
    ['the last byte', `bytes=${size - 1}-`, size - 1, size - 1],
    ['the last byte, counted from the end', 'bytes=-1', size - 1, size - 1],
    ['everything, in one range', 'bytes=0-', 0, size - 1],
    ['from the middle on', `bytes=${size >> 1}-`, size >> 1, size - 1],
    ['more than there is', `bytes=${size - 10}-${size + 10}`, size - 10, size - 1],
    ['a longer end than there is file', `bytes=-${size + 1}`, 0, size - 1],
    ['an end that no machine can count', `bytes=10-${'9'.repeat(300)}`, 10, size - 1],
  ])('%s', async (_name, range, start, end) => {
    const answer = await ask(range)
    expect(answer.status).toBe(206)
    expect(answer.headers['content-range']).toBe(`bytes ${start}-${end}/${size}`)
    expect(answer.headers['content-length']).toBe(String(end - start + 1))
    expect(answer.body.equals(bytes.subarray(start, end + 1))).toBe(true)
  })

  it('is what it says, whatever part it is', async () => {
    const place = fc.integer({ min: 0, max: size - 1 })
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)]
        const answer = await ask(`bytes=${start}-${end}`)
        expect(answer.status).toBe(206)
        expect(answer.body.equals(bytes.subarray(start, end + 1))).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  it.each([[`bytes=${size}-`], [`bytes=${size}-${size + 5}`], ['bytes=-0'], [`bytes=${'9'.repeat(300)}-`]])(
    '%s lies behind the end',
    async (range) => {
      const answer = await ask(range)
      expect(answer.status).toBe(416)
      expect(answer.headers['content-range']).toBe(`bytes */${size}`)
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.body).toHaveLength(0)
    },
  )

  it.each(['bytes=5-4', 'bytes=', 'bytes=a-b', 'bytes=0-0,2-3', `bytes=${'0-,'.repeat(500)}0-`, 'seconds=0-5', 'bytes=0-5;q=1'])(
    '%s is answered with the whole, once',
    async (range) => {
      const answer = await ask(range)
      expect(answer.status).toBe(200)
      expect(answer.body).toHaveLength(size)
    },
  )
})

describe('who has the file already', () => {
  const etag = `"${sample.name}"`

  it('gets nothing again', async () => {
    const { headers } = await site.ask(address, { method: 'HEAD' })
    for (const condition of [
      { 'If-None-Match': etag },
      { 'If-None-Match': `"other", W/${etag}` },
      { 'If-None-Match': '*' },
      { 'If-Modified-Since': headers['last-modified']! },
    ] as Record<string, string>[]) {
      const answer = await ask('bytes=0-5', condition)
      expect({ condition, status: answer.status }).toEqual({ condition, status: 304 })
      expect(answer.body).toHaveLength(0)
      expect(answer.headers.etag).toBe(etag)
    }
    expect((await ask('bytes=0-5', { 'If-None-Match': '"other"' })).status).toBe(206)
    expect((await ask('bytes=0-5', { 'If-Modified-Since': 'never' })).status).toBe(206)
  })

  it('gets the rest only when it is of the same file', async () => {
    const { headers } = await site.ask(address, { method: 'HEAD' })
    expect((await ask('bytes=5-', { 'If-Range': etag })).status).toBe(206)
    expect((await ask('bytes=5-', { 'If-Range': headers['last-modified']! })).status).toBe(206)
    for (const condition of ['"other"', `W/${etag}`, 'Thu, 01 Jan 1970 00:00:00 GMT', 'nonsense']) {
      const answer = await ask('bytes=5-', { 'If-Range': condition })
      expect({ condition, status: answer.status, length: answer.body.length }).toEqual({ condition, status: 200, length: size })
    }
  })
})

describe('what is not there', () => {
  it.each([
    `/media/${sample.item}/nl.mp3`,
    `/media/${sample.item}/`,
    `/media/${sample.item}`,
    `/media/${sample.item}/..`,
    `/media/${sample.item}/../catalogue.json`,
    `/media/${sample.item}/..%2f..%2fcatalogue.json`,
    `/media/${sample.item}/%2e%2e%2f%2e%2e%2fcatalogue.json`,
    `/media/${sample.item}/..%5c..%5ccatalogue.json`,
    `/media/..%2f/catalogue.json`,
    `/media/%2e%2e/catalogue.json`,
    `/media/${sample.item}/%00`,
    `/media/${sample.item}/${sample.name}%00`,
    `/media/${sample.item}/${sample.name}%20`,
    `/media/${sample.item}/${sample.name.toUpperCase()}`,
    `/media/${sample.item}/%E0%A4%A`,
    `/media/${sample.item}%2f${sample.name}`,
    `/media/__proto__/constructor`,
    `/media/${sample.item}/${'a'.repeat(4000)}`,
  ])('%s is not found', async (wrong) => {
    const { status, text } = await site.ask(wrong, { headers: { Range: 'bytes=0-10' } })
    expect([400, 404]).toContain(status)
    expect(text).not.toContain('"courses"')
  })
})

describe('who goes away halfway', () => {
  /** Files and connections of this process, in which the site runs too. */
  const openNow = () => readdirSync('/dev/fd').length

  const begin = () =>
    new Promise<{ request: ClientRequest; answer: IncomingMessage }>((resolve, reject) => {
      const request = httpRequest(site.url + address, { agent: false })
      request.once('error', reject)
      request.once('response', (answer) => {
        answer.pause()
        resolve({ request, answer })
      })
      request.end()
    })

  it('leaves nothing open', async () => {
    await ask('bytes=0-0')
    const before = openNow()
    const begun = await Promise.all(Array.from({ length: 20 }, begin))
    // They read nothing: for each there are two ends of a connection, and for most a file that waits.
    expect(openNow()).toBeGreaterThan(before + 40)
    for (const { request, answer } of begun) {
      answer.on('error', () => {})
      request.destroy()
    }
    await expect.poll(openNow).toBeLessThanOrEqual(before)
    expect((await ask('bytes=0-0')).status).toBe(206)
  })
})
