import type { Language } from '~/i18n/languages'
import { RecentUses, type Visitor } from './recent-uses'
import type { ReachKind } from './schema'
import { WaitingSums, type ReachSum } from './sums'

/** Something that was used, as far as it counts. */
export interface Use {
  itemId: string
  kind: ReachKind
  language: Language
  /** Tells the files of an item apart; empty for a page. */
  part: string
}

interface CounterOptions {
  /** Adds sums to those that are written down; all of them or none. */
  write: (sums: ReachSum[]) => Promise<void>
  /** The day in the Netherlands. */
  dayOf: (moment: Date) => string
  /** Called at the first thing that waits to be written. */
  onWaiting?: () => void
}

/** Counts uses in memory, leaves doubles out, and hands on sums. */
export class ReachCounter {
  private readonly recent = new RecentUses()
  private readonly waiting = new WaitingSums()
  private turn: Promise<void> = Promise.resolve()

  constructor(private readonly options: CounterOptions) {}

  /** Counts a use, unless it is a double. @returns whether it counted */
  count({ itemId, kind, language, part }: Use, visitor: Visitor, now: Date): boolean {
    const day = this.options.dayOf(now)
    if (!this.recent.take(visitor, { itemId, kind, part }, { now: now.getTime(), day, language })) return false
    this.add({ day, itemId, kind, language, municipality: '', profession: '', count: 1 })
    return true
  }

  /**
   * Counts the view that somebody has open as one of her municipality and profession. It was counted already when she opened the
   * page, as one of which nobody knows where it comes from: that sum becomes one less.
   * @returns whether it counted
   */
  tell(
    itemId: string,
    said: { municipality: string; profession: string },
    visitor: Visitor,
    given: { language: Language; now: Date },
  ): boolean {
    const { language, now } = given
    const day = this.options.dayOf(now)
    const view = this.recent.tell(visitor, itemId, { now: now.getTime(), day, language })
    if (view === 'double') return false
    const counted = view === 'new' ? { day, language } : view
    const sum = { ...counted, itemId, kind: 'view' as const }
    if (view !== 'new') this.add({ ...sum, municipality: '', profession: '', count: -1 })
    this.add({ ...sum, ...said, count: 1 })
    return true
  }

  /** Throws away what has to be forgotten. */
  forget(now: Date): void {
    this.recent.forget(now.getTime())
  }

  /**
   * Writes all that waits, after what is being written already.
   * @throws what `write` threw; the sums wait on
   */
  writeAll(): Promise<void> {
    const mine = this.turn.then(async () => {
      const sums = this.waiting.takeAll()
      if (sums.length === 0) return
      try {
        await this.options.write(sums)
      } catch (error) {
        for (const sum of sums) this.waiting.add(sum)
        throw error
      }
    })
    this.turn = mine.catch(() => {})
    return mine
  }

  private add(sum: ReachSum): void {
    const first = this.waiting.size === 0
    this.waiting.add(sum)
    if (first) this.options.onWaiting?.()
  }
}
