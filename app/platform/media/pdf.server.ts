import { readFile } from 'node:fs/promises'
import { createInflate } from 'node:zlib'
import { MediaFault } from './media-fault'

// What a PDF can do besides being read stands in it as a name: /JavaScript, /Launch. A name may be written with signs as
// numbers (/J#61vaScript), and may stand in an object stream, which is packed. We look in both. What cannot be looked into is
// not taken.

const active = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia', '/SubmitForm', '/ImportData', '/GoToE', '/GoToR', '/XFA']
// Short enough to stand in a picture by chance: only looked for outside of streams.
const activeShort = /\/(JS|AF)(?![A-Za-z0-9_.-])/
const locked = '/Encrypt'
const packedOnce = /\/Filter\s*(?:\/FlateDecode(?![A-Za-z])|\[\s*\/FlateDecode\s*\])/
const otherPacking = /\/(ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|Crypt)(?![A-Za-z])/
const largestUnpacked = 64 * 1024 * 1024

/**
 * Looks through a PDF.
 * @throws MediaFault for one that is cut off, locked, holds a program or another file, or hides its parts
 */
export async function checkPdf(path: string): Promise<void> {
  const text = (await readFile(path)).toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text)) throw new MediaFault('mediaNotPdf')
  // Behind the end stands nothing: no second file in the same clothes.
  if (!/%%EOF\s{0,64}$/.test(text.slice(-80))) throw new MediaFault('mediaBroken')
  const plain = readNames(text)
  refuseActive(plain)
  if (plain.includes(locked)) throw new MediaFault('mediaPdfLocked')
  const outside = outsideStreams(plain)
  if (activeShort.test(outside)) throw new MediaFault('mediaPdfActive')
  const packed = objectStreams(text)
  // Each mention of an object stream has to be one that we look into.
  if ((plain.match(/\/ObjStm/g) ?? []).length !== packed.length) throw new MediaFault('mediaPdfHidden')
  let left = largestUnpacked
  for (const { body, isPacked } of packed) {
    const inner = isPacked ? await unpack(Buffer.from(body, 'latin1'), left) : body
    left -= inner.length
    const names = readNames(inner)
    refuseActive(names)
    if (activeShort.test(names)) throw new MediaFault('mediaPdfActive')
  }
}

/** More than any document has; each takes time to look into. */
const mostStreams = 50_000

/** What stands between the streams. Step by step, and not by one expression: that takes hours over a file that is made for it. */
function outsideStreams(text: string): string {
  const begin = /stream\r?\n/g
  const parts: string[] = []
  let at = 0
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const end = text.indexOf('endstream', begin.lastIndex)
    if (end < 0 || parts.length > mostStreams) throw new MediaFault('mediaPdfHidden')
    parts.push(text.slice(at, match.index))
    at = begin.lastIndex = end + 'endstream'.length
  }
  return [...parts, text.slice(at)].join(' ')
}

function refuseActive(text: string): void {
  if (active.some((name) => text.includes(name))) throw new MediaFault('mediaPdfActive')
}

/** Writes out signs that stand as numbers. */
function readNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** The object streams, each with its dictionary right before it. @throws MediaFault where one is packed in a way that we do not read */
function objectStreams(text: string): { body: string; isPacked: boolean }[] {
  const found = []
  for (const match of text.matchAll(/stream\r?\n/g)) {
    if (text.startsWith('end', match.index - 3)) continue
    // As far back as a dictionary may be long; one that is longer is missed here, and refused by the count of those that were found.
    const before = text.slice(Math.max(0, match.index - 4200), match.index)
    const from = before.lastIndexOf('obj')
    const dictionary = from < 0 ? '' : readNames(before.slice(from))
    if (!/\/Type\s*\/ObjStm/.test(dictionary)) continue
    const isPacked = packedOnce.test(dictionary)
    // Packed twice, or in a way that stands elsewhere in the file: what is in it could not be searched.
    const packings = dictionary.match(/\/(?:Filter|FlateDecode|F)(?![A-Za-z])/g)?.length ?? 0
    const isElse = otherPacking.test(dictionary) || /\/(?:DecodeParms|DP)(?![A-Za-z])/.test(dictionary) || packings !== (isPacked ? 2 : 0)
    if (isElse || dictionary.length > 4096) throw new MediaFault('mediaPdfHidden')
    const start = match.index + match[0].length
    const end = text.indexOf('endstream', start)
    if (end < 0) throw new MediaFault('mediaBroken')
    found.push({ body: text.slice(start, end), isPacked })
  }
  return found
}

/** Unpacks in the background, up to a bound: a small file can hold a huge one. */
function unpack(packed: Buffer, most: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const inflate = createInflate()
    const parts: Buffer[] = []
    let length = 0
    inflate.on('data', (part: Buffer) => {
      length += part.length
      if (length > most) inflate.destroy(new MediaFault('mediaPdfHidden'))
      else parts.push(part)
    })
    inflate.once('error', (error) => reject(error instanceof MediaFault ? error : new MediaFault('mediaBroken')))
    inflate.once('end', () => resolve(Buffer.concat(parts).toString('latin1')))
    inflate.end(packed)
  })
}
