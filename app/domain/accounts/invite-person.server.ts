import { createInvitationsFor } from './invitations.server'
import { listOrganisationRows } from './organisations-repository.server'
import type { invitablePeople } from './schema'

/**
 * Invites one person for a role outside cohorts.
 * @returns the id of the invitation, or null when the organisation is unknown
 */
export async function invitePerson(
  form: { role: (typeof invitablePeople)[number]; organisationId?: string | undefined },
  actorId: string,
): Promise<string | null> {
  const organisationId = form.organisationId ?? null
  if (organisationId !== null && !(await listOrganisationRows()).some((row) => row.id === organisationId)) return null
  const [id] = await createInvitationsFor({ role: form.role, organisationId, cohortId: null, background: null }, 1, actorId)
  return id ?? null
}
