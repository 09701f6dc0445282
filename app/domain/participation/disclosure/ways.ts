import { isLeaf, oneMore, opposite, shift, type Axis, type Change } from './axes'
import { State, type Place, type Table } from './table'
import { type World } from './world'

// What to try to make a cell one larger: one more at a leaf of it, and perhaps one less at another leaf of a row, month,
// programme or split outside, so that fewer sums change.

/** Any of the changes along each axis, with each other. */
export interface Ways {
  /** The view of the rows; −1 where all rows but row 0 have to follow. */
  view: number
  splits: Change[]
  rows: Rows[]
  times: Change[]
  programmes: Change[]
}

/** Without row 0: other rows of the view have to make up for it. */
export interface Rows extends Change {
  others?: number[]
}

/** How far is looked: of all partners along an axis so many, the most promising ones, and of all leaves. */
export interface Reach {
  partners: number
  leaves: number
  /** Whether several other rows may make up for one. */
  isFar: boolean
}

/**
 * Ways by leaf, each made when it is its turn.
 * @param sign 1 for one more people, −1 for one less
 * @param kept a cell of which no leaf is to be changed
 */
export function* waysTo(table: Table, world: World, cell: number, sign: number, reach: Reach, kept = -1): Generator<Ways> {
  const target = table.placeOf(cell)
  const { rows, periods, programmes } = table
  let left = reach.leaves
  for (const leaf of leavesIn(table, target)) {
    if (world.costAt(cellOf(table, leaf), sign) === Infinity || (kept >= 0 && isIn(table, leaf, table.placeOf(kept)))) continue
    if (left-- === 0) return
    const changes = (name: 'row' | 'time' | 'programme', axis: Axis) =>
      changesAlong(table, world, leaf, name, axis, target[name], sign, reach)
    const ofRows: Rows[] = leaf.row === 0 ? [oneMore(rows, 0)] : changes('row', rows)
    if (reach.isFar && leaf.row > 0) ofRows.push(madeUpFor(table, leaf.row, target.row))
    yield {
      view: table.viewOf[leaf.row]!,
      splits: splitChanges(table, leaf, target.split),
      rows: ofRows,
      times: changes('time', periods.axis),
      programmes: changes('programme', programmes),
    }
  }
}

/** Small cells that cannot have one more as they are, the smallest sums first. */
export function* obstacles(table: Table, world: World, cell: number, sign: number): Generator<number> {
  const { periods, programmes, splits } = table
  for (const leaf of leavesIn(table, table.placeOf(cell)))
    for (const row of rowsOf(table, leaf))
      for (const time of periods.axis.paths[leaf.time]!)
        for (const programme of programmes.paths[leaf.programme]!)
          for (let split = 0; split < splits.size; split++) {
            const at = table.index(row, time, programme, split)
            if (at !== cell && table.values[at]! > 0 && world.costAt(at, sign) === Infinity) yield at
          }
}

/** The row of a leaf and the sums that it is in; then rows of the other views that could be the same people. */
function rowsOf(table: Table, leaf: Place): number[] {
  const { rows, leafRows, viewOf, values } = table
  const at = cellOf(table, { ...leaf, row: 0 })
  const others = leafRows.flatMap((leaves, view) =>
    view === viewOf[leaf.row] ? [] : leaves.filter((row) => values[row * rows.step + at]! > 0),
  )
  return [...rows.paths[leaf.row]!, ...new Set(others.flatMap((row) => rows.paths[row]!.slice(0, -1)))]
}

function isIn({ rows, periods, programmes, splits }: Table, leaf: Place, place: Place): boolean {
  return (
    rows.paths[leaf.row]!.includes(place.row) &&
    periods.axis.paths[leaf.time]!.includes(place.time) &&
    programmes.paths[leaf.programme]!.includes(place.programme) &&
    splits.paths[leaf.split]!.includes(place.split)
  )
}

function cellOf(table: Table, { row, time, programme, split }: Place): number {
  return table.index(row, time, programme, split)
}

