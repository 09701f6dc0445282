import fc from 'fast-check'
import { expect, test } from 'vitest'
import { protect, type Atom, type Cell, type Period, type Publication } from '~/domain/participation/disclosure/protect'
import { publications } from './publications'

/** All that may be asked of a publication. */
function cellsOf({ firstMonth, months, programmes, splits, views }: Publication): Cell[] {
  const skipped = Number(firstMonth.slice(5)) - 1
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)
  const periods: Period[] = [
    ...upTo(months).map((month) => ({ month })),
    ...upTo(Math.ceil(((skipped % 3) + months) / 3)).map((quarter) => ({ quarter })),
    ...upTo(Math.ceil((skipped + months) / 12)).map((year) => ({ year })),
    'all',
  ]
  return views.flatMap(({ parents }, view) =>
    parents.flatMap((_, row) =>
      periods.flatMap((period) =>
        [...upTo(programmes), 'all' as const].flatMap((programme) => [
          ...[...upTo(splits), 'all' as const].map((split) => ({ view, row, period, programme, split })),
          { view, row, period, programme, split: 'all' as const, measure: 'part' as const },
        ]),
      ),
    ),
  )
}

/** The count itself, from the atoms. */
function countOf({ firstMonth, views, atoms }: Publication, { view, row, period, programme, split, measure }: Cell): number {
  const skipped = Number(firstMonth.slice(5)) - 1
  const isIn = ({ rows, month, programme: of }: Atom) => {
    let at = rows[view]!
    while (at > row) at = views[view]!.parents[at]!
    if (at !== row || (programme !== 'all' && of !== programme)) return false
    if (period === 'all') return true
    if ('month' in period) return month === period.month
    if ('year' in period) return Math.floor((skipped + month) / 12) === period.year
    return Math.floor(((skipped % 3) + month) / 3) === period.quarter
  }
  const peopleOf = ({ counts, part = 0 }: Atom) =>
    measure === 'part' ? part : split === 'all' ? counts.reduce((sum, count) => sum + count, 0) : counts[split]!
  return atoms.filter(isIn).reduce((sum, atom) => sum + peopleOf(atom), 0)
}

test('shown is a count from 8 on, rounded to fives, or 0; the loss says how many others there are', () => {
  fc.assert(
    fc.property(publications, (publication) => {
      const { look, loss } = protect(publication)
      const cells = cellsOf(publication).map((cell) => ({ cell, count: countOf(publication, cell), shown: look(cell) }))
      const wrong = cells.filter(({ count, shown }) =>
        'shown' in shown ? (count > 0 && count < 8) || shown.shown !== 5 * Math.round(count / 5) : count === 0,
      )
      expect(wrong).toEqual([])
      const counted = cells.filter(({ cell, count }) => count > 0 && (cell.view === 0 || cell.row > 0))
      expect(loss).toEqual({ cells: counted.length, withheld: counted.filter(({ shown }) => 'withheld' in shown).length })
    }),
  )
})

test('what is published does not depend on the order of the atoms, nor on how they are cut', () => {
  const cut = (atom: Atom): Atom[] => {
    const [women, men] = atom.counts as [number, number]
    const part = Math.min(atom.part!, women)
    return [
      { ...atom, counts: [women, 0], part },
      { ...atom, counts: [0, men], part: atom.part! - part },
    ]
  }
  const shuffled = publications.chain((publication) =>
    fc.shuffledSubarray(publication.atoms, { minLength: publication.atoms.length }).map((atoms) => ({ publication, atoms })),
  )
  fc.assert(
    fc.property(shuffled, ({ publication, atoms }) => {
      const [one, other] = [protect(publication), protect({ ...publication, atoms: atoms.flatMap(cut) })]
      for (const cell of cellsOf(publication)) expect(other.look(cell)).toEqual(one.look(cell))
    }),
    { numRuns: 30 },
  )
})

test('all views say the same of everybody', () => {
  fc.assert(
    fc.property(publications, (publication) => {
      const { look } = protect(publication)
      for (const cell of cellsOf(publication).filter(({ view, row }) => view === 0 && row === 0))
        expect(look({ ...cell, view: 1 })).toEqual(look(cell))
    }),
    { numRuns: 30 },
  )
})

/** Every way to fill so many rows with 1 to 20 people each. */
function* fillings(rows: number): Generator<number[]> {
  if (rows === 0) yield []
  else for (const rest of fillings(rows - 1)) for (let count = 1; count <= 20; count++) yield [...rest, count]
}

test('whoever tries all that could have been finds four or more numbers for each small count', () => {
  const listed = (counts: number[]) => ({
    ...{ firstMonth: '2024-01', months: 1, programmes: 1, splits: 1, views: [{ name: 'place', parents: [-1, 0, 0, 0] }] },
    atoms: counts.map((count, row) => ({ rows: [row + 1], month: 0, programme: 0, counts: [count] })),
  })
  const all = [...fillings(3)]
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 16 }), { minLength: 3, maxLength: 3 }), (counts) => {
      const { look } = protect(listed(counts))
      const shown = [0, 1, 2, 3].map((row) => look({ view: 0, row, period: 'all', programme: 'all', split: 'all' }))
      const looksLike = (count: number, row: number) => {
        const cell = shown[row]!
        // The best attacker knows which of those that are withheld are small.
        const isSmall = (row === 0 ? counts.reduce((sum, other) => sum + other) : counts[row - 1]!) <= 7
        return 'shown' in cell ? 5 * Math.round(count / 5) === cell.shown : count <= 7 === isSmall
      }
      const possible = all.filter(
        (rows) => looksLike(rows[0]! + rows[1]! + rows[2]!, 0) && rows.every((count, row) => looksLike(count, row + 1)),
      )
      counts.forEach((count, row) => {
        if (count > 7) return
        const numbers = possible.map((rows) => rows[row]!)
        expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThanOrEqual(3)
      })
    }),
    { numRuns: 60 },
  )
})
