import { crc32 } from 'node:zlib'
import { MediaFault } from './media-fault'

// A picture from a telephone says where and with what it was made. Pictures are written anew from the parts that show them;
// whatever else was in the file, or behind its end, stays out.

const largestSide = 16_000

/**
 * Reads a PNG, and writes it again without what does not show.
 * @throws MediaFault where a part is missing or damaged
 */
export function cleanPng(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new MediaFault('mediaNotPicture')
  const kept = [file.subarray(0, 8)]
  let at = 8
  let hasContent = false
  for (;;) {
    if (at + 12 > file.length) throw new MediaFault('mediaBroken')
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length || file.readUInt32BE(end - 4) !== crc32(file.subarray(at + 4, end - 4))) throw new MediaFault('mediaBroken')
    const type = file.toString('latin1', at + 4, at + 8)
    if (at === 8) checkSides(type === 'IHDR' && length === 13, file.readUInt32BE(at + 8), file.readUInt32BE(at + 12))
    hasContent ||= type === 'IDAT'
    if (pngParts.has(type)) kept.push(file.subarray(at, end))
    // A part that a viewer must know, and we do not.
    else if (/^[A-Z]/.test(type)) throw new MediaFault('mediaBroken')
    at = end
    if (type === 'IEND') break
  }
  if (!hasContent) throw new MediaFault('mediaBroken')
  return Buffer.concat(kept)
}

const pngParts = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs'.split(' '))

/**
 * Reads a JPEG, and writes it again without what does not show; which way up it is stays.
 * @throws MediaFault where it ends before its end
 */
export function cleanJpeg(file: Buffer): Buffer {
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) throw new MediaFault('mediaNotPicture')
  const kept = [file.subarray(0, 2)]
  let turned = 1
  let at = 2
  let isShown = false
  for (;;) {
    if (at + 2 > file.length || file[at] !== 0xff) throw new MediaFault('mediaBroken')
    const marker = file[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) break
    if (at + 4 > file.length) throw new MediaFault('mediaBroken')
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end > file.length || end < at + 4) throw new MediaFault('mediaBroken')
    const part = file.subarray(at, end)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame && part.length < 9) throw new MediaFault('mediaBroken')
    if (isFrame) checkSides(part.length >= 9, part.readUInt16BE(7), part.readUInt16BE(5))
    if (marker === 0xe1) turned = orientationIn(part) ?? turned
    if (keepsJpegPart(marker, part)) kept.push(part)
    at = end
    if (marker === 0xda) {
      isShown = true
      const scanEnd = endOfScan(file, at)
      kept.push(file.subarray(at, scanEnd))
      at = scanEnd
    }
  }
  if (!isShown) throw new MediaFault('mediaBroken')
  if (turned > 1) kept.splice(1, 0, orientationPart(turned))
  return Buffer.concat([...kept, Buffer.from([0xff, 0xd9])])
}

/** Colour profiles stay (the second application part), and how colours are stored (the fourteenth); notes and Exif go. */
function keepsJpegPart(marker: number, part: Buffer): boolean {
  if (marker === 0xe0) return part.toString('latin1', 4, 8) === 'JFIF'
  if (marker === 0xe2) return part.toString('latin1', 4, 15) === 'ICC_PROFILE'
  if (marker === 0xee) return part.toString('latin1', 4, 9) === 'Adobe'
  return marker < 0xe0
}

/** Where the packed picture ends: at the first marker that does not belong to it. */
function endOfScan(file: Buffer, start: number): number {
  for (let at = file.indexOf(0xff, start); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1]!
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  throw new MediaFault('mediaBroken')
}

/** Which way up the camera was held, from its Exif; null where it does not say. */
function orientationIn(part: Buffer): number | null {
  const exif = part.subarray(10)
  if (part.toString('latin1', 4, 10) !== 'Exif\0\0' || exif.length < 14) return null
  const isLittle = exif.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at))
  const table = isLittle ? exif.readUInt32LE(4) : exif.readUInt32BE(4)
  if (table + 2 > exif.length) return null
  for (let row = 0; row < short(table); row += 1) {
    const at = table + 2 + row * 12
    if (at + 12 > exif.length) return null
    if (short(at) !== 0x0112) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** An Exif part with nothing in it but which way up the picture is. */
function orientationPart(value: number): Buffer {
  const part = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000000000000000000', 'hex')
  part[28] = value
  return part
}

function checkSides(isRight: boolean, width: number, height: number): void {
  if (!isRight || width < 1 || height < 1 || width > largestSide || height > largestSide) throw new MediaFault('mediaBroken')
}
