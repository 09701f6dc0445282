import { pseudonym } from '~/platform/auth/codes.server'
import { forgetTries, updateTries, type Tries } from './throttle-repository.server'

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

function keysOf({ account, address }: Trier): { key: string; limit: Limit }[] {
  // As names are looked up, so that writing one differently gives no more tries.
  const name = account.trim().normalize('NFKC').toLowerCase()
  return [
    { key: `account:${pseudonym('throttle', name)}`, limit: limits.account },
    { key: `address:${pseudonym('throttle', address)}`, limit: limits.address },
  ]
}

/**
 * Asks for one more try and counts it.
 * @returns 0 when it may go on, else the number of seconds to wait; a refused try does not count
 */
export async function takeTry(trier: Trier, now = new Date()): Promise<number> {
  const wanted = keysOf(trier)
  let wait = 0
  await updateTries(
    wanted.map(({ key }) => key),
    now,
    (rows) => {
      wait = Math.max(0, ...rows.map((row) => Math.ceil((row.freeAt.getTime() - now.getTime()) / 1000)))
      return wait > 0 ? [] : rows.map((row, index) => oneMore(row, wanted[index]!.limit, now))
    },
  )
  return wait
}

function oneMore({ key, tries, freeAt }: Tries, limit: Limit, now: Date): Tries {
  const forgotten = freeAt.getTime() < now.getTime() - forgottenAfterMs
  const next = forgotten ? 1 : tries + 1
  return { key, tries: next, freeAt: new Date(now.getTime() + waitSeconds(next, limit) * 1000) }
}

/** After a good sign-in the tries on the account count no longer; those of the address go on counting. */
export async function forgetAccountTries(trier: Trier): Promise<void> {
  await forgetTries([keysOf(trier)[0]!.key])
}
