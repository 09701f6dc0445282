import { tallyWidth } from '~/domain/groups/tally'
import type { wordsIn } from './choose-groups'
import { sumAt } from './facts/dataset'
import type { Stretch } from './stretch'

/** Sums over sessions. */
export interface Sum {
  groups: number
  sessions: number
  present: number
  firstTime: number
  women: number
  men: number
  unknown: number
  fiveToTen: number
  /** The middle size of the sessions; null in a cut without. */
  median: number | null
}

/** Sums by value of the cut ('' without one) and by number of the period (0 without a step). */
export type Sums = Map<string, Map<number, Sum>>

/** Larger sessions are counted one by one; there are hardly any. */
const usual = 64
/** Numbers of a cell: groups, sessions, then the sums that a stretch has, in their order; behind them how often each size occurs. */
const counts = 8

export interface Steps {
  /** The first day. */
  from: number
  /** For each day from the first the number of its period. */
  of: Int32Array
}

interface Row {
  cells: Float64Array
  /** Sizes that are not usual, by period. */
  large: Map<number, number[]>
}

/** The rows of one cut: for each value a list with the numbers of its periods behind one another. */
class Rows {
  readonly first: number
  readonly periods: number
  private readonly byValue = new Map<string, Row>()
  /** By number of the word of a group; null where it has no place here. */
  private readonly byCode: (Row | null | undefined)[] = []

  /** @param words null without a dimension @param steps null without a step @param width numbers of a cell */
  constructor(
    private readonly words: ReturnType<typeof wordsIn> | null,
    steps: Steps | null,
    private readonly width: number,
  ) {
    this.first = steps?.of[0] ?? 0
    this.periods = steps === null || steps.of.length === 0 ? 1 : steps.of.at(-1)! - this.first + 1
  }

  /** The row of the group at a place; null where it has none. */
  at(place: number): Row | null {
    const code = this.words === null ? 0 : this.words.codes[place]!
    const known = this.byCode[code]
    if (known !== undefined) return known
    const value = this.words === null ? '' : this.words.values[code]!
    const row = value === null ? null : this.ofValue(value)
    this.byCode[code] = row
    return row
  }

  private ofValue(value: string): Row {
    const row = this.byValue.get(value) ?? { cells: new Float64Array(this.periods * this.width), large: new Map<number, number[]>() }
    this.byValue.set(value, row)
    return row
  }

  /** @param sumOf the sum of a cell; null where nothing is in it */
  sums(sumOf: (cell: Float64Array, large: number[]) => Sum | null): Sums {
    const found: Sums = new Map()
    for (const [value, { cells, large }] of this.byValue) {
      const sums = new Map<number, Sum>()
      for (let period = 0; period < this.periods; period += 1) {
        const sum = sumOf(cells.subarray(period * this.width, (period + 1) * this.width), large.get(period) ?? [])
        if (sum) sums.set(period + this.first, sum)
      }
      found.set(value, sums)
    }
    return found
  }
}

/** Sessions and who was there for the first time. */
export class BriefColumn {
  private readonly rows: Rows

  constructor(
    words: ReturnType<typeof wordsIn> | null,
    private readonly steps: Steps | null,
  ) {
    this.rows = new Rows(words, steps, 2)
  }

  add(place: number, { values, begin, end, sums, at, sessions }: Stretch): void {
    const cells = this.rows.at(place)?.cells
    if (!cells) return
    if (this.steps === null) {
      cells[0]! += sessions
      cells[1]! += sums[at + sumAt.firstTime]!
      return
    }
    const { from, of } = this.steps
    const { first } = this.rows
    for (let session = begin; session < end; session += tallyWidth) {
      const cell = (of[values[session]! - from]! - first) * 2
      cells[cell]! += 1
      cells[cell + 1]! += values[session + 2]!
    }
  }

  sums(): Sums {
    return this.rows.sums((cell) => (cell[0] === 0 ? null : { ...nothing, sessions: cell[0]!, firstTime: cell[1]! }))
  }
}

const nothing: Sum = { groups: 0, sessions: 0, present: 0, firstTime: 0, women: 0, men: 0, unknown: 0, fiveToTen: 0, median: null }

/** All sums of one cut. */
export class Column {
  private readonly rows: Rows
  private readonly width: number
  private part: Stretch | null = null

  constructor(
    words: ReturnType<typeof wordsIn> | null,
    private readonly steps: Steps | null,
    private readonly withoutMedian: boolean,
  ) {
    this.width = counts + (withoutMedian ? 0 : usual)
    this.rows = new Rows(words, steps, this.width)
  }

  /** Adds sessions of the group at a place, each to its period. */
  add(place: number, sessions: Stretch): void {
    const row = this.rows.at(place)
    if (row === null) return
    if (this.steps === null) return this.addTo(row, 0, sessions)
    const { from, of } = this.steps
    const { values, end } = sessions
    const { first } = this.rows
    const last = of[values[end - tallyWidth]! - from]!
    // Sessions of a group come by day: once a period is left it does not come back.
    for (let begin = sessions.begin, next = begin; begin < end; begin = next) {
      const period = of[values[begin]! - from]!
      if (period === last) next = end
      else
        do next += tallyWidth
        while (of[values[next]! - from] === period)
      if (begin === sessions.begin && next === end) return this.addTo(row, period - first, sessions)
      this.part ??= sessions.another()
      this.part.walk(begin, next)
      this.addTo(row, period - first, this.part)
    }
  }

  private addTo({ cells, large }: Row, period: number, { values, begin, end, sums, at, sessions }: Stretch): void {
    const cell = period * this.width
    cells[cell]! += 1
    cells[cell + 1]! += sessions
    for (let sum = 0; sum < counts - 2; sum += 1) cells[cell + 2 + sum]! += sums[at + sum]!
    if (this.withoutMedian) return
    for (let session = begin; session < end; session += tallyWidth) {
      const present = values[session + 1]!
      if (present < usual) cells[cell + counts + present]! += 1
      else if (large.has(period)) large.get(period)!.push(present)
      else large.set(period, [present])
    }
  }

  sums(): Sums {
    return this.rows.sums((cell, large) => (cell[1] === 0 ? null : sumOf(cell, this.withoutMedian ? null : large)))
  }
}

/** @param large sizes that are not usual; null without the middle size */
function sumOf(cell: Float64Array, large: number[] | null): Sum {
  const [groups, sessions, present, firstTime, women, men, unknown, fiveToTen] = cell as unknown as number[]
  const median = large && medianOf(cell.subarray(counts), large, sessions!)
  return {
    ...{ groups: groups!, sessions: sessions!, present: present!, firstTime: firstTime! },
    ...{ women: women!, men: men!, unknown: unknown!, fiveToTen: fiveToTen!, median },
  }
}

/** @param sizes how often each usual size occurs @param large the other sizes @param sessions how many there are of both, one at least */
function medianOf(sizes: Float64Array, large: number[], sessions: number): number {
  const sorted = large.toSorted((a, b) => a - b)
  const at = (index: number): number => {
    let before = 0
    for (let size = 0; size < usual; size += 1) {
      before += sizes[size]!
      if (index < before) return size
    }
    return sorted[index - before]!
  }
  const middle = (sessions - 1) / 2
  return (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2
}
