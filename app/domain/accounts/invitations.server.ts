import { isTaken } from '~/platform/db/faults.server'
import { note } from './audit.server'
import { codeHashOf, codeOf, newCode, newCodeFor } from './codes.server'
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
  const codes = Array.from({ length: count }, () => newCode('invitation'))
  await insertInvitations(codes, request, invitedBy, now)
  return codes.map((row) => row.id)
}

/**
 * Makes invitations with ids that come from a form: sending the same form twice makes them once.
 * @returns false when they were made before
 */
export async function createInvitationsOnce(
  ids: string[],
  request: InvitationRequest,
  invitedBy: string,
  now = new Date(),
): Promise<boolean> {
  try {
    await insertInvitations(
      ids.map((id) => newCodeFor('invitation', id)),
      request,
      invitedBy,
      now,
    )
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

async function insertInvitations(
  codes: { id: string; codeHash: string }[],
  request: InvitationRequest,
  invitedBy: string | null,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + validForDays * day)
  await createInvitations(codes.map((code) => ({ ...code, ...request, createdById: invitedBy, expiresAt })))
  for (const { id } of codes) {
    await note({
      actorId: invitedBy,
      action: 'invitation.created',
      subjectType: 'invitation',
      subjectId: id,
      detail: { role: request.role },
    })
  }
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
