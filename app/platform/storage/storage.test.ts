import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderStorage } from './folder-storage.server'
import { s3Storage } from './s3-storage.server'
import { isKey, keyOf, NotStoredError, StorageError, type Storage } from './storage'

// One promise, kept by two kinds of storage: a folder, and a real server that speaks S3.

const folder = mkdtempSync(path.join(tmpdir(), 'leerkring-storage-'))
const bucketFolder = path.join(folder, 'server')
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: bucketFolder,
  configureBuckets: [{ name: 'media', configs: [] }],
})
let address = ''
const kinds: Partial<Record<string, Storage>> = {}

beforeAll(async () => {
  const { port } = await server.run()
  address = `http://127.0.0.1:${port}`
  kinds.folder = folderStorage(path.join(folder, 'own/storage'))
  kinds.bucket = s3Storage({
    bucket: 'media',
    endpoint: address,
    region: 'eu-west-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  })
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')

async function listed(storage: Storage): Promise<string[]> {
  const keys = []
  for await (const { key } of storage.list()) keys.push(key)
  return keys.sort()
}

/** A stream that gives a good deal, and then breaks off. */
function breaking(): Readable {
  return Readable.from(
    (async function* () {
      for (let piece = 0; piece < 12; piece += 1) yield randomBytes(1024 * 1024)
      throw new Error('the line is gone')
    })(),
  )
}

/** Everything on the disk below a folder that is a file. */
const filesIn = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

describe.each(['folder', 'bucket'])('storage in a %s', (kind) => {
  const storage = () => kinds[kind]!

  it('gives back what was put there, by a key that is its hash', async () => {
    const content = randomBytes(300_000)
    const stored = await storage().put(Readable.from([content.subarray(0, 1000), content.subarray(1000)]), { contentType: 'audio/mpeg' })
    expect(stored).toEqual({ key: keyOf(hashOf(content)), bytes: 300_000, sha256: hashOf(content) })
    expect(isKey(stored.key)).toBe(true)
    expect(await buffer(await storage().read(stored.key))).toEqual(content)
    expect(await storage().size(stored.key)).toBe(300_000)
  })

  it('gives a part', async () => {
    const content = Buffer.from('0123456789')
    const { key } = await storage().put(Readable.from([content]))
    const part = async (range: { start?: number; end?: number }) => String(await buffer(await storage().read(key, range)))
    expect(await part({ start: 2, end: 4 })).toBe('234')
    expect(await part({ start: 9, end: 9 })).toBe('9')
    expect(await part({ start: 7 })).toBe('789')
    expect(await part({ end: 1 })).toBe('01')
  })

  it('takes more than fits into one piece, without holding it in memory', async () => {
    const piece = randomBytes(1024 * 1024)
    const hash = createHash('sha256')
    const { bytes, sha256, key } = await storage().put(
      Readable.from(
        (function* () {
          for (let count = 0; count < 20; count += 1) {
            hash.update(piece)
            yield piece
          }
        })(),
      ),
    )
    expect(bytes).toBe(20 * 1024 * 1024)
    expect(sha256).toBe(hash.digest('hex'))
    expect(await buffer(await storage().read(key, { start: bytes - 5 }))).toEqual(piece.subarray(-5))
  })

  it('keeps the same content once, also when it comes twice at the same moment', async () => {
    const content = randomBytes(50_000)
    const before = (await listed(storage())).length
    const [one, two] = await Promise.all([storage().put(Readable.from([content])), storage().put(Readable.from([content]))])
    expect(one).toEqual(two)
    expect(await listed(storage())).toHaveLength(before + 1)
    expect(await buffer(await storage().read(one.key))).toEqual(content)
  })

  it('leaves nothing behind of what broke off', async () => {
    const before = await listed(storage())
    await expect(storage().put(breaking())).rejects.toThrow('the line is gone')
    expect(await listed(storage())).toEqual(before)
    expect(filesIn(folder).filter((name) => /\.part$|^[0-9a-f]{8}-/.test(name))).toEqual([])
  })

  it('takes nothing too, and gives it back', async () => {
    const { key, bytes } = await storage().put(Readable.from([]))
    expect(bytes).toBe(0)
    expect(await storage().size(key)).toBe(0)
  })

  it('deletes, once and again', async () => {
    const { key } = await storage().put(Readable.from([randomBytes(100)]))
    await storage().delete(key)
    await storage().delete(key)
    expect(await storage().size(key)).toBeNull()
    await expect(storage().read(key)).rejects.toThrow(NotStoredError)
    expect(await listed(storage())).not.toContain(key)
  })

  it('says when something came, for who tidies up', async () => {
    const { key } = await storage().put(Readable.from([randomBytes(100)]))
    for await (const entry of storage().list())
      if (entry.key === key) {
        expect(entry.bytes).toBe(100)
        expect(Math.abs(entry.changedAt.getTime() - Date.now())).toBeLessThan(60 * 60_000)
      }
    expect(await listed(storage())).toContain(key)
  })

  it.each([
    '../secret',
    '../../etc/passwd',
    'ab/../../secret',
    '/etc/passwd',
    'ab',
    '',
    'unfinished/x',
    `ab/${'0'.repeat(64)}`,
    `00/${'0'.repeat(63)}`,
    `00/${'0'.repeat(64)}/..`,
    `00\\${'0'.repeat(64)}`,
    `00/${'0'.repeat(64)}\0`,
    `00/${'0'.repeat(64)}\n`,
  ])('takes no key that leads elsewhere: %j', async (key) => {
    await expect(storage().read(key)).rejects.toThrow(NotStoredError)
    await expect(storage().size(key)).rejects.toThrow(NotStoredError)
    await expect(storage().delete(key)).rejects.toThrow(NotStoredError)
  })
})

describe('storage that cannot be used', () => {
  const refusal = (storage: Storage) =>
    storage.check().then(
      () => 'taken',
      (error: Error) => (error instanceof StorageError ? error.message : `${error.name} is no fault for who starts the site`),
    )
  const bucket = (given: Partial<Parameters<typeof s3Storage>[0]>) =>
    s3Storage({
      ...{ bucket: 'media', endpoint: address, region: 'eu-west-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
      ...given,
    })

  it('says so in one line', async () => {
    expect(await refusal(kinds.folder!)).toBe('taken')
    expect(await refusal(kinds.bucket!)).toBe('taken')
    const file = path.join(folder, 'a-file')
    writeFileSync(file, '')
    expect(await refusal(folderStorage(file))).toMatch(/^STORAGE_DIR cannot be used: [^\n]+$/)
    expect(await refusal(bucket({ bucket: 'elsewhere' }))).toBe('STORAGE_URL cannot be used: there is no bucket elsewhere.')
    for (const status of [301, 400, 401, 403]) {
      const strict = createHttpServer((_request, response) => response.writeHead(status).end())
      await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', resolve))
      const { port } = strict.address() as AddressInfo
      expect(await refusal(bucket({ endpoint: `http://127.0.0.1:${port}` }))).toMatch(
        /^STORAGE_URL cannot be used: the keys, or the region, [^\n]+$/,
      )
      strict.closeAllConnections()
      await new Promise((resolve) => strict.close(resolve))
    }
  })

  it('does not keep the site from starting when the bucket is away for a while', async () => {
    const closed = createServer()
    const port = await new Promise<number>((resolve) =>
      closed.listen(0, '127.0.0.1', () => resolve((closed.address() as { port: number }).port)),
    )
    await new Promise((resolve) => closed.close(resolve))
    expect(await refusal(bucket({ endpoint: `http://127.0.0.1:${port}` }))).toBe('taken')
  })
})

describe('storage in a folder', () => {
  it('clears what a server that was stopped left behind, and only that', async () => {
    const root = path.join(folder, 'stopped')
    const own = folderStorage(root)
    const { key } = await own.put(Readable.from(['whole']))
    let stopped = () => {}
    const hanging = new Readable({ read: () => {} })
    hanging.push('half')
    const put = own.put(hanging).catch(() => 'stopped')
    stopped = () => hanging.destroy(new Error('stopped'))
    await expect.poll(() => filesIn(root).filter((name) => name.endsWith('.part'))).toHaveLength(1)
    const name = filesIn(root).find((each) => each.endsWith('.part'))!
    await own.clearUnfinished(new Date(Date.now() - 60_000))
    expect(filesIn(root)).toContain(name)
    utimesSync(path.join(root, 'unfinished', name), new Date(0), new Date(0))
    await own.clearUnfinished(new Date(Date.now() - 60_000))
    expect(filesIn(root)).not.toContain(name)
    stopped()
    expect(await put).toBe('stopped')
    expect(readFileSync(path.join(root, key), 'utf8')).toBe('whole')
  })
})

describe('storage in a bucket', () => {
  it('says when the server is not there', async () => {
    const closed = createServer()
    const port = await new Promise<number>((resolve) =>
      closed.listen(0, '127.0.0.1', () => resolve((closed.address() as { port: number }).port)),
    )
    await new Promise((resolve) => closed.close(resolve))
    const away = s3Storage({
      bucket: 'media',
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    })
    await expect(away.put(Readable.from([randomBytes(10)]))).rejects.toThrow()
    await expect(away.size(keyOf('0'.repeat(64)))).rejects.toThrow()
  })
})
