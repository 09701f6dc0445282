import { daysAfter, monthsAfter } from './dates'

export interface PracticePeriod {
  /** The last day of the training: practice begins with it. */
  endsOn: string
  practiceEndsOn: string
}

/** A month of practice, from its first to its last day. */
export interface PracticeMonth {
  from: string
  until: string
}

/** `late`: it is over and nothing was logged; `due`: it is this month's turn; `later`: it has not begun. */
export type MonthState = 'done' | 'late' | 'due' | 'later'

/** The months of a practice period: each begins the day after the one before, and the last one ends with the period. */
export function practiceMonths({ endsOn, practiceEndsOn }: PracticePeriod): PracticeMonth[] {
  const months: PracticeMonth[] = []
  for (let from = endsOn, number = 1; from <= practiceEndsOn; number += 1) {
    const end = monthsAfter(endsOn, number)
    const until = end < practiceEndsOn ? end : practiceEndsOn
    months.push({ from, until })
    from = daysAfter(until, 1)
  }
  return months
}

/** Whether a visit, consultation or reflection on this day belongs to the period. */
export function isInPractice(day: string, { endsOn, practiceEndsOn }: PracticePeriod): boolean {
  return day >= endsOn && day <= practiceEndsOn
}

/** What a member has done of her practice, and what is due: one line in the log for each month of it, of whichever kind. */
export function practiceStanding(period: PracticePeriod, loggedOn: string[], today: string) {
  const months = practiceMonths(period).map((month) => ({ ...month, state: stateOf(month, loggedOn, today) }))
  const count = (state: MonthState) => months.filter((month) => month.state === state).length
  return { months, total: months.length, done: count('done'), late: count('late'), due: count('due') > 0 }
}

function stateOf({ from, until }: PracticeMonth, loggedOn: string[], today: string): MonthState {
  if (loggedOn.some((day) => day >= from && day <= until)) return 'done'
  if (today > until) return 'late'
  return today >= from ? 'due' : 'later'
}
