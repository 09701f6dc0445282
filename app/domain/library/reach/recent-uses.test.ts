import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyAge, mostFromPlace, RecentUses, windowOf, type Thing, type Visitor } from './recent-uses'
import type { ReachKind } from './schema'

const begin = Date.UTC(2026, 10, 22, 9)
const at = (seconds: number) => ({ now: begin + seconds * 1000, day: '2026-11-22', language: 'nl' as const })
const anna: Visitor = { place: '192.0.2.77', userAgent: 'Browser 1' }
const page: Thing = { itemId: 'the-ring', kind: 'view', part: '' }
const film: Thing = { itemId: 'the-ring', kind: 'play', part: 'nl film' }

describe('RecentUses', () => {
  it('counts a page again a minute after it was counted, and not before', () => {
    const recent = new RecentUses()
    expect([0, 20, 59, 60, 61, 119, 120].map((second) => recent.take(anna, page, at(second)))).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
      true,
    ])
  })

  it('counts a file once as long as its pieces keep coming', () => {
    const recent = new RecentUses()
    const every29Minutes = Array.from({ length: 40 }, (_, index) => recent.take(anna, film, at(index * 29 * 60)))
    expect(every29Minutes.filter(Boolean)).toHaveLength(1)
    expect(recent.take(anna, film, at(39 * 29 * 60 + 30 * 60))).toBe(true)
  })

  it('tells visitors, items, kinds and files apart', () => {
    const recent = new RecentUses()
    const others: [Visitor, Thing][] = [
      [anna, page],
      [{ ...anna, place: '192.0.2.78' }, page],
      [{ ...anna, userAgent: 'Browser 2' }, page],
      [anna, { ...page, itemId: 'the-neighbours' }],
      [anna, film],
      [anna, { ...film, part: 'ar film' }],
      [anna, { ...film, kind: 'complete' }],
      // No two ways to write these behind one another are the same.
      [{ place: '192.0.2.77', userAgent: 'Browser 1 the-ring' }, page],
    ]
    expect(others.map(([visitor, thing]) => recent.take(visitor, thing, at(0)))).toEqual(others.map(() => true))
  })

  it('counts from one place so many and no more, whatever programs call themselves', () => {
    const recent = new RecentUses()
    const counted = Array.from({ length: mostFromPlace + 50 }, (_, index) => recent.take({ ...anna, userAgent: `${index}` }, page, at(1)))
    expect(counted.filter(Boolean)).toHaveLength(mostFromPlace)
    expect(recent.take({ ...anna, place: 'elsewhere' }, page, at(1))).toBe(true)
    expect(recent.take(anna, page, at(keyAge / 1000 + 2))).toBe(true)
  })

  it('is told of a view once, and only of views', () => {
    const recent = new RecentUses()
    expect(recent.tell(anna, 'the-ring', at(0))).toBe('new')
    expect(recent.tell(anna, 'the-ring', at(1))).toBe('double')
    recent.take(anna, { ...page, itemId: 'the-neighbours' }, at(2))
    // Reading takes longer than a minute.
    expect(recent.tell(anna, 'the-neighbours', at(900))).toEqual({ day: '2026-11-22', language: 'nl' })
    expect(recent.tell(anna, 'the-neighbours', at(901))).toBe('double')
  })

  it('leaves the day before as it is', () => {
    const recent = new RecentUses()
    recent.take(anna, page, { ...at(0), day: '2026-11-21' })
    expect(recent.tell(anna, 'the-ring', at(30))).toBe('new')
    recent.take(anna, page, { ...at(100), day: '2026-11-21' })
    recent.take(anna, page, at(200))
    expect(recent.tell(anna, 'the-ring', at(210))).toEqual({ day: '2026-11-22', language: 'nl' })
    expect(recent.tell(anna, 'the-ring', at(220))).toBe('double')
  })

  it('counts as it says for any sequence of requests, whenever keys are thrown away', () => {
    const requests = fc.array(
      fc.record({
        after: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 2000 })),
        visitor: fc.constantFrom('a', 'b'),
        kind: fc.constantFrom<ReachKind>('view', 'play', 'download'),
        item: fc.constantFrom('one', 'two'),
        tidied: fc.boolean(),
      }),
      { maxLength: 120 },
    )
    fc.assert(
      fc.property(requests, (all) => {
        const recent = new RecentUses()
        const known = new Map<string, { counted: number; asked: number }>()
        let second = 0
        for (const { after, visitor, kind, item, tidied } of all) {
          second += after
          const key = `${visitor} ${kind} ${item}`
          const before = known.get(key)
          // A page: a minute since it was counted. A file: half an hour since anybody asked for it.
          const since = kind === 'view' ? before?.counted : before?.asked
          const counts = since === undefined || second - since >= windowOf(kind) / 1000
          if (tidied) recent.forget(at(second).now)
          expect(recent.take({ place: visitor, userAgent: 'x' }, { itemId: item, kind, part: '' }, at(second))).toBe(counts)
          known.set(key, { counted: counts ? second : before!.counted, asked: second })
        }
      }),
    )
  })

  it('holds no address, no program, and after two hours nothing', () => {
    const recent = new RecentUses()
    recent.take(anna, page, at(0))
    const held = () =>
      JSON.stringify(recent, (_, value: unknown) =>
        value instanceof Object && 'dump' in value ? (value as { dump: () => unknown }).dump() : value,
      )
    expect(held()).toContain('2026-11-22')
    expect(held()).not.toContain('192.0.2')
    expect(held()).not.toContain('Browser')
    const { present } = recent as unknown as { present: { key: Buffer } }
    recent.forget(at(keyAge / 1000).now)
    recent.forget(at((2 * keyAge) / 1000).now)
    expect(held()).not.toContain('2026-11-22')
    expect(Object.values(recent)).not.toContain(present)
  })

  it('is bounded: who comes with a million names makes it forget the oldest', () => {
    const recent = new RecentUses(100)
    for (let index = 0; index < 1000; index += 1) recent.take({ place: `${index}`, userAgent: '' }, page, at(0))
    const { present } = recent as unknown as { present: { uses: { size: number }; places: { size: number } } }
    expect([present.uses.size, present.places.size]).toEqual([100, 100])
  })
})
