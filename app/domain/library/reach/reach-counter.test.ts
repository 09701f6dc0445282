import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReachCounter } from './reach-counter'
import type { ReachKind } from './schema'
import type { ReachSum } from './sums'

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)
const noon = Date.UTC(2026, 10, 22, 12)

/** What stands in a table to which sums were added. */
function table() {
  const rows = new Map<string, number>()
  const add = (sums: ReachSum[]) => {
    for (const { count, day, itemId, kind, language, municipality, profession } of sums) {
      const key = JSON.stringify({ day, itemId, kind, language, municipality, profession })
      rows.set(key, (rows.get(key) ?? 0) + count)
    }
  }
  const total = (kind: ReachKind) => [...rows].reduce((sum, [place, count]) => sum + (place.includes(`"kind":"${kind}"`) ? count : 0), 0)
  return { rows, add, total }
}

describe('ReachCounter', () => {
  it('moves the view of who says where she works, and counts it no second time', async () => {
    const { rows, add } = table()
    const counter = new ReachCounter({ write: async (sums) => add(sums), dayOf })
    const visitor = { place: 'home', userAgent: 'x' }
    const said = { municipality: 'GM0363', profession: 'care' }
    counter.count({ itemId: 'the-ring', kind: 'view', language: 'ar', part: '' }, visitor, new Date(noon))
    await counter.writeAll()
    // In Dutch now, but it is the view in Arabic of which she speaks.
    expect(counter.tell('the-ring', said, visitor, { language: 'nl', now: new Date(noon + 300_000) })).toBe(true)
    expect(counter.tell('the-ring', said, visitor, { language: 'nl', now: new Date(noon + 301_000) })).toBe(false)
    await counter.writeAll()
    const place = { day: '2026-11-22', itemId: 'the-ring', kind: 'view', language: 'ar' }
    expect([...rows].map(([row, count]) => [JSON.parse(row) as object, count])).toEqual([
      [{ ...place, municipality: '', profession: '' }, 0],
      [{ ...place, ...said }, 1],
    ])
  })

  it('writes each use once, whatever fails and however writing and counting alternate', async () => {
    const steps = fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({ do: fc.constant('use' as const), visitor: fc.nat(5), kind: fc.constantFrom<ReachKind>('view', 'play') }),
        },
        {
          weight: 2,
          arbitrary: fc.record({ do: fc.constant('tell' as const), visitor: fc.nat(5), profession: fc.constantFrom('care', 'school') }),
        },
        { weight: 2, arbitrary: fc.record({ do: fc.constant('write' as const), fails: fc.boolean(), waited: fc.boolean() }) },
        { weight: 1, arbitrary: fc.record({ do: fc.constant('later' as const), minutes: fc.nat(900) }) },
      ),
      { maxLength: 80 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { rows, add, total } = table()
        let fails = false
        const write = async (sums: ReachSum[]) => {
          const broken = fails
          await Promise.resolve()
          if (broken) throw new Error('the database is away')
          add(sums)
          // No row is ever below nought, since a sum loses only what was added to it.
          expect([...rows.values()].every((count) => count >= 0)).toBe(true)
        }
        const counter = new ReachCounter({ write, dayOf })
        const counted = { view: 0, play: 0 }
        const writing: Promise<unknown>[] = []
        let now = noon
        for (const step of all) {
          if (step.do === 'use') {
            const use = { itemId: 'the-ring', kind: step.kind, language: 'nl' as const, part: '' }
            if (counter.count(use, { place: `${step.visitor}`, userAgent: 'x' }, new Date(now))) counted[step.kind as 'view'] += 1
          } else if (step.do === 'tell') {
            const before = counted.view
            const visitor = { place: `${step.visitor}`, userAgent: 'x' }
            const { recent } = counter as unknown as { recent: { tell: (...given: unknown[]) => unknown } }
            const tell = recent.tell.bind(recent)
            recent.tell = (...given) => {
              const found = tell(...given)
              if (found === 'new') counted.view = before + 1
              return found
            }
            counter.tell('the-ring', { municipality: '', profession: step.profession }, visitor, { language: 'nl', now: new Date(now) })
            recent.tell = tell
          } else if (step.do === 'write') {
            fails = step.fails
            const mine = counter.writeAll().catch(() => {})
            writing.push(mine)
            if (step.waited) await mine
          } else now += step.minutes * 60_000
        }
        await Promise.all(writing)
        fails = false
        await counter.writeAll()
        expect({ view: total('view'), play: total('play') }).toEqual(counted)
      }),
    )
  })

  it('asks for writing when something begins to wait', async () => {
    let asked = 0
    const counter = new ReachCounter({ write: async () => {}, dayOf, onWaiting: () => (asked += 1) })
    const use = (place: string) =>
      counter.count({ itemId: 'x', kind: 'view', language: 'nl', part: '' }, { place, userAgent: 'x' }, new Date(noon))
    use('a')
    use('b')
    expect(asked).toBe(1)
    await counter.writeAll()
    use('c')
    expect(asked).toBe(2)
  })
})
