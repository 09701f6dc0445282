import type { FileBytes } from './file-bytes.server'
import { MediaFault } from './media-fault'

// Ogg with Opus or Vorbis: a row of pages; the last one is marked and says how many samples there were.

/**
 * Walks through all pages of an Ogg file with one stream of sound.
 * @returns how long it lasts, in seconds
 * @throws MediaFault
 */
export async function readOgg(bytes: FileBytes): Promise<{ seconds: number }> {
  let at = 0
  let sound: { rate: number; skip: number } | null = null
  let samples = 0n
  let isEnded = false
  while (at < bytes.size) {
    const head = Buffer.from(await bytes.at(at, 27))
    // One stream and nothing behind it.
    if (head.toString('latin1', 0, 4) !== 'OggS' || isEnded) throw new MediaFault('mediaBroken')
    const count = head[26]!
    const length = (await bytes.at(at + 27, count)).reduce((sum, part) => sum + part, 0)
    const body = at + 27 + count
    if (!bytes.has(body, length)) throw new MediaFault('mediaBroken')
    sound ??= readHead(await bytes.at(body, length))
    const position = head.readBigInt64LE(6)
    if (position > samples) samples = position
    isEnded = (head[5]! & 4) !== 0
    at = body + length
  }
  if (!isEnded || !sound) throw new MediaFault('mediaBroken')
  const seconds = (Number(samples) - sound.skip) / sound.rate
  if (!(seconds > 0)) throw new MediaFault('mediaBroken')
  return { seconds }
}

function readHead(body: Buffer): { rate: number; skip: number } {
  if (body.length >= 19 && body.toString('latin1', 0, 8) === 'OpusHead') return { rate: 48000, skip: body.readUInt16LE(10) }
  if (body.length >= 30 && body.toString('latin1', 0, 7) === '\x01vorbis' && body.readUInt32LE(12) > 0)
    return { rate: body.readUInt32LE(12), skip: 0 }
  // Film and other sound in Ogg plays in few browsers.
  throw new MediaFault('mediaNotAudio')
}
