import { createInvitationsFor, findInvitationWithCode } from '~/domain/accounts/invitations.server'
import { env } from '~/platform/env/env.server'
import { prepare } from './serve'

/**
 * Invites an administrator from the command line: the first one of a new site, or another one when nobody can get in.
 * @returns the address that works once
 * @throws StartError
 */
export async function inviteAdministrator(): Promise<string> {
  await prepare()
  const [id] = await createInvitationsFor({ role: 'administrator', organisationId: null, cohortId: null, background: null }, 1, null)
  const invitation = await findInvitationWithCode(id!)
  return `${env().appUrl}/nl/join/${invitation!.code}`
}
