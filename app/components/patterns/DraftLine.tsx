import { useTranslation } from 'react-i18next'

interface DraftLineProps {
  /** `draft`: not read by somebody who speaks the language. `stale`: the Dutch text has changed since. */
  state: 'draft' | 'stale'
  /** The Dutch text. */
  sourceHref?: string
}

/** One modest line about the state of a translation. */
export function DraftLine({ state, sourceHref }: DraftLineProps) {
  const { t } = useTranslation('common')
  return (
    <p className="lk-line">
      {t(`line.${state}`)}{' '}
      {sourceHref && (
        <a className="utrecht-link utrecht-link--html-a" href={sourceHref} hrefLang="nl">
          {t('line.source')}
        </a>
      )}
    </p>
  )
}
