import { type Change } from './axes'
import { State, type Table } from './table'

/** A change to the table: the product of a change along each axis, or that turned around. */
export interface Move {
  rows: Change
  times: Change
  programmes: Change
  splits: Change
  sign: number
}

/** What differs in a world: cells, and how many people there are in them. */
export interface Difference {
  cells: Int32Array
  values: Int32Array
}

/** Withholding a cell costs a few. That a cell which is withheld for others becomes small costs this: some may know that it is not. */
const outOfClass = 1000

/** Another set of people that gives the same publication. It starts as the truth and is changed in steps. */
export class World {
  readonly values: Int32Array
  private readonly touched: number[] = []
  private readonly isTouched: Uint8Array

  constructor(private readonly table: Table) {
    this.values = table.values.slice()
    this.isTouched = new Uint8Array(table.values.length)
  }

  /** Makes it the truth again. */
  reset(): void {
    for (const cell of this.touched) {
      this.values[cell] = this.table.values[cell]!
      this.isTouched[cell] = 0
    }
    this.touched.length = 0
  }

  /** What would have to be withheld more for this move; Infinity if it cannot be, or if it is not less than `bound`. */
  cost(move: Move, bound: number): number {
    const cost = this.cellsCost(move, bound)
    return cost < bound && this.partsFit(move) ? cost : Infinity
  }

  /** The same, without a look at how parts and wholes go together. */
  cellsCost({ rows, times, programmes, splits, sign }: Move, bound: number): number {
    const { values, table } = this
    const { least, most } = table
    let sum = 0
    for (let r = 0; r < rows.at.length; r++)
      for (let t = 0; t < times.at.length; t++)
        for (let p = 0; p < programmes.at.length; p++) {
          const start = rows.at[r]! + times.at[t]! + programmes.at[p]!
          const by = sign * rows.by[r]! * times.by[t]! * programmes.by[p]!
          for (let s = 0; s < splits.at.length; s++) {
            const cell = start + splits.at[s]!
            const value = values[cell]! + by * splits.by[s]!
            if (value >= least[cell]! && value <= most[cell]!) continue
            sum += this.costOf(cell, value)
            if (sum >= bound) return Infinity
          }
        }
    return sum
  }

  /** What a difference costs at one cell alone: at a leaf, a first guess at what a move through it costs. */
  costAt(cell: number, by: number): number {
    const value = this.values[cell]! + by
    return value >= this.table.least[cell]! && value <= this.table.most[cell]! ? 0 : this.costOf(cell, value)
  }

  /** Of a value outside what the publication says. */
  private costOf(cell: number, value: number): number {
    const state = this.table.states[cell]!
    if (value < 1 || state === State.zero || state === State.small) return Infinity
    const isSmall = value <= this.table.rules.threshold
    return (state === State.shown ? this.table.weightOf(cell) : 0) + (isSmall ? outOfClass : 0)
  }

  /** Makes a move, or with −1 takes it back. */
  make({ rows, times, programmes, splits, sign }: Move, once = 1): void {
    for (let r = 0; r < rows.at.length; r++)
      for (let t = 0; t < times.at.length; t++)
        for (let p = 0; p < programmes.at.length; p++) {
          const start = rows.at[r]! + times.at[t]! + programmes.at[p]!
          const by = once * sign * rows.by[r]! * times.by[t]! * programmes.by[p]!
          for (let s = 0; s < splits.at.length; s++) {
            const cell = start + splits.at[s]!
            if (this.isTouched[cell] === 0) this.touched.push(cell)
            this.isTouched[cell] = 1
            this.values[cell]! += by * splits.by[s]!
          }
        }
  }

  /** Cells that are shown and cannot be, if this world has to give the same publication. */
  *inTheWay(): Generator<number> {
    const { states, least, most } = this.table
    for (const cell of this.touched)
      if (states[cell] === State.shown && (this.values[cell]! < least[cell]! || this.values[cell]! > most[cell]!)) yield cell
  }

  difference(): Difference {
    const cells = Int32Array.from(this.touched).filter((cell) => this.values[cell] !== this.table.values[cell])
    return { cells, values: cells.map((cell) => this.values[cell]!) }
  }

  /** The part is never more than all, and where it is known to be all it stays so. */
  private partsFit({ rows, times, programmes, splits, sign }: Move): boolean {
    const { part, known, splits: axis } = this.table
    if (part < 0) return true
    let room = 0
    for (let s = 0; s < splits.at.length; s++)
      room += splits.at[s] === part ? -splits.by[s]! : splits.at[s] === part - 1 ? splits.by[s]! : 0
    if (room === 0) return true
    const { isLeafStart } = this.table
    for (let r = 0; r < rows.at.length; r++)
      for (let t = 0; t < times.at.length; t++)
        for (let p = 0; p < programmes.at.length; p++) {
          const cell = rows.at[r]! + times.at[t]! + programmes.at[p]!
          if (!isLeafStart[cell / axis.size]) continue
          const left =
            this.values[cell + part - 1]! - this.values[cell + part]! + room * sign * rows.by[r]! * times.by[t]! * programmes.by[p]!
          if (left < 0 || (left > 0 && known[cell / axis.size])) return false
        }
    return true
  }
}
