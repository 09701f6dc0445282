import { hash, verify } from '@node-rs/argon2'

// Argon2id with the parameters of OWASP's Password Storage Cheat Sheet (19 MiB, two passes, one lane).
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hash of a password, to store. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), options)
}

let dummy: Promise<string> | undefined

/**
 * Whether a password belongs to a stored hash. With `null` (no such account) it takes as long and answers false, so that
 * nobody can find out by the clock which accounts exist.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this password')
  const matches = await verify(stored ?? (await dummy), password.normalize('NFKC'))
  return matches && stored !== null
}
