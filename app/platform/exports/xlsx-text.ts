/** A, B … Z, AA. @param index from 0 */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

const serials = new Map<string, number>()

/** A day as the number that Excel keeps: days since the last but one of 1899. @param day YYYY-MM-DD */
export function daySerial(day: string): number {
  let serial = serials.get(day)
  if (serial === undefined) {
    serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
    if (!Number.isInteger(serial)) throw new TypeError(`${JSON.stringify(day)} is no day`)
    // There are some ten thousand days in the lifetime of a programme; more are no days of ours.
    if (serials.size < 20_000) serials.set(day, serial)
  }
  return serial
}

// What XML 1.0 cannot hold, halves of surrogate pairs included.
const notInXml = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const needsCare = /[^ -%'-;=?-~\u00a0-\ud7ff]|^ | $|_x/
// Excel reads _x000D_ as the sign with that number; an underscore of our own is written as such a number then.
const looksLikeCode = /_(?=x[0-9a-f]{4}_)/gi
/** More signs than this Excel does not keep in a cell. */
const longestText = 32_767

/** A text for a column of texts that comes back in many rows. */
export function readyCell(text: string): { xml: string } {
  return { xml: `" t="inlineStr"><is>${textElement(text)}</is></c>` }
}

/** The text of a cell as an element. */
export function textElement(text: string): string {
  if (!needsCare.test(text) && text.length <= longestText) return `<t>${text}</t>`
  return `<t xml:space="preserve">${escapeXml(text.replace(/\r\n?/g, '\n').slice(0, longestText)).replace(looksLikeCode, '_x005F_')}</t>`
}

/** A text for between tags or in an attribute; what no XML can hold is left out. */
export function escapeXml(text: string): string {
  return text.replace(notInXml, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
