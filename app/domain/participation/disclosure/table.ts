import { axisOf, Calendar, flatAxis, isEntry, isLeaf, type Axis } from './axes'
import { type Cell, type Publication } from './publication'
import { isSmall, roundTo, type DisclosureRules } from './rules'

/** What happens to a cell. */
export const State = {
  /** Nobody: shown as 0. */
  zero: 0,
  shown: 1,
  /** 1 to the threshold: withheld. */
  small: 2,
  /** Larger, but withheld so that others stay hidden. */
  extra: 3,
} as const

/** More than anybody counts. */
export const unknown = 1e9

/**
 * All that may be asked for: rows × periods × programmes × splits, each with its sums. The rows of all views stand under one row
 * 0, which is everybody: it is the sum of the rows of each view.
 */
export class Table {
  readonly rows: Axis
  readonly periods: Calendar
  readonly programmes: Axis
  /** Splits, and all of them together; then, if there is one, the part. */
  readonly splits: Axis
  readonly part: number
  readonly values: Int32Array
  readonly states: Uint8Array
  /** What whoever has the publication, and knows which cells are small, knows of each cell by itself. */
  readonly least: Int32Array
  readonly most: Int32Array
  /** By leaf row, month and programme: whether the part is known to be all. */
  readonly known: Uint8Array
  /** By row, period and programme: whether none of them is a sum. */
  readonly isLeafStart: Uint8Array
  /** Of each view its leaf rows; empty where it is row 0 alone. */
  readonly leafRows: number[][]
  /** Of each row the view; −1 for row 0. */
  readonly viewOf: number[]
  private readonly offsets: number[]

  constructor(
    publication: Publication,
    readonly rules: DisclosureRules,
  ) {
    check(publication)
    const { views, splits, programmes, atoms } = publication
    this.part = atoms.some(({ part }) => part !== undefined) ? splits + 1 : -1
    this.splits = flatAxis(splits, 1)
    if (this.part > 0) {
      const { paths, children } = this.splits
      this.splits = { size: splits + 2, step: 1, paths: [...paths, [this.part]], children: [...children, []] }
    }
    this.programmes = flatAxis(programmes, this.splits.size)
    this.periods = new Calendar(publication.firstMonth, publication.months, this.splits.size * this.programmes.size)
    const parents = [-1]
    this.viewOf = [-1]
    this.offsets = views.map((view, index) => {
      const offset = parents.length - 1
      for (const parent of view.parents.slice(1)) {
        parents.push(parent === 0 ? 0 : offset + parent)
        this.viewOf.push(index)
      }
      return offset
    })
    this.rows = axisOf(parents, this.periods.axis.size * this.periods.axis.step)
    this.leafRows = views.map(() => [])
    this.viewOf.forEach((view, row) => view >= 0 && isLeaf(this.rows, row) && this.leafRows[view]!.push(row))
    this.values = new Int32Array(parents.length * this.rows.step)
    this.known = new Uint8Array(this.values.length / this.splits.size)
    this.isLeafStart = Uint8Array.from(this.known, (_, at) => {
      const { row, time, programme } = this.placeOf(at * this.splits.size)
      return isLeaf(this.rows, row) && isLeaf(this.periods.axis, time) && isLeaf(this.programmes, programme) ? 1 : 0
    })
    this.fill(publication)
    this.states = Uint8Array.from(this.values, (value) => (value === 0 ? State.zero : isSmall(value, rules) ? State.small : State.shown))
    this.least = new Int32Array(this.values.length)
    this.most = new Int32Array(this.values.length)
    for (let cell = 0; cell < this.values.length; cell++) if (this.values[cell]! > 0) this.setState(cell, this.states[cell]!)
  }

  private fill({ atoms, views, splits }: Publication): void {
    const { values, part, known } = this
    const partial = new Uint8Array(known.length)
    for (const atom of atoms) {
      let people = 0
      for (const count of atom.counts) people += count
      if (people === 0) continue
      for (let view = 0; view < views.length; view++) {
        const row = this.rowAt(view, atom.rows[view]!)
        // A view of row 0 alone says nothing that the first does not say.
        if (row === 0 && view > 0) continue
        const cell = this.index(row, atom.month, atom.programme, 0)
        for (let split = 0; split < splits; split++) values[cell + split]! += atom.counts[split]!
        values[cell + splits]! += people
        if (part < 0) continue
        values[cell + part]! += atom.part ?? 0
        if (atom.partIsAll) known[cell / this.splits.size] = 1
        else partial[cell / this.splits.size] = 1
      }
    }
    for (let leaf = 0; leaf < known.length; leaf++) if (partial[leaf]) known[leaf] = 0
    addUp(values, this.programmes)
    addUp(values, this.periods.axis)
    const { paths, step } = this.rows
    for (let row = paths.length - 1; row > 0; row--) {
      const parent = paths[row]![1]!
      if (parent === 0 && this.viewOf[row] !== 0) continue
      for (let at = 0; at < step; at++) values[parent * step + at]! += values[row * step + at]!
    }
  }

