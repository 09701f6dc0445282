import { describe, expect, it } from 'vitest'
import { nextThing, stageOf } from './stage'

const cohort = { startsOn: '2026-09-07', endsOn: '2026-12-14', practiceEndsOn: '2027-06-14', closedAt: null }

describe('stageOf', () => {
  it.each([
    ['2026-09-06', 'planned'],
    ['2026-09-07', 'training'],
    ['2026-12-14', 'training'],
    ['2026-12-15', 'practice'],
    ['2027-06-14', 'practice'],
    ['2027-06-15', 'ended'],
  ])('is on %s: %s', (today, stage) => {
    expect(stageOf(cohort, today)).toBe(stage)
    expect(stageOf({ ...cohort, closedAt: new Date() }, today)).toBe('closed')
  })
})

describe('nextThing', () => {
  const known = { members: 5, invitations: 1, nudges: 0, comingMeetings: 1 }

  it('names one thing, the most pressing first', () => {
    expect(nextThing('training', { ...known, members: 0, invitations: 0 })).toBe('invite')
    expect(nextThing('planned', { ...known, members: 0 })).toBeNull()
    expect(nextThing('training', { ...known, nudges: 2, comingMeetings: 0 })).toBe('nudge')
    expect(nextThing('training', { ...known, comingMeetings: 0 })).toBe('planMeeting')
    expect(nextThing('training', known)).toBeNull()
    expect(nextThing('practice', known)).toBe('practice')
    expect(nextThing('ended', known)).toBe('close')
    expect(nextThing('closed', { ...known, members: 0, invitations: 0, nudges: 3 })).toBeNull()
  })
})
