/** How large a file may be: five thousand rows with a note in each fit. */
export const largestFile = 2 * 1024 * 1024

export type FileFault = 'fileMissing' | 'fileTooLarge' | 'fileIsWorkbook' | 'fileNotText' | 'fileEmpty'

const beginsWith = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, index) => bytes[index] === sign)

/** Reads the text of a spreadsheet that somebody sent: UTF-8, else Windows-1252; also the "Unicode text" of Excel. */
export function decodeSpreadsheet(bytes: Uint8Array): { text: string } | { code: FileFault } {
  if (bytes.length === 0) return { code: 'fileMissing' }
  if (bytes.length > largestFile) return { code: 'fileTooLarge' }
  // .xlsx and .ods are zip files, .xls is an OLE file.
  if (beginsWith(bytes, 0x50, 0x4b) || beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { code: 'fileIsWorkbook' }
  return checkText(decode(bytes))
}

/** The same for a text that came back from the page. */
export function checkText(typed: string): { text: string } | { code: FileFault } {
  // What a program wrote that is no text has such characters in it.
  if (/[\0\ufffd]/.test(typed)) return { code: 'fileNotText' }
  const text = normalise(typed)
  if (Buffer.byteLength(text) > largestFile * 1.5) return { code: 'fileTooLarge' }
  return text === '' ? { code: 'fileEmpty' } : { text }
}

function decode(bytes: Uint8Array): string {
  if (beginsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}

// What Windows-1252 has from 0x80 to 0x9f; the rest is as in Latin-1. TextDecoder of some versions of Node reads all of it as
// Latin-1, and loses the euro and the curly quotes.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80]!)
}

/** One text for the same table, whatever program saved it: the file is recognised by it. */
export function normalise(text: string): string {
  return withoutEmptyEnd(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
}

/** From the back, sign by sign: a regular expression would begin anew at every separator of a long row of them. */
function withoutEmptyEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[\s;,]/.test(text[end - 1]!)) end -= 1
  return text.slice(0, end)
}
