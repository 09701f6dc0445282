import { randomUUID } from 'node:crypto'
import { codeOf, newCode } from '~/domain/accounts/codes.server'
import { createEvaluationRow, insertAnswer } from '~/domain/evaluations/repository.server'

type About = { groupId: string } | { sessionId: string } | { cohortId: string } | { cohortSessionId: string }

/** Makes an open evaluation: of parents for a group or session, of trainers for a cohort or one of its meetings. */
export async function makeEvaluation(
  given: About & { organisationId: string; createdById?: string },
): Promise<{ id: string; code: string }> {
  const { createdById = randomUUID(), ...rest } = given
  const setId = 'groupId' in given || 'sessionId' in given ? 'parents' : 'trainers'
  const row = newCode('evaluation')
  await createEvaluationRow({ ...row, setId, setVersion: 1, ...rest, createdById })
  return { id: row.id, code: codeOf('evaluation', row.id) }
}

/** Answers an evaluation: a score or a text by question. */
export async function addAnswer(
  evaluationId: string,
  answers: Record<string, number | string>,
  given: { language?: string; answeredOn?: string } = {},
): Promise<void> {
  const entries = Object.entries(answers)
  await insertAnswer(
    {
      key: randomUUID(),
      scores: entries.flatMap(([questionId, score]) => (typeof score === 'number' ? [{ questionId, score }] : [])),
      texts: entries.flatMap(([questionId, text]) => (typeof text === 'string' ? [{ questionId, text }] : [])),
    },
    { evaluationId, language: 'nl', answeredOn: '2026-11-02', ...given },
  )
}
