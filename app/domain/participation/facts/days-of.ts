import { dateOfDay } from '~/domain/groups/tally'
import { firstOfMonth, lastOfMonth, monthOf } from '../periods'
import type { Dataset } from './dataset'

/**
 * The days of a period without a beginning or an end: from the first day of the month in which anything happened to the last day
 * of the month of the report.
 */
export function daysOf(
  dataset: Dataset,
  { from, to }: { from: string | null; to: string | null },
  today: string,
): { from: string; to: string } {
  const end = to ?? lastOfMonth(monthOf(today))
  if (from) return { from, to: end < from ? from : end }
  const first = firstOfMonth(monthOf(firstDayOf(dataset, end)))
  return { from: first, to: end }
}

function firstDayOf({ groups, sessions: { values }, cohorts, answers, reach }: Dataset, end: string): string {
  let first = Infinity
  for (const { start, count } of groups.values()) if (count > 0) first = Math.min(first, values[start]!)
  const days = [first === Infinity ? end : dateOfDay(first), ...[...cohorts.values()].map(({ startsOn }) => startsOn)]
  for (const { day } of [...answers.slice(0, 1), ...reach.slice(0, 1)]) days.push(day)
  return days.reduce((least, day) => (day < least ? day : least), end)
}
