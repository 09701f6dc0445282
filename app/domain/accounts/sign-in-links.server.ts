import { startSession } from '~/platform/auth/sessions.server'
import { codeHashOf, codeOf, newCode } from './codes.server'
import { createOneTimeCode, findOneTimeCode, useOneTimeCode } from './codes-repository.server'
import { findAccountByEmail } from './repository.server'
import { takeTry } from './throttle.server'

const validForMs = 30 * 60 * 1000

/** Counts somebody's asking for a link. @returns 0, or the number of seconds to wait */
export function takeLinkTry(email: string, address: string): Promise<number> {
  return takeTry({ account: `link:${email}`, address })
}

/**
 * Makes a sign-in link for the account with this e-mail address, good for half an hour. The page must not wait for it: the time
 * that it takes would tell whether there is such an account.
 * @returns the token and language for the mail, or null when no account has the address
 */
export async function makeSignInLink(email: string): Promise<{ token: string; language: string } | null> {
  const account = await findAccountByEmail(email)
  if (!account || account.deactivatedAt) return null
  const { id, codeHash } = newCode('email')
  const expiresAt = new Date(Date.now() + validForMs)
  await createOneTimeCode({ id, codeHash, accountId: account.id, purpose: 'email', createdById: null, expiresAt })
  return { token: codeOf('email', id), language: account.language }
}

/** Whether a link would still sign somebody in. */
export async function signInLinkIsOpen(token: string): Promise<boolean> {
  return (await findOneTimeCode(codeHashOf(token), 'email')) !== null
}

/** Signs in with a link, once. @returns null when the link is used, old or unknown */
export async function signInWithLink(token: string, device: string): Promise<{ cookie: string; language: string } | null> {
  const row = await findOneTimeCode(codeHashOf(token), 'email')
  if (!row || row.account.deactivatedAt || !(await useOneTimeCode(row.id))) return null
  return { cookie: await startSession(row.accountId, device), language: row.account.language }
}
