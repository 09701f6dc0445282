import { readable } from '~/domain/accounts/codes.server'
import { findAccount } from '~/domain/accounts/manage-account.server'
import { listAncestry } from '~/domain/accounts/organisations.server'
import { issuePasswordCode } from '~/domain/accounts/password-codes.server'
import type { Person } from '~/domain/accounts/policy'
import { mayIssueCodeTo } from './policy'
import { findMembership } from './repository.server'

/** Whether a person may give this member of a cohort a code for a new password. An account that is off gets none. */
export async function mayIssueCode(person: Person, cohort: { organisationId: string }, accountId: string): Promise<boolean> {
  const account = await findAccount(accountId)
  if (!account || account.deactivatedAt) return false
  const roles = await Promise.all(
    account.roles.map(async ({ role, organisationId }) => ({ role, ancestry: organisationId ? await listAncestry(organisationId) : [] })),
  )
  return mayIssueCodeTo(person, { id: accountId, roles, cohortAncestry: await listAncestry(cohort.organisationId) })
}

/**
 * Gives a member of a cohort a code for a new password. The person must reach the cohort: see `findCohort`.
 * @returns the code in readable groups; 'unknown' when she is no member, 'refused' when the policy says no
 */
export async function issueCodeToMember(
  person: Person,
  cohort: { id: string; organisationId: string },
  accountId: string,
): Promise<{ code: string; expiresAt: Date; userName: string } | 'unknown' | 'refused'> {
  const member = await findMembership(cohort.id, accountId)
  if (!member) return 'unknown'
  if (!(await mayIssueCode(person, cohort, accountId))) return 'refused'
  const { code, expiresAt } = await issuePasswordCode(accountId, person.id)
  return { code: readable(code), expiresAt, userName: member.account.userName }
}
