import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { s3Storage } from './s3-storage.server'

// Listeners who read slowly, or not at all, and a bucket that has so many connections and no more.

const folder = mkdtempSync(path.join(tmpdir(), 'leerkring-sockets-'))
const server = new S3rver({
  ...{ address: '127.0.0.1', port: 0, silent: true, directory: folder },
  configureBuckets: [{ name: 'media', configs: [] }],
})
// Far more than what fits between a bucket and somebody who does not read.
const content = randomBytes(12 * 1024 * 1024)
let settings: Parameters<typeof s3Storage>[0]
let key = ''

beforeAll(async () => {
  const { port } = await server.run()
  const own = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
  settings = { bucket: 'media', endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-1', ...own }
  key = (await s3Storage(settings).put(Readable.from([content]))).key
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const never = 2 ** 30

/** Somebody who reads one piece, and then no more. */
async function stuck(reader: Readable): Promise<{ reader: Readable; first: Buffer }> {
  const first = await new Promise<Buffer>((resolve, reject) => {
    reader.once('error', reject)
    reader.once('readable', () => resolve(reader.read() as Buffer))
  })
  return { reader, first }
}

describe('a bucket with listeners who do not read on', () => {
  it('serves the next one all the same', async () => {
    const storage = s3Storage(settings)
    const waiting = await Promise.all(Array.from({ length: 60 }, async () => stuck(await storage.read(key, { start: 0 }))))
    expect((await buffer(await storage.read(key))).equals(content)).toBe(true)
    for (const { reader } of waiting) reader.destroy()
  })

  it('has its connection back when somebody goes away: while she reads, before she began, and while it is opened', async () => {
    const storage = s3Storage(settings, { sockets: 1, patienceMs: never })
    const { reader } = await stuck(await storage.read(key))
    reader.destroy()
    const unread = await storage.read(key)
    unread.destroy()
    expect((await buffer(await storage.read(key, { start: 5, end: 9 }))).equals(content.subarray(5, 10))).toBe(true)
    const { reader: holder } = await stuck(await storage.read(key))
    const opening = storage.read(key)
    holder.destroy()
    ;(await opening).destroy()
    expect(await storage.size(key)).toBe(content.length)
  })

  it('takes the connection of who pauses, and gives her the rest when she goes on', async () => {
    const storage = s3Storage(settings, { sockets: 1, patienceMs: 20 })
    const { reader, first } = await stuck(await storage.read(key, { start: 3, end: content.length - 3 }))
    // There is one connection only: this one waits until the first listener has lost hers.
    expect((await buffer(await storage.read(key))).equals(content)).toBe(true)
    const rest = await buffer(reader)
    expect(Buffer.concat([first, rest]).equals(content.subarray(3, -2))).toBe(true)
  })

  it('gives all of it to who stops again and again, to the last byte', async () => {
    const storage = s3Storage(settings, { sockets: 1, patienceMs: 1 })
    const pieces: Buffer[] = []
    let turns = 0
    for await (const piece of (await storage.read(key)) as AsyncIterable<Buffer>) {
      pieces.push(piece)
      turns += 1
      // Somebody else has to have the only connection before this one reads on.
      if (turns % 40 === 0) await storage.size(key)
    }
    expect(Buffer.concat(pieces).equals(content)).toBe(true)
  })

  it('says when what somebody pauses in is gone', async () => {
    const storage = s3Storage(settings, { sockets: 1, patienceMs: 20 })
    const { key: own } = await storage.put(Readable.from([Buffer.concat([content, Buffer.from('other')])]))
    const { reader } = await stuck(await storage.read(own))
    await storage.delete(own)
    await expect(buffer(reader)).rejects.toThrow()
  })
})
