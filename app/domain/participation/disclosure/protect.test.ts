import { describe, expect, test } from 'vitest'
import { protect, type Atom, type Period, type Publication } from './protect'

const withheld = { withheld: true }

/** Country > province > two places; women and men. */
function publicationOf(atoms: Atom[], { firstMonth = '2024-01', months = 12, programmes = 1 } = {}): Publication {
  return { firstMonth, months, programmes, splits: 2, views: [{ name: 'place', parents: [-1, 0, 1, 1] }], atoms }
}

function atom(row: number, month: number, counts: number[], programme = 0): Atom {
  return { rows: [row], month, programme, counts }
}

const country = { view: 0, row: 0, programme: 'all', split: 'all' } as const

describe('periods', () => {
  const { look } = protect(
    publicationOf([atom(2, 0, [20, 0]), atom(2, 2, [40, 0]), atom(2, 3, [80, 0])], { firstMonth: '2023-11', months: 4 }),
  )
  test.each<[Period, number]>([
    [{ month: 0 }, 20],
    [{ month: 1 }, 0],
    [{ quarter: 0 }, 20],
    [{ quarter: 1 }, 120],
    [{ year: 0 }, 20],
    [{ year: 1 }, 120],
    ['all', 140],
  ])('%j', (period, shown) => {
    expect(look({ ...country, period })).toEqual({ shown })
  })

  test.each<Period>([{ month: 4 }, { quarter: 2 }, { year: 2 }, { month: -1 }, { month: 0.5 }])(
    '%j is not of this publication',
    (period) => {
      expect(look({ ...country, period })).toEqual(withheld)
    },
  )
})

describe('what may be asked', () => {
  const { look } = protect(publicationOf([atom(2, 0, [50, 30]), atom(3, 0, [30, 10])]))
  test('rows, splits and their sums', () => {
    expect(look({ ...country, period: 'all' })).toEqual({ shown: 120 })
    expect(look({ ...country, period: 'all', row: 2, split: 1 })).toEqual({ shown: 30 })
    expect(look({ ...country, period: 'all', row: 1, split: 0, programme: 0 })).toEqual({ shown: 80 })
  })

  test('nothing else', () => {
    const outside = [{ row: 4 }, { row: -1 }, { view: 1 }, { split: 2 }, { split: -1 }, { programme: 1 }, { measure: 'part' as const }]
    for (const other of outside) expect(look({ ...country, period: 'all', ...other })).toEqual(withheld)
  })
})

test('where nobody was, 0 is shown', () => {
  const { look } = protect(publicationOf([atom(2, 0, [3, 0])]))
  expect(look({ ...country, period: { month: 0 }, split: 1 })).toEqual({ shown: 0 })
  expect(look({ ...country, period: { month: 5 } })).toEqual({ shown: 0 })
  expect(look({ ...country, period: { month: 0 }, split: 0 })).toEqual(withheld)
})

test('nothing is withheld where all counts are large and add up as they are shown', () => {
  const atoms = [2, 3].flatMap((row) => Array.from({ length: 12 }, (_, month) => atom(row, month, [20 + 5 * month, 45])))
  expect(protect(publicationOf(atoms)).loss).toEqual({ cells: 4 * 18 * 2 * 3, withheld: 0 })
})

test('a second cell is withheld where the first could be found by subtraction', () => {
  const shownOf = (small: number, large: number) => {
    const guarded = protect(publicationOf([atom(2, 0, [small, 0]), atom(3, 0, [large, 0])]))
    return [1, 2, 3].map((row) => guarded.look({ ...country, period: 'all', row }))
  }
  // 98 to 102 less 98 to 102: that can be 1 to 4.
  expect(shownOf(1, 100)).toEqual([{ shown: 100 }, withheld, { shown: 100 }])
  // 108 to 112 less 98 to 102: of 1 to 7 that can only be 6 or 7.
  expect(shownOf(6, 102)).toContainEqual(withheld)
  expect(shownOf(6, 102).filter((shown) => 'withheld' in shown)).toHaveLength(2)
})

test('of a part is said what is said of all where everybody knows that it is all', () => {
  const atoms = [
    { ...atom(2, 0, [5, 1]), part: 6, partIsAll: true },
    { ...atom(3, 0, [20, 20]), part: 30 },
  ]
  const { look } = protect(publicationOf(atoms))
  expect(look({ ...country, period: { month: 0 }, row: 2, measure: 'part' })).toEqual(withheld)
  expect(look({ ...country, period: { month: 0 }, row: 2, measure: 'part', split: 0 })).toEqual(withheld)
  expect(look({ ...country, period: { month: 0 }, row: 3, measure: 'part' })).toEqual({ shown: 30 })
})

test('the loss is counted over cells that are not zero', () => {
  const { loss } = protect({ ...publicationOf([atom(2, 0, [4, 0])], { months: 1 }), views: [{ name: 'country', parents: [-1, 0, 0] }] })
  // Country and one place; month, quarter, year and all; one programme and all; women and all.
  expect(loss).toEqual({ cells: 2 * 4 * 2 * 2, withheld: 2 * 4 * 2 * 2 })
})

test.each([
  ['an atom in a sum', publicationOf([atom(1, 0, [9, 9])])],
  ['a month too late', publicationOf([atom(2, 12, [9, 9])])],
  ['a split too many', publicationOf([atom(2, 0, [9, 9, 9])])],
  ['a part larger than all', publicationOf([{ ...atom(2, 0, [9, 9]), part: 19 }])],
  ['no tree', { ...publicationOf([]), views: [{ name: 'place', parents: [-1, 2, 0] }] }],
])('%s is refused', (_, publication) => {
  expect(() => protect(publication)).toThrow(RangeError)
})
