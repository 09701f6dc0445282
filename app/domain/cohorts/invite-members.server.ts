import { codeOf, readable } from '~/domain/accounts/codes.server'
import { createInvitationsFor, findInvitationWithCode, listOpenInvitations, withdrawInvitation } from '~/domain/accounts/invitations.server'
import { listAncestry } from '~/domain/accounts/organisations.server'
import type { Person } from '~/domain/accounts/policy'
import { mayHandleInvitation } from './policy'
import type { backgrounds } from './schema'

/** Makes invitations to a cohort; each is for one member. @returns their ids */
export async function inviteMembers(
  person: Person,
  cohort: { id: string; organisationId: string },
  form: { number: number; background: (typeof backgrounds)[number] },
): Promise<string[]> {
  const { id: cohortId, organisationId } = cohort
  return createInvitationsFor({ role: 'trainer', organisationId, cohortId, background: form.background }, form.number, person.id)
}

/** An invitation with its code, if the person may see it; null when it is not there or not hers. */
export async function findInvitation(person: Person, id: string) {
  const invitation = await findInvitationWithCode(id)
  if (!invitation) return null
  const cohortAncestry = invitation.cohort && (await listAncestry(invitation.cohort.organisationId))
  if (!mayHandleInvitation(person, { role: invitation.role, cohortAncestry })) return null
  return { ...invitation, readableCode: readable(invitation.code) }
}

/** Invitations to a cohort that still work, with their codes in readable groups. */
export async function listInvitationsTo(cohort: { id: string }) {
  const rows = await listOpenInvitations(cohort.id)
  return rows.map((row) => ({ ...row, readableCode: readable(codeOf('invitation', row.id)) }))
}

export { withdrawInvitation }
