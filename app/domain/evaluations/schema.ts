import { z } from 'zod'
import { evaluationSubjects, type EvaluationQuestion, type EvaluationSubject } from '~/content/evaluation-types'
import { looksPersonal } from '~/domain/accounts/personal-data'

/** Of one open answer, in characters. */
export const longestAnswer = 500

/** From very bad to very good. */
export const scores = [1, 2, 3, 4, 5] as const

/** One form that somebody filled in. Only what was answered is in it. */
export interface SentAnswer {
  /** Made with the form: sending the same form twice counts once. */
  key: string
  scores: { questionId: string; score: number }[]
  texts: { questionId: string; text: string }[]
}

const emptyIsAbsent = z.literal('').transform(() => undefined)
const face = z.union([emptyIsAbsent, z.enum(['1', '2', '3', '4', '5']).transform(Number)], 'choiceUnknown').optional()
// A browser counts a line end as one character and sends two.
const openText = z
  .string()
  .normalize('NFC')
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().max(longestAnswer, 'answerTooLong'))
  .optional()
  .default('')

/**
 * The form of a set of questions. Each may be left out, not all of them. An address or a number has to go out of a text;
 * what looks like a name is asked about once, since only the writer knows.
 */
export function answerForm(questions: readonly EvaluationQuestion[]): z.ZodType<SentAnswer> {
  const fields = Object.fromEntries(questions.map(({ id, kind }) => [id, kind === 'faces' ? face : openText]))
  return z
    .object({ ...fields, key: z.uuid('fieldNotValid'), anyway: z.stringbool().optional().default(false) })
    .transform(({ key, anyway, ...rest }) => {
      const given = Object.entries(rest)
      return {
        key,
        anyway,
        scores: given.flatMap(([questionId, value]) => (typeof value === 'number' ? [{ questionId, score: value }] : [])),
        texts: given.flatMap(([questionId, value]) => (typeof value === 'string' && value !== '' ? [{ questionId, text: value }] : [])),
      }
    })
    .superRefine(({ scores: faces, texts, anyway }, context) => {
      const fault = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
      if (faces.length + texts.length === 0) fault(questions[0]!.id, 'answerMissing')
      for (const { questionId, text } of texts) {
        const personal = looksPersonal(text)
        if (personal.includes('email')) fault(questionId, 'emailInText')
        else if (personal.includes('phone')) fault(questionId, 'phoneInText')
        else if (personal.includes('name') && !anyway) fault(questionId, 'nameInText')
      }
    })
    .transform(({ key, scores: faces, texts }) => ({ key, scores: faces, texts }))
}

/** What an evaluation is asked about. */
export interface Subject {
  kind: EvaluationSubject
  id: string
}

/** What a new evaluation is about, as the address says it (`?group=<id>`); null when it says nothing that can be. */
export function subjectIn(search: URLSearchParams): Subject | null {
  const kind = evaluationSubjects.find((name) => search.has(name))
  const id = z.uuid().safeParse(kind && search.get(kind))
  return kind && id.success ? { kind, id: id.data.toLowerCase() } : null
}

export const newEvaluationForm = z.object({
  key: z.uuid('fieldNotValid').optional(),
  set: z.string('setMissing').min(1, 'setMissing').max(60, 'choiceUnknown'),
})

export const evaluationChangeForm = z.object({ change: z.enum(['close', 'reopen'], 'choiceUnknown') })
