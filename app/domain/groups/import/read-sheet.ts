import { readCsv } from '~/platform/exports/csv'
import { findColumn, neededColumns, type ColumnName } from './columns'
import type { SheetFault } from './faults'

/** How many rows one spreadsheet may have. */
export const mostRows = 5_000

/** Nothing that may stand in a cell is nearly so long; what looks for words in one never gets more. */
const longestCell = 2_000

/** A row by column; a column that is not there is empty. */
export interface SheetRow {
  /** As the spreadsheet counts: the headings are row 1. */
  row: number
  cells: Partial<Record<ColumnName, string>>
}

export interface Sheet {
  rows: SheetRow[]
  faults: SheetFault[]
  /** Headings that mean nothing here; what stands below them is not read. */
  unread: string[]
}

/** Finds the headings and the rows of a spreadsheet. Rows without anything in them are passed over. */
export function readSheet(text: string): Sheet {
  // Excel may say in the first line which sign stands between the cells.
  const declared = /^"?sep=([;,\t])"?[^\n]*(?:\n|$)/i.exec(text)
  const before = declared ? 1 : 0
  const { records, openQuote } = readCsv(declared ? text.slice(declared[0].length) : text, declared?.[1] as ';' | undefined)
  const start = records.findIndex(hasContent)
  const headings = records[start] ?? []
  const faults: SheetFault[] = []
  const unread: string[] = []
  const places = new Map<ColumnName, number>()
  const headingRow = start + 1 + before
  headings.forEach((heading, index) => {
    const column = findColumn(heading)
    if (!column) {
      if (heading.trim()) unread.push(heading.trim().slice(0, 60))
    } else if (places.has(column)) faults.push({ row: headingRow, column, code: 'columnTwice', value: heading.trim() })
    else places.set(column, index)
  })
  for (const column of neededColumns) if (!places.has(column)) faults.push({ row: headingRow, column, code: 'columnMissing' })
  if (openQuote !== null) faults.push({ row: openQuote + 1 + before, column: 'group', code: 'quoteOpen' })
  const rows = records.flatMap((record, index): SheetRow[] => {
    if (index <= start || !hasContent(record)) return []
    const row = index + 1 + before
    const cells: SheetRow['cells'] = {}
    for (const [column, place] of places) {
      const cell = (record[place] ?? '').trim()
      cells[column] = cell.slice(0, longestCell)
      if (cell.length > longestCell) faults.push({ row, column, code: 'textTooLong', value: `${cell.slice(0, 60)}…` })
    }
    return [{ row, cells }]
  })
  return { rows, faults, unread }
}

function hasContent(record: string[]): boolean {
  return record.some((cell) => cell.trim() !== '')
}
