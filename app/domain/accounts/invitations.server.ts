import { note } from './audit.server'
import { codeHashOf, codeOf, newCode } from './codes.server'
import { createInvitations, findInvitation, findInvitationByHash, listInvitations, withdrawInvitationRow } from './codes-repository.server'
import type { Role } from './policy'

const validForDays = 30
const day = 24 * 60 * 60 * 1000

export interface InvitationRequest {
  role: Role
  organisationId: string | null
  cohortId: string | null
  background: 'pool' | 'volunteer' | 'employee' | null
}

/**
 * Makes invitations that each work once, within thirty days.
 * @param invitedBy id of the account, or null for the first administrator
 * @returns their ids
 */
export async function createInvitationsFor(
  request: InvitationRequest,
  count: number,
  invitedBy: string | null,
  now = new Date(),
): Promise<string[]> {
  const expiresAt = new Date(now.getTime() + validForDays * day)
  const rows = Array.from({ length: count }, () => ({ ...newCode('invitation'), ...request, createdById: invitedBy, expiresAt }))
  await createInvitations(rows)
  for (const row of rows) {
    await note({
      actorId: invitedBy,
      action: 'invitation.created',
      subjectType: 'invitation',
      subjectId: row.id,
      detail: { role: request.role },
    })
  }
  return rows.map((row) => row.id)
}

export type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired'

function stateOf(row: { usedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date }, now: Date): InvitationState {
  if (row.usedAt) return 'used'
  if (row.withdrawnAt) return 'withdrawn'
  return row.expiresAt <= now ? 'expired' : 'open'
}

/** The invitation behind a code that somebody followed or typed, with its state; null when there is none. */
export async function findInvitationByCode(typed: string, now = new Date()) {
  const row = await findInvitationByHash(codeHashOf(typed))
  return row && { ...row, state: stateOf(row, now) }
}

/** An invitation with its code and state, for who made it; null when there is none. */
export async function findInvitationWithCode(id: string, now = new Date()) {
  const row = await findInvitation(id)
  return row && { ...row, code: codeOf('invitation', id), state: stateOf(row, now) }
}

/** Invitations of a cohort (or, with null, those of no cohort) that still work. */
export async function listOpenInvitations(cohortId: string | null) {
  return listInvitations(cohortId === null ? { cohortId: null } : { cohortId })
}

/** Makes an invitation stop working. @returns false when it was used or withdrawn before */
export async function withdrawInvitation(id: string, actorId: string): Promise<boolean> {
  const done = await withdrawInvitationRow(id, new Date())
  if (done) await note({ actorId, action: 'invitation.withdrawn', subjectType: 'invitation', subjectId: id })
  return done
}
