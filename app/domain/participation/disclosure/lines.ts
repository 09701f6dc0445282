import { type Axis } from './axes'
import { State, type Table, type Tables } from './table'

/** More than anybody counts. */
const unknown = 1e9

/**
 * Sums are rounded by themselves, and so they tell something of their parts: 10 + 10 = 25 can only be 11 or 12 each, and 23 or 24
 * together. By itself that harms nobody. But whoever has the publication of before as well, without one group, subtracts two
 * numbers that he knows too well. So no line (a sum and its parts) may tell more about a number than its rounding does: where one
 * would, a cell of it is withheld, the one that most of such lines share.
 */
export class LineBreaker {
  private readonly table: Table
  private readonly axes: { axis: Axis; step: number }[]
  /** What whoever knows the publication knows of each cell: of those that are withheld from the lines that they are in. */
  private readonly least: Int32Array
  private readonly most: Int32Array

  constructor(
    private readonly tables: Tables,
    private readonly view: number,
  ) {
    const { splits, programmes, periods } = tables
    this.table = tables.views[view]!
    this.axes = [
      { axis: splits, step: 1 },
      { axis: programmes, step: splits.size },
      { axis: periods.axis, step: splits.size * programmes.size },
      { axis: this.table.rows, step: this.table.rowSize },
    ]
    this.least = new Int32Array(this.table.values.length)
    this.most = new Int32Array(this.table.values.length)
  }

  breakAll(): void {
    for (;;) {
      this.forget()
      for (let round = 0; round < 2; round++) this.eachLine((sum, parts, low, high) => this.learn(sum, parts, low, high))
      const telling: number[][] = []
      this.eachLine((sum, parts, low, high) => {
        if (this.tells(sum, parts, low, high)) telling.push([sum, ...parts].filter((cell) => this.isShown(cell)))
      })
      if (telling.length === 0) return
      this.breakSome(telling)
    }
  }

  private isShown(cell: number): boolean {
    return this.table.states[cell] === State.shown
  }

  private forget(): void {
    const { states, values } = this.table
    for (let cell = 0; cell < states.length; cell++) {
      if (states[cell] === State.zero) continue
      const [least, most] = this.isShown(cell) ? this.tables.boundsOf(values[cell]!) : [0, unknown]
      this.least[cell] = least
      this.most[cell] = most
    }
  }

  /** All lines, each with the least and the most that its parts may be together. The list of parts is used again. */
  private eachLine(visit: (sum: number, parts: number[], low: number, high: number) => void): void {
    const { states } = this.table
    const parts: number[] = []
    for (const { axis, step } of this.axes)
      for (const [entry, children] of axis.children.entries())
        for (let start = 0; children.length > 0 && start < states.length; start += axis.size * step)
          for (let at = start; at < start + step; at++) {
            const sum = at + entry * step
            if (states[sum] === State.zero) continue
            parts.length = 0
            let low = 0
            let high = 0
            for (const child of children) {
              const part = at + child * step
              if (states[part] === State.zero) continue
              parts.push(part)
              low += this.least[part]!
              high += this.most[part]!
            }
            visit(sum, parts, low, high)
          }
  }

  private learn(sum: number, parts: number[], low: number, high: number): void {
    const [least, most] = [this.least[sum]!, this.most[sum]!]
    for (const part of parts)
      if (!this.isShown(part)) this.narrow(part, least - (high - this.most[part]!), most - (low - this.least[part]!))
    if (!this.isShown(sum)) this.narrow(sum, low, high)
  }

  private narrow(cell: number, least: number, most: number): void {
    if (least > this.least[cell]!) this.least[cell] = least
    if (most < this.most[cell]!) this.most[cell] = most
  }

  private tells(sum: number, parts: number[], low: number, high: number): boolean {
    const least = this.least[sum]!
    const most = this.most[sum]!
    if (this.isTooNarrow(sum, low, high)) return true
    for (const part of parts) if (this.isTooNarrow(part, least - (high - this.most[part]!), most - (low - this.least[part]!))) return true
    return false
  }

  /** Whether it is too much to know that a number is not less, and not more, than this. */
  private isTooNarrow(cell: number, low: number, high: number): boolean {
    const least = this.least[cell]!
    const most = this.most[cell]!
    if (!this.isShown(cell) || (low <= least && high >= most)) return false
    const { leastRangeShown = Infinity } = this.tables.rules
    return Math.min(most, high) - Math.max(least, low) < leastRangeShown
  }

  private breakSome(lines: number[][]): void {
    const linesOf = new Map<number, number[]>()
    const open = new Int32Array(this.table.values.length)
    const isBroken = new Uint8Array(lines.length)
    lines.forEach((line, index) => {
      for (const cell of line) {
        const of = linesOf.get(cell)
        if (of) of.push(index)
        else linesOf.set(cell, [index])
        open[cell]!++
      }
    })
    const worthOf = (cell: number) => open[cell]! / this.tables.weightOf(this.table, cell)
    const queue = [...linesOf.keys()].map((cell) => ({ cell, worth: worthOf(cell) })).sort((a, b) => b.worth - a.worth || a.cell - b.cell)
    // A cell that is worth less by the time it is its turn goes to the end.
    for (let at = 0; at < queue.length; at++) {
      const { cell, worth: before } = queue[at]!
      if (open[cell] === 0) continue
      const worth = worthOf(cell)
      if (worth < before) {
        queue.push({ cell, worth })
        continue
      }
      for (const gone of this.withhold(cell))
        for (const index of linesOf.get(gone) ?? []) {
          if (isBroken[index]) continue
          isBroken[index] = 1
          for (const other of lines[index]!) open[other]!--
        }
    }
  }

  /** Withholds a cell, and those that are the same number because they are its only part, or it theirs. */
  private withhold(cell: number): number[] {
    const { values } = this.table
    this.tables.withhold(this.view, cell)
    const near = this.axes.flatMap(({ axis, step }) => {
      const entry = Math.floor(cell / step) % axis.size
      return [...axis.paths[entry]!.slice(1, 2), ...(axis.children[entry] ?? [])].map((other) => cell + (other - entry) * step)
    })
    return [cell, ...near.flatMap((other) => (this.isShown(other) && values[other] === values[cell] ? this.withhold(other) : []))]
  }
}
