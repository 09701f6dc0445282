import { endOtherSessions } from '~/platform/auth/sessions.server'
import { hashPassword, verifyPassword } from '~/platform/auth/passwords.server'
import { note } from './audit.server'
import { deleteOneTimeCodesOf } from './codes-repository.server'
import {
  deleteAccountRow,
  findAccount,
  inTransaction,
  isLastAdministrator,
  lockAdministrators,
  takenFieldOf,
  updateAccount,
} from './repository.server'
import { forgetTriesOf, takeTry } from './throttle.server'

/** What somebody can set for herself. */
export interface OwnSettings {
  withoutTests: boolean
  keepReflections: boolean
  language: string
}

export async function saveOwnSettings(accountId: string, settings: OwnSettings): Promise<void> {
  await updateAccount(accountId, settings)
}

/**
 * Sets or takes away the e-mail address. It asks for the password: with an address one can sign in, and a telephone that lies
 * open must not be enough to take an account over.
 */
export async function changeEmail(input: {
  accountId: string
  email: string | undefined
  password: string
  address: string
}): Promise<'changed' | 'wrongPassword' | 'taken' | { seconds: number }> {
  const refused = await refusePassword(input)
  if (refused) return refused
  try {
    await updateAccount(input.accountId, { email: input.email ?? null })
  } catch (error) {
    if (takenFieldOf(error) === 'email') return 'taken'
    throw error
  }
  await deleteOneTimeCodesOf(input.accountId)
  await note({ actorId: input.accountId, action: 'account.emailChanged', subjectType: 'account', subjectId: input.accountId })
  return 'changed'
}

/** Asks for the password of somebody who is signed in already. @returns why not, or null when it is right */
async function refusePassword(input: {
  accountId: string
  password: string
  address: string
}): Promise<'wrongPassword' | { seconds: number } | null> {
  const trier = { account: `change:${input.accountId}`, address: input.address }
  const seconds = await takeTry(trier)
  if (seconds > 0) return { seconds }
  const account = await findAccount(input.accountId)
  if (!(await verifyPassword(account?.passwordHash ?? null, input.password))) return 'wrongPassword'
  await forgetTriesOf(trier)
  return null
}

/** Changes a password and ends every other session. */
export async function changePassword(input: {
  accountId: string
  sessionId: string
  current: string
  next: string
  address: string
}): Promise<'changed' | 'wrongPassword' | { seconds: number }> {
  const refused = await refusePassword({ ...input, password: input.current })
  if (refused) return refused
  await updateAccount(input.accountId, { passwordHash: await hashPassword(input.next) })
  await endOtherSessions(input.accountId, input.sessionId)
  await deleteOneTimeCodesOf(input.accountId)
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
  const refused = await refusePassword(input)
  if (refused) return refused
  const { accountId } = input
  const deleted = await inTransaction(async (tx) => {
    await lockAdministrators(tx)
    if (await isLastAdministrator(accountId, tx)) return false
    await note({ actorId: null, action: 'account.deleted', subjectType: 'account', subjectId: accountId }, tx)
    await deleteAccountRow(accountId, tx)
    return true
  })
  if (!deleted) return 'lastAdministrator'
  return 'deleted'
}
