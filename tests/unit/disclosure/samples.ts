import fc from 'fast-check'
import type { Atom, Publication, View } from '~/domain/participation/disclosure/publication'

// Publications small enough to be solved exactly: few rows, few months, all sizes of counts.

const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 7 }) },
  { weight: 4, arbitrary: fc.integer({ min: 8, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 41, max: 300 }) },
)

/** Country > provinces > municipalities. */
const places = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }).map((provinces): View => {
  const parents = [-1, ...provinces.map(() => 0)]
  provinces.forEach((municipalities, province) => parents.push(...Array<number>(municipalities).fill(province + 1)))
  return { name: 'place', parents }
})

const flat = (name: string) => fc.integer({ min: 1, max: 4 }).map((rows): View => ({ name, parents: [-1, ...Array<number>(rows).fill(0)] }))

const views = fc.oneof(
  fc.tuple(places),
  fc.tuple(flat('language')),
  fc.tuple(places, flat('language')),
  fc.tuple(places, flat('language'), flat('organisation')),
)

function leavesOf({ parents }: View): number[] {
  return parents.flatMap((_, row) => (parents.includes(row) ? [] : [row]))
}

type Shape = Omit<Publication, 'atoms'>

function atomOf({ months, programmes, splits, views }: Shape, parts: Parts, size = count): fc.Arbitrary<Atom> {
  const base = fc.record({
    rows: fc.tuple(...views.map((view) => fc.constantFrom(...leavesOf(view)))),
    month: fc.integer({ min: 0, max: months - 1 }),
    programme: fc.integer({ min: 0, max: programmes - 1 }),
    counts: fc.array(size, { minLength: splits, maxLength: splits }),
  })
  if (parts === 'none') return base
  return fc.tuple(base, fc.boolean(), fc.integer({ min: 0, max: 1000 })).map(([atom, first, share]) => {
    const people = atom.counts.reduce((total, each) => total + each, 0)
    if (parts === 'first' && first) return { ...atom, part: people, partIsAll: true }
    return { ...atom, part: Math.round((people * share) / 1000) }
  })
}

type Parts = 'none' | 'some' | 'first'

const shape = fc.record({
  firstMonth: fc.constantFrom('2025-01', '2025-02', '2025-11', '2025-12'),
  months: fc.integer({ min: 1, max: 5 }),
  programmes: fc.integer({ min: 1, max: 2 }),
  splits: fc.integer({ min: 1, max: 3 }),
  views,
})

const parts = fc.constantFrom<Parts>('none', 'none', 'some', 'first')

export const publications: fc.Arbitrary<Publication> = fc
  .tuple(shape, parts)
  .chain(([shape, parts]) => fc.array(atomOf(shape, parts), { minLength: 1, maxLength: 14 }).map((atoms) => ({ ...shape, atoms })))

/** And ten sessions or more that came later, of 1 to 40 people each. */
export const publicationsWithSessions: fc.Arbitrary<{ before: Publication; sessions: Atom[] }> = fc
  .tuple(shape, parts)
  .chain(([shape, parts]) => {
    const people = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 13 }))
    return fc.record({
      before: fc.array(atomOf(shape, parts), { minLength: 1, maxLength: 14 }).map((atoms) => ({ ...shape, atoms })),
      sessions: fc.array(
        atomOf(shape, parts, people).filter(({ counts }) => counts.some((each) => each > 0)),
        { minLength: 10, maxLength: 14 },
      ),
    })
  })

const between = (min: number, max: number) => fc.integer({ min, max })

/** Four groups in four municipalities of two provinces, five to ten parents each time; the first time everybody is new. */
export const groups: fc.Arbitrary<Publication> = fc
  .array(fc.tuple(between(0, 3), between(0, 3), between(4, 9), between(0, 1), fc.boolean()), { minLength: 8, maxLength: 14 })
  .map((sessions) => ({
    firstMonth: '2025-11',
    months: 4,
    programmes: 1,
    splits: 2,
    views: [
      { name: 'place', parents: [-1, 0, 0, 1, 1, 2, 2] },
      { name: 'language', parents: [-1, 0, 0] },
    ],
    atoms: sessions.map(([group, month, women, men, first]) => ({
      rows: [3 + group, 1 + (group % 2)],
      month,
      programme: 0,
      counts: [women, men],
      ...(first ? { part: women + men, partIsAll: true } : { part: 0 }),
    })),
  }))

/** Six groups in four municipalities: three months, and then ten sessions more, of the month after and two that came late. */
export const groupsThatGoOn: fc.Arbitrary<{ before: Publication; sessions: Atom[] }> = fc
  .record({
    session: fc.array(fc.tuple(between(0, 5), between(0, 2), between(4, 9), between(0, 1)), { minLength: 14, maxLength: 18 }),
    more: fc.array(fc.tuple(between(0, 5), fc.constant(3), between(4, 9), between(0, 1)), { minLength: 8, maxLength: 8 }),
    late: fc.array(fc.tuple(between(0, 5), between(0, 2), between(4, 9), between(0, 1)), { minLength: 2, maxLength: 2 }),
  })
  .map(({ session, more, late }) => {
    const atomOfGroup = ([group, month, women, men]: [number, number, number, number]): Atom => ({
      rows: [3 + (group % 4), 1 + (group % 3)],
      month,
      programme: 0,
      counts: [women, men],
      part: 0,
    })
    return {
      before: {
        firstMonth: '2025-11',
        months: 4,
        programmes: 1,
        splits: 2,
        views: [
          { name: 'place', parents: [-1, 0, 0, 1, 1, 2, 2] },
          { name: 'language', parents: [-1, 0, 0, 0] },
        ],
        atoms: session.map(atomOfGroup),
      },
      sessions: [...more, ...late].map(atomOfGroup),
    }
  })

/** Twelve trainings with 150 women in two municipalities. */
export const trainings: fc.Arbitrary<Publication> = fc
  .array(fc.tuple(between(0, 1), between(0, 5), between(5, 20)), { minLength: 12, maxLength: 12 })
  .map((trainings) => ({
    firstMonth: '2025-01',
    months: 6,
    programmes: 1,
    splits: 1,
    views: [{ name: 'place', parents: [-1, 0, 1, 1] }],
    atoms: trainings.map(([municipality, month, women]) => ({ rows: [2 + municipality], month, programme: 0, counts: [women] })),
  }))

/** Seven trainers by background, with how many of them are active. */
export const trainers: fc.Arbitrary<Publication> = fc
  .array(fc.tuple(between(0, 2), between(0, 1), between(0, 2), between(0, 1)), { minLength: 7, maxLength: 7 })
  .map((trainers) => ({
    firstMonth: '2025-01',
    months: 3,
    programmes: 1,
    splits: 3,
    views: [{ name: 'organisation', parents: [-1, 0, 0] }],
    atoms: trainers.map(([background, organisation, month, active]) => ({
      rows: [1 + organisation],
      month,
      programme: 0,
      counts: [0, 1, 2].map((split) => (split === background ? 1 : 0)),
      part: active,
    })),
  }))