/** Leaves with somebody in them. Row 0 stays row 0: its people are in rows of all views. */
function leavesIn(table: Table, place: Place): Place[] {
  const axes = { row: table.rows, time: table.periods.axis, programme: table.programmes, split: table.splits }
  const sum = (['row', 'time', 'programme', 'split'] as const).find(
    (name) => !isLeaf(axes[name], place[name]) && (name !== 'row' || place.row > 0),
  )
  if (!sum) return [place]
  return axes[sum].children[place[sum]]!.map((child) => ({ ...place, [sum]: child }))
    .filter((child) => table.values[cellOf(table, child)]! > 0)
    .flatMap((child) => leavesIn(table, child))
}

/** One more at the leaf with one less at a leaf outside the target, the most promising first; and last one more alone. */
function changesAlong(
  table: Table,
  world: World,
  leaf: Place,
  name: 'row' | 'time' | 'programme',
  axis: Axis,
  target: number,
  sign: number,
  { partners }: Reach,
): Change[] {
  const own = leaf[name]
  const { values } = world
  const { least, most, states } = table
  const start = cellOf(table, leaf) - own * axis.step
  const free: number[] = []
  const dear: number[] = []
  for (const entry of neighbours(axis, own, name === 'row' ? table.leafRows[table.viewOf[own]!]! : [...axis.children.keys()])) {
    const cell = start + entry * axis.step
    const value = values[cell]! - sign
    const isFree = value >= least[cell]! && value <= most[cell]!
    if ((!isFree && (states[cell] !== State.shown || value < 1)) || axis.paths[entry]!.includes(target)) continue
    if ((isFree ? free : dear).push(entry) === partners && isFree) break
  }
  return [...[...free, ...dear].slice(0, partners).map((entry) => shift(axis, own, entry)), oneMore(axis, own)]
}

/** Other leaves, those in the same sum first. Row 0 is the sum of rows of several views: of those only one counts. */
function* neighbours({ paths, children }: Axis, own: number, entries: number[]): Generator<number> {
  const parent = paths[own]![1]
  if (parent === undefined) return
  const near = parent === 0 ? entries.filter((entry) => paths[entry]![1] === 0) : children[parent]!
  for (const entry of near) if (entry !== own && children[entry]!.length === 0) yield entry
  for (const entry of entries) if (paths[entry]![1] !== parent && children[entry]!.length === 0) yield entry
}

function madeUpFor({ rows, leafRows, viewOf }: Table, row: number, target: number): Rows {
  return { ...belowRoot(rows, row), others: leafRows[viewOf[row]!]!.filter((other) => !rows.paths[other]!.includes(target)) }
}

/** What is felt of one more in a row besides row 0. */
export function belowRoot(rows: Axis, row: number): Change {
  const { at, by } = oneMore(rows, row)
  return { at: at.slice(0, -1), by: by.slice(0, -1) }
}

function splitChanges(table: Table, leaf: Place, target: number): Change[] {
  const { splits, part, values } = table
  const all = splits.paths[0]![1]!
  const present = splits.children.flatMap((_, split) => (split < all && values[cellOf(table, { ...leaf, split })]! > 0 ? split : []))
  const ofPart = part > 0 ? oneMore(splits, part) : oneMore(splits, all)
  const withPart = (split: number): Change => ({ at: [split, all, part], by: [1, 1, 1], halves: [[oneMore(splits, split), ofPart]] })
  if (leaf.split === part) {
    // Where the part is known to be all, one more of it is one more person, and elsewhere there is one less.
    const halves = present.map((split): [Change, Change] => [withPart(split), opposite(oneMore(splits, split))])
    return [{ ...ofPart, halves }, ...present.map(withPart)]
  }
  // And where it is not known, one more person may be one more of it or not.
  const one: Change =
    part > 0 ? { ...oneMore(splits, leaf.split), halves: [[withPart(leaf.split), opposite(ofPart)]] } : oneMore(splits, leaf.split)
  const alone = [one, ...(part > 0 ? [withPart(leaf.split)] : [])]
  if (target === all) return alone
  return [...present.filter((split) => split !== leaf.split).map((other) => shift(splits, leaf.split, other)), ...alone]
}
