import { useTranslation } from 'react-i18next'
import { mixOptions } from './mix-options'
import type { Question } from './question'

interface QuestionOptionsProps {
  question: Question
  answer: readonly string[]
  lang: string
  dir: 'ltr' | 'rtl'
}

/** The options of a question: radio buttons, tick boxes, or a place in the row. */
export function QuestionOptions({ question, answer, lang, dir }: QuestionOptionsProps) {
  if (question.form === 'order') return <OrderOptions question={question} answer={answer} lang={lang} dir={dir} />
  return (
    <div className="lk-options" lang={lang} dir={dir}>
      {question.options.map((option) => (
        // Its text is compiled HTML, which the rule cannot see.
        // eslint-disable-next-line jsx-a11y/label-has-associated-control
        <label key={option.id} className="lk-option lk-text">
          <input
            type={question.form === 'one' ? 'radio' : 'checkbox'}
            name="choice"
            value={option.id}
            defaultChecked={answer.includes(option.id)}
            required={question.form === 'one'}
          />
          <span dangerouslySetInnerHTML={{ __html: option.html }} />
        </label>
      ))}
    </div>
  )
}

function OrderOptions({ question, answer, lang, dir }: QuestionOptionsProps) {
  const { t } = useTranslation('common')
  const places = question.options.map((_, index) => String(index + 1))
  return (
    <div className="lk-options">
      {mixOptions(question.options, question.id).map((option) => {
        const given = answer.indexOf(option.id)
        const id = `position-${question.id}-${option.id}`
        return (
          <div key={option.id} className="lk-option lk-option--order">
            <select
              className="lk-select"
              id={id}
              name={`position-${option.id}`}
              defaultValue={given < 0 ? '' : String(given + 1)}
              aria-labelledby={`${id}-words`}
            >
              <option value="">{t('question.place')}</option>
              {places.map((place) => (
                <option key={place} value={place}>
                  {place}
                </option>
              ))}
            </select>
            {/* eslint-disable-next-line jsx-a11y/label-has-associated-control -- as above */}
            <label
              className="lk-text"
              id={`${id}-words`}
              htmlFor={id}
              lang={lang}
              dir={dir}
              dangerouslySetInnerHTML={{ __html: option.html }}
            />
          </div>
        )
      })}
    </div>
  )
}
