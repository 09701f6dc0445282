import { dayNumber, tallyWidth } from '~/domain/groups/tally'
import type { Step } from './dimensions'
import { addUp, sumAt, sumWidth, type Dataset, type GroupFact } from './facts/dataset'
import { monthsOfDays, stepOf } from './periods'

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

/** How to split: by a step of time, by something of the group, both, or neither. */
export interface Cut {
  step: Step | null
  /** What of a group; groups that have none (null) are left out. */
  of: ((group: GroupFact) => string | null) | null
  /** For the middle size each session is looked at; without it most groups are added in one go. */
  withoutMedian?: boolean
}

/** Sums by value of the cut ('' without one) and by number of the period (0 without a step). */
export type Sums = Map<string, Map<number, Sum>>

export interface Quality {
  registered: number
  late: number
  corrected: number
  sexUnknown: number
  sameDay: number
}

/**
 * Adds up the sessions of some groups between two days.
 * @param wanted which groups
 * @returns sums for each cut, in their order, and what there is to say of the quality
 */
export function addUpSessions(
  { groups, sessions }: Pick<Dataset, 'groups' | 'sessions'>,
  period: { from: string; to: string },
  wanted: (group: GroupFact) => boolean,
  cuts: readonly Cut[],
): { sums: Sums[]; quality: Quality } {
  // No column is made for years in which nothing was registered, however long the period is that somebody asks for.
  const from = Math.max(dayNumber(period.from), sessions.firstDay)
  const to = Math.min(dayNumber(period.to), sessions.lastDay)
  const months = from <= to ? monthsOfDays(from, to) : new Int32Array(0)
  const columns = cuts.map(({ step, of, withoutMedian }) => {
    const steps = step && { from, of: months.map((month) => stepOf(month, step)) }
    return new Column(of, steps, withoutMedian ?? false)
  })
  const own = new Stretch(sessions.values)
  const quality: Quality = { registered: 0, late: 0, corrected: 0, sexUnknown: 0, sameDay: 0 }
  // Not by `for`, which makes an object for each of a hundred thousand groups.
  groups.forEach((group) => {
    if (group.count === 0 || !wanted(group) || !own.take(group, sessions.wholes, from, to)) return
    const { sums, at } = own
    quality.registered += own.sessions
    quality.late += sums[at + sumAt.late]!
    quality.corrected += sums[at + sumAt.corrected]!
    quality.sexUnknown += sums[at + sumAt.sexUnknown]!
    quality.sameDay += sums[at + sumAt.sameDay]!
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]!
      if (column.begin(group)) column.add(own)
    }
  })
  return { sums: columns.map((column) => column.sums()), quality }
}

/** Sessions of one group that stand behind one another, with their sums. A million sessions pass here for one page: hence numbers in lists, and no objects. */
class Stretch {
  /** Where they begin and end in the list of all. */
  begin = 0
  end = 0
  /** Where their sums are. */
  sums: Uint32Array
  at = 0
  private readonly own = new Uint32Array(sumWidth)

  constructor(readonly values: Uint16Array) {
    this.sums = this.own
  }

  get sessions(): number {
    return (this.end - this.begin) / tallyWidth
  }

  /** Takes the sessions of a group between two days. @returns whether there are any */
  take({ start, count, whole }: GroupFact, wholes: Uint32Array, from: number, to: number): boolean {
    const { values } = this
    let [begin, end] = [start, start + count * tallyWidth]
    if (values[begin]! >= from && values[end - tallyWidth]! <= to) {
      this.begin = begin
      this.end = end
      this.sums = wholes
      this.at = whole
      return true
    }
    // They come by day: those within the period stand behind one another.
    while (begin < end && values[begin]! < from) begin += tallyWidth
    while (end > begin && values[end - tallyWidth]! > to) end -= tallyWidth
    if (begin === end) return false
    this.walk(begin, end)
    return true
  }

