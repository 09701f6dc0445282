import { byteOrderMark, writeCell } from './csv'

// Tables too long to hold: one string a batch of rows.

/** How a table is written: with commas, as RFC 4180 has it, or as a Dutch Excel opens it by a double click. */
export interface Dialect {
  delimiter: ',' | ';'
  byteOrderMark: boolean
}

export const standardDialect: Dialect = { delimiter: ',', byteOrderMark: false }

export type Cell = string | number | null

// Letters, digits, a few signs: what needs no quotes in any dialect, and is no formula wherever it stands.
const plain = new Uint8Array(128)
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:/') plain[sign.charCodeAt(0)] = 1
// These are plain between other signs: at the front they could be a formula, at the end a space is easily lost.
const inner = Uint8Array.from(plain)
for (const sign of " -+'()") inner[sign.charCodeAt(0)] = 1

/** Whether a text can stand as it is, which most do. Whatever is not surely so gets the long look of `writeCell`. */
function isPlain(text: string): boolean {
  const last = text.length - 1
  if (last < 0) return true
  const first = text.charCodeAt(0)
  const end = text.charCodeAt(last)
  if (first > 127 || end > 127 || plain[first] === 0 || plain[end] === 0) return false
  for (let at = 1; at < last; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 127 || inner[code] === 0) return false
  }
  return true
}

/**
 * The lines of a batch of rows.
 * @param always what every line ends with, as `writeTail` gives it
 */
export function writeLines(rows: readonly (readonly Cell[])[], { delimiter }: Dialect, always = ''): string {
  // Where the semicolon parts the cells, the comma is in the numbers: so it is in a Dutch Excel.
  const comma = delimiter === ';'
  let text = ''
  for (const row of rows) {
    for (let index = 0; index < row.length; index += 1) {
      const cell = row[index]!
      if (index > 0) text += delimiter
      if (cell === null) continue
      if (typeof cell === 'string') text += isPlain(cell) && row.length > 1 ? cell : writeCell(cell, delimiter, row.length === 1)
      else if (comma && !Number.isInteger(cell)) text += String(cell).replace('.', ',')
      else text += cell
    }
    text += always
    text += '\r\n'
  }
  return text
}

/** Cells that stand at the end of every line, written once. */
export function writeTail(cells: readonly Cell[], { delimiter }: Dialect): string {
  return cells.map((cell) => `${delimiter}${writeCell(cell, delimiter)}`).join('')
}

/** The first line, with the names of the columns. */
export function csvHeader(columns: readonly string[], dialect: Dialect): string {
  return `${dialect.byteOrderMark ? byteOrderMark : ''}${writeLines([columns], dialect)}`
}

/** A table as a stream: the names of the columns, then a piece a batch. @param always as with `writeLines` */
export async function* streamCsv(
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>,
  dialect: Dialect,
  always = '',
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csvHeader(columns, dialect))
  for await (const rows of batches) if (rows.length > 0) yield Buffer.from(writeLines(rows, dialect, always))
}
