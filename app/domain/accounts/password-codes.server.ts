import { endAllSessions, startSession } from '~/platform/auth/sessions.server'
import { hashPassword } from '~/platform/auth/passwords.server'
import { note } from './audit.server'
import { codeHashOf, codeOf, newCode } from './codes.server'
import { createOneTimeCode, deleteOneTimeCodesOf, findOneTimeCode, useOneTimeCode } from './codes-repository.server'
import { findAccountByIdentifier, inTransaction, updateAccount } from './repository.server'
import { forgetTriesOf, takeTry } from './throttle.server'

const validForMs = 24 * 60 * 60 * 1000

/**
 * Gives out a code that replaces a lost password once, within a day. An earlier code of the account stops working.
 * Whether `actorId` may do this is for the caller to decide.
 * @returns the code, to be told or shown to its owner
 */
export async function issuePasswordCode(accountId: string, actorId: string): Promise<{ code: string; expiresAt: Date }> {
  const { id, codeHash } = newCode('password')
  const expiresAt = new Date(Date.now() + validForMs)
  await createOneTimeCode({ id, codeHash, accountId, purpose: 'password', createdById: actorId, expiresAt })
  await note({ actorId, action: 'code.issued', subjectType: 'account', subjectId: accountId })
  return { code: codeOf('password', id), expiresAt }
}

export type ResetResult =
  | { ok: true; cookie: string; language: string }
  | { ok: false; code: 'codeNotValid' }
  | { ok: false; code: 'tooManyTries'; seconds: number }

/** Sets a new password with a code, ends every other session and signs in. */
export async function resetPasswordWithCode(input: {
  identifier: string
  typedCode: string
  password: string
  address: string
  device: string
}): Promise<ResetResult> {
  // Tries of a code count apart, so that who is waiting to sign in can use one at once.
  const trier = { account: `code:${input.identifier}`, address: input.address }
  const seconds = await takeTry(trier)
  if (seconds > 0) return { ok: false, code: 'tooManyTries', seconds }
  const account = await findAccountByIdentifier(input.identifier)
  const row = await findOneTimeCode(codeHashOf(input.typedCode), 'password')
  if (!account || account.deactivatedAt || row?.accountId !== account.id) return { ok: false, code: 'codeNotValid' }
  const passwordHash = await hashPassword(input.password)
  const done = await inTransaction(async (tx) => {
    if (!(await useOneTimeCode(row.id, tx))) return false
    await updateAccount(account.id, { passwordHash }, tx)
    await deleteOneTimeCodesOf(account.id, tx)
    return true
  })
  if (!done) return { ok: false, code: 'codeNotValid' }
  await endAllSessions(account.id)
  await forgetTriesOf(trier)
  await note({ actorId: account.id, action: 'account.passwordReset', subjectType: 'account', subjectId: account.id })
  return { ok: true, cookie: await startSession(account.id, input.device), language: account.language }
}
