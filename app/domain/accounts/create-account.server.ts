import { today } from '~/i18n/formats'
import { hashPassword } from '~/platform/auth/passwords.server'
import type { DatabaseTransaction } from '~/platform/db/client.server'
import { note } from './audit.server'
import { useInvitation } from './codes-repository.server'
import type { Role } from './policy'
import { addRole, createAccount, findTakenIdentifiers, takenFieldOf } from './repository.server'

/** Reasons why an invitation cannot be accepted as it was typed; `field` is the form field to mend. */
export class JoinError extends Error {
  constructor(
    readonly code: 'userNameTaken' | 'emailTaken' | 'invitationNotOpen',
    readonly field: 'userName' | 'email' | null,
  ) {
    super(code)
  }
}

export interface InvitationToUse {
  id: string
  role: Role
  organisationId: string | null
}

/** Hashes outside the transaction: it takes longer than a database should be kept waiting. */
export { hashPassword as preparePassword }

/**
 * Makes an account from an invitation, within a transaction of the caller.
 * @throws JoinError
 */
export async function createAccountFromInvitation(
  tx: DatabaseTransaction,
  invitation: InvitationToUse,
  person: { userName: string; email: string | undefined; passwordHash: string; language: string },
): Promise<{ id: string }> {
  const taken = await findTakenIdentifiers(person.userName, person.email, tx)
  if (taken.userName) throw new JoinError('userNameTaken', 'userName')
  if (taken.email) throw new JoinError('emailTaken', 'email')
  const account = await createAccount(tx, { ...person, today: today() })
  await acceptInvitation(tx, invitation, account.id)
  return account
}

/** What to say when two chose the same name at the same moment and the database took only the first. @throws the error itself */
export function asJoinError(error: unknown): never {
  const field = takenFieldOf(error)
  if (!field) throw error
  throw new JoinError(field === 'userName' ? 'userNameTaken' : 'emailTaken', field)
}

/** Gives an account the role of an invitation and uses the invitation up. @throws JoinError */
export async function acceptInvitation(tx: DatabaseTransaction, invitation: InvitationToUse, accountId: string): Promise<void> {
  if (!(await useInvitation(tx, invitation.id, new Date()))) throw new JoinError('invitationNotOpen', null)
  await addRole(tx, accountId, invitation.role, invitation.organisationId)
  await note(
    {
      actorId: accountId,
      action: 'account.joined',
      subjectType: 'account',
      subjectId: accountId,
      detail: { role: invitation.role, invitation: invitation.id },
    },
    tx,
  )
}
