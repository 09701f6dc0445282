import { dayNumber } from '~/domain/groups/tally'
import { wordsIn, type GroupChoice, type GroupDimension } from './choose-groups'
import type { Step } from './dimensions'
import { sumAt, type Dataset } from './facts/dataset'
import { monthsOfDays, stepOf } from './periods'
import { Stretch } from './stretch'
import { BriefColumn, Column, type Sums } from './sum-columns'

/** How to split: by a step of time, by something of the group, both, or neither. */
export interface Cut {
  step: Step | null
  /** What of a group; groups that have none are left out. */
  of: GroupDimension | null
  /** For the middle size each session is looked at; without it most groups are added in one go. */
  withoutMedian?: boolean
  /** For a chart: only sessions and who was there for the first time. All else is nought. */
  brief?: boolean
}

export interface Quality {
  registered: number
  late: number
  corrected: number
  sexUnknown: number
  sameDay: number
}

/**
 * Adds up the sessions of some groups between two days.
 * @param choice which groups
 * @returns sums for each cut, in their order, and what there is to say of the quality
 */
export function addUpSessions(
  { groups, sessions }: Pick<Dataset, 'groups' | 'sessions'>,
  period: { from: string; to: string },
  choice: GroupChoice,
  cuts: readonly Cut[],
): { sums: Sums[]; quality: Quality } {
  // No column is made for years in which nothing was registered, however long the period is that somebody asks for.
  const from = Math.max(dayNumber(period.from), sessions.firstDay)
  const to = Math.min(dayNumber(period.to), sessions.lastDay)
  const months = from <= to && cuts.some(({ step }) => step) ? monthsOfDays(from, to) : new Int32Array(0)
  const columns = cuts.map((cut) => {
    const steps = cut.step && { from, of: months.map((month) => stepOf(month, cut.step!)) }
    const words = cut.of === null ? null : wordsIn(groups, cut.of)
    return cut.brief ? new BriefColumn(words, steps) : new Column(words, steps, cut.withoutMedian ?? false)
  })
  const own = new Stretch(sessions)
  const quality: Quality = { registered: 0, late: 0, corrected: 0, sexUnknown: 0, sameDay: 0 }
  const { used, counts } = groups
  for (let place = 0; place < used; place += 1) {
    if (counts[place] === 0 || !choice.wants(place) || !own.take(groups, place, from, to)) continue
    const { sums, at } = own
    quality.registered += own.sessions
    quality.late += sums[at + sumAt.late]!
    quality.corrected += sums[at + sumAt.corrected]!
    quality.sexUnknown += sums[at + sumAt.sexUnknown]!
    quality.sameDay += sums[at + sumAt.sameDay]!
    for (let index = 0; index < columns.length; index += 1) columns[index]!.add(place, own)
  }
  return { sums: columns.map((column) => column.sums()), quality }
}
