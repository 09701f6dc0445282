import { Readable } from 'node:stream'

/** A source that was opened somewhere, and how many bytes come of it. */
export interface OpenSource {
  source: Readable
  bytes: number
}

interface PatientReader {
  /** Opens the source from a byte on; ends when the signal says so. */
  open: (from: number, signal: AbortSignal) => Promise<OpenSource>
  /** The first byte. */
  start: number
  /** So long the source stays open while nobody reads on. */
  patienceMs: number
}

/**
 * Reads a source that is dear to hold open, such as a connection to a bucket. Who stops reading for a while (a player that is
 * paused, a bad line) lets go of it, and it is opened again where she was; who goes away lets go of it at once. A source that
 * breaks off is opened again too, as long as something comes of it.
 * @throws what the first opening throws
 */
export async function patientReader(given: PatientReader): Promise<Readable> {
  const leaving = new AbortController()
  const first = await given.open(given.start, leaving.signal)
  const reader = Readable.from(pieces(first, given, leaving.signal), { objectMode: false })
  const destroy = reader._destroy.bind(reader)
  // Before anything else: the pieces may be waiting for a source that says nothing, or nobody may have begun to read.
  reader._destroy = (error, done) => {
    leaving.abort()
    first.source.destroy()
    destroy(error, done)
  }
  return reader
}

async function* pieces(first: OpenSource, { open, start, patienceMs }: PatientReader, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const end = start + first.bytes
  let at = start
  let { source } = first
  for (;;) {
    const openedAt = at
    const current = source
    const leave = () => void current.destroy()
    signal.addEventListener('abort', leave, { once: true })
    let letGo = false
    const release = () => {
      letGo = true
      current.destroy()
    }
    try {
      for await (const piece of current as AsyncIterable<Uint8Array>) {
        at += piece.length
        const timer = setTimeout(release, patienceMs).unref()
        yield piece
        clearTimeout(timer)
      }
    } catch (error) {
      if (signal.aborted || (!letGo && at === openedAt)) throw error
    } finally {
      signal.removeEventListener('abort', leave)
    }
    if (at >= end) return
    if (!letGo && at === openedAt) throw new Error(`The source ended ${end - at} bytes too early.`)
    source = (await open(at, signal)).source
  }
}
