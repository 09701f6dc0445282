import { useTranslation } from 'react-i18next'
import { TextBlock } from '../primitives/TextBlock'

interface ThoughtBlockProps {
  id: string
  promptHtml: string
  explanationHtml: string
  lang: string
  dir: 'ltr' | 'rtl'
  /** Room to write on paper. */
  lines?: boolean
}

/** A question without a test: something to think about, and then what there is to say about it, as plain text. */
export function ThoughtBlock({ id, promptHtml, explanationHtml, lang, dir, lines }: ThoughtBlockProps) {
  const { t } = useTranslation('common')
  return (
    <div className="lk-question" id={`question-${id}`}>
      <h2 className="lk-eyebrow">{t('thought.title')}</h2>
      <TextBlock className="lk-question__prompt" lang={lang} dir={dir} html={promptHtml} />
      {lines && <div className="lk-lines" />}
      <TextBlock lang={lang} dir={dir} html={explanationHtml} />
    </div>
  )
}
