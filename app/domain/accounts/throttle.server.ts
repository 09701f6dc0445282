import { pseudonym } from '~/platform/auth/codes.server'
import { forgetTries, updateTries, type Tries } from './throttle-repository.server'

/** How many tries are free, and how long the longest wait between later ones is. */
interface Limit {
  free: number
  longestWaitSeconds: number
}

// Guessing at one account from one place soon takes long. Many places that guess at one account slow each other down, but never
// so far that its owner cannot get in between: nobody can shut somebody else out. An address (a library, a training room) may
// hold many people, so it has more tries.
const limits = {
  accountFromAddress: { free: 5, longestWaitSeconds: 300 },
  account: { free: 100, longestWaitSeconds: 2 },
  address: { free: 60, longestWaitSeconds: 900 },
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
  const place = placeOf(address)
  return [
    { key: `accountFromAddress:${pseudonym('throttle', `${name} ${place}`)}`, limit: limits.accountFromAddress },
    { key: `account:${pseudonym('throttle', name)}`, limit: limits.account },
    { key: `address:${pseudonym('throttle', place)}`, limit: limits.address },
  ]
}

/** One home or office: an IPv4 address, or the first half of an IPv6 address, of which the rest is free to choose. */
export function placeOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail ? tail.split(':') : []
  const all = tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest]
  return all.slice(0, 4).join(':')
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

/** After a good sign-in the tries on the account count no longer, and the address gets back the one that was used. */
export async function forgetTriesOf(trier: Trier, now = new Date()): Promise<void> {
  const [fromAddress, account, address] = keysOf(trier).map(({ key }) => key) as [string, string, string]
  await forgetTries([fromAddress, account])
  await updateTries([address], now, (rows) => rows.map((row) => ({ ...row, tries: Math.max(0, row.tries - 1) })))
}
