import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDay, dayNumber, writeTally } from '~/domain/groups/tally'
import { addUpSessions, type Cut } from './aggregate-sessions'
import { chooseGroups, GroupChoice } from './choose-groups'
import { Sessions } from './facts/dataset'
import { Groups, type GroupFact } from './facts/groups'
import { monthOf, stepOf } from './periods'
import { provinceOf } from './selection'

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
  // The last one is in no province.
  municipality: fc.constantFrom('GM0363', 'GM0599', 'GM0344', 'GM9999'),
  kind: fc.constantFrom('parents', 'women'),
  organisation: fc.constantFrom('one', 'other'),
  led: fc.boolean(),
  /** What became of it: there from the start, taken away, or put in the place of what was there before. */
  fate: fc.constantFrom('stays', 'stays', 'goes', 'changes'),
  sessions: fc.array(session, { maxLength: 8 }),
})
const period = fc
  .tuple(fc.integer({ min: -30, max: 450 }), fc.integer({ min: 0, max: 500 }))
  .map(([from, length]) => ({ from: dateOfDay(firstDay + from), to: dateOfDay(firstDay + from + length) }))

const asked = fc.record({
  kind: fc.constantFrom(undefined, 'parents', 'dialogue'),
  province: fc.constantFrom(undefined, undefined, 'Utrecht'),
  own: fc.boolean(),
  ledAlone: fc.boolean(),
})
const empty = { groups: 0, sessions: 0, present: 0, firstTime: 0, women: 0, men: 0, unknown: 0, fiveToTen: 0, median: null }

const cuts: Cut[] = [
  { step: null, of: null },
  { step: 'month', of: null },
  { step: null, of: 'municipality' },
  // Groups in one of the places have no place in this one.
  { step: 'quarter', of: 'province' },
  { step: null, of: 'municipality', withoutMedian: true },
  { step: 'year', of: null, withoutMedian: true },
  { step: 'month', of: null, brief: true },
  { step: 'month', of: 'province', brief: true },
  { step: null, of: 'kind', brief: true },
]

interface PlainGroup {
  municipality: string
  kind: string
  organisation: string
  led: boolean
  fate: string
  sessions: Plain[]
}

function datasetOf(plain: PlainGroup[]) {
  const sessions = new Sessions()
  const factOf = ({ municipality, kind, organisation, led, sessions: all }: PlainGroup, index: number): GroupFact => {
    const tally = writeTally(
      all.map(({ day, late, ...each }) => ({
        ...each,
        date: dateOfDay(day),
        registeredAt: new Date(`${dateOfDay(day + (late ? 31 : 30))}T12:00:00Z`),
      })),
    )
    const rest = { programme: 'opvoeding', language: 'nl', audience: 'parents', closed: false, trainers: led ? ['m'] : [] }
    return { id: String(index), municipality, kind, organisation, ...rest, ...sessions.addTally(tally) }
  }
  const groups = new Groups()
  for (const [index, each] of plain.entries()) {
    if (each.fate === 'changes') {
      const other = { municipality: 'GM0363', kind: 'dialogue', organisation: 'third', led: !each.led, sessions: each.sessions.slice(1) }
      groups.set(factOf({ ...each, ...other }, index))
    }
  }
  for (const [index, each] of plain.entries()) groups.set(factOf(each, index))
  for (const [index, { fate }] of plain.entries()) if (fate === 'goes') groups.delete(String(index))
  return { groups, sessions }
}

function medianOf(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}

describe('addUpSessions', () => {
  it('says what a plain count says, in every cell and of the quality', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 10 }), period, asked, (groups, days, { kind, province, own, ledAlone }) => {
        const dataset = datasetOf(groups)
        const choice = chooseGroups(dataset.groups, { kind, province }, own ? new Set(['one', 'none']) : null, { ledAlone })!
        const { sums, quality } = addUpSessions(dataset, days, choice, cuts)
        const within = groups.flatMap(({ sessions, ...of }, index) => {
          const wanted =
            of.fate !== 'goes' &&
            (!kind || of.kind === kind) &&
            (!province || provinceOf(of.municipality) === province) &&
            (!own || of.organisation === 'one') &&
            (!ledAlone || of.led)
          return sessions
            .filter(({ day }) => wanted && dateOfDay(day) >= days.from && dateOfDay(day) <= days.to)
            .map((each) => ({ ...each, ...of, index }))
        })
        const plain = cuts.map(({ step, of, withoutMedian, brief }) => {
          const cells = new Map<string, typeof within>()
          for (const each of within) {
            const value = of === null ? '' : of === 'province' ? provinceOf(each.municipality) : each[of as 'kind' | 'municipality']
            if (value === null) continue
            const key = `${value} ${step ? stepOf(monthOf(dateOfDay(each.day)), step) : 0}`
            cells.set(key, [...(cells.get(key) ?? []), each])
          }
          return [...cells]
            .map(([key, all]) => {
              const sum = (name: 'present' | 'firstTime' | 'women' | 'men' | 'unknown') =>
                all.reduce((total, each) => total + each[name], 0)
              if (brief) return [key, { ...empty, sessions: all.length, firstTime: sum('firstTime') }] as const
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

  it('finds room for more groups than it had at first', () => {
    const one = { day: firstDay, present: 3, firstTime: 3, women: 2, men: 1, unknown: 0, late: false, corrected: false }
    const many = Array.from({ length: 1000 }, () => ({
      ...{ municipality: 'GM0363', kind: 'parents', organisation: 'one', led: false, fate: 'stays', sessions: [one] },
    }))
    const { sums } = addUpSessions(datasetOf(many), { from: '2015-01-01', to: '2099-12-31' }, new GroupChoice(), cuts.slice(0, 1))
    expect(sums[0]!.get('')!.get(0)).toMatchObject({ groups: 1000, sessions: 1000, women: 2000, men: 1000 })
  })

  it('makes nothing for years in which there is nothing', () => {
    const { sums } = addUpSessions(datasetOf([]), { from: '2015-01-01', to: '2099-12-31' }, new GroupChoice(), cuts)
    expect(sums.map((rows) => [...rows])).toEqual(cuts.map(() => []))
  })
})
