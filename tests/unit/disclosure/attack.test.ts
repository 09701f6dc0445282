import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atOnce } from '~/domain/participation/disclosure/at-once'
import { publicMean, publicMedian, publicShare, type Shown } from '~/domain/participation/disclosure/protect'
import { Published, type People } from '~/domain/participation/publication'
import { attackEditions, attackKnowing } from './attacker'
import { alone } from './examples'
import { needless } from './needless'
import { groups, groupsThatGoOn, publications, publicationsWithSessions, trainers, trainings } from './samples'

// An attacker who takes all that is published and solves for the rest: no small number may be known closer than the rules
// say. All seeds are fixed: what he cannot solve in the given steps is a failure too.

const fixed = (seed: number, numRuns: number) => ({ seed, numRuns, endOnFailure: true })

describe('one publication, of which he knows which numbers are small', () => {
  it.each(alone)('$name', async ({ publication }) => {
    expect(await attackKnowing(publication)).toEqual([])
  })

  it.each([
    { name: 'any small table', samples: publications, runs: 30 },
    { name: 'twelve trainings in two municipalities', samples: trainings, runs: 12 },
    { name: 'seven trainers by background', samples: trainers, runs: 4 },
    { name: 'four groups in four municipalities', samples: groups, runs: 2 },
  ])('keeps small numbers of $name', async ({ samples, runs }) => {
    await fc.assert(
      fc.asyncProperty(samples, async (publication) => {
        expect(await attackKnowing(publication)).toEqual([])
      }),
      fixed(1, runs),
    )
  })
})

describe('what is withheld without need', () => {
  it('is little: shown by itself, few of the withheld numbers would tell a small one', async () => {
    const total = { withheld: 0, needless: 0 }
    for (const publication of [...fc.sample(publications, fixed(3, 4)), ...fc.sample(trainings, fixed(3, 4))]) {
      const found = await needless(publication)
      total.withheld += found.withheld
      total.needless += found.needless
    }
    expect(total.needless / total.withheld).toBeLessThan(0.1)
  })
})

// Hidden is what one publication says. What two say together is not hidden; this only holds how much it is.
describe('two editions, of which the second has ten sessions more', () => {
  it.each([
    { name: 'anywhere in a small table', samples: publicationsWithSessions, runs: 3, most: 0.25 },
    { name: 'mostly in the month after', samples: groupsThatGoOn, runs: 2, most: 0.25 },
  ])('$name: no more than so many of the small numbers are known closer', async ({ samples, runs, most }) => {
    const total = { targets: 0, found: 0 }
    for (const { before, sessions } of fc.sample(samples, fixed(4, runs))) {
      const { targets, found } = await attackEditions(before, sessions)
      total.targets += targets
      total.found += found.length
    }
    expect(total.found / total.targets).toBeLessThan(most)
  })
})

describe('what is made of published numbers', () => {
  const month = fc.integer({ min: 2024 * 12 + 4, max: 2024 * 12 + 15 })
  const people = fc.record({
    month,
    programme: fc.constantFrom('parents', 'youth'),
    municipality: fc.constantFrom('GM0363', 'GM0599', null),
    organisation: fc.constantFrom('a', 'b'),
    language: fc.constantFrom('tr', 'ar'),
    kind: fc.constant('regular'),
    audience: fc.constant('all'),
    counts: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 })),
  }) satisfies fc.Arbitrary<People>

  it('an own range of months is the sum of the blocks in it, or withheld if one of them is', () => {
    fc.assert(
      fc.property(fc.array(people, { minLength: 6, maxLength: 40 }), month, month, (all, one, other) => {
        const published = atOnce(Published.of(all, 2))
        const asked = { dimension: 'language', value: 'tr', programme: undefined, split: 'all', measure: 'count' } as const
        const look = (first: number, last: number) => published.look({ ...asked, months: { first, last } })
        const [first, last] = [Math.min(one, other), Math.max(one, other)]
        const data = all.map((each) => each.month)
        // Months, quarters and years as a whole, and all there is, are numbers of their own.
        fc.pre(first > Math.min(...data) || last < Math.max(...data))
        const blocks: Shown[] = []
        for (let at = first; at <= last;) {
          const length = [12, 3, 1].find((months) => at % months === 0 && at + months - 1 <= last)!
          blocks.push(look(at, at + length - 1))
          at += length
        }
        const sum = blocks.reduce((total, block) => total + ('shown' in block ? block.shown : NaN), 0)
        expect(look(first, last)).toEqual(Number.isNaN(sum) ? { withheld: true } : { shown: sum })
      }),
      { seed: 5, numRuns: 60 },
    )
  })

  it('a mean says no more of people than their published number', () => {
    expect(publicMean({ withheld: true }, 20)).toEqual({ withheld: true })
    expect(publicMean({ shown: 100 }, 7)).toEqual({ withheld: true })
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 100 }), fc.integer({ min: 8, max: 60 }), (fives, sessions) => {
        const mean = publicMean({ shown: fives * 5 }, sessions)
        expect('shown' in mean && Math.abs(mean.shown - (fives * 5) / sessions)).toBeLessThanOrEqual(0.05 + 1e-9)
      }),
      { seed: 6, numRuns: 50 },
    )
  })

  it('a share does not tell whether one session more is in it', () => {
    // Of 40 sessions each share of a tenth can be four numbers; of fewer than twenty nothing is said.
    const shares = Array.from({ length: 41 }, (_, part) => JSON.stringify(publicShare(part, 40)))
    expect(new Set(shares).size).toBe(11)
    for (let of = 0; of < 20; of++) expect([publicShare(1, of), publicMedian(6, of)]).toEqual([{ withheld: true }, { withheld: true }])
  })
})
