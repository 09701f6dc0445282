import fc from 'fast-check'
import { type Atom, type Publication } from '~/domain/participation/disclosure/publication'

// Publications for the tests of disclosure control.

const atom = (months: number, programmes: number): fc.Arbitrary<Atom> =>
  fc
    .record({
      place: fc.integer({ min: 3, max: 6 }),
      language: fc.integer({ min: 1, max: 3 }),
      month: fc.nat(months - 1),
      programme: fc.nat(programmes - 1),
      counts: fc.tuple(fc.oneof(fc.nat(9), fc.nat(40)), fc.nat(9)),
      share: fc.constantFrom(0, 0.3, 1),
      known: fc.boolean(),
    })
    .map(({ place, language, month, programme, counts, share, known }) => ({
      ...{ rows: [place, language], month, programme, counts },
      part: Math.round((counts[0] + counts[1]) * share),
      partIsAll: known && share === 1,
    }))

/** Two provinces with two places each; three languages; at most half a year and two programmes. */
export const publications: fc.Arbitrary<Publication> = fc
  .record({ start: fc.integer({ min: 1, max: 12 }), months: fc.integer({ min: 1, max: 6 }), programmes: fc.integer({ min: 1, max: 2 }) })
  .chain(({ start, months, programmes }) =>
    fc.array(atom(months, programmes), { minLength: 1, maxLength: 14 }).map((atoms) => ({
      ...{ firstMonth: `2024-${String(start).padStart(2, '0')}`, months, programmes, splits: 2, atoms },
      views: [
        { name: 'place', parents: [-1, 0, 0, 1, 1, 2, 2] },
        { name: 'language', parents: [-1, 0, 0, 0] },
      ],
    })),
  )

/** One month, one programme, one split: a list of rows under a sum. */
export function listOf(counts: number[]): Publication {
  return {
    ...{ firstMonth: '2024-01', months: 1, programmes: 1, splits: 1 },
    views: [{ name: 'place', parents: [-1, ...counts.map(() => 0)] }],
    atoms: counts.map((count, row) => ({ rows: [row + 1], month: 0, programme: 0, counts: [count] })),
  }
}
