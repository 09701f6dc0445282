import { type Period } from './publication'

/** One direction of a table: leaves, and sums of them up to the whole. Each sum is part of one larger sum. */
export interface Axis {
  size: number
  /** For each entry itself and all sums that it is in. */
  paths: number[][]
  children: number[][]
}

/** How one unit more at a leaf, and perhaps one less at another, is felt along an axis. */
export interface Change {
  at: number[]
  by: number[]
  /** Of a change that is a difference: the one more, and the one less. */
  halves?: [Change, Change]
}

function axisOf(parents: number[]): Axis {
  const children: number[][] = parents.map(() => [])
  parents.forEach((parent, entry) => children[parent]?.push(entry))
  const paths = parents.map((_, entry) => {
    const path = []
    for (let at = entry; at >= 0; at = parents[at]!) path.push(at)
    return path
  })
  return { size: parents.length, paths, children }
}

export const rowAxis = axisOf

/** `count` leaves and, last, all of them together. */
export function flatAxis(count: number): Axis {
  return axisOf([...Array.from({ length: count }, () => count), -1])
}

/** Months, then quarters, then years, and last all months together. */
export class Calendar {
  readonly axis: Axis
  private readonly firstQuarter: number
  private readonly firstYear: number

  constructor(firstMonth: string, months: number) {
    const skipped = Number(firstMonth.slice(5)) - 1
    const years = Math.ceil((skipped + months) / 12)
    const quarterOf = (month: number) => Math.floor((skipped + month) / 3) - Math.floor(skipped / 3)
    const quarters = quarterOf(months - 1) + 1
    this.firstQuarter = months
    this.firstYear = months + quarters
    const all = this.firstYear + years
    const yearOfQuarter = (quarter: number) => Math.floor((Math.floor(skipped / 3) + quarter) / 4)
    this.axis = axisOf([
      ...Array.from({ length: months }, (_, month) => this.firstQuarter + quarterOf(month)),
      ...Array.from({ length: quarters }, (_, quarter) => this.firstYear + yearOfQuarter(quarter)),
      ...Array.from({ length: years }, () => all),
      -1,
    ])
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

export function oneMore({ paths }: Axis, entry: number): Change {
  return { at: paths[entry]!, by: paths[entry]!.map(() => 1) }
}

/** One more at `entry` and one less at `other`: sums of both stay as they are. */
export function shift(axis: Axis, entry: number, other: number): Change {
  const [path, otherPath] = [axis.paths[entry]!, axis.paths[other]!]
  const gains = path.filter((at) => !otherPath.includes(at))
  const losses = otherPath.filter((at) => !path.includes(at))
  return {
    at: [...gains, ...losses],
    by: [...gains.map(() => 1), ...losses.map(() => -1)],
    halves: [oneMore(axis, entry), oneMore(axis, other)],
  }
}

/** Whether something that was asked for is one of so many. */
export function isEntry(entry: number, size: number): boolean {
  return Number.isInteger(entry) && entry >= 0 && entry < size
}
