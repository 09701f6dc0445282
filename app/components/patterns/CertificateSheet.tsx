import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from '../primitives/Code'
import { LineDrawing } from '../primitives/LineDrawing'
import { UserText } from '../primitives/UserText'

interface CertificateSheetProps {
  holder: string
  course: string
  /** Language and direction of the course's title, where they differ from the page. */
  lang?: string
  dir?: 'ltr' | 'rtl'
  hours: number
  /** In words: "3 mei 2026". */
  date: string
  organisation?: string
  code: string
  /** A QR code that leads to this page. */
  children?: ReactNode
}

/** A certificate as a page; anyone who has its code can look at it. Prints on one sheet. */
export function CertificateSheet({ holder, course, lang, dir, hours, date, organisation, code, children }: CertificateSheetProps) {
  const { t } = useTranslation('common')
  return (
    <article className="lk-certificate">
      <LineDrawing name="circle" />
      <h1 className="lk-eyebrow">{t('certificate.title')}</h1>
      <p className="lk-certificate__name">
        <UserText>{holder}</UserText>
      </p>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('certificate.completed')}</p>
      <p className="lk-certificate__course" lang={lang} dir={dir}>
        {course}
      </p>
      <div className="lk-certificate__foot">
        <p>
          {t('certificate.hours', { count: hours })}
          <br />
          {date}
          {organisation && (
            <>
              <br />
              <UserText>{organisation}</UserText>
            </>
          )}
          <br />
          {t('certificate.code')} <Code>{code}</Code>
        </p>
        {children}
      </div>
    </article>
  )
}
