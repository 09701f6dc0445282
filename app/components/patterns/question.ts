/** A question as its components get it. */
export interface Question {
  /** Unique in the lesson. */
  id: string
  form: 'one' | 'several' | 'order'
  promptHtml: string
  options: QuestionOption[]
  explanationHtml: string
}

export interface QuestionOption {
  id: string
  html: string
  /** Said to who chose this option. */
  feedbackHtml: string | null
}
