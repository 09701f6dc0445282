import { corrected, dayNumber, late, tallyWidth } from '~/domain/groups/tally'
import type { Step } from './dimensions'
import type { Dataset, GroupFact } from './facts/dataset'
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
  /** The middle size of the sessions. */
  median: number
}

/** How to split: by a step of time, by something of the group, both, or neither. */
export interface Cut {
  step: Step | null
  /** What of a group; groups that have none (null) are left out. */
  of: ((group: GroupFact) => string | null) | null
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
  const { values } = sessions
  const [from, to] = withinData(sessions, groups, dayNumber(period.from), dayNumber(period.to))
  const months = monthsOfDays(from, to)
  const columns = cuts.map(({ step, of }) => new Column(of, step && months.map((month) => stepOf(month, step))))
  const overTime = columns.filter(({ steps }) => steps !== null)
  // Whatever is not split by time gets the sessions of a group all at once.
  const whole = columns.filter(({ steps }) => steps === null)
  const own = new OfGroup()
  const quality: Quality = { registered: 0, late: 0, corrected: 0, sexUnknown: 0, sameDay: 0 }
  for (const group of groups.values()) {
    if (group.count === 0 || !wanted(group)) continue
    own.read(values, group, from, to, quality)
    if (own.sessions === 0) continue
    for (const column of whole) if (column.begin(group)) column.addGroup(own, values)
    for (const column of overTime) if (column.begin(group)) column.addSessions(own, values, from)
  }
  return { sums: columns.map((column) => column.sums()), quality }
}

/** No column is made for years in which nothing was registered, however long the period is that somebody asks for. */
function withinData({ values }: Dataset['sessions'], groups: Dataset['groups'], from: number, to: number): [number, number] {
  let [first, last] = [to + 1, from - 1]
  for (const { start, count } of groups.values()) {
    if (count === 0) continue
    first = Math.min(first, values[start]!)
    last = Math.max(last, values[start + (count - 1) * tallyWidth]!)
  }
  return [Math.max(from, first), Math.min(to, last)]
}

/** The sessions of one group within the period. A million of them pass here for one page: hence numbers in lists, and no objects. */
class OfGroup {
  sessions = 0
  present = 0
  firstTime = 0
  women = 0
  men = 0
  unknown = 0
  fiveToTen = 0
  /** Where the sessions begin in the list of all. */
  places = new Uint32Array(64)

  read(values: Uint16Array, { start, count }: GroupFact, from: number, to: number, quality: Quality): void {
    if (this.places.length < count) this.places = new Uint32Array(count * 2)
    const { places } = this
    let [sessions, all, firstTime, women, men, unknown, fiveToTen, dayBefore] = [0, 0, 0, 0, 0, 0, 0, -1]
    const end = start + count * tallyWidth
    for (let at = start; at < end; at += tallyWidth) {
      const day = values[at]!
      if (day < from || day > to) continue
      const present = values[at + 1]!
      const flags = values[at + 6]!
      if (flags !== 0) {
        if (flags & late) quality.late += 1
        if (flags & corrected) quality.corrected += 1
      }
      if (day === dayBefore) quality.sameDay += 1
      dayBefore = day
      places[sessions] = at
      sessions += 1
      all += present
      firstTime += values[at + 2]!
      women += values[at + 3]!
      men += values[at + 4]!
      const notKnown = values[at + 5]!
      unknown += notKnown
      if (present >= 5 && present <= 10) fiveToTen += 1
      if (present > 0 && notKnown === present) quality.sexUnknown += 1
    }
    quality.registered += sessions
    this.sessions = sessions
    this.present = all
    this.firstTime = firstTime
    this.women = women
    this.men = men
    this.unknown = unknown
    this.fiveToTen = fiveToTen
  }
}

/** Larger sessions are counted one by one; there are hardly any. */
const usual = 64
/** Numbers of a cell, then how often each size of a session occurs. */
const width = 8 + usual

/** The sums of one cut: for each value a list with the numbers of its periods behind one another. */
class Column {
  private readonly rows = new Map<string, { cells: Float64Array; large: Map<number, number[]> }>()
  private readonly first: number
  private readonly periods: number
  private cells: Float64Array = new Float64Array(0)
  private large = new Map<number, number[]>()
  /** Whose list it is that is open, since groups of one kind often come together. */
  private value: string | null = null

  /** @param steps for each day from the first the number of its period; null without a step */
  constructor(
    private readonly of: Cut['of'],
    readonly steps: Int32Array | null,
  ) {
    this.first = steps?.[0] ?? 0
    this.periods = steps === null || steps.length === 0 ? 1 : steps.at(-1)! - this.first + 1
  }

  /** Goes on with the next group. @returns whether it has a place here */
  begin(group: GroupFact): boolean {
    const value = this.of ? this.of(group) : ''
    if (value === null) return false
    if (value === this.value) return true
    let row = this.rows.get(value)
    if (!row) this.rows.set(value, (row = { cells: new Float64Array(this.periods * width), large: new Map<number, number[]>() }))
    this.value = value
    this.cells = row.cells
    this.large = row.large
    return true
  }

  /** Adds the sessions of the group that was begun, each to its period. */
  addSessions({ sessions, places }: OfGroup, values: Uint16Array, from: number): void {
    const { cells, first } = this
    const steps = this.steps!
    let counted = -1
    for (let index = 0; index < sessions; index += 1) {
      const at = places[index]!
      const period = steps[values[at]! - from]! - first
      const cell = period * width
      const present = values[at + 1]!
      // Sessions of a group come by day: once a period is left it does not come back.
      if (counted !== period) cells[cell]! += 1
      counted = period
      cells[cell + 1]! += 1
      cells[cell + 2]! += present
      cells[cell + 3]! += values[at + 2]!
      cells[cell + 4]! += values[at + 3]!
      cells[cell + 5]! += values[at + 4]!
      cells[cell + 6]! += values[at + 5]!
      if (present >= 5 && present <= 10) cells[cell + 7]! += 1
      if (present < usual) cells[cell + 8 + present]! += 1
      else this.addLarge(period, present)
    }
  }

  /** Adds all sessions of the group that was begun, where time does not matter. */
  addGroup(own: OfGroup, values: Uint16Array): void {
    const { cells } = this
    cells[0]! += 1
    cells[1]! += own.sessions
    cells[2]! += own.present
    cells[3]! += own.firstTime
    cells[4]! += own.women
    cells[5]! += own.men
    cells[6]! += own.unknown
    cells[7]! += own.fiveToTen
    for (let index = 0; index < own.sessions; index += 1) {
      const present = values[own.places[index]! + 1]!
      if (present < usual) cells[8 + present]! += 1
      else this.addLarge(0, present)
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
        const cell = cells.subarray(period * width, (period + 1) * width)
        if (cell[1]! > 0) sums.set(period + this.first, sumOf(cell, large.get(period) ?? []))
      }
      found.set(value, sums)
    }
    return found
  }
}

function sumOf(cell: Float64Array, large: number[]): Sum {
  const [groups, sessions, present, firstTime, women, men, unknown, fiveToTen] = cell as unknown as number[]
  const median = medianOf(cell.subarray(8), large, sessions!)
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
