import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SharedCells, type CellStyle, type LineRows, type SheetCell, type Workbook } from './xlsx-parts'
import { readyCell } from './xlsx-text'
import { writeXlsx } from './xlsx.server'
import { collect } from './zip.testing'

const styles: CellStyle[] = ['text', 'day', 'text', 'text', 'count', 'day', 'count']
const book = (batches: Workbook['sheets'][number]['batches']): Workbook => ({
  title: 'Bijeenkomsten',
  language: 'nl',
  creator: 'Leerkring',
  created: new Date('2024-12-31T23:00:00Z'),
  sheets: [{ name: 'Rijen', columns: styles.map((style, index) => ({ heading: `kolom ${index}`, width: 12, style })), batches }],
})

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const count = fc.option(fc.nat(2000), { nil: '' }).map(String)
const row = fc.record({ first: fc.tuple(fc.uuid(), day), shared: fc.nat(3), last: fc.tuple(count, day, count) })
const shared = fc.tuple(fc.string({ unit: 'binary' }), fc.option(fc.constantFrom('#,##0', '<a> & "b"', ' _x000D_', 'ሰላም')))

function lineRows(rows: { first: string[]; shared: number; last: string[] }[], cells: SharedCells[]): LineRows {
  let text = ''
  const places: number[] = []
  for (const { first, last } of rows) {
    // Something else may stand between them.
    for (const part of [first.join(','), 'x,', last.join(','), '\n']) {
      if (part.length > 2) places.push(text.length, text.length + part.length)
      text += part
    }
  }
  return { length: rows.length, bytes: Buffer.from(text), places, shared: (index) => cells[rows[index]!.shared]! }
}

test('rows that come as lines are the same file as rows of cells', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 130 }),
      fc.array(shared, { minLength: 4, maxLength: 4 }),
      fc.nat(130),
      fc.constantFrom(12, 105, 1000),
      async (rows, texts, cut, rowsPerSheet) => {
        const cells = texts.map((each) => new SharedCells(each.map((text) => (text === null ? null : readyCell(text)))))
        const lines = [rows.slice(0, cut), rows.slice(cut)].map((part) => lineRows(part, cells))
        const usual = rows.map(({ first, shared, last }): SheetCell[] => [...first, ...texts[shared]!, ...last])
        const expected = await collect(writeXlsx(book([usual]), rowsPerSheet))
        expect((await collect(writeXlsx(book(lines), rowsPerSheet))).equals(expected)).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

test('a line with something that is no day is refused', async () => {
  const cells = [new SharedCells([null, null])]
  const rows = lineRows([{ first: ['id', '2024-13-01'], shared: 0, last: ['1', '2024-01-01', '1'] }], cells)
  await expect(collect(writeXlsx(book([rows])))).rejects.toThrow('"2024-13-01" is no day')
})
