import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '~/platform/env/env.server'

// Crockford's base 32 without letters that look like digits: a code is read aloud and typed on a phone.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

function keyed(purpose: string, text: string): Buffer {
  return createHmac('sha256', env().secret).update(`${purpose}:${text}`).digest()
}

/**
 * A code that belongs to an id: computed, so that it need not be stored and can be shown again.
 * @param purpose keeps codes of different kinds apart
 * @param length number of characters; each is worth five bits
 */
export function codeFor(purpose: string, id: string, length: number): string {
  return Array.from(keyed(purpose, id).subarray(0, length), (byte) => alphabet[byte % 32]).join('')
}

/** Brings a typed code into the form of `codeFor`: lower case, no spaces or dashes, o for 0 and i or l for 1 mended. */
export function normaliseCode(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1')
}

/** Whether two short texts are equal, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const left = keyed('compare', a)
  const right = keyed('compare', b)
  return timingSafeEqual(left, right)
}

/** A keyed hash to store instead of a name or an address. 128 bits in hex. */
export function pseudonym(purpose: string, text: string): string {
  return keyed(purpose, text).subarray(0, 16).toString('hex')
}

/** A token for the forms of one session (or of the form cookie), against requests forged by other sites. */
export function formToken(holder: string): string {
  return keyed('form', holder).toString('base64url')
}
