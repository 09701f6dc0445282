import { isLeaf, type Axis } from './axes'
import { type Place, type Table } from './table'

/**
 * How many people there are at least in a cell, for whoever sees only where somebody was: one in each leaf of it, of that view
 * which has most of them where all people of a month are in that cell.
 */
export function lowestOf(table: Table, cell: number): number {
  const place = table.placeOf(cell)
  const { periods, programmes, splits } = table
  let sum = 0
  for (const time of leaves(periods.axis, place.time))
    for (const programme of leaves(programmes, place.programme))
      for (const split of leaves(splits, place.split)) sum += leastRows(table, { row: place.row, time, programme, split })
  return sum
}

function leastRows(table: Table, place: Place): number {
  const { rows, values, viewOf, leafRows } = table
  const at = table.index(0, place.time, place.programme, place.split)
  const count = (of: number[]) => of.reduce((sum, row) => sum + (values[row * rows.step + at]! > 0 ? 1 : 0), 0)
  const whole = values[at]!
  const own = values[place.row * rows.step + at]!
  if (own === 0) return 0
  if (own === whole) return Math.max(1, ...leafRows.map(count))
  return count(leafRows[viewOf[place.row]!]!.filter((row) => rows.paths[row]!.includes(place.row)))
}

function leaves(axis: Axis, entry: number): number[] {
  return isLeaf(axis, entry) ? [entry] : axis.children[entry]!.flatMap((child) => leaves(axis, child))
}
