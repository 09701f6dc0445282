import { createHash } from 'node:crypto'
import { listQuestionSetsAbout } from '~/content/read-evaluations'
import { note } from '~/domain/accounts/audit.server'
import { codeHashOf, codeOf } from '~/domain/accounts/codes.server'
import type { Person } from '~/domain/accounts/policy'
import { findSubject } from './evaluations.server'
import { mayChange } from './policy'
import { createEvaluationRow, findEvaluationRow } from './repository.server'
import type { Subject } from './schema'

/** Makes an evaluation with the newest version of a set. @returns its id, or the field that names something unknown */
export async function createEvaluation(
  person: Person,
  subject: Subject,
  form: { key?: string | undefined; set: string },
): Promise<{ id: string } | { field: 'subject' | 'set' }> {
  const found = await findSubject(person, subject)
  if (!found || !mayChange(found.access)) return { field: 'subject' }
  const set = listQuestionSetsAbout(subject.kind).find(({ id }) => id === form.set)
  if (!set) return { field: 'set' }
  // The same for the same form, so that sending it twice makes one evaluation.
  const id = idFrom([person.id, form.key ?? crypto.randomUUID(), subject, set.id])
  if (await findEvaluationRow(id)) return { id }
  try {
    await createEvaluationRow({
      id,
      codeHash: codeHashOf(codeOf('evaluation', id)),
      setId: set.id,
      setVersion: set.version,
      organisationId: found.organisationId,
      [`${subject.kind}Id` as const]: subject.id,
      createdById: person.id,
    })
  } catch (error) {
    // The button was pressed twice: the first one was it.
    if (await findEvaluationRow(id)) return { id }
    throw error
  }
  await note({ actorId: person.id, action: 'evaluation.created', subjectType: 'evaluation', subjectId: id, detail: { set: set.id } })
  return { id }
}

function idFrom(parts: unknown): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
