import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from '../primitives/Code'
import { Qr } from '../primitives/Qr'
import { UserText } from '../primitives/UserText'

interface TallySheetProps {
  /** Language and direction of the sheet: of who fills it in, not of who prints it. */
  lang: string
  dir: 'ltr' | 'rtl'
  group: string
  municipality: string | null
  /** In words of the sheet's language; what is null is filled in by hand. */
  date: string | null
  time: string | null
  place: string | null
  /** Leads to the form of this very session. */
  qr: string
  /** The same address to type over, without the scheme. */
  address: string
}

const sexes = ['women', 'men', 'unknown'] as const
const ages = ['ageUnder25', 'age25to39', 'age40to54', 'age55plus', 'ageUnknown'] as const

/** A sheet to keep count on during a session, with a pen: one page of A4. No names have a place on it. */
export function TallySheet({ lang, dir, group, municipality, date, time, place, qr, address }: TallySheetProps) {
  const { t } = useTranslation('paper', { lng: lang })
  return (
    <article className="lk-tally" lang={lang} dir={dir}>
      <header>
        <p className="lk-eyebrow">{t('sheet.eyebrow')}</p>
        <h2 className="lk-tally__group">
          <UserText>{group}</UserText>
        </h2>
        {municipality && (
          <p>
            {t('sheet.municipality')} <UserText>{municipality}</UserText>
          </p>
        )}
      </header>
      <dl className="lk-tally__facts">
        <Fact term={t('sheet.date')}>{date}</Fact>
        <Fact term={t('sheet.time')}>{time && <Code>{time}</Code>}</Fact>
        <Fact term={t('sheet.place')}>{place && <UserText>{place}</UserText>}</Fact>
      </dl>
      <p className="lk-tally__rule">
        <strong>{t('sheet.noNames')}</strong> {t('sheet.how')}
      </p>
      <div className="lk-tally__boxes">
        <div className="lk-tally__row">
          <Box label={t('sheet.present')} help={t('sheet.presentHelp')} />
          <Box label={t('sheet.firstTime')} help={t('sheet.firstTimeHelp')} />
        </div>
        <div className="lk-tally__row">
          {sexes.map((sex) => (
            <Box key={sex} label={t(`sheet.${sex}`)} />
          ))}
        </div>
        <div className="lk-tally__row lk-tally__row--narrow">
          {ages.map((age) => (
            <Box key={age} label={t(`sheet.ages.${age}`)} />
          ))}
        </div>
      </div>
      <p className="lk-tally__topic">
        <strong>{t('sheet.topic')}</strong>
      </p>
      <p>{t('sheet.words')}</p>
      <footer className="lk-tally__foot">
        <Qr svg={qr} label={t('sheet.qr')} />
        <div>
          <p>
            <strong>{t('sheet.after')}</strong>
          </p>
          <p>{t('sheet.scan')}</p>
          <Address>{address}</Address>
          <p>{t('sheet.byHand')}</p>
        </div>
      </footer>
    </article>
  )
}

/** A fact that is known, or a line to write it on. */
function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children ?? <span className="lk-tally__line" />}</dd>
    </div>
  )
}

/** Room for strokes, and in a corner of it for their sum. */
function Box({ label, help }: { label: string; help?: string }) {
  return (
    <div className="lk-tally__box">
      <p>
        <strong>{label}</strong>
        {help && <span className="lk-tally__help">{help}</span>}
      </p>
      <span className="lk-tally__sum" aria-hidden="true">
        =
      </span>
    </div>
  )
}

/** An address that breaks between its parts. */
function Address({ children }: { children: string }) {
  const [first, ...parts] = children.split('/')
  return (
    <p className="lk-tally__address">
      <bdi dir="ltr" translate="no">
        {first}
        {parts.map((part, place) => (
          <Fragment key={place}>
            /<wbr />
            {part}
          </Fragment>
        ))}
      </bdi>
    </p>
  )
}
