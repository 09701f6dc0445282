import { writeArchive, type ArchiveEntry } from './archive.server'
import { ByteWriter } from './byte-writer'
import { LineWriter } from './xlsx-lines'
import {
  contentTypes,
  coreProperties,
  packageRelations,
  sheetEnd,
  sheetStart,
  styleOf,
  styles,
  workbook,
  workbookRelations,
  type CellStyle,
  type RowBatch,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type Workbook,
} from './xlsx-parts'
import { columnLetters, daySerial, readyCell, textElement } from './xlsx-text'

/** More than this Excel does not open. */
export const mostRows = 1_048_576

/** Rows of a piece. A few hundred kilobytes of XML go through the zip while the next are made; larger pieces only wait in memory. */
const rowsAtOnce = 250

/**
 * Writes a workbook (ECMA-376 SpreadsheetML) while its rows come in. A sheet with more rows than Excel knows goes on in a
 * next one. Why not a library: docs/decisions/0017.
 * @param rowsPerSheet heading included; smaller in tests
 */
export function writeXlsx(book: Workbook, rowsPerSheet = mostRows): AsyncGenerator<Uint8Array> {
  return writeArchive(partsOf(book, rowsPerSheet))
}

async function* partsOf(book: Workbook, rowsPerSheet: number): AsyncGenerator<ArchiveEntry> {
  yield { path: '_rels/.rels', content: packageRelations }
  yield { path: 'docProps/core.xml', content: coreProperties(book) }
  yield { path: 'xl/styles.xml', content: styles }
  const names: string[] = []
  for (const sheet of book.sheets) {
    const rest = new Rest(sheet.batches)
    try {
      for (let part = 1; part === 1 || (await rest.more()); part += 1) {
        names.push(part === 1 ? sheetName(sheet.name) : sheetName(sheet.name, ` (${part})`))
        yield { path: `xl/worksheets/sheet${names.length}.xml`, content: sheetXml(sheet, rest, rowsPerSheet, names.length === 1) }
      }
    } finally {
      await rest.close()
    }
  }
  // Only now is it known how many sheets there are.
  yield { path: 'xl/workbook.xml', content: workbook(names) }
  yield { path: 'xl/_rels/workbook.xml.rels', content: workbookRelations(names.length) }
  yield { path: '[Content_Types].xml', content: contentTypes(names.length) }
}

function sheetName(name: string, suffix = ''): string {
  return `${name.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31 - suffix.length)}${suffix}`
}

/** Batches of rows of which a part can be taken. */
class Rest {
  #batches: AsyncIterator<RowBatch> | Iterator<RowBatch>
  #kept: RowBatch = []
  #taken = 0

  constructor(batches: Sheet['batches']) {
    this.#batches = Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]()
  }

  /** Whether there are rows left. */
  async more(): Promise<boolean> {
    while (this.#taken === this.#kept.length) {
      const next = await this.#batches.next()
      if (next.done) return false
      this.#kept = next.value
      this.#taken = 0
    }
    return true
  }

  /** The next rows, at most so many: those of a batch from one place up to another. */
  take(most: number): { rows: RowBatch; from: number; to: number } {
    const from = this.#taken
    this.#taken = Math.min(this.#kept.length, from + most)
    return { rows: this.#kept, from, to: this.#taken }
  }

  async close(): Promise<void> {
    await this.#batches.return?.()
  }
}

async function* sheetXml({ columns }: Sheet, rest: Rest, rowsPerSheet: number, first: boolean): AsyncGenerator<Uint8Array> {
  yield Buffer.from(sheetStart(columns, first))
  const writer = new RowWriter(columns)
  let number = 2
  while (number <= rowsPerSheet && (await rest.more())) {
    const { rows, from, to } = rest.take(Math.min(rowsAtOnce, rowsPerSheet - number + 1))
    yield writer.write(rows, from, to, number)
    number += to - from
  }
  yield Buffer.from(sheetEnd)
}

const rowStart = Buffer.from('<row r="')
const rowOpened = Buffer.from('">')
const rowEnd = Buffer.from('</row>')
const numberEnd = Buffer.from('</v></c>')

/** Rows as XML. What is the same in all cells of a column is made once. */
class RowWriter {
  private readonly starts: Uint8Array[]
  /** What comes between the address and a number. */
  private readonly numbers: Uint8Array[]
  private readonly styles: CellStyle[]
  private readonly out = new ByteWriter()
  private readonly lines: LineWriter

  constructor(columns: readonly SheetColumn[]) {
    this.starts = columns.map((_, index) => Buffer.from(`<c r="${columnLetters(index)}`))
    this.numbers = columns.map(({ style }) => Buffer.from(`" s="${styleOf[style]}"><v>`))
    this.styles = columns.map(({ style }) => style)
    this.lines = new LineWriter(this.out, columns)
  }

  /**
   * @param from the first of the rows
   * @param to the one behind the last
   * @param first its number in the sheet
   */
  write(rows: RowBatch, from: number, to: number, first: number): Uint8Array {
    if ('bytes' in rows) this.lines.write(rows, from, to, first)
    else for (let index = from; index < to; index += 1) this.writeRow(rows[index]!, first + index - from)
    return this.out.take()
  }

  private writeRow(row: readonly SheetCell[], number: number): void {
    const out = this.out
    out.ready(rowStart)
    out.count(number)
    out.ready(rowOpened)
    for (let index = 0; index < row.length; index += 1) {
      const cell = row[index]!
      if (cell === null || (cell === '' && this.styles[index] === 'count')) continue
      out.ready(this.starts[index]!)
      out.count(number)
      this.writeAfterAddress(cell, index)
    }
    out.ready(rowEnd)
  }

  private writeAfterAddress(cell: NonNullable<SheetCell>, index: number): void {
    if (typeof cell === 'number') return this.writeNumber(String(cell), index)
    const style = this.styles[index]!
    const out = this.out
    if (typeof cell !== 'string') out.text('xml' in cell ? cell.xml : `" s="${styleOf[cell.style]}"><v>${cell.number}</v></c>`)
    else if (style === 'count') this.writeNumber(cell, index)
    else if (style === 'day') this.writeNumber(String(daySerial(cell)), index)
    else out.text(style === 'text' ? readyCell(cell).xml : `" s="${styleOf[style]}" t="inlineStr"><is>${textElement(cell)}</is></c>`)
  }

  private writeNumber(digits: string, index: number): void {
    this.out.ready(this.numbers[index]!)
    this.out.text(digits)
    this.out.ready(numberEnd)
  }
}
