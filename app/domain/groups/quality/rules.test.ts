import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findImpossibleFirstTimes,
  findSameDay,
  findSameTrainer,
  findSilentGroups,
  findUnregistered,
  findUnusualSizes,
  findWithoutLog,
  type SessionToCheck,
} from './rules'

const today = '2026-11-20'
let count = 0
const session = (given: Partial<SessionToCheck> = {}): SessionToCheck => ({
  ...{ id: `s${(count += 1)}`, groupId: 'g', status: 'registered', date: '2026-11-10', startsAt: null },
  ...{ place: null, present: 8, firstTime: 8, revision: 1 },
  ...given,
})

describe('planned sessions', () => {
  it('are found from the day after', () => {
    const planned = (date: string) => session({ status: 'planned', date, present: null, firstTime: null })
    expect(findUnregistered([planned('2026-11-19'), planned(today), session({ date: '2026-11-19' })], today)).toMatchObject([
      { date: '2026-11-19' },
    ])
  })
})

describe('sizes', () => {
  it('outside five to ten are found', () => {
    const sizes = [0, 4, 5, 10, 11, 500].map((present) => session({ present }))
    expect(findUnusualSizes(sizes).map(({ numbers }) => numbers!.present)).toEqual([0, 4, 11, 500])
  })

  it('that were corrected are asked about anew', () => {
    const [before, after] = [
      findUnusualSizes([session({ id: 'x', present: 4 })]),
      findUnusualSizes([session({ id: 'x', present: 3, revision: 2 })]),
    ]
    expect(before[0]!.key).not.toBe(after[0]!.key)
  })
})

describe('first times', () => {
  const fixed = new Set(['g'])

  it('of people who can have come are never found', () => {
    // Everybody has a number; a session has some of those who came before and some new ones.
    const meeting = fc.record({ back: fc.nat(20), newOnes: fc.integer({ min: 0, max: 12 }) })
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 12 }), (meetings) => {
        let met = 0
        const sessions = meetings.map(({ back, newOnes }, index) => {
          const returning = Math.min(back, met)
          met += newOnes
          return session({ date: `2026-10-${10 + index}`, present: returning + newOnes, firstTime: newOnes })
        })
        expect(findImpossibleFirstTimes(sessions, new Map(), new Set())).toEqual([])
      }),
    )
  })

  it('with more who came back than ever came are found, in whatever order they are read', () => {
    const sessions = [
      session({ id: 'c', date: '2026-10-03', present: 12, firstTime: 1 }),
      session({ id: 'a', date: '2026-10-01', present: 6, firstTime: 6 }),
      session({ id: 'b', date: '2026-10-02', present: 8, firstTime: 2 }),
    ]
    expect(findImpossibleFirstTimes(sessions, new Map(), fixed)).toMatchObject([{ sessionId: 'c', numbers: { returning: 11, earlier: 8 } }])
    expect(findImpossibleFirstTimes(sessions, new Map([['g', 3]]), new Set())).toEqual([])
  })

  it('on one day without times are taken in the order in which they can have been', () => {
    const [later, first] = [session({ id: 'a', firstTime: 0 }), session({ id: 'b', firstTime: 8 })]
    for (const sessions of [
      [later, first],
      [first, later],
    ])
      expect(findImpossibleFirstTimes(sessions, new Map(), fixed)).toEqual([])
  })

  it('of a first session with somebody who came back are found', () => {
    expect(findImpossibleFirstTimes([session({ present: 8, firstTime: 7 })], new Map(), fixed)).toHaveLength(1)
  })

  it('of everybody once more are found in a fixed group alone', () => {
    const sessions = [session({ date: '2026-10-01' }), session({ date: '2026-10-08' })]
    expect(findImpossibleFirstTimes(sessions, new Map(), fixed)).toMatchObject([{ sessionId: sessions[1]!.id, numbers: { returning: 0 } }])
    expect(findImpossibleFirstTimes(sessions, new Map(), new Set())).toEqual([])
  })
})

describe('doubles', () => {
  it('are two sessions of a group on a day, unless each has a time', () => {
    const pair = (a: string | null, b: string | null) => findSameDay([session({ startsAt: a }), session({ startsAt: b })])
    expect(pair(null, null)).toHaveLength(1)
    expect(pair('10:00', null)).toHaveLength(1)
    expect(pair('10:00', '10:00')).toHaveLength(1)
    expect(pair('10:00', '13:00')).toEqual([])
    expect(findSameDay([session(), session({ groupId: 'other' })])).toEqual([])
    expect(findSameDay([session(), session(), session()])).toHaveLength(2)
  })

  it('have one key, whichever of the two was read first', () => {
    const [a, b] = [session(), session()]
    expect(findSameDay([a, b])[0]!.key).toBe(findSameDay([b, a])[0]!.key)
  })

  it('are sessions of two groups with the same trainer, place and time', () => {
    const trainers = new Map([
      ['g', ['m1', 'm2']],
      ['h', ['m2', 'm1']],
      ['i', ['m3']],
    ])
    const at = (groupId: string, place: string | null, startsAt: string | null = '10:00') => session({ groupId, place, startsAt })
    expect(findSameTrainer([at('g', 'Buurthuis'), at('h', 'buurthuis ')], trainers)).toHaveLength(1)
    expect(findSameTrainer([at('g', 'Buurthuis'), at('i', 'Buurthuis')], trainers)).toEqual([])
    expect(findSameTrainer([at('g', 'Buurthuis'), at('h', 'School')], trainers)).toEqual([])
    expect(findSameTrainer([at('g', null), at('h', null)], trainers)).toEqual([])
    expect(findSameTrainer([at('g', 'Buurthuis'), at('h', 'Buurthuis', '13:00')], trainers)).toEqual([])
  })
})

describe('silence', () => {
  it('of a group is found after sixty days', () => {
    const group = (id: string, lastHeldOn: string | null, madeOn = '2026-01-01') => ({ id, lastHeldOn, madeOn })
    const groups = [group('a', '2026-09-20'), group('b', '2026-09-21'), group('c', null), group('d', null, '2026-11-01')]
    expect(findSilentGroups(groups, today).map(({ groupId }) => groupId)).toEqual(['a', 'c'])
  })

  it('of a member in practice is found after sixty days of practice', () => {
    const member = (endsOn: string, lastLogOn: string | null, practiceEndsOn = '2027-01-01') => ({
      ...{ membershipId: `${endsOn}${lastLogOn}`, cohortId: 'c', endsOn, practiceEndsOn, lastLogOn },
    })
    expect(findWithoutLog([member('2026-07-01', null)], today)).toHaveLength(1)
    expect(findWithoutLog([member('2026-07-01', '2026-09-01')], today)).toHaveLength(1)
    expect(findWithoutLog([member('2026-07-01', '2026-10-01')], today)).toEqual([])
    expect(findWithoutLog([member('2026-10-01', null)], today)).toEqual([])
    expect(findWithoutLog([member('2026-01-01', null, '2026-07-01')], today)).toEqual([])
    // What was logged before the practice began says nothing of the practice.
    expect(findWithoutLog([member('2026-10-01', '2026-01-01')], today)).toEqual([])
  })
})
