import { note } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { mayChange, type EvaluationAccess } from './policy'
import { setClosed } from './repository.server'

/**
 * Closes or reopens an evaluation that the person sees: see `findEvaluation`.
 * @returns false when the person may only look; true also when it was so already
 */
export async function changeEvaluation(
  person: Person,
  { id, access }: { id: string; access: EvaluationAccess },
  change: 'close' | 'reopen',
): Promise<boolean> {
  if (!mayChange(access)) return false
  const done = await setClosed(id, change === 'close' ? new Date() : null)
  const action = change === 'close' ? 'evaluation.closed' : 'evaluation.reopened'
  if (done) await note({ actorId: person.id, action, subjectType: 'evaluation', subjectId: id })
  return true
}
