import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestAnswers, isFew, publicSummary, spreadOf, summarise } from './summary'

/** The slow and plain way: from the list of all answers. */
function oracle(given: number[]) {
  const mean = given.reduce((sum, score) => sum + score, 0) / given.length
  const squares = given.map((score) => (score - mean) ** 2)
  return {
    counts: [1, 2, 3, 4, 5].map((score) => given.filter((each) => each === score).length),
    mean,
    deviation: Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / given.length),
  }
}

/** As the database counts them, in any order and possibly in parts. */
const counted = (given: number[]) => given.map((score) => ({ score, count: 1 }))

const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 60 })

describe('summarise', () => {
  it('counts, averages and measures the spread as a naive calculation does', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { counts, count, mean, deviation } = summarise('q', counted(given))
        const plain = oracle(given)
        expect(count).toBe(given.length)
        expect(counts).toEqual(plain.counts)
        expect(mean).toBeCloseTo(plain.mean, 10)
        expect(deviation).toBeCloseTo(plain.deviation, 10)
      }),
    )
  })

  it('gives the same for rows that were counted before', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const rows = [5, 3, 1, 2, 4].map((score) => ({ score, count: given.filter((each) => each === score).length }))
        expect(summarise('q', rows)).toEqual(summarise('q', counted(given)))
      }),
    )
  })

  it('has no mean without answers', () => {
    expect(summarise('q', [])).toEqual({ questionId: 'q', count: 0, counts: [0, 0, 0, 0, 0], mean: null, deviation: null })
  })

  it('stays within what is possible', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { mean, deviation } = summarise('q', counted(given))
        expect(mean).toBeGreaterThanOrEqual(1)
        expect(mean).toBeLessThanOrEqual(5)
        expect(deviation).toBeGreaterThanOrEqual(0)
        expect(deviation).toBeLessThanOrEqual(2 + 1e-9)
      }),
    )
  })
})

describe('publicSummary', () => {
  it('withholds all figures under eight answers, and gives rounded ones from eight on', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const shown = publicSummary(summarise('q', counted(given)))
        expect(Object.keys(shown).sort()).toEqual(['count', 'deviation', 'mean', 'questionId'])
        if (given.length < 8) {
          expect(shown).toEqual({ questionId: 'q', count: null, mean: null, deviation: null })
          return
        }
        const plain = oracle(given)
        expect(shown.count! % 5).toBe(0)
        expect(Math.abs(shown.count! - given.length)).toBeLessThanOrEqual(2)
        expect(Math.abs(shown.mean! - plain.mean)).toBeLessThanOrEqual(0.05 + 1e-9)
        expect(Math.abs(shown.deviation! - plain.deviation)).toBeLessThanOrEqual(0.05 + 1e-9)
        expect(String(shown.mean)).toMatch(/^\d(\.\d)?$/)
      }),
    )
  })

  it('draws the line at eight', () => {
    const of = (count: number) => publicSummary(summarise('q', [{ score: 4, count }]))
    expect(of(7)).toMatchObject({ count: null, mean: null })
    expect(of(8)).toMatchObject({ count: 10, mean: 4, deviation: 0 })
  })
})

describe('isFew', () => {
  it('is true for one to seven', () => {
    expect(Array.from({ length: 10 }, (_, count) => isFew(count)).map(Number)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 0, 0])
    expect(fewestAnswers).toBe(8)
  })
})

describe('spreadOf', () => {
  it('says how far answers lie apart', () => {
    const of = (given: number[]) => spreadOf(summarise('q', counted(given)).deviation!)
    expect(of([4, 4, 5, 4])).toBe('close')
    expect(of([3, 5, 2, 4])).toBe('mixed')
    expect(of([1, 5, 1, 5])).toBe('wide')
  })
})
