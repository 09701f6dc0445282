import type { Language } from '~/i18n/languages'

/** `faces`: five faces with words, from very bad (1) to very good (5). `open`: a few sentences. */
export const questionKinds = ['faces', 'open'] as const
export type EvaluationQuestionKind = (typeof questionKinds)[number]

/** What a set of questions can be asked about. */
export const evaluationSubjects = ['group', 'session', 'cohort', 'cohortSession'] as const
export type EvaluationSubject = (typeof evaluationSubjects)[number]

export interface EvaluationQuestion {
  id: string
  kind: EvaluationQuestionKind
}

/** The words of a set in one language. They serve every version: a question that means something else has another id. */
export interface QuestionSetText {
  /** For who chooses a set. */
  name: string
  /** By id of the question. */
  questions: Record<string, string>
  state: 'source' | 'draft' | 'reviewed'
  stale: boolean
}

/** One version of a set of questions. */
export interface QuestionSet {
  id: string
  version: number
  audience: 'parents' | 'trainers'
  about: EvaluationSubject[]
  questions: EvaluationQuestion[]
  texts: Record<Language, QuestionSetText>
}
