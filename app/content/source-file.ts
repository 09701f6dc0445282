import type { Report } from './problems'

/** More than this is no lesson, and would make the parser slow. */
const largestText = 256 * 1024

/**
 * Turns the bytes of a text file into a string with LF line ends and without a byte order mark.
 * Reports what no text may hold: bytes that are not UTF-8, controls that turn the reading direction of
 * what follows, other invisible controls. Never throws; an unreadable file becomes an empty string.
 */
export function decodeSource(bytes: Uint8Array, report: Report): string {
  if (bytes.length > largestText) {
    report(1, `the file is larger than ${largestText / 1024} kB; split the text`)
    return ''
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    report(1, 'the file is not UTF-8 text')
    return ''
  }
  const source = text.replace(/\r\n?/g, '\n')
  checkCharacters(source, report)
  return source
}

/** Reports each line of `source` that holds a forbidden character. */
export function checkCharacters(source: string, report: Report): void {
  for (const [index, line] of source.split('\n').entries()) {
    // These reorder text on screen, also outside the block they stand in; the site isolates blocks itself.
    const turned = line.match(/[\u202A-\u202E\u2066-\u2069]/)
    if (turned) report(index + 1, `the text holds the direction control ${codePoint(turned[0])}; delete it`)

    const control = line.match(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFD]/)
    if (control) report(index + 1, `the text holds the control or broken character ${codePoint(control[0])}; delete it`)
  }
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
