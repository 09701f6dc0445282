import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uploadBounds, uploadRefusal, type OnItsWay } from './policy'

const megabyte = 1024 * 1024
const bounds = uploadBounds(900 * megabyte)
const of = (owner: string, megabytes: number): OnItsWay => ({ owner, bytes: megabytes * megabyte })
const many = (count: number, one: (index: number) => OnItsWay) => Array.from({ length: count }, (_, index) => one(index))

describe('what may be on its way', () => {
  it('is bounded in number and in bytes, for one editor', () => {
    expect(uploadRefusal(of('a', 300), [], bounds)).toBeNull()
    expect(uploadRefusal(of('a', 301), [], bounds)).toBe('uploadsOwnFull')
    expect(uploadRefusal(of('a', 101), [of('a', 200)], bounds)).toBe('uploadsOwnFull')
    expect(
      uploadRefusal(
        of('a', 1),
        many(9, () => of('a', 1)),
        bounds,
      ),
    ).toBeNull()
    expect(
      uploadRefusal(
        of('a', 1),
        many(10, () => of('a', 1)),
        bounds,
      ),
    ).toBe('uploadsOwnFull')
  })

  it('is bounded for all together, and what others send takes nothing of the own part', () => {
    expect(uploadRefusal(of('a', 300), [of('b', 300), of('c', 300)], bounds)).toBeNull()
    expect(uploadRefusal(of('a', 300), [of('b', 300), of('c', 300), of('d', 1)], bounds)).toBe('uploadsAllFull')
    expect(
      uploadRefusal(
        of('a', 1),
        many(60, (index) => of(`editor ${index}`, 1)),
        bounds,
      ),
    ).toBe('uploadsAllFull')
  })

  it('never grows beyond the bounds, whoever comes in whatever order', () => {
    const coming = fc.record({
      owner: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      bytes: fc.integer({ min: 1, max: 310 * megabyte }),
    })
    fc.assert(
      fc.property(fc.array(coming, { maxLength: 120 }), (all) => {
        const there: OnItsWay[] = []
        for (const each of all) if (uploadRefusal(each, there, bounds) === null) there.push(each)
        const sum = (these: OnItsWay[]) => these.reduce((total, { bytes }) => total + bytes, 0)
        expect(there.length).toBeLessThanOrEqual(bounds.all.files)
        expect(sum(there)).toBeLessThanOrEqual(bounds.all.bytes)
        for (const owner of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
          const own = there.filter((each) => each.owner === owner)
          expect(own.length).toBeLessThanOrEqual(bounds.own.files)
          expect(sum(own)).toBeLessThanOrEqual(bounds.own.bytes)
        }
      }),
    )
  })
})
