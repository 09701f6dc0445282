import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDay, dayNumber, writeTally } from '~/domain/groups/tally'
import { addUpSessions, type Cut } from './aggregate-sessions'
import { Sessions, type GroupFact } from './facts/dataset'
import { monthOf, stepOf } from './periods'

// The fast way to add up, held against the plain one: each session looked at by itself.

interface Plain {
  day: number
  present: number
  firstTime: number
  women: number
  men: number
  unknown: number
  late: boolean
  corrected: boolean
}

const firstDay = dayNumber('2023-11-20')
const session = fc
  .record({
    day: fc.integer({ min: firstDay, max: firstDay + 420 }),
    women: fc.oneof(fc.nat(12), fc.nat(90)),
    men: fc.nat(6),
    unknown: fc.nat(3),
    first: fc.nat(8),
    late: fc.boolean(),
    corrected: fc.boolean(),
  })
  .map(({ first, ...each }): Plain => {
    const present = each.women + each.men + each.unknown
    return { ...each, present, firstTime: Math.min(first, present) }
  })
const group = fc.record({
  municipality: fc.constantFrom('GM0363', 'GM0599', 'GM0344'),
  kind: fc.constantFrom('parents', 'women'),
  sessions: fc.array(session, { maxLength: 8 }),
})
const period = fc
  .tuple(fc.integer({ min: -30, max: 450 }), fc.integer({ min: 0, max: 500 }))
  .map(([from, length]) => ({ from: dateOfDay(firstDay + from), to: dateOfDay(firstDay + from + length) }))

const cuts: Cut[] = [
  { step: null, of: null },
  { step: 'month', of: null },
  { step: null, of: ({ municipality }) => municipality },
  // Groups in one of the places have no place in this one.
  { step: 'quarter', of: ({ municipality }) => (municipality === 'GM0344' ? null : municipality) },
  { step: null, of: ({ municipality }) => municipality, withoutMedian: true },
  { step: 'year', of: null, withoutMedian: true },
]

function datasetOf(groups: { municipality: string; kind: string; sessions: Plain[] }[]) {
  const sessions = new Sessions()
  const facts = groups.map(({ municipality, kind, sessions: all }, index): GroupFact => {
    const tally = writeTally(
      all.map(({ day, late, ...each }) => ({
        ...each,
        date: dateOfDay(day),
        registeredAt: new Date(`${dateOfDay(day + (late ? 31 : 30))}T12:00:00Z`),
      })),
    )
    const rest = { organisation: 'o', programme: 'opvoeding', language: 'nl', audience: 'parents', closed: false, trainers: [] }
    return { id: String(index), municipality, kind, ...rest, ...sessions.addTally(tally) }
  })
  return { groups: new Map(facts.map((fact) => [fact.id, fact])), sessions }
}

function medianOf(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}

describe('addUpSessions', () => {
  it('says what a plain count says, in every cell and of the quality', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 10 }), period, fc.boolean(), (groups, days, parentsAlone) => {
        const dataset = datasetOf(groups)
        const { sums, quality } = addUpSessions(dataset, days, ({ kind }) => !parentsAlone || kind === 'parents', cuts)
        const within = groups.flatMap(({ sessions, ...of }, index) =>
          sessions
            .filter(({ day }) => (!parentsAlone || of.kind === 'parents') && dateOfDay(day) >= days.from && dateOfDay(day) <= days.to)
            .map((each) => ({ ...each, ...of, index })),
        )
        const plain = cuts.map(({ step, of, withoutMedian }) => {
          const cells = new Map<string, typeof within>()
          for (const each of within) {
            const value = of ? of(dataset.groups.get(String(each.index))!) : ''
            if (value === null) continue
            const key = `${value} ${step ? stepOf(monthOf(dateOfDay(each.day)), step) : 0}`
            cells.set(key, [...(cells.get(key) ?? []), each])
          }
          return [...cells]
            .map(([key, all]) => {
              const sum = (name: 'present' | 'firstTime' | 'women' | 'men' | 'unknown') =>
                all.reduce((total, each) => total + each[name], 0)
              return [
                key,
                {
                  ...{ groups: new Set(all.map(({ index }) => index)).size, sessions: all.length, present: sum('present') },
                  ...{ firstTime: sum('firstTime'), women: sum('women'), men: sum('men'), unknown: sum('unknown') },
                  ...{
                    fiveToTen: all.filter(({ present }) => present >= 5 && present <= 10).length,
                    median: withoutMedian ? null : medianOf(all.map(({ present }) => present)),
                  },
                },
              ] as const
            })
            .sort(([a], [b]) => (a < b ? -1 : 1))
        })
        const found = sums.map((rows) =>
          [...rows]
            .flatMap(([value, row]) => [...row].map(([number, sum]) => [`${value} ${number}`, sum] as const))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
        expect(found).toEqual(plain)
        const moments = within.map(({ index, day }) => `${index} ${day}`)
        expect(quality).toEqual({
          registered: within.length,
          late: within.filter(({ late }) => late).length,
          corrected: within.filter(({ corrected }) => corrected).length,
          sexUnknown: within.filter(({ present, unknown }) => present > 0 && unknown === present).length,
          sameDay: moments.length - new Set(moments).size,
        })
      }),
      { numRuns: 300 },
    )
  })

  it('makes nothing for years in which there is nothing', () => {
    const { sums } = addUpSessions(datasetOf([]), { from: '2015-01-01', to: '2099-12-31' }, () => true, cuts)
    expect(sums.map((rows) => [...rows])).toEqual(cuts.map(() => []))
  })
})
