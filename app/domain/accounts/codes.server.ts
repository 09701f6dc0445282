import { randomUUID } from 'node:crypto'
import { codeFor, normaliseCode, pseudonym } from '~/platform/auth/codes.server'

/** Kinds of code and their length in characters (five bits each). */
const lengths = { invitation: 16, password: 10, email: 26, evaluation: 12, calendar: 26 } as const
export type CodeKind = keyof typeof lengths

// Keyed: a code is short enough to be found from a plain hash by trying.
const hashOf = (code: string) => pseudonym('code', code)

/** The code that belongs to the id of an invitation or one-time code. */
export function codeOf(kind: CodeKind, id: string): string {
  return codeFor(kind, id, lengths[kind])
}

/** Id and hash for a new invitation or one-time code. */
export function newCode(kind: CodeKind): { id: string; codeHash: string } {
  return newCodeFor(kind, randomUUID())
}

/** The same for an id that comes from elsewhere. */
export function newCodeFor(kind: CodeKind, id: string): { id: string; codeHash: string } {
  return { id, codeHash: hashOf(codeOf(kind, id)) }
}

/** The hash to find a typed or clicked code by. */
export function codeHashOf(typed: string): string {
  return hashOf(normaliseCode(typed))
}

/** A code in groups of four, as it is printed and read aloud. */
export function readable(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$&-')
}
