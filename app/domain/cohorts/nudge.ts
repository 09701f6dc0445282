import { daysBetween } from './dates'

/** Days after which somebody who has not begun needs a nudge, and days without a finished lesson. */
export const daysToBegin = 7
export const daysWithoutLesson = 21

export type Nudge = 'neverBegan' | 'stalled'

/** What the rule needs to know of a member. Days are YYYY-MM-DD. */
export interface NudgeFacts {
  joinedOn: string
  lastFinishedOn: string | null
  /** All lessons are finished, or the certificate is there. */
  ready: boolean
  left: boolean
}

/**
 * Whether a member needs a nudge. Only while the training runs: who finished no lesson for three weeks, or never began after
 * a week. Somebody who joined late gets her time from the day she joined.
 */
export function nudgeOf(member: NudgeFacts, training: { startsOn: string; endsOn: string }, today: string): Nudge | null {
  if (member.ready || member.left || today < training.startsOn || today > training.endsOn) return null
  const began = member.joinedOn > training.startsOn ? member.joinedOn : training.startsOn
  if (member.lastFinishedOn === null) return daysBetween(began, today) >= daysToBegin ? 'neverBegan' : null
  const last = member.lastFinishedOn > began ? member.lastFinishedOn : began
  return daysBetween(last, today) >= daysWithoutLesson ? 'stalled' : null
}
