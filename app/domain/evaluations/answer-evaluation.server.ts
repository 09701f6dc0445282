import { findQuestionSet } from '~/content/read-evaluations'
import type { QuestionSet } from '~/content/evaluation-types'
import { codeHashOf } from '~/domain/accounts/codes.server'
import { placeOf } from '~/domain/accounts/throttle.server'
import { today } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'
import { findEvaluationByHash, findEvaluationOfAnswer, insertAnswer, isWithdrawn } from './repository.server'
import type { SentAnswer } from './schema'
import { SendingThrottle } from './sending-throttle'

const throttle = new SendingThrottle()

/** An evaluation that somebody can answer, or could once. */
export interface AnsweredEvaluation {
  id: string
  open: boolean
  set: QuestionSet
}

/** The evaluation behind a code that was scanned or typed; null when there is none. */
export async function findEvaluationByCode(typed: string): Promise<AnsweredEvaluation | null> {
  const row = await findEvaluationByHash(codeHashOf(typed))
  const set = row && findQuestionSet(row.setId, row.setVersion)
  return set ? { id: row.id, open: row.closedAt === null && !isWithdrawn(row), set } : null
}

/**
 * Keeps a form, with the day and the language and nothing else of who sent it. The same form sent twice counts once.
 * @param from network address, to bound how much comes from one place; it is not kept
 */
export async function answerEvaluation(
  evaluation: Pick<AnsweredEvaluation, 'id'>,
  answer: SentAnswer,
  { language, from }: { language: Language; from: string },
): Promise<{ ok: true } | { ok: false; code: 'evaluationBusy'; minutes: number }> {
  if (await findEvaluationOfAnswer(answer.key)) return { ok: true }
  const seconds = throttle.take(evaluation.id, placeOf(from))
  if (seconds > 0) return { ok: false, code: 'evaluationBusy', minutes: Math.ceil(seconds / 60) }
  try {
    await insertAnswer(answer, { evaluationId: evaluation.id, language, answeredOn: today() })
  } catch (error) {
    // The button was pressed twice: the first one was it.
    if (!(await findEvaluationOfAnswer(answer.key))) throw error
  }
  return { ok: true }
}
