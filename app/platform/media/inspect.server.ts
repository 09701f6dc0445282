import { readFile, stat, writeFile } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { FileBytes } from './file-bytes.server'
import { MediaFault, type MediaFaultCode } from './media-fault'
import { readMp3 } from './mp3.server'
import { readMp4 } from './mp4.server'
import { readOgg } from './ogg.server'
import { checkPdf } from './pdf.server'
import { cleanJpeg, cleanPng } from './picture.server'
import { readWebVtt } from './web-vtt'
import { readWebm } from './webm.server'

/** What a file is to be. */
export type Wanted = 'audio' | 'film' | 'captions' | 'document' | 'picture'

export interface Inspected {
  contentType: string
  /** How names of such files end. */
  ending: string
  /** How long it lasts; null for what does not last. */
  seconds: number | null
}

const otherKind: Record<Wanted, MediaFaultCode> = {
  audio: 'mediaNotAudio',
  film: 'mediaNotFilm',
  captions: 'mediaNotCaptions',
  document: 'mediaNotPdf',
  picture: 'mediaNotPicture',
}

/**
 * Finds out by its content whether a file is what it is to be, and whether all of it is there. A picture is written anew in
 * its place, without what a camera adds.
 * @throws MediaFault
 */
export async function inspect(path: string, wanted: Wanted): Promise<Inspected> {
  const { size } = await stat(path)
  if (size === 0) throw new MediaFault('mediaEmpty')
  if (wanted === 'captions') {
    const head = await FileBytes.use(path, async (bytes) => Buffer.from(await bytes.at(0, Math.min(bytes.size, 4096))))
    if (head.includes(0)) throw new MediaFault('mediaNotCaptions')
    readWebVtt(await readFile(path))
    return { contentType: 'text/vtt; charset=utf-8', ending: 'vtt', seconds: null }
  }
  const found = await inspectors[await kindOf(path)]?.(path, wanted)
  if (!found) throw new MediaFault(otherKind[wanted])
  return found
}

async function kindOf(path: string): Promise<string> {
  try {
    const mime = (await fileTypeFromFile(path))?.mime ?? ''
    // "audio/ogg; codecs=opus"
    return mime.split(';')[0]!
  } catch {
    // It ends in the middle of its own head.
    return ''
  }
}

type Inspector = (path: string, wanted: Wanted) => Promise<Inspected | null>

const mp4: Inspector = async (path, wanted) => {
  if (wanted !== 'audio' && wanted !== 'film') return null
  const { seconds, hasPicture, hasSound } = await FileBytes.use(path, readMp4)
  if (wanted === 'film') return hasPicture ? { contentType: 'video/mp4', ending: 'mp4', seconds } : null
  return hasSound && !hasPicture ? { contentType: 'audio/mp4', ending: 'm4a', seconds } : null
}

const ogg: Inspector = async (path, wanted) =>
  wanted === 'audio' ? { contentType: 'audio/ogg', ending: 'ogg', ...(await FileBytes.use(path, readOgg)) } : null

/** By what `file-type` calls them. */
const inspectors: Partial<Record<string, Inspector>> = {
  'audio/mpeg': async (path, wanted) =>
    wanted === 'audio' ? { contentType: 'audio/mpeg', ending: 'mp3', ...(await FileBytes.use(path, readMp3)) } : null,
  'video/mp4': mp4,
  'video/x-m4v': mp4,
  'audio/x-m4a': mp4,
  'audio/mp4': mp4,
  'audio/ogg': ogg,
  'audio/opus': ogg,
  'video/webm': async (path, wanted) => {
    if (wanted !== 'film') return null
    const { seconds, hasPicture } = await FileBytes.use(path, readWebm)
    return hasPicture ? { contentType: 'video/webm', ending: 'webm', seconds } : null
  },
  'application/pdf': async (path, wanted) => {
    if (wanted !== 'document') return null
    await checkPdf(path)
    return { contentType: 'application/pdf', ending: 'pdf', seconds: null }
  },
  'image/png': (path, wanted) => picture(path, wanted, cleanPng, { contentType: 'image/png', ending: 'png' }),
  'image/jpeg': (path, wanted) => picture(path, wanted, cleanJpeg, { contentType: 'image/jpeg', ending: 'jpg' }),
}

async function picture(
  path: string,
  wanted: Wanted,
  clean: (file: Buffer) => Buffer,
  found: { contentType: string; ending: string },
): Promise<Inspected | null> {
  if (wanted !== 'picture') return null
  await writeFile(path, clean(await readFile(path)))
  return { ...found, seconds: null }
}
