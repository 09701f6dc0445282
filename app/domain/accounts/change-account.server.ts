import { readable } from './codes.server'
import { endSessionsOf, findAccount, setAccountActive } from './manage-account.server'
import { issuePasswordCode } from './password-codes.server'
import { mayChangeAccount, type Person } from './policy'
import type { accountChanges } from './schema'

export type ChangeResult =
  | { done: true; issued?: { code: string; expiresAt: Date; userName: string } }
  | { done: false; why: 'unknown' | 'refused' | 'lastAdministrator' }

/** Does something to an account, if the person may. A code for a new password goes to nobody who cannot sign in. */
export async function changeAccount(person: Person, accountId: string, change: (typeof accountChanges)[number]): Promise<ChangeResult> {
  const account = await findAccount(accountId)
  if (!account) return { done: false, why: 'unknown' }
  if (!mayChangeAccount(person, accountId)) return { done: false, why: 'refused' }
  if (change === 'deactivate' || change === 'reactivate') {
    const done = await setAccountActive(accountId, change === 'reactivate', person.id)
    return done ? { done } : { done, why: 'lastAdministrator' }
  }
  if (change === 'endSessions') {
    await endSessionsOf(accountId, person.id)
    return { done: true }
  }
  if (account.deactivatedAt) return { done: false, why: 'refused' }
  const { code, expiresAt } = await issuePasswordCode(accountId, person.id)
  return { done: true, issued: { code: readable(code), expiresAt, userName: account.userName } }
}