  private rowAt(view: number, row: number): number {
    return row === 0 ? 0 : this.offsets[view]! + row
  }

  index(row: number, time: number, programme: number, split: number): number {
    return row * this.rows.step + time * this.periods.axis.step + programme * this.programmes.step + split
  }

  /** The entries of a cell along each axis. */
  placeOf(cell: number): Place {
    const [ofTime, ofProgramme] = [this.periods.axis.step, this.programmes.step]
    return {
      row: Math.floor(cell / this.rows.step),
      time: Math.floor((cell % this.rows.step) / ofTime),
      programme: Math.floor((cell % ofTime) / ofProgramme),
      split: cell % ofProgramme,
    }
  }

  /** −1 for a cell that is not published at all. */
  cellAt({ view, row, period, programme, split, measure }: Cell): number {
    const rowsAfter = this.offsets[view + 1] ?? this.rows.size - 1
    const all = this.programmes.step - (this.part > 0 ? 2 : 1)
    const time = this.periods.entryOf(period)
    const at = programme === 'all' ? this.programmes.size - 1 : isEntry(programme, this.programmes.size - 1) ? programme : -1
    const ofCount = split === 'all' ? all : isEntry(split, all) ? split : -1
    const column = measure !== 'part' ? ofCount : split === 'all' ? this.part : -1
    if (!isEntry(view, this.offsets.length) || !isEntry(row, rowsAfter - this.offsets[view]! + 1)) return -1
    return time < 0 || at < 0 || column < 0 ? -1 : this.index(this.rowAt(view, row), time, at, column)
  }

  /** What it costs to withhold a cell: sums are asked for most, and row 0 stands in each view. */
  weightOf(cell: number): number {
    const { row, time, programme, split } = this.placeOf(cell)
    const isSum = (axis: Axis, entry: number) => (isLeaf(axis, entry) ? 0 : 1)
    const sums = isSum(this.rows, row) + isSum(this.periods.axis, time) + isSum(this.programmes, programme) + isSum(this.splits, split)
    return 4 * 2 ** sums * (row === 0 ? 4 : 1)
  }

  setState(cell: number, state: number): void {
    const { threshold } = this.rules
    const [least, most] =
      state === State.shown ? this.boundsOf(this.values[cell]!) : state === State.small ? [1, threshold] : [threshold + 1, unknown]
    this.states[cell] = state
    this.least[cell] = least
    this.most[cell] = most
  }

  shownOf(value: number): number {
    return roundTo(value, this.rules.base)
  }

  /** What a cell that is shown says: from the smallest to the largest count that is rounded to the same. */
  boundsOf(value: number): [number, number] {
    const { base, threshold } = this.rules
    const shown = this.shownOf(value)
    return [Math.max(Math.ceil(shown - base / 2), threshold + 1), Math.ceil(shown + base / 2) - 1]
  }
}

/** A cell by its entry on each axis. */
export interface Place {
  row: number
  time: number
  programme: number
  split: number
}

/** Sums along an axis of which each sum comes after its parts. */
function addUp(values: Int32Array, { size, step, children }: Axis): void {
  for (let start = 0; start < values.length; start += size * step)
    children.forEach((parts, sum) => {
      for (const part of parts) for (let at = start; at < start + step; at++) values[at + sum * step]! += values[at + part * step]!
    })
}

function check({ views, atoms, months, programmes, splits }: Publication): void {
  if (views.length === 0 || months < 1) throw new RangeError('Nothing to publish')
  for (const { name, parents } of views)
    if (parents.some((parent, row) => parent >= row || parent < (row === 0 ? -1 : 0))) throw new RangeError(`View ${name} is not a tree`)
  const sums = views.map(({ parents }) => new Set(parents))
  const isLeafOf = (row: number, view: number) => isEntry(row, views[view]!.parents.length) && !sums[view]!.has(row)
  for (const { rows, month, programme, counts, part = 0 } of atoms) {
    let people = 0
    for (const count of counts) people += count
    const fits = isEntry(month, months) && isEntry(programme, programmes) && counts.length === splits && part <= people
    if (!fits || rows.length !== views.length || !rows.every(isLeafOf)) throw new RangeError('An atom does not fit its publication')
  }
}
