import { describe, expect, it } from 'vitest'
import { nudgeOf, type NudgeFacts } from './nudge'

const training = { startsOn: '2026-09-07', endsOn: '2026-12-14' }
const member = (given: Partial<NudgeFacts> = {}): NudgeFacts => ({
  joinedOn: '2026-09-01',
  lastFinishedOn: null,
  ready: false,
  left: false,
  ...given,
})

describe('nudgeOf', () => {
  it.each([
    ['six days after the start', '2026-09-13', null],
    ['a week after the start', '2026-09-14', 'neverBegan'],
    ['before the start', '2026-09-06', null],
    ['on the last day', '2026-12-14', 'neverBegan'],
    ['after the training', '2026-12-15', null],
  ])('looks at who never began, %s', (_, today, nudge) => {
    expect(nudgeOf(member(), training, today)).toBe(nudge)
  })

  it('gives who joins late a week of her own', () => {
    expect(nudgeOf(member({ joinedOn: '2026-10-20' }), training, '2026-10-26')).toBeNull()
    expect(nudgeOf(member({ joinedOn: '2026-10-20' }), training, '2026-10-27')).toBe('neverBegan')
  })

  it('waits three weeks after the last lesson', () => {
    expect(nudgeOf(member({ lastFinishedOn: '2026-10-01' }), training, '2026-10-21')).toBeNull()
    expect(nudgeOf(member({ lastFinishedOn: '2026-10-01' }), training, '2026-10-22')).toBe('stalled')
  })

  it('counts a lesson of before the training from its start', () => {
    expect(nudgeOf(member({ lastFinishedOn: '2026-03-01' }), training, '2026-09-27')).toBeNull()
    expect(nudgeOf(member({ lastFinishedOn: '2026-03-01' }), training, '2026-09-28')).toBe('stalled')
  })

  it('leaves who is ready or has left alone', () => {
    expect(nudgeOf(member({ ready: true }), training, '2026-11-01')).toBeNull()
    expect(nudgeOf(member({ left: true }), training, '2026-11-01')).toBeNull()
  })
})
