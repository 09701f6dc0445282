import type { FileBytes } from './file-bytes.server'
import { MediaFault } from './media-fault'

// MPEG audio: a row of frames, each with its length in its first four bytes.

const rates = [44100, 48000, 32000]
// In kbit/s: layer III of MPEG 1, and of MPEG 2 and 2.5.
const bitRates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const bitRates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

interface Frame {
  length: number
  seconds: number
  /** Where a header of the encoder would begin, from the beginning of the frame. */
  infoAt: number
}

/**
 * Walks through all frames of an MP3.
 * @returns how long it lasts, in seconds
 * @throws MediaFault where a frame is missing or the encoder counted more of them
 */
export async function readMp3(bytes: FileBytes): Promise<{ seconds: number }> {
  let at = await afterId3(bytes)
  let seconds = 0
  let frames = 0
  let counted: number | null = null
  while (bytes.has(at, 4)) {
    const frame = readFrame(await bytes.at(at, 4))
    if (!frame) break
    if (!bytes.has(at, frame.length)) throw new MediaFault('mediaBroken')
    if (frames === 0) counted = readCount(await bytes.at(at, frame.length), frame.infoAt)
    // The frame with the count holds no sound.
    if (frames > 0 || counted === null) seconds += frame.seconds
    frames += 1
    at += frame.length
  }
  if (frames < 2 || !(await isTail(bytes, at))) throw new MediaFault('mediaBroken')
  if (counted !== null && frames - 1 < counted * 0.99 - 1) throw new MediaFault('mediaBroken')
  return { seconds }
}

async function afterId3(bytes: FileBytes): Promise<number> {
  let at = 0
  while (bytes.has(at, 10)) {
    const head = await bytes.at(at, 10)
    if (head.toString('latin1', 0, 3) !== 'ID3') break
    const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + (head[index]! & 0x7f), 0)
    at += 10 + size + (head[5]! & 0x10 ? 10 : 0)
  }
  // Some programs leave room behind the tag.
  while (at > 0 && bytes.has(at, 1) && (await bytes.at(at, 1))[0] === 0) at += 1
  return at
}

function readFrame(head: Buffer): Frame | null {
  const isSync = head[0] === 0xff && (head[1]! & 0xe0) === 0xe0
  const version = (head[1]! >> 3) & 3
  const layer = (head[1]! >> 1) & 3
  const rateIndex = (head[2]! >> 2) & 3
  const bitIndex = head[2]! >> 4
  if (!isSync || version === 1 || layer !== 1 || rateIndex === 3 || bitIndex === 0 || bitIndex === 15) return null
  const isFirst = version === 3
  const rate = rates[rateIndex]! / (isFirst ? 1 : version === 2 ? 2 : 4)
  const bitRate = (isFirst ? bitRates1 : bitRates2)[bitIndex]! * 1000
  const samples = isFirst ? 1152 : 576
  const isMono = head[3]! >> 6 === 3
  const side = isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17
  return { length: Math.floor((samples / 8) * (bitRate / rate)) + ((head[2]! >> 1) & 1), seconds: samples / rate, infoAt: 4 + side }
}

/** How many frames the encoder says there are; null where it says nothing. */
function readCount(frame: Buffer, at: number): number | null {
  if (frame.length < at + 12 || !['Xing', 'Info'].includes(frame.toString('latin1', at, at + 4))) return null
  return frame.readUInt32BE(at + 4) & 1 ? frame.readUInt32BE(at + 8) : 0
}

/** Whether nothing but known tags and empty room stands behind the last frame. */
async function isTail(bytes: FileBytes, start: number): Promise<boolean> {
  let at = start
  while (bytes.has(at, 1)) {
    const left = bytes.size - at
    const head = (await bytes.at(at, Math.min(left, 32))).toString('latin1')
    if (head.startsWith('TAG') && left === 128) return true
    if (head.startsWith('APETAGEX') && left >= 32) {
      const tag = await bytes.at(at, 32)
      const size = tag.readUInt32LE(12)
      // Its own footer is in the size: less than that is no tag, and would lead nowhere.
      if (size < 32) return false
      at += size + (tag.readUInt32LE(20) & 0x20000000 ? 32 : 0)
    } else if (head.startsWith('LYRICSBEGIN')) return left < 100_000
    else if (head[0] === '\0') at += 1
    else return false
  }
  return true
}
