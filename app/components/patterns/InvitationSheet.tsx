import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from '../primitives/Code'
import { Qr } from '../primitives/Qr'
import { UserText } from '../primitives/UserText'

interface InvitationSheetProps {
  /** Language and direction of the sheet: those of the invited person, not of who prints it. */
  lang: string
  dir: 'ltr' | 'rtl'
  cohort: string | null
  organisation: string | null
  /** In words of the sheet's language; null for a member of a cohort. */
  role: string | null
  qr: string
  /** The address to type over, without the scheme. */
  address: string
  /** In readable groups. */
  code: string
  /** A date in words of the sheet's language. */
  until: string
}

/** An invitation to hand over: on a screen, or on a sheet of A4. */
export function InvitationSheet({ lang, dir, cohort, organisation, role, qr, address, code, until }: InvitationSheetProps) {
  const { t } = useTranslation('coordinate', { lng: lang })
  return (
    <article className="lk-sheet lk-invitation" lang={lang} dir={dir}>
      <div className="lk-invitation__words">
        <p className="lk-eyebrow">{t('sheet.eyebrow')}</p>
        <p className="utrecht-paragraph">{cohort ? t('sheet.cohort') : organisation ? t('sheet.organisation') : t('sheet.site')}</p>
        {(cohort ?? organisation) && (
          <p className="lk-invitation__name">
            <UserText>{cohort ?? organisation ?? ''}</UserText>
          </p>
        )}
        {cohort && organisation && (
          <p className="utrecht-paragraph">
            <UserText>{organisation}</UserText>
          </p>
        )}
        {role && <p className="utrecht-paragraph">{t('sheet.role', { role })}</p>}
      </div>
      <Qr svg={qr} label={t('sheet.qr')} />
      <ol className="utrecht-ordered-list lk-invitation__steps">
        <li className="utrecht-ordered-list__item">
          {t('sheet.step1')}
          <Address>{address}</Address>
        </li>
        <li className="utrecht-ordered-list__item">{t('sheet.step2')}</li>
      </ol>
      <p className="utrecht-paragraph lk-invitation__foot">
        {t('sheet.once', { until })}
        <br />
        {t('sheet.code')} <Code>{code}</Code>
      </p>
    </article>
  )
}

/** An address on a line of its own. When it has to break, it does so between its parts and not in the code. */
function Address({ children }: { children: string }) {
  const [first, ...parts] = children.split('/')
  return (
    <span className="lk-invitation__address">
      <bdi dir="ltr" translate="no">
        {first}
        {parts.map((part, place) => (
          <Fragment key={place}>
            /<wbr />
            {part}
          </Fragment>
        ))}
      </bdi>
    </span>
  )
}
