// Tables as text (RFC 4180), for spreadsheets: what people send in, and what they take out.

export type Delimiter = ',' | ';' | '\t'

export interface CsvText {
  /** Every record, also the empty ones, so that the place in the list is the row in the spreadsheet. */
  records: string[][]
  /** Index of the record in which a quote was opened and never closed; what follows is all in one cell. */
  openQuote: number | null
}

/**
 * Reads a table. Any text is one: what follows no rule is read as it stands.
 * @param text lines end with CR LF, LF or CR; a mark for the byte order is left out
 */
export function readCsv(text: string, delimiter: Delimiter = sniffDelimiter(text)): CsvText {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  let openQuote: number | null = null
  while (at < source.length) {
    let cell: string
    if (source[at] === '"') {
      const quoted = readQuoted(source, at)
      if (!quoted.closed) openQuote = records.length
      // Something behind the closing quote belongs to the cell too: "a"b is ab.
      const end = endOfPlain(source, quoted.end, delimiter)
      cell = quoted.cell + source.slice(quoted.end, end)
      at = end
    } else {
      const end = endOfPlain(source, at, delimiter)
      cell = source.slice(at, end)
      at = end
    }
    record.push(cell)
    const follows = source[at]
    at += 1
    if (follows === delimiter) {
      // A delimiter at the very end has an empty cell behind it.
      if (at === source.length) record.push('')
      else continue
    }
    records.push(record)
    record = []
  }
  if (record.length > 0) records.push(record)
  return { records, openQuote }
}

function endOfPlain(source: string, from: number, delimiter: Delimiter): number {
  let end = from
  while (end < source.length && source[end] !== delimiter && source[end] !== '\n') end += 1
  return end
}

function readQuoted(source: string, start: number): { cell: string; end: number; closed: boolean } {
  const parts: string[] = []
  let at = start + 1
  for (;;) {
    const quote = source.indexOf('"', at)
    if (quote === -1) return { cell: parts.join('') + source.slice(at), end: source.length, closed: false }
    parts.push(source.slice(at, quote))
    if (source[quote + 1] !== '"') return { cell: parts.join(''), end: quote + 1, closed: true }
    parts.push('"')
    at = quote + 2
  }
}

/** The sign between the cells: the one that stands most often in the first line with something in it, outside quotes. */
export function sniffDelimiter(text: string): Delimiter {
  const line = /[^\s\ufeff].*/.exec(text)?.[0].replace(/"[^"]*"?/g, '') ?? ''
  const count = (sign: Delimiter) => line.split(sign).length - 1
  return ([';', ',', '\t'] as const).reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

// A spreadsheet takes a text that begins so for a formula, also behind spaces and in the wide forms of the signs.
const formula = /^(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/

/** Whether a spreadsheet would take a cell for something to work out instead of something to show. */
export function looksLikeFormula(cell: string): boolean {
  return formula.test(cell) && !plainNumber.test(cell)
}

/**
 * Writes a table. A cell that a spreadsheet would take for a formula gets an apostrophe in front: it is shown, not worked out.
 * @returns lines that end with CR LF, as RFC 4180 has it
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[], delimiter: Delimiter = ';'): string {
  return rows.map((row) => `${row.map((cell) => writeCell(cell, delimiter, row.length === 1)).join(delimiter)}\r\n`).join('')
}

/** Excel reads a file as UTF-8 when it begins with this mark. */
export const byteOrderMark = '\ufeff'

/** One cell of a table, safe for a spreadsheet. @param alone whether it is the only one on its line */
export function writeCell(cell: string | number | null, delimiter: Delimiter, alone = false): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = looksLikeFormula(cell) ? `'${cell}` : cell
  // An empty cell alone on its line would be no record to many programs.
  const quoted = safe.includes(delimiter) || /["\r\n\ufeff]/.test(safe) || safe !== safe.trim() || (alone && safe === '')
  return quoted ? `"${safe.replaceAll('"', '""')}"` : safe
}
