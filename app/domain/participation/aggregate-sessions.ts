import { corrected, dayNumber, late, tallyWidth } from '~/domain/groups/tally'
import type { Step } from './dimensions'
import type { Dataset, GroupFact } from './facts/dataset'
import { monthsOfDays, stepOf } from './periods'

/** Larger sessions are counted one by one; there are hardly any. */
const usual = 64

/** Sums over sessions. */
export class Sum {
  groups = 0
  sessions = 0
  present = 0
  firstTime = 0
  women = 0
  men = 0
  unknown = 0
  fiveToTen = 0
  sizes = new Uint32Array(usual)
  large: number[] = []

  addSize(present: number): void {
    if (present < usual) this.sizes[present]! += 1
    else this.large.push(present)
  }

  /** The middle size of the sessions; null without sessions. */
  median(): number | null {
    if (this.sessions === 0) return null
    const large = [...this.large].sort((a, b) => a - b)
    const at = (index: number): number => {
      let before = 0
      for (let size = 0; size < usual; size += 1) {
        before += this.sizes[size]!
        if (index < before) return size
      }
      return large[index - before]!
    }
    const middle = (this.sessions - 1) / 2
    return (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2
  }
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
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)]
  const months = monthsOfDays(from, to)
  const columns = cuts.map(({ step, of }) => new Column(of, step && months.map((month) => stepOf(month, step))))
  const overTime = columns.filter(({ steps }) => steps !== null)
  const whole = columns.filter(({ steps }) => steps === null)
  // Whatever is not split by time gets the sessions of a group all at once.
  const own = new OfGroup()
  const quality: Quality = { registered: 0, late: 0, corrected: 0, sexUnknown: 0, sameDay: 0 }
  for (const group of groups.values()) {
    if (group.count === 0 || !wanted(group)) continue
    const active = overTime.filter((column) => column.begin(group))
    own.clear()
    let dayBefore = -1
    const end = group.start + group.count * tallyWidth
    for (let at = group.start; at < end; at += tallyWidth) {
      const day = values[at]!
      if (day < from || day > to) continue
      const flags = values[at + 6]!
      quality.registered += 1
      if (flags !== 0) {
        if (flags & late) quality.late += 1
        if (flags & corrected) quality.corrected += 1
      }
      if (values[at + 1]! > 0 && values[at + 5] === values[at + 1]) quality.sexUnknown += 1
      if (day === dayBefore) quality.sameDay += 1
      dayBefore = day
      own.add(values, at)
      for (let index = 0; index < active.length; index += 1) active[index]!.add(day - from, values, at)
    }
    if (own.sessions > 0) for (const column of whole) if (column.begin(group)) column.addGroup(own)
  }
  return { sums: columns.map((column) => column.sums()), quality }
}

/** The sessions of one group within the period, added up. */
class OfGroup {
  sessions = 0
  present = 0
  firstTime = 0
  women = 0
  men = 0
  unknown = 0
  fiveToTen = 0
  sizes: number[] = []

  clear(): void {
    this.sessions = this.present = this.firstTime = this.women = this.men = this.unknown = this.fiveToTen = 0
    this.sizes.length = 0
  }

  add(values: Uint16Array, at: number): void {
    const present = values[at + 1]!
    this.sessions += 1
    this.present += present
    this.firstTime += values[at + 2]!
    this.women += values[at + 3]!
    this.men += values[at + 4]!
    this.unknown += values[at + 5]!
    if (present >= 5 && present <= 10) this.fiveToTen += 1
    this.sizes.push(present)
  }
}

/** The sums of one cut. Numbers of periods are looked up in lists, since this runs a million times for a report. */
class Column {
  private readonly rows = new Map<string, (Sum | undefined)[]>()
  private readonly first: number
  private row: (Sum | undefined)[] = []
  private counted = -1

  /** @param steps for each day from the first the number of its period; null without a step */
  constructor(
    private readonly of: Cut['of'],
    readonly steps: Int32Array | null,
  ) {
    this.first = steps?.[0] ?? 0
  }

  /** Goes on with the next group. @returns whether it has a place here */
  begin(group: GroupFact): boolean {
    const value = this.of ? this.of(group) : ''
    if (value === null) return false
    let row = this.rows.get(value)
    if (!row) this.rows.set(value, (row = []))
    this.row = row
    this.counted = -1
    return true
  }

  /** Adds a session. @param day from the first of the period */
  add(day: number, values: Uint16Array, at: number): void {
    const number = this.steps === null ? 0 : this.steps[day]! - this.first
    const sum = (this.row[number] ??= new Sum())
    addTo(sum, values, at)
    // Sessions of a group come by day: once a period is left it does not come back.
    if (this.counted === number) return
    this.counted = number
    sum.groups += 1
  }

  /** Adds all sessions of the group that was begun, where time does not matter. */
  addGroup(own: OfGroup): void {
    const sum = (this.row[0] ??= new Sum())
    sum.groups += 1
    sum.sessions += own.sessions
    sum.present += own.present
    sum.firstTime += own.firstTime
    sum.women += own.women
    sum.men += own.men
    sum.unknown += own.unknown
    sum.fiveToTen += own.fiveToTen
    for (const size of own.sizes) sum.addSize(size)
  }

  sums(): Sums {
    const found: Sums = new Map()
    for (const [value, row] of this.rows) {
      const sums = new Map<number, Sum>()
      row.forEach((sum, number) => sum && sums.set(number + (this.steps === null ? 0 : this.first), sum))
      if (sums.size > 0) found.set(value, sums)
    }
    return found
  }
}

function addTo(sum: Sum, values: Uint16Array, at: number): void {
  const present = values[at + 1]!
  sum.sessions += 1
  sum.present += present
  sum.firstTime += values[at + 2]!
  sum.women += values[at + 3]!
  sum.men += values[at + 4]!
  sum.unknown += values[at + 5]!
  if (present >= 5 && present <= 10) sum.fiveToTen += 1
  sum.addSize(present)
}
