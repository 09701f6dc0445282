import { tallyWidth } from '~/domain/groups/tally'
import { addUp, sumWidth } from './facts/dataset'
import type { Groups } from './facts/groups'

/** Sessions of one group that stand behind one another, with their sums. A million sessions pass here for one page: hence numbers in lists, and no objects. */
export class Stretch {
  /** Where they begin and end in the list of all. */
  begin = 0
  end = 0
  /** Where their sums are. */
  sums: Uint32Array
  at = 0
  readonly values: Uint16Array
  readonly wholes: Uint32Array
  private readonly own = new Uint32Array(sumWidth)

  constructor({ values, wholes }: { values: Uint16Array; wholes: Uint32Array }) {
    this.values = values
    this.wholes = wholes
    this.sums = this.own
  }

  /** One of the same list, for a part of these. */
  another(): Stretch {
    return new Stretch(this)
  }

  get sessions(): number {
    return (this.end - this.begin) / tallyWidth
  }

  /** Takes the sessions of a group between two days. @returns whether there are any */
  take(groups: Groups, place: number, from: number, to: number): boolean {
    const [firstDay, lastDay] = [groups.firstDays[place]!, groups.lastDays[place]!]
    if (firstDay > to || lastDay < from) return false
    let begin = groups.starts[place]!
    let end = begin + groups.counts[place]! * tallyWidth
    if (firstDay >= from && lastDay <= to) {
      this.begin = begin
      this.end = end
      this.sums = this.wholes
      this.at = groups.wholes[place]!
      return true
    }
    const { values } = this
    // They come by day: those within the period stand behind one another.
    while (begin < end && values[begin]! < from) begin += tallyWidth
    while (end > begin && values[end - tallyWidth]! > to) end -= tallyWidth
    if (begin === end) return false
    this.walk(begin, end)
    return true
  }

  /** Takes sessions from one place to another. */
  walk(begin: number, end: number): void {
    this.begin = begin
    this.end = end
    this.sums = this.own
    this.at = 0
    this.own.fill(0)
    addUp(this.values, begin, end, this.own, 0)
  }
}
