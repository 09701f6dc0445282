import { createHash } from 'node:crypto'
import type { EvaluationQuestion } from '~/content/evaluation-types'
import type { Person } from '~/domain/accounts/policy'
import { getQuestionSetOf, listEvaluationsAbout, type SeenEvaluation } from './evaluations.server'
import { countAnswers, countScores, listTexts } from './repository.server'
import { isFew, publicSummary, summarise, type ScoreSummary } from './summary'

/** The figures of one question; without `counts` they are rounded, and nobody can find one answer by subtraction. */
export interface ShownSummary extends Omit<ScoreSummary, 'counts'> {
  counts: number[] | null
}

export interface QuestionResult {
  id: string
  kind: EvaluationQuestion['kind']
  /** Of a question with faces; null when it is kept back. */
  summary: ShownSummary | null
  /** Of an open question, in no order that says who or when; null for who may not read them. */
  texts: string[] | null
}

export interface Results {
  /** How many evaluations are taken together. */
  evaluations: number
  /** How many forms were sent. */
  answers: number
  /** There are answers, and fewer than may go out. */
  few: boolean
  /** The figures come once the evaluation is closed. */
  untilClosed: boolean
  questions: QuestionResult[]
}

/** What was answered to one evaluation, as far as the person may see it. */
export async function getResults(
  evaluation: Pick<SeenEvaluation, 'id' | 'setId' | 'setVersion' | 'access' | 'closedAt' | 'withdrawn'>,
): Promise<Results> {
  return resultsOf([evaluation.id], getQuestionSetOf(evaluation).questions, evaluation)
}

/**
 * What was answered to all evaluations with the same questions of the same group or cohort, its meetings with it. Null when
 * there is only this one or what it is about was withdrawn, and for who sees rounded figures: what is kept back of one could be
 * found by subtraction.
 */
export async function findResultsTogether(person: Person, evaluation: SeenEvaluation): Promise<Results | null> {
  if (evaluation.access === 'counts' || evaluation.withdrawn) return null
  const all = await listEvaluationsAbout(person, evaluation.whole)
  const same = all.filter(({ setId, setVersion }) => setId === evaluation.setId && setVersion === evaluation.setVersion)
  if (same.length < 2) return null
  const ids = same.map(({ id }) => id)
  return resultsOf(ids, getQuestionSetOf(evaluation).questions, evaluation)
}

/** For whom results are, and whether more answers can come. */
type Showing = Pick<SeenEvaluation, 'access' | 'closedAt' | 'withdrawn'>

async function resultsOf(ids: string[], questions: EvaluationQuestion[], showing: Showing): Promise<Results> {
  const { access } = showing
  const [answers, scores, texts] = await Promise.all([countAnswers(ids), countScores(ids), access === 'answers' ? listTexts(ids) : null])
  const scoresOf = (id: string) => scores.filter((row) => row.questionId === id)
  return {
    evaluations: ids.length,
    answers,
    few: isFew(answers),
    untilClosed: access === 'counts' && isOpen(showing),
    questions: questions.map(({ id, kind }) => ({
      id,
      kind,
      summary: kind === 'faces' ? shownTo(showing, summarise(id, scoresOf(id))) : null,
      texts: kind === 'open' && texts ? mixed(texts.filter((row) => row.questionId === id)) : null,
    })),
  }
}

const isOpen = ({ closedAt, withdrawn }: Showing) => closedAt === null && !withdrawn

/**
 * Who leads a group knows its people: under eight answers she would know who gave which, and while answers come in she would
 * see what the last one changed. So she sees rounded figures, when no more come.
 */
function shownTo(showing: Showing, summary: ScoreSummary): ShownSummary | null {
  if (showing.access !== 'counts') return summary
  if (isOpen(showing)) return null
  const { questionId, count, mean, deviation } = publicSummary(summary)
  return count === null ? null : { questionId, count, counts: null, mean, deviation }
}

/** In an order that stays, says nothing of when, and differs a question: what stands third here is not of who stands third there. */
function mixed(rows: { answerId: string; questionId: string; text: string }[]): string[] {
  const place = (row: { answerId: string; questionId: string }) =>
    createHash('sha256').update(`${row.questionId} ${row.answerId}`).digest('hex')
  return rows
    .map((row) => ({ text: row.text, place: place(row) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ text }) => text)
}
