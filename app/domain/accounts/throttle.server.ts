import { pseudonym } from '~/platform/auth/codes.server'
import { countTry, findThrottles, forgetTries } from './throttle-repository.server'

/** How many tries are free, and how long the longest wait between later ones is. */
interface Limit {
  free: number
  longestWaitSeconds: number
}

// An account is guarded against guessing, but its owner is never shut out for longer than five minutes, however many
// others try. An address (a library, a women's centre) may hold many people, so it has more free tries.
const limits = {
  account: { free: 5, longestWaitSeconds: 300 },
  address: { free: 30, longestWaitSeconds: 900 },
} satisfies Record<string, Limit>

const forgottenAfterMs = 60 * 60 * 1000

/** How long to wait after so many tries: nothing while they are free, then 1, 2, 4 … seconds up to the longest. */
export function waitSeconds(tries: number, limit: Limit): number {
  const over = tries - limit.free
  return over <= 0 ? 0 : Math.min(2 ** Math.min(over - 1, 20), limit.longestWaitSeconds)
}

/** Who tries: the account that is named (if any) and the network address. Neither is stored as it is. */
export interface Trier {
  account: string
  address: string
}

function keysOf({ account, address }: Trier): Record<keyof typeof limits, string> {
  return {
    account: `account:${pseudonym('throttle', account.trim().toLowerCase())}`,
    address: `address:${pseudonym('throttle', address)}`,
  }
}

/**
 * Asks for one more try and counts it.
 * @returns 0 when it may go on, else the number of seconds to wait; a refused try does not count
 */
export async function takeTry(trier: Trier, now = new Date()): Promise<number> {
  const keys = keysOf(trier)
  const rows = await findThrottles(Object.values(keys))
  const waits = rows.map((row) => Math.ceil((row.freeAt.getTime() - now.getTime()) / 1000))
  const wait = Math.max(0, ...waits)
  if (wait > 0) return wait
  for (const kind of ['account', 'address'] as const) {
    await countTry(
      keys[kind],
      (tries) => new Date(now.getTime() + waitSeconds(tries, limits[kind]) * 1000),
      new Date(now.getTime() - forgottenAfterMs),
    )
  }
  return 0
}

/** After a good sign-in the tries on the account count no longer; those of the address go on counting. */
export async function forgetAccountTries(trier: Trier): Promise<void> {
  await forgetTries([keysOf(trier).account])
}
