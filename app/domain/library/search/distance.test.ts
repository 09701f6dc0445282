import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forgiven, typingErrors } from './distance'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 10 })

describe('typing errors', () => {
  it.each([
    ['huwelijk', 'huwelijk', 0],
    ['huwelik', 'huwelijk', 1],
    ['huwelijkk', 'huwelijk', 1],
    ['huwelyjk', 'huwelijk', 1],
    ['huweiljk', 'huwelijk', 1],
    ['uhweiljk', 'huwelijk', 2],
    ['', 'ab', 2],
    ['evilik', 'evlilik', 1],
  ])('%s for %s: %i', (typed, meant, errors) => {
    expect(typingErrors(typed, meant, 3)).toBe(errors)
    expect(typingErrors(meant, typed, 3)).toBe(errors)
  })

  it('are none for the same word only, and as many one way as the other', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(typingErrors(a, b, 20)).toBe(typingErrors(b, a, 20))
        expect(typingErrors(a, b, 20) === 0).toBe(a === b)
      }),
    )
  })

  it('stop counting above what matters, and never before', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        const exact = typingErrors(a, b, 20)
        const bounded = typingErrors(a, b, most)
        if (exact <= most) expect(bounded).toBe(exact)
        else expect(bounded).toBeGreaterThan(most)
      }),
    )
  })

  it('are forgiven by the length of the word', () => {
    expect(['eer', 'eers', 'trouwen', 'huwelijk'].map(forgiven)).toEqual([0, 1, 1, 2])
  })
})
