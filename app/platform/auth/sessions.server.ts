import { Lucia, TimeSpan } from 'lucia'
import { database } from '~/platform/db/client.server'
import { readCookie } from './cookies.server'
import { hashSessionId, SessionAdapter } from './lucia-adapter.server'

// Lucia is at its end of life. Nothing outside this folder knows of it.

/** The account holder behind a request, as the session query brings her along. */
export interface SessionAccount {
  id: string
  userName: string
  email: string | null
  language: string
  withoutTests: boolean
  keepReflections: boolean
  demo: boolean
  lastSeenOn: string
  roles: { role: string; organisationId: string | null }[]
}

interface SessionAttributes {
  device: string
  createdAt: Date
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseUserAttributes: Omit<SessionAccount, 'id'>
    DatabaseSessionAttributes: SessionAttributes
  }
}

export const sessionCookieName = '__Host-session'

const lucia = new Lucia(new SessionAdapter(database), {
  // Two weeks, counted again from each visit in the second week: a phone is lent more often than it is lost.
  sessionExpiresIn: new TimeSpan(2, 'w'),
  sessionCookie: { name: sessionCookieName, attributes: { secure: true, sameSite: 'lax', path: '/' } },
  getUserAttributes: (attributes) => attributes,
  getSessionAttributes: (attributes) => attributes,
})

/** The session id in a Cookie header, if it looks like one. Lucia's own reader also takes other spellings of the name. */
export function readSessionCookie(header: string | null | undefined): string | null {
  const value = readCookie(header, sessionCookieName)
  return value && /^[a-z0-9]{40}$/.test(value) ? value : null
}

/** A session that holds, with its account; `renewedCookie` is a Set-Cookie value when its term was moved on. */
export interface ActiveSession {
  id: string
  account: SessionAccount
  renewedCookie: string | null
}

/**
 * Looks up the session of a request.
 * @param cookieHeader the Cookie header, or null
 * @returns null when there is none, it has expired, or the account was deactivated
 */
export async function findSession(cookieHeader: string | null): Promise<ActiveSession | null> {
  const id = readSessionCookie(cookieHeader)
  if (!id) return null
  const { session, user } = await lucia.validateSession(id)
  if (!session) return null
  return {
    id,
    account: user,
    renewedCookie: session.fresh ? lucia.createSessionCookie(id).serialize() : null,
  }
}

/**
 * Starts a session under a new id.
 * @param device coarse name of the device, such as "Android, Chrome"
 * @returns the Set-Cookie value
 */
export async function startSession(accountId: string, device: string): Promise<string> {
  const session = await lucia.createSession(accountId, { device, createdAt: new Date() })
  return lucia.createSessionCookie(session.id).serialize()
}

/** Ends one session. `id` is what stands in the cookie. */
export async function endSession(id: string): Promise<void> {
  await lucia.invalidateSession(id)
}

/** Ends every session of an account. */
export async function endAllSessions(accountId: string): Promise<void> {
  await lucia.invalidateUserSessions(accountId)
}

/** Set-Cookie value that takes the session cookie away. */
export function blankSessionCookie(): string {
  return lucia.createBlankSessionCookie().serialize()
}

/** One line of the list of sessions: `key` names it without being good for signing in. */
export interface SessionLine {
  key: string
  device: string
  createdAt: Date
  current: boolean
}

/** The sessions of an account, newest first. `currentId` is what stands in the cookie of the request. */
export async function listSessions(accountId: string, currentId: string): Promise<SessionLine[]> {
  const rows = await lucia.getUserSessions(accountId)
  const currentKey = hashSessionId(currentId)
  return rows.map((row) => ({ key: row.id, device: row.device, createdAt: row.createdAt, current: row.id === currentKey }))
}

/** Ends the session with this key if it is one of the account's. */
export async function endSessionByKey(accountId: string, key: string): Promise<void> {
  await database().session.deleteMany({ where: { id: key, accountId } })
}

/** Ends every session of the account but the current one. */
export async function endOtherSessions(accountId: string, currentId: string): Promise<void> {
  await database().session.deleteMany({ where: { accountId, id: { not: hashSessionId(currentId) } } })
}

/** Clears away sessions whose term is over. */
export async function clearExpiredSessions(): Promise<void> {
  await lucia.deleteExpiredSessions()
}
