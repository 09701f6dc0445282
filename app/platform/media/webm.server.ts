import type { FileBytes } from './file-bytes.server'
import { MediaFault } from './media-fault'

// WebM: elements in elements (EBML), each with an id and a length of one to eight bytes.

const ids = { head: 0x1a45dfa3, segment: 0x18538067, info: 0x1549a966, tracks: 0x1654ae6b, cluster: 0x1f43b675 }
const inInfo = { scale: 0x2ad7b1, duration: 0x4489 }
const inTracks = { entry: 0xae, kind: 0x83 }
const docType = 0x4282

interface Element {
  id: number
  start: number
  end: number
}

/**
 * Reads the head of a WebM file and walks through its pieces.
 * @throws MediaFault
 */
export async function readWebm(bytes: FileBytes): Promise<{ seconds: number; hasPicture: boolean }> {
  const [head, segment, ...rest] = await elementsIn(bytes, 0, bytes.size)
  if (head?.id !== ids.head || segment?.id !== ids.segment || rest.length > 0) throw new MediaFault('mediaBroken')
  const kind = (await elementsIn(bytes, head.start, head.end)).find(({ id }) => id === docType)
  if (!kind || (await textOf(bytes, kind)) !== 'webm') throw new MediaFault('mediaNotFilm')
  const parts = await elementsIn(bytes, segment.start, segment.end)
  const info = parts.find(({ id }) => id === ids.info)
  const tracks = parts.find(({ id }) => id === ids.tracks)
  if (!info || !tracks || !parts.some(({ id }) => id === ids.cluster)) throw new MediaFault('mediaBroken')
  const said = await elementsIn(bytes, info.start, info.end)
  const duration = said.find(({ id }) => id === inInfo.duration)
  const scale = said.find(({ id }) => id === inInfo.scale)
  // What a browser records itself does not say how long it is: nobody could choose a place in it.
  if (!duration) throw new MediaFault('mediaTimeWrong')
  const ticks = await bytes.at(duration.start, duration.end - duration.start)
  const count = ticks.length === 8 ? ticks.readDoubleBE() : ticks.length === 4 ? ticks.readFloatBE() : 0
  const seconds = (count * (scale ? await numberOf(bytes, scale) : 1_000_000)) / 1e9
  if (!(seconds > 0) || !Number.isFinite(seconds)) throw new MediaFault('mediaTimeWrong')
  let hasPicture = false
  for (const entry of await elementsIn(bytes, tracks.start, tracks.end)) {
    if (entry.id !== inTracks.entry) continue
    const type = (await elementsIn(bytes, entry.start, entry.end)).find(({ id }) => id === inTracks.kind)
    if (type && (await numberOf(bytes, type)) === 1) hasPicture = true
  }
  return { seconds, hasPicture }
}

async function elementsIn(bytes: FileBytes, from: number, to: number): Promise<Element[]> {
  const elements: Element[] = []
  let at = from
  while (at < to) {
    const id = await readNumber(bytes, at, { keepMark: true, longest: 4 })
    const size = await readNumber(bytes, id.end, { keepMark: false, longest: 8 })
    // An unknown length (all ones) stands in live recordings, and in what was cut off.
    if (size.isUnknown || size.end + size.value > to || elements.length > 100_000) throw new MediaFault('mediaBroken')
    elements.push({ id: id.value, start: size.end, end: size.end + size.value })
    at = size.end + size.value
  }
  return elements
}

/** A number whose first byte says by its zeros how long it is. */
async function readNumber(bytes: FileBytes, at: number, { keepMark, longest }: { keepMark: boolean; longest: number }) {
  const first = (await bytes.at(at, 1))[0]!
  const length = Math.clz32(first) - 23
  if (length > longest) throw new MediaFault('mediaBroken')
  const rest = (await bytes.at(at, length)).subarray(1)
  const low = first & (0xff >> length)
  const value = rest.reduce((sum, part) => sum * 256 + part, keepMark ? first : low)
  if (!Number.isSafeInteger(value)) {
    if (low === 0xff >> length && rest.every((part) => part === 0xff)) return { value, end: at + length, isUnknown: true }
    throw new MediaFault('mediaBroken')
  }
  return { value, end: at + length, isUnknown: !keepMark && low === 0xff >> length && rest.every((part) => part === 0xff) }
}

async function numberOf(bytes: FileBytes, { start, end }: Element): Promise<number> {
  if (end - start > 8) throw new MediaFault('mediaBroken')
  return (await bytes.at(start, end - start)).reduce((sum, part) => sum * 256 + part, 0)
}

async function textOf(bytes: FileBytes, { start, end }: Element): Promise<string> {
  if (end - start > 32) throw new MediaFault('mediaBroken')
  return (await bytes.at(start, end - start)).toString('latin1').replace(/\0+$/, '')
}
