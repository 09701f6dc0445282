import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { archiveSize, counted, writeArchive, type ArchiveEntry, type Passed } from './archive.server'
import { collect, unzip } from './zip.testing'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

async function* pieces(...texts: string[]) {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text))
}

const entries = (): ArchiveEntry[] => [
  { path: 'a.txt', content: 'één' },
  { path: 'data/b.txt', content: pieces('b'.repeat(100_000), 'c') },
  { path: 'empty.txt', content: pieces() },
]

test('holds its files in order, as another program reads them', async () => {
  const files = await unzip(await collect(writeArchive(entries())))
  expect([...files].map(([path, content]) => [path, String(content)])).toEqual([
    ['a.txt', 'één'],
    ['data/b.txt', `${'b'.repeat(100_000)}c`],
    ['empty.txt', ''],
  ])
})

test('is the same in every time zone', async () => {
  process.env['TZ'] = 'Asia/Kathmandu'
  const one = await collect(writeArchive(entries()))
  process.env['TZ'] = 'America/New_York'
  expect((await collect(writeArchive(entries()))).equals(one)).toBe(true)
})

test('asks for the next file only when the one before is in', async () => {
  const made: string[] = []
  async function* lazily(): AsyncGenerator<ArchiveEntry> {
    for (const path of ['one', 'two']) {
      made.push(`${path} asked`)
      yield await Promise.resolve({
        path,
        content: (async function* () {
          yield await Promise.resolve(Buffer.from(path))
          made.push(`${path} read`)
        })(),
      })
    }
  }
  await collect(writeArchive(lazily()))
  expect(made).toEqual(['one asked', 'one read', 'two asked', 'two read'])
})

test('breaks off with the error of a file that breaks off', async () => {
  async function* broken() {
    yield await Promise.resolve(Buffer.from('x'))
    throw new Error('the database went away')
  }
  await expect(collect(writeArchive([{ path: 'a', content: broken() }]))).rejects.toThrow('the database went away')
})

test('who stops reading stops the making too', async () => {
  let asked = 0
  let closed = false
  async function* endless() {
    try {
      for (;;) {
        asked += 1
        yield await Promise.resolve(Buffer.alloc(200_000, asked))
      }
    } finally {
      closed = true
    }
  }
  for await (const piece of writeArchive([{ path: 'a', content: endless() }])) {
    expect(piece.length).toBeGreaterThan(0)
    break
  }
  expect(closed).toBe(true)
  // Some pieces wait in the streams between; an archive that does not wait for its reader would never have come here.
  expect(asked).toBeLessThan(50)
})

test('tells what went by', async () => {
  let passed: Passed | undefined
  const bytes = await collect(counted(pieces('ab', 'c'), (result) => (passed = result)))
  expect(passed).toEqual({ bytes: 3, sha256: createHash('sha256').update(bytes).digest('hex') })
})

test('is as large as was worked out beforehand, when its files go in as they are', async () => {
  const name = fc.stringMatching(/^[a-zé]{1,20}$/)
  const files = fc.uniqueArray(fc.record({ path: name, text: fc.string({ maxLength: 300 }) }), {
    maxLength: 8,
    selector: ({ path }) => path,
  })
  await fc.assert(
    fc.asyncProperty(files, async (given) => {
      const stored = given.map(({ path, text }) => ({ path, content: pieces(text), bytes: Buffer.byteLength(text) }))
      const size = await archiveSize(stored)
      const archive = await collect(writeArchive(stored))
      expect(archive.length).toBe(size)
      expect([...(await unzip(archive))].map(([path, content]) => [path, String(content)])).toEqual(
        given.map(({ path, text }) => [path, Buffer.from(text).toString()]),
      )
    }),
    { numRuns: 30 },
  )
})

test('breaks off when a file is not as large as was said', async () => {
  await expect(collect(writeArchive([{ path: 'a', content: pieces('abc'), bytes: 2 }]))).rejects.toThrow('unexpected number of bytes')
})
