import { hasRole, mayAdminister, mayCoordinate, reachesOrganisation, type Person } from '~/domain/accounts/policy'

/** A role of somebody, with the organisation it is bound to and those above it; an empty list where it is bound to none. */
export interface HeldRole {
  role: string
  ancestry: string[]
}

/** A member of a cohort, as far as it matters to who may give her a new password. */
export interface CodeHolder {
  id: string
  roles: HeldRole[]
  /** Organisation of the cohort and those above it. */
  cohortAncestry: string[]
}

/**
 * Whether a person may give a member of a cohort a code for a new password. Who holds such a code can become the account, so
 * it goes only to members within reach, and never to an account that may do more than the giver or reaches other
 * organisations. Not to oneself either: a laptop left open would be enough to change the lock.
 */
export function mayIssueCodeTo(person: Person, holder: CodeHolder): boolean {
  if (person.id === holder.id) return false
  if (mayAdminister(person)) return true
  if (!mayCoordinate(person) || !reachesOrganisation(person, holder.cohortAncestry)) return false
  return holder.roles.every(({ role, ancestry }) => role === 'trainer' || (role === 'coordinator' && reachesOrganisation(person, ancestry)))
}

/**
 * Whether a person may see and withdraw an invitation. Its code makes an account with a role, so one that gives more than
 * membership of a cohort is for administrators alone.
 * @param cohortAncestry organisation of its cohort and those above it; null where it belongs to none
 */
export function mayHandleInvitation(person: Person, invitation: { role: string; cohortAncestry: string[] | null }): boolean {
  if (mayAdminister(person)) return true
  const { role, cohortAncestry } = invitation
  if (role !== 'trainer' || cohortAncestry === null) return false
  return hasRole(person, 'coordinator', 'manager') && reachesOrganisation(person, cohortAncestry)
}
