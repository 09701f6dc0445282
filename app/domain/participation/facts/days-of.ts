import { dateOfDay } from '~/domain/groups/tally'
import { firstOfMonth, lastOfMonth, monthOf } from '../periods'
import type { Dataset } from './dataset'

/**
 * The days of a period without a beginning or an end: from the first day of the month in which anything happened to the last day
 * of the month of the report.
 * @param version differs when the data set changed
 */
export function daysOf(
  dataset: Dataset,
  version: number,
  { from, to }: { from: string | null; to: string | null },
  today: string,
): { from: string; to: string } {
  const end = to ?? lastOfMonth(monthOf(today))
  if (from) return { from, to: end < from ? from : end }
  const first = firstOfMonth(monthOf(firstDayOf(dataset, version, end)))
  return { from: first, to: end }
}

const known = new WeakMap<Dataset, { version: number; first: string | null }>()

function firstDayOf(dataset: Dataset, version: number, end: string): string {
  let found = known.get(dataset)
  if (found?.version !== version) known.set(dataset, (found = { version, first: findFirst(dataset) }))
  return found.first !== null && found.first < end ? found.first : end
}

function findFirst({ groups: { used, counts, firstDays }, cohorts, answers, reach }: Dataset): string | null {
  let first = Infinity
  for (let place = 0; place < used; place += 1) if (counts[place]! > 0) first = Math.min(first, firstDays[place]!)
  const days = first === Infinity ? [] : [dateOfDay(first)]
  for (const { startsOn } of cohorts.values()) days.push(startsOn)
  for (const { day } of [...answers.slice(0, 1), ...reach.slice(0, 1)]) days.push(day)
  return days.reduce((least: string | null, day) => (least === null || day < least ? day : least), null)
}
