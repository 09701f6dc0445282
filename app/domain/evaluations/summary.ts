import { scores } from './schema'

/** Under so many answers nothing goes out: one could tell who gave which. */
export const fewestAnswers = 8

/** What was answered to one question with faces. */
export interface ScoreSummary {
  questionId: string
  count: number
  /** How many gave each score, from 1 to 5. */
  counts: number[]
  /** Null without answers. */
  mean: number | null
  /** Standard deviation: 0 when all agree, 2 when half says 1 and half says 5. Null without answers. */
  deviation: number | null
}

/** Counts, mean and spread of one question. @param counted rows of a score and how often it was given */
export function summarise(questionId: string, counted: readonly { score: number; count: number }[]): ScoreSummary {
  const counts = scores.map((score) => counted.filter((row) => row.score === score).reduce((sum, row) => sum + row.count, 0))
  const count = counts.reduce((sum, each) => sum + each, 0)
  if (count === 0) return { questionId, count, counts, mean: null, deviation: null }
  const average = (of: (score: number) => number) => scores.reduce((sum, score, index) => sum + of(score) * counts[index]!, 0) / count
  const mean = average((score) => score)
  return { questionId, count, counts, mean, deviation: Math.sqrt(average((score) => (score - mean) ** 2)) }
}

/** How far the answers lie apart, for words. */
export function spreadOf(deviation: number): 'close' | 'mixed' | 'wide' {
  if (deviation < 0.75) return 'close'
  return deviation < 1.25 ? 'mixed' : 'wide'
}

/** Whether there are answers, and too few to show to who knows the people. */
export function isFew(count: number): boolean {
  return count > 0 && count < fewestAnswers
}

/** One question as it may go out. */
export interface PublicSummary {
  questionId: string
  /** Rounded to fives; null under eight answers. */
  count: number | null
  /** With one decimal; null under eight answers. */
  mean: number | null
  deviation: number | null
}

/** What may be shown to everybody: nothing under eight answers, and never how many gave which score. */
export function publicSummary({ questionId, count, mean, deviation }: ScoreSummary): PublicSummary {
  if (count < fewestAnswers || mean === null || deviation === null) return { questionId, count: null, mean: null, deviation: null }
  const oneDecimal = (value: number) => Math.round(value * 10) / 10
  return { questionId, count: Math.round(count / 5) * 5, mean: oneDecimal(mean), deviation: oneDecimal(deviation) }
}
