import { type Period } from './publication'

/** One direction of the table: leaves, and sums of them up to the whole. Each sum is part of one larger sum. */
export interface Axis {
  size: number
  /** The distance in the table of two entries beside each other. */
  step: number
  /** For each entry itself and all sums that it is in. */
  paths: number[][]
  children: number[][]
}

/** How one unit more at a leaf, and perhaps one less at another, is felt along an axis: where, as a distance in the table, and how. */
export interface Change {
  at: number[]
  by: number[]
  /** Pairs of changes that make it together: two rows may share it. */
  halves?: [Change, Change][]
}

/** @param parents of each entry the sum it is part of, −1 for the whole */
export function axisOf(parents: number[], step: number): Axis {
  const children: number[][] = parents.map(() => [])
  parents.forEach((parent, entry) => children[parent]?.push(entry))
  const paths = parents.map((_, entry) => {
    const path = []
    for (let at = entry; at >= 0; at = parents[at]!) path.push(at)
    return path
  })
  return { size: parents.length, step, paths, children }
}

/** `count` leaves and, last, all of them together. */
export function flatAxis(count: number, step: number): Axis {
  return axisOf([...Array.from({ length: count }, () => count), -1], step)
}

/** Months, then quarters, then years, and last all months together. */
export class Calendar {
  readonly axis: Axis
  private readonly firstQuarter: number
  private readonly firstYear: number

  constructor(firstMonth: string, months: number, step: number) {
    const skipped = Number(firstMonth.slice(5)) - 1
    const years = Math.ceil((skipped + months) / 12)
    const quarterOf = (month: number) => Math.floor((skipped + month) / 3) - Math.floor(skipped / 3)
    const quarters = quarterOf(months - 1) + 1
    this.firstQuarter = months
    this.firstYear = months + quarters
    const all = this.firstYear + years
    const yearOfQuarter = (quarter: number) => Math.floor((Math.floor(skipped / 3) + quarter) / 4)
    const parents = [
      ...Array.from({ length: months }, (_, month) => this.firstQuarter + quarterOf(month)),
      ...Array.from({ length: quarters }, (_, quarter) => this.firstYear + yearOfQuarter(quarter)),
      ...Array.from({ length: years }, () => all),
      -1,
    ]
    this.axis = axisOf(parents, step)
  }

  /** Where a period stands on the axis; −1 for one that is not of this publication. */
  entryOf(period: Period): number {
    if (period === 'all') return this.axis.size - 1
    const [first, end, index] =
      'month' in period
        ? [0, this.firstQuarter, period.month]
        : 'quarter' in period
          ? [this.firstQuarter, this.firstYear, period.quarter]
          : [this.firstYear, this.axis.size - 1, period.year]
    return isEntry(index, end - first) ? first + index : -1
  }
}

export function isLeaf({ children }: Axis, entry: number): boolean {
  return children[entry]!.length === 0
}

export function oneMore({ paths, step }: Axis, entry: number): Change {
  const path = paths[entry]!
  return { at: path.map((at) => at * step), by: path.map(() => 1) }
}

/** One more at `entry` and one less at `other`: sums of both stay as they are. */
export function shift(axis: Axis, entry: number, other: number): Change {
  const [gain, loss] = [oneMore(axis, entry), opposite(oneMore(axis, other))]
  const at: number[] = []
  const by: number[] = []
  gain.at.forEach((cell) => !loss.at.includes(cell) && at.push(cell) && by.push(1))
  loss.at.forEach((cell) => !gain.at.includes(cell) && at.push(cell) && by.push(-1))
  return { at, by, halves: [[gain, loss]] }
}

export function opposite({ at, by }: Change): Change {
  return { at, by: by.map((each) => -each) }
}

/** Whether something that was asked for is one of so many. */
export function isEntry(entry: number, size: number): boolean {
  return Number.isInteger(entry) && entry >= 0 && entry < size
}
