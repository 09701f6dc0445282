import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SendingThrottle, usualLimits } from './sending-throttle'

const minute = 60
const at = (seconds: number) => 1_800_000_000_000 + seconds * 1000

describe('SendingThrottle', () => {
  it('lets a whole hall through one connection, and not an evening of forms', () => {
    const throttle = new SendingThrottle()
    const waits = Array.from({ length: 240 }, (_, index) => throttle.take('one', 'hall', at(index)))
    expect(waits.slice(0, 200)).toEqual(Array<number>(200).fill(0))
    expect(waits.slice(200).every((wait) => wait > 50 * minute && wait <= 60 * minute)).toBe(true)
    expect(throttle.take('one', 'another place', at(241))).toBe(0)
    expect(throttle.take('another evaluation', 'hall', at(241))).toBe(0)
  })

  it('lets in again exactly when it said', () => {
    const throttle = new SendingThrottle({ fromPlace: 2, altogether: 9 })
    throttle.take('one', 'here', at(0))
    throttle.take('one', 'here', at(10))
    const wait = throttle.take('one', 'here', at(20))
    expect(throttle.take('one', 'here', at(20 + wait - 1))).toBeGreaterThan(0)
    expect(throttle.take('one', 'here', at(20 + wait))).toBe(0)
  })

  it('bounds an evaluation altogether, from however many places', () => {
    const throttle = new SendingThrottle()
    const waits = Array.from({ length: 1100 }, (_, index) => throttle.take('one', `place ${index}`, at(0)))
    expect(usualLimits.altogether).toBe(1000)
    expect(waits.filter((wait) => wait === 0)).toHaveLength(1000)
  })

  it('never takes more than the limit within any hour, and never refuses while there is room', () => {
    const tries = fc.array(fc.record({ after: fc.integer({ min: 0, max: 1200 }), place: fc.constantFrom('a', 'b') }), { maxLength: 60 })
    fc.assert(
      fc.property(tries, (all) => {
        const limits = { fromPlace: 3, altogether: 5 }
        const throttle = new SendingThrottle(limits)
        const taken: { place: string; time: number }[] = []
        let now = 0
        for (const { after, place } of all) {
          now += after
          const recent = taken.filter(({ time }) => time > now - 3600)
          const room = recent.length < limits.altogether && recent.filter((each) => each.place === place).length < limits.fromPlace
          expect(throttle.take('one', place, at(now)) === 0).toBe(room)
          if (room) taken.push({ place, time: now })
        }
      }),
    )
  })

  it('holds no address', () => {
    const throttle = new SendingThrottle()
    throttle.take('one', '192.0.2.77', at(0))
    const { taken } = throttle as unknown as { taken: { keys: () => Iterable<string> } }
    expect([...taken.keys()].join(' ')).not.toContain('192.0.2')
    expect([...taken.keys()]).toHaveLength(2)
  })
})
