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
  const sums = cuts.map((): Sums => new Map())
  const quality: Quality = { registered: 0, late: 0, corrected: 0, sexUnknown: 0, sameDay: 0 }
  // For each cut: the sums of this group's value, and the period in which it was counted last.
  const rows = cuts.map((): Map<number, Sum> => new Map())
  const counted = cuts.map(() => -1)
  for (const group of groups.values()) {
    if (group.count === 0 || !wanted(group)) continue
    cuts.forEach(({ of }, index) => {
      const value = of ? of(group) : ''
      rows[index] = value === null ? nowhere : rowOf(sums[index]!, value)
      counted[index] = -1
    })
    let dayBefore = -1
    const end = group.start + group.count * tallyWidth
    for (let at = group.start; at < end; at += tallyWidth) {
      const day = values[at]!
      if (day < from || day > to) continue
      const flags = values[at + 6]!
      quality.registered += 1
      if (flags & late) quality.late += 1
      if (flags & corrected) quality.corrected += 1
      if (values[at + 1]! > 0 && values[at + 5] === values[at + 1]) quality.sexUnknown += 1
      if (day === dayBefore) quality.sameDay += 1
      dayBefore = day
      for (let index = 0; index < cuts.length; index += 1) {
        const row = rows[index]!
        if (row === nowhere) continue
        const { step } = cuts[index]!
        const number = step === null ? 0 : stepOf(months[day - from]!, step)
        let sum = row.get(number)
        if (!sum) row.set(number, (sum = new Sum()))
        add(sum, values, at)
        // Sessions of a group come by day: once a period is left it does not come back.
        if (counted[index] !== number) {
          counted[index] = number
          sum.groups += 1
        }
      }
    }
  }
  for (const each of sums) for (const [value, row] of each) if (row.size === 0) each.delete(value)
  return { sums, quality }
}

const nowhere = new Map<number, Sum>()

function rowOf(sums: Sums, value: string): Map<number, Sum> {
  const known = sums.get(value)
  if (known) return known
  const row = new Map<number, Sum>()
  sums.set(value, row)
  return row
}

function add(sum: Sum, values: Uint16Array, at: number): void {
  const present = values[at + 1]!
  sum.sessions += 1
  sum.present += present
  sum.firstTime += values[at + 2]!
  sum.women += values[at + 3]!
  sum.men += values[at + 4]!
  sum.unknown += values[at + 5]!
  if (present >= 5 && present <= 10) sum.fiveToTen += 1
  if (present < usual) sum.sizes[present]! += 1
  else sum.large.push(present)
}
