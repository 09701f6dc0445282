import type { ColumnName } from './columns'

/** What can be wrong with a spreadsheet. The page says for each what it is and how to mend it. */
export type SheetFaultCode =
  | 'columnMissing'
  | 'columnTwice'
  | 'quoteOpen'
  | 'valueMissing'
  | 'countMissing'
  | 'nameNotValid'
  | 'choiceUnknown'
  | 'organisationUnknown'
  | 'organisationsApart'
  | 'municipalityUnknown'
  | 'languageUnknown'
  | 'trainerUnknown'
  | 'tooMany'
  | 'dateNotValid'
  | 'dateInFuture'
  | 'timeNotValid'
  | 'countNotValid'
  | 'countNegative'
  | 'countTooLarge'
  | 'moreFirstTime'
  | 'firstMeetingAllNew'
  | 'sexesDoNotAddUp'
  | 'agesDoNotAddUp'
  | 'textTooLong'
  | 'textHasContact'
  | 'textLooksLikeName'
  | 'textIsFormula'
  | 'rowsDiffer'
  | 'groupDiffers'
  | 'groupAmbiguous'
  | 'groupClosed'
  | 'sessionTwice'
  | 'sessionExists'

export interface SheetFault {
  /** As the spreadsheet counts: the headings are row 1. */
  row: number
  column: ColumnName
  code: SheetFaultCode
  /** What stands in the cell. */
  value?: string | undefined
  /** The other row that it is about. */
  otherRow?: number
}

/** One line of the list of faults: a fault in one row, or the same one in more rows. */
export interface FaultLine extends Omit<SheetFault, 'row'> {
  /** Rows from … until …, both included. */
  rows: [from: number, until: number][]
}

/** How many faults are listed one by one. */
export const mostSingleLines = 500

/** All faults as lines, by row. Very many are brought together, so that the page stays one that can be opened. */
export function linesOf(faults: SheetFault[], most = mostSingleLines): FaultLine[] {
  const ordered = [...faults].sort((a, b) => a.row - b.row)
  if (ordered.length <= most) return ordered.map(({ row, ...fault }) => ({ ...fault, rows: [[row, row]] }))
  const lines = new Map<string, FaultLine>()
  for (const { row, column, code, value } of ordered) {
    const key = `${column} ${code}`
    const line = lines.get(key)
    if (!line) {
      lines.set(key, { column, code, value, rows: [[row, row]] })
      continue
    }
    const last = line.rows.at(-1)!
    if (row <= last[1] + 1) last[1] = Math.max(last[1], row)
    else line.rows.push([row, row])
    if (line.value !== value) delete line.value
  }
  return [...lines.values()]
}
