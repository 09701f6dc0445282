import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file in an archive. */
export interface ArchiveEntry {
  path: string
  content: AsyncIterable<Uint8Array> | string
  /** Its exact size: then it goes in as it is. For what is compressed already, and where the size of the archive must be known. */
  bytes?: number
}

// Dates in a zip are of no zone: yazl writes the local one. Midnight where we are is the same bytes everywhere. Level 1 takes a
// third of the time of the usual 6, and files are a quarter larger.
const sameForAll = (bytes?: number) => ({
  mtime: new Date(2000, 0, 1),
  mode: 0o100644,
  forceDosTimestamp: true,
  ...(bytes === undefined ? { compressionLevel: 1 } : { compressionLevel: 0, size: bytes }),
})

/**
 * Packs files as a zip while they are made: the next one is asked for once the one before is in. The same files give the
 * same bytes. Whoever stops reading stops the making of them too.
 */
export async function* writeArchive(entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  let current: Readable | undefined
  zip.on('error', (error: Error) => output.destroy(error))
  const pack = async () => {
    for await (const { path, content, bytes } of entries) {
      current = Readable.from(typeof content === 'string' ? [Buffer.from(content)] : content, { objectMode: false })
      zip.addReadStream(current, path, sameForAll(bytes))
      await finished(current)
    }
    zip.end()
  }
  // yazl waits for ever for a file that breaks off: the reader gets the error instead.
  const packed = pack().catch((error: unknown) => void output.destroy(error as Error))
  try {
    for await (const chunk of output) yield chunk as Uint8Array
  } finally {
    output.destroy()
    current?.destroy()
    await packed
  }
}

/** The size that an archive of such files will have, before any of them is read. */
export function archiveSize(entries: readonly { path: string; bytes: number }[]): Promise<number> {
  const zip = new ZipFile()
  // What is never given needs no end.
  for (const { path, bytes } of entries) zip.addReadStreamLazy(path, sameForAll(bytes), () => undefined)
  return new Promise((resolve) => {
    const end = zip.end.bind(zip) as (options: object, done: (size: number) => void) => void
    end({}, resolve)
  })
}

/** What is known of a file once all of it went by. */
export interface Passed {
  bytes: number
  sha256: string
}

/** Hands a file on and counts it. @param done called with what it was, at the end */
export async function* counted(content: AsyncIterable<Uint8Array>, done: (passed: Passed) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of content) {
    hash.update(chunk)
    bytes += chunk.length
    yield chunk
  }
  done({ bytes, sha256: hash.digest('hex') })
}
