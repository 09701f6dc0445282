import { endOtherSessions } from '~/platform/auth/sessions.server'
import { hashPassword, verifyPassword } from '~/platform/auth/passwords.server'
import { note } from './audit.server'
import {
  deleteAccountRow,
  findAccount,
  inTransaction,
  isLastAdministrator,
  lockAdministrators,
  takenFieldOf,
  updateAccount,
} from './repository.server'
import { takeTry } from './throttle.server'

/** What somebody can set for herself. */
export interface OwnSettings {
  email: string | undefined
  withoutTests: boolean
  keepReflections: boolean
  language: string
}

/** Saves settings. @returns false when the e-mail address is somebody else's */
export async function saveOwnSettings(accountId: string, settings: OwnSettings): Promise<boolean> {
  try {
    await updateAccount(accountId, { ...settings, email: settings.email ?? null })
  } catch (error) {
    if (takenFieldOf(error) === 'email') return false
    throw error
  }
  return true
}

/** Changes a password and ends every other session. */
export async function changePassword(input: {
  accountId: string
  sessionId: string
  current: string
  next: string
  address: string
}): Promise<'changed' | 'wrongPassword' | { seconds: number }> {
  const seconds = await takeTry({ account: `change:${input.accountId}`, address: input.address })
  if (seconds > 0) return { seconds }
  const account = await findAccount(input.accountId)
  if (!(await verifyPassword(account?.passwordHash ?? null, input.current))) return 'wrongPassword'
  await updateAccount(input.accountId, { passwordHash: await hashPassword(input.next) })
  await endOtherSessions(input.accountId, input.sessionId)
  await note({ actorId: input.accountId, action: 'account.passwordChanged', subjectType: 'account', subjectId: input.accountId })
  return 'changed'
}

/**
 * Takes an account away with its progress and reflections. Certificates stay, without the account, so that who holds a
 * printed one can have it verified. The last administrator cannot go.
 */
export async function deleteOwnAccount(input: {
  accountId: string
  password: string
  address: string
}): Promise<'deleted' | 'wrongPassword' | 'lastAdministrator' | { seconds: number }> {
  const seconds = await takeTry({ account: `change:${input.accountId}`, address: input.address })
  if (seconds > 0) return { seconds }
  const account = await findAccount(input.accountId)
  if (!account || !(await verifyPassword(account.passwordHash, input.password))) return 'wrongPassword'
  const deleted = await inTransaction(async (tx) => {
    await lockAdministrators(tx)
    if (await isLastAdministrator(account.id, tx)) return false
    await note({ actorId: null, action: 'account.deleted', subjectType: 'account', subjectId: account.id }, tx)
    await deleteAccountRow(account.id, tx)
    return true
  })
  if (!deleted) return 'lastAdministrator'
  return 'deleted'
}
