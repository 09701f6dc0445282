import { useTranslation } from 'react-i18next'
import { CopyText } from './CopyText'
import { Heading } from '../primitives/Heading'
import { Link } from '../primitives/Link'

export interface SharingData {
  /** A message that says nothing of the subject. */
  message: string
  /** HTML for another site. */
  snippet: string
  posterHref: string
  /** Of what is said, as plain text. */
  transcriptHref: string | null
  /** Where programs follow the podcast; null elsewhere than on its pages. */
  feed: string | null
}

/** The ways to pass an item on, folded away: who came to read is not kept from it. */
export function Sharing({ sharing: { message, snippet, posterHref, transcriptHref, feed } }: { sharing: SharingData }) {
  const { t } = useTranslation('sharing')
  return (
    <>
      {feed && (
        <section className="lk-no-print">
          <Heading level={2}>{t('feed.title')}</Heading>
          <p className="utrecht-paragraph">{t('feed.text')}</p>
          <CopyText text={feed} label={t('feed.copy')} />
        </section>
      )}
      <details className="lk-sharing lk-no-print">
        <summary>
          <h2 className="utrecht-heading-2">{t('share.title')}</h2>
        </summary>
        <p className="utrecht-paragraph">{t('share.text')}</p>
        <div className="lk-sharing__text">
          <p dir="auto">{message}</p>
          <CopyButton text={message} label={t('share.copy')} />
        </div>
        <p className="utrecht-paragraph">
          <Link href={posterHref}>{t('poster.link')}</Link>
          {transcriptHref && (
            <>
              <br />
              <Link href={transcriptHref}>{t('transcript')}</Link>
            </>
          )}
        </p>
        <h3 className="utrecht-heading-3">{t('embed.title')}</h3>
        <p className="utrecht-paragraph">{t('embed.text')}</p>
        <div className="lk-sharing__text">
          <pre dir="ltr" translate="no">
            <code>{snippet}</code>
          </pre>
          <CopyButton text={snippet} label={t('embed.copy')} />
        </div>
      </details>
    </>
  )
}

/** Copies a text that stands beside it, where scripting allows. */
function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('common')
  return (
    <lk-copy data-text={text} data-done={t('copy.done')} hidden>
      <button className="utrecht-button utrecht-button--secondary-action" type="button">
        {label}
      </button>
    </lk-copy>
  )
}