  /** Takes sessions from one place to another. */
  walk(begin: number, end: number): void {
    this.begin = begin
    this.end = end
    this.sums = this.own
    this.at = 0
    this.own.fill(0)
    addUp(this.values, begin, end, this.own, 0)
  }
}

/** Larger sessions are counted one by one; there are hardly any. */
const usual = 64
/** Numbers of a cell: groups, sessions, then the sums that a stretch has, in their order; behind them how often each size occurs. */
const counts = 8

interface Steps {
  /** The first day. */
  from: number
  /** For each day from the first the number of its period. */
  of: Int32Array
}

/** The sums of one cut: for each value a list with the numbers of its periods behind one another. */
class Column {
  private readonly rows = new Map<string, { cells: Float64Array; large: Map<number, number[]> }>()
  private readonly first: number
  private readonly periods: number
  private readonly width: number
  private cells: Float64Array = new Float64Array(0)
  private large = new Map<number, number[]>()
  /** Whose list it is that is open, since groups of one kind often come together. */
  private value: string | null = null
  private part: Stretch | null = null

  /** @param steps null without a step */
  constructor(
    private readonly of: Cut['of'],
    private readonly steps: Steps | null,
    private readonly withoutMedian: boolean,
  ) {
    this.first = steps?.of[0] ?? 0
    this.periods = steps === null || steps.of.length === 0 ? 1 : steps.of.at(-1)! - this.first + 1
    this.width = counts + (withoutMedian ? 0 : usual)
  }

  /** Goes on with the next group. @returns whether it has a place here */
  begin(group: GroupFact): boolean {
    const value = this.of ? this.of(group) : ''
    if (value === null) return false
    if (value === this.value) return true
    let row = this.rows.get(value)
    if (!row) this.rows.set(value, (row = { cells: new Float64Array(this.periods * this.width), large: new Map<number, number[]>() }))
    this.value = value
    this.cells = row.cells
    this.large = row.large
    return true
  }

  /** Adds sessions of the group that was begun, each to its period. */
  add(sessions: Stretch): void {
    if (this.steps === null) return this.addTo(0, sessions)
    const { from, of } = this.steps
    const { values, end } = sessions
    const last = of[values[end - tallyWidth]! - from]!
    // Sessions of a group come by day: once a period is left it does not come back.
    for (let begin = sessions.begin, next = begin; begin < end; begin = next) {
      const period = of[values[begin]! - from]!
      if (period === last) next = end
      else
        do next += tallyWidth
        while (of[values[next]! - from] === period)
      if (begin === sessions.begin && next === end) return this.addTo(period - this.first, sessions)
      this.part ??= new Stretch(values)
      this.part.walk(begin, next)
      this.addTo(period - this.first, this.part)
    }
  }

  private addTo(period: number, { values, begin, end, sums, at, sessions }: Stretch): void {
    const { cells } = this
    const cell = period * this.width
    cells[cell]! += 1
    cells[cell + 1]! += sessions
    for (let sum = 0; sum < counts - 2; sum += 1) cells[cell + 2 + sum]! += sums[at + sum]!
    if (this.withoutMedian) return
    for (let session = begin; session < end; session += tallyWidth) {
      const present = values[session + 1]!
      if (present < usual) cells[cell + counts + present]! += 1
      else this.addLarge(period, present)
    }
  }

  private addLarge(period: number, present: number): void {
    const sizes = this.large.get(period)
    if (sizes) sizes.push(present)
    else this.large.set(period, [present])
  }

  sums(): Sums {
    const found: Sums = new Map()
    for (const [value, { cells, large }] of this.rows) {
      const sums = new Map<number, Sum>()
      for (let period = 0; period < this.periods; period += 1) {
        const cell = cells.subarray(period * this.width, (period + 1) * this.width)
        if (cell[1]! > 0) sums.set(period + this.first, sumOf(cell, this.withoutMedian ? null : (large.get(period) ?? [])))
      }
      found.set(value, sums)
    }
    return found
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
