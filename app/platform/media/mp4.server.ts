import type { FileBytes } from './file-bytes.server'
import { MediaFault } from './media-fault'

// MP4 and M4A: boxes in boxes, each with its length and four letters.

interface Box {
  type: string
  /** First byte of what is in it, and the one behind it. */
  start: number
  end: number
}

export interface Mp4 {
  seconds: number
  hasPicture: boolean
  hasSound: boolean
}

const largestIndex = 16 * 1024 * 1024

/**
 * Reads the table of contents of an MP4, and holds it against the file: that all of it is there, and lasts as long as it says.
 * @throws MediaFault
 */
export async function readMp4(bytes: FileBytes): Promise<Mp4> {
  const boxes = await boxesIn(bytes, 0, bytes.size)
  const index = boxes.find(({ type }) => type === 'moov')
  const content = boxes.filter(({ type }) => type === 'mdat')
  if (boxes[0]?.type !== 'ftyp' || !index || content.length === 0) throw new MediaFault('mediaBroken')
  if (index.end - index.start > largestIndex) throw new MediaFault('mediaBroken')
  if (await namesPlace(bytes, index)) throw new MediaFault('mediaHasPlace')
  const inIndex = await boxesIn(bytes, index.start, index.end)
  const whole = await readTime(bytes, inIndex, 'mvhd')
  const tracks = []
  for (const box of inIndex) if (box.type === 'trak') tracks.push(await readTrack(bytes, box))
  const heard = tracks.filter(({ kind }) => kind === 'vide' || kind === 'soun')
  if (heard.length === 0) throw new MediaFault('mediaBroken')
  const isInPieces = boxes.some(({ type }) => type === 'moof')
  if (!isInPieces) {
    const room = content.reduce((sum, { start, end }) => sum + end - start, 0)
    if (heard.reduce((sum, { size }) => sum + size, 0) > room) throw new MediaFault('mediaBroken')
    if (heard.some(({ last }) => last >= bytes.size)) throw new MediaFault('mediaBroken')
  }
  const longest = Math.max(...heard.map(({ seconds }) => seconds))
  const seconds = isInPieces ? whole || longest : longest
  if (!(seconds > 0)) throw new MediaFault('mediaBroken')
  // What is said of the whole may be a little more than the longest track; twice as much is a lie.
  if (!isInPieces && Math.abs(whole - longest) > 2 + longest * 0.05) throw new MediaFault('mediaTimeWrong')
  return { seconds, hasPicture: heard.some(({ kind }) => kind === 'vide'), hasSound: heard.some(({ kind }) => kind === 'soun') }
}

async function boxesIn(bytes: FileBytes, from: number, to: number): Promise<Box[]> {
  const boxes: Box[] = []
  let at = from
  while (at < to) {
    const head = await bytes.at(at, 8)
    const type = head.toString('latin1', 4, 8)
    let length = head.readUInt32BE(0)
    let headLength = 8
    if (length === 1) {
      length = Number((await bytes.at(at + 8, 8)).readBigUInt64BE())
      headLength = 16
    } else if (length === 0) length = to - at
    if (length < headLength || at + length > to || boxes.length > 100_000) throw new MediaFault('mediaBroken')
    boxes.push({ type, start: at + headLength, end: at + length })
    at += length
  }
  return boxes
}

/** The boxes on a way down: `mdia`, `minf`, `stbl`. */
async function inside(bytes: FileBytes, boxes: Box[], ...way: string[]): Promise<Box[]> {
  let inner = boxes
  for (const type of way) {
    const box = inner.find((each) => each.type === type)
    if (!box) throw new MediaFault('mediaBroken')
    inner = await boxesIn(bytes, box.start, box.end)
  }
  return inner
}

/** The seconds of a box that says how long something lasts: `mvhd` or `mdhd`. */
async function readTime(bytes: FileBytes, boxes: Box[], type: string): Promise<number> {
  const { scale, length } = await readScale(bytes, boxes, type)
  return scale > 0 ? length / scale : 0
}

async function readScale(bytes: FileBytes, boxes: Box[], type: string): Promise<{ scale: number; length: number }> {
  const box = boxes.find((each) => each.type === type)
  if (!box) throw new MediaFault('mediaBroken')
  const isLong = (await bytes.at(box.start, 1))[0] === 1
  const body = await bytes.at(box.start, isLong ? 32 : 20)
  return isLong
    ? { scale: body.readUInt32BE(20), length: Number(body.readBigUInt64BE(24)) }
    : { scale: body.readUInt32BE(12), length: body.readUInt32BE(16) }
}

/** What one track is: its kind, how long it lasts by its own count, how many bytes it has, and where its last piece begins. */
async function readTrack(bytes: FileBytes, track: Box): Promise<{ kind: string; seconds: number; size: number; last: number }> {
  const media = await inside(bytes, await boxesIn(bytes, track.start, track.end), 'mdia')
  const handler = media.find(({ type }) => type === 'hdlr')
  if (!handler) throw new MediaFault('mediaBroken')
  const kind = (await bytes.at(handler.start, 12)).toString('latin1', 8, 12)
  const { scale } = await readScale(bytes, media, 'mdhd')
  const table = await inside(bytes, media, 'minf', 'stbl')
  let ticks = 0
  await eachRow(bytes, table, 'stts', { head: 8, row: 8 }, (row) => (ticks += row.readUInt32BE(0) * row.readUInt32BE(4)))
  let size = 0
  const sizes = table.find(({ type }) => type === 'stsz')
  const same = sizes ? (await bytes.at(sizes.start, 12)).readUInt32BE(4) : 0
  if (sizes && same > 0) size = same * (await bytes.at(sizes.start, 12)).readUInt32BE(8)
  else await eachRow(bytes, table, 'stsz', { head: 12, row: 4 }, (row) => (size += row.readUInt32BE(0)))
  let last = 0
  await eachRow(bytes, table, 'stco', { head: 8, row: 4 }, (row) => (last = Math.max(last, row.readUInt32BE(0))))
  await eachRow(bytes, table, 'co64', { head: 8, row: 8 }, (row) => (last = Math.max(last, Number(row.readBigUInt64BE(0)))))
  return { kind, seconds: scale > 0 ? ticks / scale : 0, size, last }
}

/** Reads a table whose number of rows stands in the last four bytes of its head. */
async function eachRow(
  bytes: FileBytes,
  boxes: Box[],
  type: string,
  { head, row }: { head: number; row: number },
  read: (row: Buffer) => void,
): Promise<void> {
  const box = boxes.find((each) => each.type === type)
  if (!box) return
  const count = (await bytes.at(box.start, head)).readUInt32BE(head - 4)
  if (box.start + head + count * row > box.end) throw new MediaFault('mediaBroken')
  for (let index = 0; index < count; index += 1) read(await bytes.at(box.start + head + index * row, row))
}

/** Whether a telephone wrote down where the film was made. */
async function namesPlace(bytes: FileBytes, index: Box): Promise<boolean> {
  const text = (await bytes.at(index.start, index.end - index.start)).toString('latin1')
  return text.includes('\xa9xyz') || text.includes('location.ISO6709') || /\0\0\0.loci\0/s.test(text)
}
