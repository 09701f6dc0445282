import loadHighs, { type ModelStatusCode } from 'highs'

// Whole numbers that are not known, and what is known about sums of them; the least and the greatest that a sum can be.

/** Which variables, each once. */
export type Sum = number[]

interface Relation {
  plus: Sum
  minus: Sum
  low: number
  high: number
}

export interface Range {
  low: number
  high: number
}

let solver = await loadHighs()
let solved = 0

/** The memory of an instance only grows. */
const solvesPerInstance = 4000

/** Nodes of the search: enough for an example, and for certainty. */
const few = 20
const most = 20_000

/** More people than anybody takes for possible: without an end there is no greatest value. */
const crowd = 100_000

/** As the value to stop at. */
const never = -1e9

export class System {
  private readonly lows: number[] = []
  private readonly highs: number[] = []
  private readonly relations: Relation[] = []
  /** What is true; whoever attacks does not look at it, it proves that the relations are. */
  readonly truth: number[] = []

  variable(truth: number, low = 0, high = crowd): number {
    this.truth.push(truth)
    this.lows.push(low)
    this.highs.push(high)
    return this.truth.length - 1
  }

  /** low ≤ plus − minus ≤ high. */
  relate(plus: Sum, minus: Sum, low: number, high: number): void {
    if (plus.length === 1 && minus.length === 0) {
      const only = plus[0]!
      this.lows[only] = Math.max(this.lows[only]!, low)
      this.highs[only] = Math.min(this.highs[only]!, high)
    } else if (plus.length + minus.length > 0) this.relations.push({ plus, minus, low, high })
  }

  /** Whether the values agree with all that is known. */
  allows(values: number[]): boolean {
    return (
      values.every((value, at) => value >= this.lows[at]! && value <= this.highs[at]!) &&
      this.relations.every(({ plus, minus, low, high }) => {
        const value = valueOf(plus, values) - valueOf(minus, values)
        return value >= low && value <= high
      })
    )
  }

  /**
   * Of each sum the least and the greatest value that agrees with all that is known, or a part of that range once it is
   * `enough` wide: a range that is narrower is exact.
   */
  async ranges(sums: Sum[], enough: number): Promise<Range[]> {
    const ranges = sums.map((sum) => ({ low: valueOf(sum, this.truth), high: valueOf(sum, this.truth) }))
    const wide = (at: number) => ranges[at]!.high - ranges[at]!.low >= enough
    const open = () => sums.flatMap((_, at) => (wide(at) ? [] : [at]))
    if (open().length === 0) return ranges
    if (solved > solvesPerInstance) {
      solver = await loadHighs()
      solved = 0
    }
    const model = solver.createModel(this.model())
    try {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 })
      const columns = { kind: 'range', from: 0, to: this.truth.length - 1 } as const
      const push = (ats: number[], sign: 1 | -1, target: number, nodes: number) => {
        const costs = new Float64Array(this.truth.length)
        for (const at of ats) for (const variable of sums[at]!) costs[variable]! += sign
        model.changeColsCost(columns, costs)
        model.options.set({ objective_target: target, mip_max_nodes: nodes })
        model.run()
        solved++
        let status = statusOf(model.getModelStatus())
        if (status === 'none') {
          // What is true agrees; the solver can simplify it away.
          model.options.set({ presolve: 'off' })
          model.clearSolver()
          model.run()
          status = statusOf(model.getModelStatus())
          model.options.set({ presolve: 'choose' })
        }
        if (status === 'none') throw new Error('Nothing agrees with what is published')
        const { colValue } = model.getSolution()
        const values = Array.from(colValue, Math.round)
        if (colValue.every(Number.isFinite) && this.allows(values)) {
          sums.forEach((sum, at) => {
            const value = valueOf(sum, values)
            ranges[at] = { low: Math.min(ranges[at]!.low, value), high: Math.max(ranges[at]!.high, value) }
          })
        } else if (status === 'best') throw new Error('The solver gives values that cannot be')
        if (status === 'limit' && nodes === most) throw new Error('Too hard to solve')
      }
      // All at once gives examples for many; what is left is done one by one, until it is wide enough or certain that it is not.
      push(open(), 1, never, few)
      push(open(), -1, never, few)
      for (const at of open()) {
        if (wide(at)) continue
        push([at], 1, ranges[at]!.high - enough, most)
        if (!wide(at)) push([at], -1, -(ranges[at]!.low + enough), most)
      }
    } finally {
      model.dispose()
    }
    return ranges
  }

  private model() {
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const { plus, minus } of this.relations) {
      indices.push(...plus, ...minus)
      values.push(...plus.map(() => 1), ...minus.map(() => -1))
      starts.push(indices.length)
    }
    const numCols = this.truth.length
    const numRows = this.relations.length
    return {
      numCols,
      numRows,
      colCost: this.truth.map(() => 0),
      colLower: this.lows,
      colUpper: this.highs,
      rowLower: this.relations.map(({ low }) => low),
      rowUpper: this.relations.map(({ high }) => high),
      matrix: { format: 'csr' as const, numRows, numCols, starts, indices, values },
      integrality: this.truth.map(() => solver.constants.variableType.integer),
    }
  }
}

function statusOf(status: ModelStatusCode): 'best' | 'limit' | 'none' {
  const { optimal, objectiveTarget, infeasible } = solver.constants.modelStatus
  if (status === optimal || status === objectiveTarget) return 'best'
  return status === infeasible ? 'none' : 'limit'
}

export function valueOf(sum: Sum, values: number[]): number {
  return sum.reduce((total, variable) => total + values[variable]!, 0)
}
