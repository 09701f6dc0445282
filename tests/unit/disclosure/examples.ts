import type { Atom, Publication } from '~/domain/participation/disclosure/publication'

// Each of these was once known closer than the rules allow; made as small as they go.

const people = (rows: number[], month: number, counts: number[], more: Partial<Atom> = {}): Atom => ({
  rows,
  month,
  programme: 0,
  counts,
  ...more,
})
const first = (count: number): Partial<Atom> => ({ part: count, partIsAll: true })

const place = (...parents: number[]) => ({ name: 'place', parents: [-1, ...parents] })
const language = (rows: number) => ({ name: 'language', parents: [-1, ...Array<number>(rows).fill(0)] })

const one = { programmes: 1, splits: 1 }

export interface OneExample {
  name: string
  publication: Publication
}

export const alone: OneExample[] = [
  {
    name: 'a month 7 is the rounded month less the other language',
    publication: {
      ...one,
      firstMonth: '2025-01',
      months: 3,
      views: [language(2)],
      atoms: [people([2], 2, [7], { part: 7 }), people([2], 0, [1], { part: 0 }), people([1], 2, [11], { part: 0 })],
    },
  },
  {
    name: 'a quarter and a language overlap in one month',
    publication: {
      ...one,
      firstMonth: '2025-11',
      months: 4,
      views: [place(0, 1, 1), language(2)],
      atoms: [people([2, 2], 0, [1]), people([2, 1], 3, [1]), people([3, 2], 2, [7])],
    },
  },
  {
    name: 'men of two municipalities are all less the women',
    publication: {
      ...one,
      splits: 2,
      firstMonth: '2025-11',
      months: 1,
      views: [place(0, 0, 1, 2, 2), language(2)],
      atoms: [people([3, 2], 0, [5, 1], first(6)), people([5, 2], 0, [4, 1], { part: 0 }), people([4, 1], 0, [6, 0], first(6))],
    },
  },
  {
    name: 'a row makes up for one of its own view, not of another',
    publication: {
      ...one,
      splits: 3,
      firstMonth: '2025-11',
      months: 4,
      views: [place(0, 1, 1, 1), language(2), { name: 'organisation', parents: [-1, 0, 0, 0] }],
      atoms: [
        people([3, 2, 1], 0, [30, 6, 108]),
        people([4, 2, 2], 2, [4, 4, 0]),
        people([3, 2, 1], 3, [0, 10, 27]),
        people([3, 1, 3], 1, [5, 14, 17]),
        people([4, 2, 2], 3, [0, 0, 18]),
        people([2, 2, 3], 2, [26, 0, 4]),
        people([3, 2, 3], 0, [25, 2, 5]),
        people([2, 1, 2], 1, [34, 38, 8]),
        people([3, 1, 1], 0, [2, 3, 296]),
      ],
    },
  },
  {
    name: 'people who come in one view come in all views',
    publication: {
      firstMonth: '2025-02',
      months: 2,
      programmes: 2,
      splits: 2,
      views: [place(0, 0, 1, 1, 2, 2), language(1), { name: 'organisation', parents: [-1, 0, 0] }],
      atoms: [
        people([4, 1, 2], 1, [5, 26]),
        people([6, 1, 1], 0, [11, 6], { programme: 1 }),
        people([5, 1, 1], 1, [35, 0]),
        people([5, 1, 2], 0, [10, 10]),
        people([6, 1, 2], 0, [5, 32]),
        people([6, 1, 2], 0, [0, 36], { programme: 1 }),
        people([4, 1, 1], 1, [161, 11], { programme: 1 }),
        people([3, 1, 1], 1, [0, 3], { programme: 1 }),
        people([5, 1, 2], 0, [4, 1]),
        people([4, 1, 2], 0, [7, 2]),
        people([4, 1, 2], 1, [9, 2]),
        people([6, 1, 2], 0, [24, 0]),
      ],
    },
  },
]
