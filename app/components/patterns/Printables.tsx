import { useTranslation } from 'react-i18next'
import { Heading } from '../primitives/Heading'
import { Link } from '../primitives/Link'

export interface Printable {
  kind: 'sheet' | 'poster' | 'picture'
  href: string
  /** Its size in words: `33 kB`. */
  size: string
}

export interface PrintablesData {
  /** An infographic as it looks. It is only loaded when somebody unfolds it: it weighs more than the whole page. */
  drawing: { href: string; size: string } | null
  files: Printable[]
}

/** What of an item can be looked at as a drawing, printed or passed on as a picture. */
export function Printables({ drawing, files }: PrintablesData) {
  const { t } = useTranslation('library')
  return (
    <section className="lk-no-print">
      {drawing && (
        <details className="lk-drawn">
          <summary>{t('print.show', { size: drawing.size })}</summary>
          <img src={drawing.href} alt={t('print.alt')} width="794" height="1123" loading="lazy" />
        </details>
      )}
      {files.length > 0 && (
        <>
          <Heading level={2}>{t('print.title')}</Heading>
          <ul className="utrecht-unordered-list">
            {files.map(({ kind, href, size }) => (
              <li key={kind} className="utrecht-unordered-list__item">
                <Link href={href}>{t(`print.${kind}`, { size })}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
