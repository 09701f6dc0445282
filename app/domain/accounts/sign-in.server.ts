import { startSession } from '~/platform/auth/sessions.server'
import { verifyPassword } from '~/platform/auth/passwords.server'
import { findAccountByIdentifier } from './repository.server'
import { forgetTriesOf, takeTry } from './throttle.server'

export type SignInResult =
  | { ok: true; accountId: string; language: string; cookie: string }
  | { ok: false; code: 'signInFailed' }
  | { ok: false; code: 'tooManyTries'; seconds: number }

/**
 * Signs somebody in with a user name or e-mail address and a password. The answer to a wrong name and to a wrong
 * password is the same, and takes as long.
 * @param address network address of the request, used for throttling only
 * @param device coarse name of the device, kept with the session
 */
export async function signIn(input: { identifier: string; password: string; address: string; device: string }): Promise<SignInResult> {
  const trier = { account: input.identifier, address: input.address }
  const seconds = await takeTry(trier)
  if (seconds > 0) return { ok: false, code: 'tooManyTries', seconds }
  const account = await findAccountByIdentifier(input.identifier)
  const usable = account && !account.deactivatedAt ? account : null
  const right = await verifyPassword(usable?.passwordHash ?? null, input.password)
  if (!usable || !right) return { ok: false, code: 'signInFailed' }
  await forgetTriesOf(trier)
  return { ok: true, accountId: usable.id, language: usable.language, cookie: await startSession(usable.id, input.device) }
}
