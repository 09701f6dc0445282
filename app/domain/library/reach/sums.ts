import type { Language } from '~/i18n/languages'
import type { ReachKind } from './schema'

/** So many uses of one kind on one day. It is all that is ever written down of a visit. */
export interface ReachSum {
  /** YYYY-MM-DD, in the Netherlands. */
  day: string
  itemId: string
  kind: ReachKind
  language: Language
  /** CBS code; empty where the visitor did not say. */
  municipality: string
  /** Empty where the visitor did not say. */
  profession: string
  count: number
}

/** Sums that wait to be written. */
export class WaitingSums {
  private sums = new Map<string, ReachSum>()

  /** Adds to a sum; a negative count takes from it. */
  add(more: ReachSum): void {
    const key = keyOf(more)
    const known = this.sums.get(key)
    const count = (known?.count ?? 0) + more.count
    // What was moved on before it was written leaves nothing to write.
    if (count === 0) this.sums.delete(key)
    else this.sums.set(key, { ...more, count })
  }

  get size(): number {
    return this.sums.size
  }

  /** Hands all of them over, in an order that is always the same, and begins anew. */
  takeAll(): ReachSum[] {
    const all = [...this.sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
    this.sums = new Map()
    return all
  }
}

function keyOf({ day, itemId, kind, language, municipality, profession }: ReachSum): string {
  return `${day} ${itemId} ${kind} ${language} ${municipality} ${profession}`
}
