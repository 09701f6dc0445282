import { Calendar, flatAxis, isEntry, rowAxis, type Axis } from './axes'
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

/** All cells of one view: rows × periods × programmes × splits, each with its sums. Row 0 is the same in all views. */
export interface Table {
  rows: Axis
  values: Int32Array
  states: Uint8Array
  /** Cells of one row; those of row 0 come first. */
  rowSize: number
}

/** The whole universe of cells that may be asked for. */
export class Tables {
  readonly periods: Calendar
  readonly programmes: Axis
  /** Splits, and all of them together; then, if there is one, the part. */
  readonly splits: Axis
  readonly part: number
  readonly views: Table[]
  /** By view: leaf rows × months × programmes in which the part is known to be all. */
  readonly known: Set<number>[]

  constructor(
    publication: Publication,
    readonly rules: DisclosureRules,
  ) {
    check(publication)
    this.periods = new Calendar(publication.firstMonth, publication.months)
    this.programmes = flatAxis(publication.programmes)
    this.splits = flatAxis(publication.splits)
    const all = publication.splits
    this.part = publication.atoms.some(({ part }) => part !== undefined) ? all + 1 : -1
    if (this.part > 0) this.splits = { ...this.splits, size: all + 2, paths: [...this.splits.paths, [this.part]] }
    this.known = publication.views.map(() => new Set())
    this.views = publication.views.map((view, index) => this.fill(publication, rowAxis(view.parents), index))
  }

  private fill(publication: Publication, rows: Axis, view: number): Table {
    const times = this.periods.axis
    const rowSize = times.size * this.programmes.size * this.splits.size
    const values = new Int32Array(rows.size * rowSize)
    const table = { rows, values, states: new Uint8Array(values.length), rowSize }
    const notAll = new Set<number>()
    for (const { rows: at, month, programme, counts, part = 0, partIsAll } of publication.atoms) {
      const cell = this.index(table, at[view]!, month, programme, 0)
      counts.forEach((count, split) => (values[cell + split]! += count))
      if (this.part > 0) values[cell + this.part]! += part
      const people = counts.reduce((sum, count) => sum + count, 0)
      values[cell + counts.length]! += people
      if (people > 0) (partIsAll ? this.known[view]! : notAll).add(cell)
    }
    for (const cell of notAll) this.known[view]!.delete(cell)
    addUp(values, this.programmes, this.splits.size)
    addUp(values, times, this.splits.size * this.programmes.size)
    addUp(values, rows, rowSize)
    for (let cell = 0; cell < values.length; cell++)
      if (values[cell]! > 0) table.states[cell] = isSmall(values[cell]!, this.rules) ? State.small : State.shown
    return table
  }

  index({ rowSize }: Table, row: number, time: number, programme: number, split: number): number {
    return row * rowSize + (time * this.programmes.size + programme) * this.splits.size + split
  }

  /** −1 for a cell that is not published at all. */
  cellAt({ view, row, period, programme, split, measure }: Cell): number {
    const table = this.views[view]
    const all = this.splits.children.length - 1
    const time = this.periods.entryOf(period)
    const at = programme === 'all' ? this.programmes.size - 1 : isEntry(programme, this.programmes.size - 1) ? programme : -1
    const ofCount = split === 'all' ? all : isEntry(split, all) ? split : -1
    const column = measure !== 'part' ? ofCount : split === 'all' ? this.part : -1
    if (!table || !isEntry(row, table.rows.size) || time < 0 || at < 0 || column < 0) return -1
    return this.index(table, row, time, at, column)
  }

  /** What it costs to withhold a cell: sums are asked for most, and row 0 stands in each view. */
  weightOf({ rows, rowSize }: Table, cell: number): number {
    const row = Math.floor(cell / rowSize)
    const column = cell % this.splits.size
    const programme = Math.floor(cell / this.splits.size) % this.programmes.size
    const time = Math.floor((cell % rowSize) / (this.splits.size * this.programmes.size))
    const sums = isSum(rows, row) + isSum(this.periods.axis, time) + isSum(this.programmes, programme) + isSum(this.splits, column)
    return (4 + sums) * (row === 0 ? 3 : 1)
  }

  /** A cell that is shown is withheld as well; of row 0 in all views at once. */
  withhold(view: number, cell: number): void {
    for (const table of cell < this.views[view]!.rowSize ? this.views : [this.views[view]!])
      if (table.states[cell] === State.shown) table.states[cell] = State.extra
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

/** Sums along one axis; `step` is the distance of two entries. All sums come after their parts, or all before them. */
function addUp(values: Int32Array, { size, children }: Axis, step: number): void {
  const sums = [...children.keys()].filter((entry) => children[entry]!.length > 0)
  if (sums[0] === 0) sums.reverse()
  for (let start = 0; start < values.length; start += size * step)
    for (const sum of sums)
      for (const child of children[sum]!)
        for (let at = start; at < start + step; at++) values[at + sum * step]! += values[at + child * step]!
}

function check({ views, atoms, months, programmes, splits }: Publication): void {
  if (views.length === 0 || months < 1) throw new RangeError('Nothing to publish')
  for (const { name, parents } of views)
    if (parents.some((parent, row) => parent >= row || parent < (row === 0 ? -1 : 0))) throw new RangeError(`View ${name} is not a tree`)
  const sums = views.map(({ parents }) => new Set(parents))
  for (const { rows, month, programme, counts, part = 0 } of atoms) {
    const people = counts.reduce((sum, count) => sum + count, 0)
    const fits = month >= 0 && month < months && programme >= 0 && programme < programmes && counts.length === splits
    const inLeaves = rows.length === views.length && rows.every((row, view) => row < views[view]!.parents.length && !sums[view]!.has(row))
    if (!fits || !inLeaves || part > people) throw new RangeError('An atom does not fit its publication')
  }
}

function isSum({ children }: Axis, entry: number): number {
  return (children[entry]?.length ?? 0) > 0 ? 1 : 0
}
