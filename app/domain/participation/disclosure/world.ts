import { type Change } from './axes'
import { State, type Tables } from './table'

/** Part of a change to the people of one view: the product of a change along each axis. */
export interface Move {
  view: number
  rows: Change
  times: Change
  programmes: Change
  splits: Change
  /** 1 or −1: the whole move turned around. */
  sign: number
  /** Row 0 is left out: another move of the same step has it already. */
  belowRoot?: boolean
}

/** Withholding a cell costs a few; a count that the strongest attacker knows better costs this. */
const outOfClass = 1000

/**
 * Another set of people that gives the same publication. It starts as the truth and is changed in steps; what it differs in
 * is kept by view. All steps are made for one view, and row 0 is kept there; other views follow with their own rows.
 */
export class World {
  private readonly deltas: Int32Array[]
  private readonly touched: number[][]

  constructor(private readonly tables: Tables) {
    this.deltas = tables.views.map(({ values }) => new Int32Array(values.length))
    this.touched = tables.views.map(() => [])
  }

  /** Makes it the truth again. */
  reset(): void {
    this.touched.forEach((cells, view) => {
      for (const cell of cells) this.deltas[view]![cell] = 0
      cells.length = 0
    })
  }

  /** How many people there are in a cell of this world; of row 0 only the view knows that its steps were made for. */
  valueOf(view: number, cell: number): number {
    return this.tables.views[view]!.values[cell]! + this.deltas[view]![cell]!
  }

  /** What would have to be withheld more for this move; Infinity if it cannot be, or if it is not less than `bound`. */
  cost(move: Move, bound: number): number {
    let sum = 0
    const fits = everyCell(this.tables, move, (cell, by) => {
      sum += this.costAt(move.view, cell, by)
      return sum < bound
    })
    return fits && this.partsFit(move) ? sum : Infinity
  }

  /** Makes a move, or with −1 takes it back. */
  make(move: Move, times = 1): void {
    const deltas = this.deltas[move.view]!
    everyCell(this.tables, move, (cell, by) => {
      if (deltas[cell] === 0) this.touched[move.view]!.push(cell)
      deltas[cell]! += by * times
      return true
    })
  }

  /** Withholds what is in the way of a move that was made, and names the cells that it changed. */
  accept(move: Move, changed: (view: number, cell: number, value: number) => void): void {
    const { view } = move
    everyCell(this.tables, move, (cell) => {
      if (this.costAt(view, cell, 0) > 0) this.tables.withhold(view, cell)
      changed(view, cell, this.valueOf(view, cell))
      return true
    })
  }

  /** What a difference costs at one cell alone: at a leaf, a first guess at what a move through it costs. */
  costAt(view: number, cell: number, by: number): number {
    const { tables } = this
    const table = tables.views[view]!
    const state = table.states[cell]!
    const truth = table.values[cell]!
    const value = truth + this.deltas[view]![cell]! + by
    if (state === State.zero || value < 1) return Infinity
    const small = value <= tables.rules.threshold
    if (state === State.small) return small ? 0 : outOfClass
    if (state === State.extra) return small ? outOfClass : 0
    return !small && tables.shownOf(value) === tables.shownOf(truth) ? 0 : tables.weightOf(table, cell) + (small ? outOfClass : 0)
  }

  /** The part is never more than all, and where it is known to be all it stays so. */
  private partsFit({ view, rows, times, programmes, splits, sign }: Move): boolean {
    const { tables } = this
    const { part } = tables
    if (part < 0) return true
    const table = tables.views[view]!
    let room = 0
    splits.at.forEach((split, index) => (room += split === part ? -splits.by[index]! : split === part - 1 ? splits.by[index]! : 0))
    if (room === 0) return true
    const isLeaf = { row: table.rows.children, time: tables.periods.axis.children, programme: tables.programmes.children }
    for (const [r, row] of rows.at.entries())
      for (const [t, time] of times.at.entries())
        for (const [p, programme] of programmes.at.entries()) {
          if (isLeaf.row[row]!.length || isLeaf.time[time]!.length || isLeaf.programme[programme]!.length) continue
          const cell = tables.index(table, row, time, programme, 0)
          const valueOf = (split: number) => this.valueOf(view, cell + split)
          const left = valueOf(part - 1) - valueOf(part) + room * rows.by[r]! * times.by[t]! * programmes.by[p]! * sign
          if (left < 0 || (left !== 0 && tables.known[view]!.has(cell))) return false
        }
    return true
  }
}

function everyCell(tables: Tables, move: Move, visit: (cell: number, by: number) => boolean): boolean {
  const { rows, times, programmes, splits, sign, belowRoot } = move
  const table = tables.views[move.view]!
  for (let r = 0; r < rows.at.length; r++) {
    if (belowRoot && rows.at[r] === 0) continue
    for (let t = 0; t < times.at.length; t++)
      for (let p = 0; p < programmes.at.length; p++) {
        const start = tables.index(table, rows.at[r]!, times.at[t]!, programmes.at[p]!, 0)
        const by = rows.by[r]! * times.by[t]! * programmes.by[p]! * sign
        for (let s = 0; s < splits.at.length; s++) if (!visit(start + splits.at[s]!, by * splits.by[s]!)) return false
      }
  }
  return true
}
