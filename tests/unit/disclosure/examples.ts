import type { Atom, Publication } from '~/domain/participation/disclosure/publication'

// Each of these was once known closer than the rules allow; made as small as they go.

const people = (rows: number[], month: number, counts: number[], more: Partial<Atom> = {}): Atom => ({ rows, month, programme: 0, counts, ...more })
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
]

export interface TwoExample {
  name: string
  before: Publication
  session: Atom
}

export const together: TwoExample[] = [
  {
    name: 'first-time people of one month are nearly all',
    before: {
      ...one,
      firstMonth: '2025-01',
      months: 2,
      views: [place(0, 1)],
      atoms: [
        people([2], 1, [8], first(8)),
        people([2], 0, [42], first(42)),
        people([2], 1, [87], first(87)),
        people([2], 1, [337], { part: 1 }),
        people([2], 1, [36], { part: 0 }),
      ],
    },
    session: people([2], 0, [2], first(2)),
  },
  {
    name: 'first-time people cannot be more than people',
    before: {
      ...one,
      firstMonth: '2025-02',
      months: 1,
      views: [place(0, 0, 1, 2)],
      atoms: [people([4], 0, [39], { part: 38 }), people([3], 0, [8], first(8))],
    },
    session: people([4], 0, [1], { part: 1 }),
  },
  {
    name: 'a province of eight and one of one',
    before: { ...one, firstMonth: '2025-02', months: 1, views: [place(0, 0, 1, 2)], atoms: [people([4], 0, [8]), people([3], 0, [1])] },
    session: people([4], 0, [1]),
  },
  {
    name: 'two months, the smaller with a part',
    before: {
      ...one,
      firstMonth: '2025-12',
      months: 2,
      views: [place(0, 1)],
      atoms: [people([2], 1, [11], { part: 11 }), people([2], 0, [2], { part: 1 })],
    },
    session: people([2], 1, [2], { part: 2 }),
  },
  {
    name: 'a new municipality beside two that are rounded up',
    before: {
      ...one,
      programmes: 2,
      firstMonth: '2025-02',
      months: 1,
      views: [place(0, 1, 1, 1)],
      atoms: [people([3], 0, [8], { programme: 1 }), people([2], 0, [13])],
    },
    session: people([4], 0, [1]),
  },
  {
    name: 'a programme of one with many beside it',
    before: {
      ...one,
      programmes: 2,
      firstMonth: '2025-12',
      months: 3,
      views: [place(0, 1)],
      atoms: [
        people([2], 1, [6], { part: 6 }),
        people([2], 0, [38], { part: 28, programme: 1 }),
        people([2], 0, [1], { part: 1 }),
        people([2], 1, [39], { part: 39, programme: 1 }),
        people([2], 2, [23], { part: 19, programme: 1 }),
      ],
    },
    session: people([2], 0, [12], { part: 0 }),
  },
]
