import { randomUUID } from 'node:crypto'
import { codeOf, readable } from '~/domain/accounts/codes.server'
import {
  createInvitationsOnce,
  findInvitationWithCode,
  listOpenInvitations,
  withdrawInvitation,
  type InvitationRequest,
} from '~/domain/accounts/invitations.server'
import { listAncestry } from '~/domain/accounts/organisations.server'
import type { Person } from '~/domain/accounts/policy'
import { idFrom } from '~/platform/db/id-from.server'
import { mayHandleInvitation } from './policy'
import type { backgrounds } from './schema'

interface InvitingCohort {
  id: string
  organisationId: string
}

type Background = (typeof backgrounds)[number]

const requestFor = ({ id: cohortId, organisationId }: InvitingCohort, background: Background): InvitationRequest => ({
  role: 'trainer',
  organisationId,
  cohortId,
  background,
})

/** Makes invitations to a cohort; each is for one member. Sending the same form twice makes them once. @returns their ids */
export async function inviteMembers(
  person: Person,
  cohort: InvitingCohort,
  form: { key?: string | undefined; number: number; background: Background },
): Promise<string[]> {
  const { key = randomUUID(), number, background } = form
  const ids = Array.from({ length: number }, (_, place) => idFrom(person.id, key, cohort.id, background, number, place))
  await createInvitationsOnce(ids, requestFor(cohort, background), person.id)
  return ids
}

/** An invitation that is to be sent to an address. */
export interface InvitationToSend {
  id: string
  email: string
  code: string
  expiresAt: Date
}

/**
 * Makes an invitation to a cohort for each address. The addresses are kept nowhere: who calls this sends the letters.
 * @returns the invitations to send; null when the same form was sent before, whatever became of its letters
 */
export async function inviteAddresses(
  person: Person,
  cohort: InvitingCohort,
  form: { key?: string | undefined; addresses: string[]; background: Background },
): Promise<InvitationToSend[] | null> {
  const { key = randomUUID(), addresses, background } = form
  const ids = addresses.map((_, place) => idFrom(person.id, key, cohort.id, background, addresses, place))
  if (!(await createInvitationsOnce(ids, requestFor(cohort, background), person.id))) return null
  const made = new Map((await listInvitationsTo(cohort)).map((row) => [row.id, row]))
  return addresses.flatMap((email, place) => {
    const row = made.get(ids[place]!)
    return row ? [{ id: row.id, email, code: row.code, expiresAt: row.expiresAt }] : []
  })
}

/** An invitation with its code, if the person may see it; null when it is not there or not hers. */
export async function findInvitation(person: Person, id: string) {
  const invitation = await findInvitationWithCode(id)
  if (!invitation) return null
  const cohortAncestry = invitation.cohort && (await listAncestry(invitation.cohort.organisationId))
  if (!mayHandleInvitation(person, { role: invitation.role, cohortAncestry })) return null
  return { ...invitation, readableCode: readable(invitation.code) }
}

/** Invitations to a cohort that still work, with their codes, also in readable groups. */
export async function listInvitationsTo(cohort: { id: string }) {
  const rows = await listOpenInvitations(cohort.id)
  return rows.map((row) => {
    const code = codeOf('invitation', row.id)
    return { ...row, code, readableCode: readable(code) }
  })
}

export { withdrawInvitation }
