import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { TextBlock } from '../primitives/TextBlock'
import type { Question } from './question'

interface QuestionFeedbackProps {
  question: Question
  answer: readonly string[]
  lang: string
  dir: 'ltr' | 'rtl'
  justAnswered: boolean
}

/** What there is to say about the chosen options, then the explanation, which holds whatever was chosen. */
export function QuestionFeedback({ question, answer, lang, dir, justAnswered }: QuestionFeedbackProps) {
  const { t } = useTranslation('common')
  const ordered = question.form === 'order'
  const chosen = ordered ? [] : question.options.filter(({ id, feedbackHtml }) => feedbackHtml && answer.includes(id))
  return (
    <section className="lk-feedback" aria-labelledby={`question-${question.id}-explanation`}>
      <h3
        className="utrecht-heading-3"
        id={`question-${question.id}-explanation`}
        tabIndex={-1}
        data-focus=""
        // The browser itself moves the focus here when the page has loaded: that needs no script.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={justAnswered}
      >
        {t('question.explanation')}
      </h3>
      {chosen.map((option) => (
        <Fragment key={option.id}>
          <p className="lk-hidden">{t('question.youChose')}</p>
          <TextBlock className="lk-feedback__chosen" lang={lang} dir={dir}>
            <p className="utrecht-paragraph lk-feedback__option" dangerouslySetInnerHTML={{ __html: option.html }} />
            <div dangerouslySetInnerHTML={{ __html: option.feedbackHtml ?? '' }} />
          </TextBlock>
        </Fragment>
      ))}
      {ordered && (
        <>
          <p className="utrecht-paragraph">{t('question.oftenThisOrder')}</p>
          <ol className="utrecht-ordered-list lk-text" lang={lang} dir={dir}>
            {question.options.map(({ id, html }) => (
              <li key={id} className="utrecht-ordered-list__item" dangerouslySetInnerHTML={{ __html: html }} />
            ))}
          </ol>
        </>
      )}
      <TextBlock lang={lang} dir={dir} html={question.explanationHtml} />
    </section>
  )
}
