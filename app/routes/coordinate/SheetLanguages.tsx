import { useTranslation } from 'react-i18next'
import { Link } from '~/components/primitives/Link'
import { directionOf, languageNames, languages, type Language } from '~/i18n/languages'

/** The choice of a language for a sheet: it is read by who is invited, not by who prints it. */
export function SheetLanguages({ address, lang }: { address: string; lang: Language }) {
  const { t } = useTranslation('coordinate')
  return (
    <nav className="lk-sections lk-choices" aria-labelledby="sheet-language">
      <p id="sheet-language">{t('invitation.languageTitle')}</p>
      <ul>
        {languages.map((code) => (
          <li key={code} lang={code} dir={directionOf(code)}>
            <Link href={`${address}?sheet=${code}`} current={code === lang}>
              {languageNames[code]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
