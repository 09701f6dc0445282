import type { Block, Lesson } from '~/content/types'
import type { Language } from '~/i18n/languages'
import { getText } from '~/content/read'
import { putQuestionAnswered, upsertEnrolment } from './repository.server'

export type Question = Extract<Block, { kind: 'question' }>

/** The question with this id in a lesson, in a language or else in Dutch; null when there is none. */
export function findQuestion(lesson: Lesson, language: Language, id: string): Question | null {
  const { text } = getText(lesson, language)
  return text.blocks.find((block): block is Question => block.kind === 'question' && block.id === id) ?? null
}

/**
 * Whether an answer can be given to a question.
 * @param choice ids of the options; of an `order` question all of them
 */
export function choiceIsValid(question: Question, choice: string[]): boolean {
  const known = new Set(question.options.map((option) => option.id))
  if (choice.length === 0 || choice.some((id) => !known.has(id))) return false
  if (question.form === 'one') return choice.length === 1
  return question.form === 'several' || new Set(choice).size === question.options.length
}

/** Notes that a learner answered a question: that, never what she answered. */
export async function noteAnswer(
  accountId: string,
  courseId: string,
  lesson: Lesson,
  questionId: string,
  language: Language,
): Promise<void> {
  const key = { accountId, courseId }
  await upsertEnrolment(key, { language })
  await putQuestionAnswered(key, lesson.id, questionId)
}
