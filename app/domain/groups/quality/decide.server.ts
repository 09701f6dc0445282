import { note } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { inTransaction } from '../groups-repository.server'
import { looksPersonal } from '~/domain/accounts/personal-data'
import { deleteDecision, findNamed, putDecision } from './quality-repository.server'
import type { Finding } from './rules'
import { listFindings } from './to-do.server'

/** What a line of the to-do list is about, for the audit log. */
function subjectOf({ sessionId, groupId, membershipId, key }: Finding): { subjectType: string; subjectId: string } {
  if (sessionId) return { subjectType: 'session', subjectId: sessionId }
  if (groupId) return { subjectType: 'group', subjectId: groupId }
  return { subjectType: 'member', subjectId: membershipId ?? key }
}

/**
 * Marks a line of one's own to-do list as right, with a reason.
 * @returns 'unknown' when it is no line of hers: not there, or of a neighbour
 */
export async function acceptFinding(
  person: Person,
  { key, reason }: { key: string; reason: string },
): Promise<'accepted' | 'unknown' | 'textHasContact' | 'reasonHasName'> {
  const [personal] = looksPersonal(reason)
  if (personal) return personal === 'name' ? 'reasonHasName' : 'textHasContact'
  const finding = await findLine(person, key)
  if (!finding) return 'unknown'
  await inTransaction(async (tx) => {
    await putDecision(tx, { key, reason, authorId: person.id })
    await note({ actorId: person.id, action: 'quality.accepted', ...subjectOf(finding), detail: { rule: finding.rule } }, tx)
  })
  return 'accepted'
}

/** Takes back that a line is right: it is on the list again. @returns 'unknown' when it is no line of hers */
export async function reopenFinding(person: Person, key: string): Promise<'reopened' | 'unknown'> {
  const finding = await findLine(person, key)
  if (!finding) return 'unknown'
  await inTransaction(async (tx) => {
    if (await deleteDecision(tx, key))
      await note({ actorId: person.id, action: 'quality.reopened', ...subjectOf(finding), detail: { rule: finding.rule } }, tx)
  })
  return 'reopened'
}

async function findLine(person: Person, key: string): Promise<Finding | null> {
  // What a line is about stands in its key, behind the name of the rule.
  const { findings } = await listFindings(person, { only: await findNamed(key.split(':').slice(1)) })
  return findings.find((finding) => finding.key === key) ?? null
}
