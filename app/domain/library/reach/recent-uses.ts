import { createHmac, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Language } from '~/i18n/languages'
import type { ReachKind } from './schema'

/** Who asks, as far as an answer has to know that anyway. Neither is kept as it is. */
export interface Visitor {
  /** Network address, or the part of it that one home or office has. */
  place: string
  userAgent: string
}

/** What is used. `part` tells the files of an item apart; the large and the small one of a recording are the same. */
export interface Thing {
  itemId: string
  kind: ReachKind
  part: string
}

const minute = 60_000

/** A view counts again after a minute; a file when nobody asked for a piece of it for half an hour. */
export const windowOf = (kind: ReachKind): number => (kind === 'view' ? minute : 30 * minute)

/** How long a key is used for what is new. It is thrown away after as long again. */
export const keyAge = 60 * minute

/** From one place at most so many uses count for each key: whoever wants to drive the figures up gets this far. */
export const mostFromPlace = 600

interface Memory {
  /** When it was last counted, and last asked for. */
  counted: number
  asked: number
  /** The day and language under which it was last counted. */
  day: string
  language: Language
  /** Views that were counted here and of which nobody has said yet where they come from. */
  untold: number
}

interface Generation {
  key: Buffer
  since: number
  uses: LRUCache<string, Memory>
  places: LRUCache<string, number>
}

/**
 * Remembers for a short while what was used, to count a reload and the forty pieces of one file once. It lives in memory, is
 * bounded, and holds hashes with a key that nobody has: whoever reads this memory finds no address and no program. After at most
 * two hours the key is gone, and with it all that was remembered.
 */
export class RecentUses {
  private present: Generation | null = null
  private before: Generation | null = null

  /** @param limit uses, and places, that are remembered for each key; beyond it the oldest are forgotten, and may count twice */
  constructor(private readonly limit = 20_000) {}

  /**
   * Notes that somebody asked for something.
   * @param day under which it would be counted
   * @returns whether it counts
   */
  take(visitor: Visitor, thing: Thing, { now, day, language }: { now: number; day: string; language: Language }): boolean {
    const { memory, present, hash } = this.recall(visitor, thing, now)
    const window = windowOf(thing.kind)
    const since = thing.kind === 'view' ? memory?.counted : memory?.asked
    const isDouble = since !== undefined && now - since < window
    if (isDouble) memory!.asked = now
    if (isDouble || !this.hasRoom(visitor, present)) return false
    // A sum can lose no more than was added to it.
    const untold = memory && memory.day === day && memory.language === language ? memory.untold : 0
    present.uses.set(hash, { counted: now, asked: now, day, language, untold: untold + 1 })
    return true
  }

  /**
   * Notes that somebody said of a view where she works.
   * @returns the day and language under which that view was counted; `new` when no view is remembered, so that this is one;
   *   `double` when all that are remembered were spoken of already
   */
  tell(visitor: Visitor, itemId: string, { now, day, language }: { now: number; day: string; language: Language }) {
    const { memory, present, hash } = this.recall(visitor, { itemId, kind: 'view', part: '' }, now)
    // What was counted yesterday stays as it is: figures of a day that is over do not change.
    if (memory && memory.day === day) {
      if (memory.untold === 0) return 'double' as const
      memory.untold -= 1
      return { day: memory.day, language: memory.language }
    }
    if (!this.hasRoom(visitor, present)) return 'double' as const
    present.uses.set(hash, { counted: now, asked: now, day, language, untold: 0 })
    return 'new' as const
  }

  /** Throws a key away when its time has come. Called now and then, also when nobody visits. */
  forget(now: number): void {
    if (this.present && now - this.present.since >= keyAge) {
      this.before = now - this.present.since < 2 * keyAge ? this.present : null
      this.present = null
    }
    if (this.before && now - this.before.since >= 2 * keyAge) this.before = null
  }

  private recall(visitor: Visitor, thing: Thing, now: number) {
    this.forget(now)
    const present = (this.present ??= this.begin(now))
    const hash = hashOf(present.key, visitor, thing)
    let memory = present.uses.get(hash)
    if (!memory && this.before) {
      memory = this.before.uses.get(hashOf(this.before.key, visitor, thing))
      // Whoever is still busy goes along to the new key.
      if (memory) present.uses.set(hash, memory)
    }
    return { memory, present, hash }
  }

  private begin(now: number): Generation {
    return { key: randomBytes(32), since: now, uses: new LRUCache({ max: this.limit }), places: new LRUCache({ max: this.limit }) }
  }

  private hasRoom({ place }: Visitor, { key, places }: Generation): boolean {
    const hash = createHmac('sha256', key).update(place).digest('base64')
    const counted = (places.get(hash) ?? 0) + 1
    if (counted > mostFromPlace) return false
    places.set(hash, counted)
    return true
  }
}

function hashOf(key: Buffer, { place, userAgent }: Visitor, { itemId, kind, part }: Thing): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([place, userAgent, itemId, kind, part]))
    .digest('base64')
}
