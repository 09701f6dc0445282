import { startSession } from '~/platform/auth/sessions.server'
import { codeHashOf, codeOf, newCode } from './codes.server'
import { createOneTimeCode, findOneTimeCode, useOneTimeCode } from './codes-repository.server'
import { findAccountByEmail } from './repository.server'
import { takeTry } from './throttle.server'

const validForMs = 30 * 60 * 1000

/**
 * Makes a sign-in link for the account with this e-mail address, good for half an hour.
 * @returns the token and language for the mail, or null when no account has the address: the page must say the same
 *   in both cases. `seconds` when too much was asked.
 */
export async function requestSignInLink(
  email: string,
  address: string,
): Promise<{ seconds: number } | { token: string; language: string } | null> {
  const seconds = await takeTry({ account: `link:${email}`, address })
  if (seconds > 0) return { seconds }
  const account = await findAccountByEmail(email)
  if (!account || account.deactivatedAt) return null
  const { id, codeHash } = newCode('email')
  await createOneTimeCode({
    id,
    codeHash,
    accountId: account.id,
    purpose: 'email',
    createdById: null,
    expiresAt: new Date(Date.now() + validForMs),
  })
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
