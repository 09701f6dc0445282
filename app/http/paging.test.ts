import { describe, expect, it } from 'vitest'
import { pageOf, pagesOf } from './paging'

const asked = (query: string) => pageOf(new URLSearchParams(query))

describe('pageOf', () => {
  it('starts at the first page', () => {
    expect(asked('')).toEqual({ page: 1, skip: 0, take: 50 })
    expect(asked('page=3')).toEqual({ page: 3, skip: 100, take: 50 })
  })

  it.each(['0', '-1', '1.5', 'two', '', '1e9', 'Infinity', '99999999999999'])('takes %j for the first page', (text) => {
    expect(asked(`page=${text}`).page).toBe(1)
  })
})

describe('pagesOf', () => {
  it('counts a page for what is left over, and one for nothing', () => {
    expect([0, 1, 50, 51, 100].map((total) => pagesOf(total, { take: 50 }))).toEqual([1, 1, 1, 2, 2])
  })
})
