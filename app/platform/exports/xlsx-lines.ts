import { mouldOf, type ByteWriter, type Mould } from './byte-writer'
import { styleOf, type CellStyle, type LineRows, type SharedCells, type SheetColumn } from './xlsx-parts'
import { columnLetters, daySerial } from './xlsx-text'

const comma = 44
const zero = 48

const rowEnd = Buffer.from('</row>')
const numberEnd = Buffer.from('</v></c>')
const textEnd = Buffer.from('</t></is></c>')

/** Writes rows that came as lines. All that is the same in many rows is a mould: only the number of the row goes in anew. */
export class LineWriter {
  private readonly styles: readonly CellStyle[]
  /** Days as bytes of their serial number, by the digits of the day as one number. */
  private readonly days = new Map<number, Uint8Array>()
  /** The digits of the number of the row. */
  private digits = new Uint8Array(0)
  private rowStart: Mould = mouldOf('', 0)
  /** What comes before the value of a cell, by column. */
  private starts: Mould[] = []

  constructor(
    private readonly out: ByteWriter,
    columns: readonly SheetColumn[],
  ) {
    this.styles = columns.map(({ style }) => style)
  }

  /**
   * @param from the first of the rows
   * @param to the one behind the last
   * @param number of the first row in the sheet
   */
  write({ bytes, places, shared }: LineRows, from: number, to: number, number: number): void {
    const { out } = this
    for (let row = from; row < to; row += 1) {
      this.count(number + row - from)
      const place = 4 * row
      out.filled(this.rowStart, this.digits)
      const after = this.cells(bytes, places[place]!, places[place + 1]!, 0)
      const ready = shared(row)
      out.filled(this.mouldOf(ready, after), this.digits)
      this.cells(bytes, places[place + 2]!, places[place + 3]!, after + ready.cells.length)
      out.ready(rowEnd)
    }
  }

  /** Cells with commas between them. @returns the column behind them */
  private cells(bytes: Uint8Array, from: number, to: number, first: number): number {
    const { out, digits, starts, styles } = this
    let column = first
    for (let start = from; start <= to; column += 1) {
      let end = start
      while (end < to && bytes[end] !== comma) end += 1
      const style = styles[column]
      if (style === 'text') {
        out.filled(starts[column]!, digits)
        out.part(bytes, start, end)
        out.ready(textEnd)
      } else if (style === 'day') {
        out.filled(starts[column]!, digits)
        out.ready(this.day(bytes, start, end))
        out.ready(numberEnd)
      } else if (end > start) {
        out.filled(starts[column]!, digits)
        out.part(bytes, start, end)
        out.ready(numberEnd)
      }
      start = end + 1
    }
    return column
  }

  private day(bytes: Uint8Array, start: number, end: number): Uint8Array {
    let key = 0
    for (let at = start; at < end; at += 1) key = key * 10 + bytes[at]! - zero
    let serial = this.days.get(key)
    if (!serial) this.days.set(key, (serial = Buffer.from(String(daySerial(Buffer.from(bytes.subarray(start, end)).toString())))))
    return serial
  }

  private mouldOf(shared: SharedCells, first: number): Mould {
    const width = this.digits.length
    if (shared.mould?.width === width) return shared.mould
    const texts = shared.cells.map((cell, index) => (cell === null ? '' : `<c r="${columnLetters(first + index)}\0${cell.xml}`))
    return (shared.mould = mouldOf(texts.join(''), width))
  }

  /** Takes the number of a row. With a digit more all moulds are made anew. */
  private count(number: number): void {
    const { digits, styles } = this
    let rest = number
    for (let at = digits.length - 1; at >= 0; at -= 1) {
      const next = Math.floor(rest / 10)
      digits[at] = zero + (rest - next * 10)
      rest = next
    }
    if (rest === 0 && digits.length > 0 && digits[0] !== zero) return
    this.digits = Buffer.from(String(number))
    const { length } = this.digits
    this.rowStart = mouldOf('<row r="\0">', length)
    this.starts = styles.map((style, index) =>
      mouldOf(`<c r="${columnLetters(index)}\0"${style === 'text' ? ' t="inlineStr"><is><t>' : ` s="${styleOf[style]}"><v>`}`, length),
    )
  }
}
