export type Stage = 'planned' | 'training' | 'practice' | 'ended' | 'closed'

interface Period {
  startsOn: string
  endsOn: string
  practiceEndsOn: string
  closedAt: Date | null
}

/** Where a cohort is on its way. */
export function stageOf({ startsOn, endsOn, practiceEndsOn, closedAt }: Period, today: string): Stage {
  if (closedAt) return 'closed'
  if (today < startsOn) return 'planned'
  if (today <= endsOn) return 'training'
  return today <= practiceEndsOn ? 'practice' : 'ended'
}

export type NextThing = 'invite' | 'nudge' | 'planMeeting' | 'practice' | 'close'

/** The one thing to do next with a cohort; null when there is nothing. */
export function nextThing(
  stage: Stage,
  known: { members: number; invitations: number; nudges: number; comingMeetings: number },
): NextThing | null {
  if (stage === 'closed') return null
  if (stage === 'ended') return 'close'
  if (stage === 'practice') return 'practice'
  if (known.members + known.invitations === 0) return 'invite'
  if (known.nudges > 0) return 'nudge'
  return known.comingMeetings === 0 ? 'planMeeting' : null
}
