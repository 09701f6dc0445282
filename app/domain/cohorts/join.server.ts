import {
  acceptInvitation,
  asJoinError,
  createAccountFromInvitation,
  JoinError,
  preparePassword,
} from '~/domain/accounts/create-account.server'
import { upsertEnrolment } from '~/domain/courses/repository.server'
import { startSession } from '~/platform/auth/sessions.server'
import type { DatabaseTransaction } from '~/platform/db/client.server'
import type { Role } from '~/domain/accounts/policy'
import { holdOpenCohort, inTransaction, putMembership } from './repository.server'

export { JoinError }

export interface OpenInvitation {
  id: string
  role: string
  organisationId: string | null
  background: 'pool' | 'volunteer' | 'employee' | null
  cohort: { id: string; courseId: string; withoutTests: boolean } | null
}

/**
 * Accepts an invitation with a new account and signs it in; with a cohort the account becomes a member and is enrolled
 * in its course. All of it or nothing.
 * @returns the Set-Cookie value
 * @throws JoinError with a code and the field to mend
 */
export async function joinWithNewAccount(
  invitation: OpenInvitation,
  person: { userName: string; password: string; email: string | undefined; language: string },
  device: string,
): Promise<string> {
  const { password, ...rest } = person
  const passwordHash = await preparePassword(password)
  const accountId = await inTransaction(async (tx) => {
    const { id } = await createAccountFromInvitation(tx, asUsed(invitation), { ...rest, passwordHash })
    await enterCohort(tx, invitation, id, person.language)
    return id
  }).catch(asJoinError)
  return startSession(accountId, device)
}

/** Accepts an invitation for an account that is signed in. @throws JoinError */
export async function joinWithOwnAccount(invitation: OpenInvitation, account: { id: string; language: string }): Promise<void> {
  await inTransaction(async (tx) => {
    await acceptInvitation(tx, asUsed(invitation), account.id)
    await enterCohort(tx, invitation, account.id, account.language)
  })
}

function asUsed({ id, role, organisationId }: OpenInvitation) {
  return { id, role: role as Role, organisationId }
}

async function enterCohort(tx: DatabaseTransaction, invitation: OpenInvitation, accountId: string, language: string): Promise<void> {
  const { cohort, background } = invitation
  if (!cohort) return
  if (!(await holdOpenCohort(tx, cohort.id))) throw new JoinError('invitationNotOpen', null)
  await putMembership(tx, cohort.id, accountId, background ?? 'volunteer')
  await upsertEnrolment({ accountId, courseId: cohort.courseId }, { language, withoutTests: cohort.withoutTests }, tx)
}
