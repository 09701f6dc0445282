import { expect, test } from 'vitest'
import { publicMean, publicMedian, publicShare, roundPublic } from './rules'

test('1 to 7 are withheld, and the others rounded to fives', () => {
  const shown = (count: number) => roundPublic(count)
  expect([1, 4, 7].map(shown)).toEqual([{ withheld: true }, { withheld: true }, { withheld: true }])
  expect([0, 8, 12, 13, 17, 18, 1002].map(shown)).toEqual([0, 10, 10, 15, 15, 20, 1000].map((count) => ({ shown: count })))
})

test('threshold and base can be others', () => {
  expect(roundPublic(7, { threshold: 4, base: 10, leastRange: 3 })).toEqual({ shown: 10 })
  expect(roundPublic(15, { threshold: 4, base: 10, leastRange: 3 })).toEqual({ shown: 20 })
})

test('a mean is that of the published number, over 8 sessions or more', () => {
  expect(publicMean({ shown: 60 }, 8)).toEqual({ shown: 7.5 })
  expect(publicMean({ shown: 60 }, 7)).toEqual({ withheld: true })
  expect(publicMean({ withheld: true }, 20)).toEqual({ withheld: true })
})

test('medians and shares stand from 20 sessions on, shares in steps of 10 %', () => {
  expect(publicMedian(6.5, 20)).toEqual({ shown: 7 })
  expect(publicMedian(6, 19)).toEqual({ withheld: true })
  expect(publicShare(13, 20)).toEqual({ shown: 70 })
  expect(publicShare(7, 19)).toEqual({ withheld: true })
  expect(publicShare(0, 0)).toEqual({ withheld: true })
})
