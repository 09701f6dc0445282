import { createHmac, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'

const hour = 60 * 60 * 1000

/** A whole hall behind one connection gets through, also when two meetings share it; a machine that fills in forms does not. */
export const usualLimits = { fromPlace: 200, altogether: 1000 }

/**
 * Bounds how many forms an evaluation takes in an hour, from one place and altogether. It remembers in memory only, and places
 * by a hash whose key nobody has: when the process ends nothing is left.
 */
export class SendingThrottle {
  private readonly key = randomBytes(32)
  private readonly taken = new LRUCache<string, number[]>({ max: 20_000, ttl: hour })

  constructor(private readonly limits = usualLimits) {}

  /** Asks to take one form. @returns 0 when it may come in, else the seconds to wait; a refused one does not count */
  take(evaluationId: string, place: string, now = Date.now()): number {
    const keys = [
      { key: this.hash(evaluationId, place), limit: this.limits.fromPlace },
      { key: evaluationId, limit: this.limits.altogether },
    ].map(({ key, limit }) => ({ key, limit, times: (this.taken.get(key) ?? []).filter((time) => time > now - hour) }))
    const waits = keys.map(({ times, limit }) => (times.length < limit ? 0 : times[times.length - limit]! + hour - now))
    const wait = Math.max(...waits)
    if (wait > 0) return Math.ceil(wait / 1000)
    for (const { key, times } of keys) this.taken.set(key, [...times, now])
    return 0
  }

  private hash(evaluationId: string, place: string): string {
    return createHmac('sha256', this.key).update(`${evaluationId} ${place}`).digest('base64url')
  }
}
