import autocannon from 'autocannon'
import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { mediaPath } from '~/content/build'
import { getCatalogue } from '~/content/read'
import { startBenchSite } from './site'

/** How many listen at the same time. */
const listeners = 200
/** What a browser fetches of a recording at a time, more or less. */
const piece = 256 * 1024

export interface Listening {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
}

/** What listening costs: 200 people at the same time, each asking for piece after piece. Memory in megabytes. */
export interface LibraryMeasured {
  file: Listening
  recording: Listening
  memory: { idle: number; after: number; afterTwice: number }
}

/** Measures a recording beside the very same bytes as a static file. @param lesson to start the site with */
export async function measureLibrary(lesson: string): Promise<LibraryMeasured> {
  const { item, name, bytes } = longestRecording()
  const asStatic = `/assets/bench-${process.pid}.mp3`
  const copy = path.resolve(`build/client${asStatic}`)
  copyFileSync(path.resolve(mediaPath, item, name), copy)
  const site = await startBenchSite(lesson)
  try {
    const idle = await site.memory()
    const recording = await listen(`${site.url}/media/${item}/${name}`, bytes)
    const after = await site.memory()
    await listen(`${site.url}/media/${item}/${name}`, bytes)
    const afterTwice = await site.memory()
    const file = await listen(site.url + asStatic, bytes)
    return { file, recording, memory: { idle, after, afterTwice } }
  } finally {
    await site.stop()
    rmSync(copy, { force: true })
  }
}

function longestRecording(): { item: string; name: string; bytes: number } {
  const recordings = getCatalogue().library.flatMap(({ id, files }) =>
    files.filter(({ role }) => role === 'audio').map(({ name, bytes }) => ({ item: id, name, bytes })),
  )
  const [longest] = recordings.sort((a, b) => b.bytes - a.bytes)
  if (!longest) throw new Error('No item of the library has a recording.')
  return longest
}

/** Asks for pieces of a file over 200 connections for eight seconds, after two to warm up. Throws when one is not answered with a piece. */
async function listen(url: string, bytes: number): Promise<Listening> {
  let start = 0
  const options = {
    url,
    connections: listeners,
    requests: [
      {
        setupRequest: (request: object) => {
          start = (start + piece) % (bytes - piece)
          return { ...request, headers: { Range: `bytes=${start}-${start + piece - 1}` } }
        },
      },
    ],
  }
  await autocannon({ ...options, duration: 2 })
  const result = await autocannon({ ...options, duration: 8 })
  const [size, expected] = [result.throughput.total / result.requests.total, piece]
  if (result.errors > 0 || result['2xx'] !== result.requests.total || size < expected)
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} answers without success, ${Math.round(size)} bytes an answer`)
  return { perSecond: result.requests.total / result.duration, p50: result.latency.p50, p99: result.latency.p99 }
}
