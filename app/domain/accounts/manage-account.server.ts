import { endAllSessions } from '~/platform/auth/sessions.server'
import { note, noteOnceAnHour } from './audit.server'
import { deleteOneTimeCodesOf } from './codes-repository.server'
import { countAdministrators, findAccount, inTransaction, lockAdministrators, updateAccount } from './repository.server'

/**
 * Lets an account sign in no more, at once, or again. The last administrator stays.
 * @returns whether it was done
 */
export async function setAccountActive(accountId: string, active: boolean, actorId: string): Promise<boolean> {
  const done = await inTransaction(async (tx) => {
    await lockAdministrators(tx)
    await updateAccount(accountId, { deactivatedAt: active ? null : new Date() }, tx)
    if ((await countAdministrators(tx)) > 0) return true
    await updateAccount(accountId, { deactivatedAt: null }, tx)
    return false
  })
  if (!done) return false
  if (!active) await closeAllWaysIn(accountId)
  const action = active ? 'account.reactivated' : 'account.deactivated'
  await note({ actorId, action, subjectType: 'account', subjectId: accountId })
  return true
}

/** Ends all sessions of somebody who lost her phone. */
export async function endSessionsOf(accountId: string, actorId: string): Promise<void> {
  await closeAllWaysIn(accountId)
  await note({ actorId, action: 'account.sessionsEnded', subjectType: 'account', subjectId: accountId })
}

async function closeAllWaysIn(accountId: string): Promise<void> {
  await endAllSessions(accountId)
  await deleteOneTimeCodesOf(accountId)
}

/** An account with its roles, or null. Looking at somebody else's is noted in the audit log. */
export async function viewAccount(viewer: { id: string }, accountId: string) {
  const account = await findAccount(accountId)
  if (account && accountId !== viewer.id) {
    await noteOnceAnHour({ actorId: viewer.id, action: 'account.viewed', subjectType: 'account', subjectId: accountId })
  }
  return account
}

export { findAccount }
