import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageBands, faultsOf, type HeadCount } from './head-count'

const some = fc.integer({ min: 0, max: 500 })

/** A head count that is right, with or without ages. */
const right = fc
  .record({
    women: some,
    men: some,
    unknown: some,
    parts: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
    withAges: fc.boolean(),
    newOnes: fc.nat(),
  })
  .map(({ women, men, unknown, parts, withAges, newOnes }): HeadCount => {
    const present = women + men + unknown
    let left = present
    const cuts = parts.map((part) => {
      const taken = part % (left + 1)
      left -= taken
      return taken
    })
    const numbers = [...cuts, left]
    const ages = Object.fromEntries(ageBands.map((band, index) => [band, numbers[index]!])) as HeadCount['ages']
    return { present, firstTime: newOnes % (present + 1), women, men, unknown, ages: withAges ? ages : null }
  })

describe('a head count', () => {
  it('that adds up has no fault', () => {
    fc.assert(
      fc.property(right, (count) => {
        expect(faultsOf(count, false)).toEqual([])
      }),
    )
  })

  it('has a fault as soon as one of its parts is one off', () => {
    const part = fc.constantFrom('women', 'men', 'unknown' as const)
    fc.assert(
      fc.property(right, part, fc.constantFrom(1, -1), (count, name, step) => {
        const codes = faultsOf({ ...count, [name]: count[name as 'women'] + step }, false).map(({ code }) => code)
        expect(codes).toContain('sexesDoNotAddUp')
      }),
    )
  })

  it('has a fault as soon as an age band is one off', () => {
    fc.assert(
      fc.property(right, fc.constantFrom(...ageBands), (count, band) => {
        fc.pre(count.ages !== null)
        const codes = faultsOf({ ...count, ages: { ...count.ages, [band]: count.ages[band] + 1 } }, false).map(({ code }) => code)
        expect(codes).toEqual(['agesDoNotAddUp'])
      }),
    )
  })

  it('never has more who are new than who are there', () => {
    fc.assert(
      fc.property(right, fc.integer({ min: 1, max: 50 }), (count, more) => {
        expect(faultsOf({ ...count, firstTime: count.present + more }, false)).toEqual([{ field: 'firstTime', code: 'moreFirstTime' }])
      }),
    )
  })

  it('of the first meeting has nobody who was there before', () => {
    fc.assert(
      fc.property(right, (count) => {
        expect(faultsOf({ ...count, firstTime: count.present }, true)).toEqual([])
        if (count.firstTime < count.present) expect(faultsOf(count, true)).toEqual([{ field: 'firstTime', code: 'firstMeetingAllNew' }])
      }),
    )
  })
})
