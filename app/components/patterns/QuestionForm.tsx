import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../primitives/Button'
import type { Question } from './question'
import { QuestionFeedback } from './QuestionFeedback'
import { QuestionOptions } from './QuestionOptions'

interface QuestionFormProps {
  question: Question
  /** Language and direction of the question's texts. */
  lang: string
  dir: 'ltr' | 'rtl'
  /**
   * null: not answered yet. Else the ids of the chosen options; of an `order` question all ids, in the order that
   * was given.
   */
  answer: readonly string[] | null
  /** The answer was given with this very request: the focus goes to the explanation. */
  justAnswered?: boolean
  /** A modest remark when something is missing: "Kies eerst een antwoord". */
  message?: string
  /** Where the form goes. Default: the page's own address. No fragment: with one, browsers do not move the focus. */
  action?: string
  /** Hidden fields, such as protection against forgery. */
  children?: ReactNode
}

/**
 * A question to think about. There is no score and nothing is marked as a mistake: who has chosen reads what there is
 * to say about the choice, and then the explanation. Choosing again is always possible.
 *
 * Posts `intent=answer`, `question=<id>` and `choice` (one or more), or for `order` `position-<option id>` (1 … n).
 */
export function QuestionForm({ question, lang, dir, answer, justAnswered, message, action, children }: QuestionFormProps) {
  const { t } = useTranslation('common')
  const id = `question-${question.id}`
  return (
    <lk-swap id={id} class="lk-question">
      <form method="post" action={action} noValidate>
        {children}
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="question" value={question.id} />
        <h2 className="lk-eyebrow">{t('question.title')}</h2>
        <fieldset aria-labelledby={`${id}-prompt`} aria-describedby={message ? `${id}-message` : `${id}-hint`}>
          <div
            className="lk-text lk-question__prompt"
            id={`${id}-prompt`}
            lang={lang}
            dir={dir}
            dangerouslySetInnerHTML={{ __html: question.promptHtml }}
          />
          <p className="lk-small lk-soft lk-no-print" id={`${id}-hint`}>
            {t(`question.hint.${question.form}`)}
          </p>
          {message && (
            // The browser itself moves the focus here when the page has loaded.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            <p className="utrecht-form-field-error-message" id={`${id}-message`} tabIndex={-1} autoFocus data-focus="">
              {message}
            </p>
          )}
          <QuestionOptions question={question} answer={answer ?? []} lang={lang} dir={dir} />
        </fieldset>
        <div className="lk-actions">
          <Button look={answer ? 'secondary' : 'primary'}>{answer ? t('question.again') : t('question.submit')}</Button>
        </div>
      </form>
      {answer && !message && (
        <QuestionFeedback question={question} answer={answer} lang={lang} dir={dir} justAnswered={justAnswered ?? false} />
      )}
    </lk-swap>
  )
}
