import { useTranslation } from 'react-i18next'
import { directionOf, languageNames, languages, type Language } from '~/i18n/languages'

/** Names in three scripts, so that who cannot read the page's language sees that there are others. */
const hints: Language[] = ['ar', 'ti', 'en']

interface LanguageSwitchProps {
  language: Language
  /** What follows the language in the address, without slashes around it: `courses/opvoeding`. */
  path: string
}

/** The same page in the other languages; each is named in itself. Folded on a small screen, open on a wide one. */
export function LanguageSwitch({ language, path }: LanguageSwitchProps) {
  const { t } = useTranslation('common')
  return (
    <nav className="lk-languages" aria-label={t('languages.label')}>
      <details>
        <summary>
          <svg className="lk-drawing" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <circle cx="12" cy="12" r="9.5" />
            <path d="M2.5 12h19M12 2.5c-6 6-6 13 0 19 6-6 6-13 0-19z" />
          </svg>
          <span className="lk-languages__current">{languageNames[language]}</span>
          <span className="lk-languages__more" aria-hidden="true">
            {hints.filter((other) => other !== language).map((other) => ` · ${languageNames[other]}`)} …
          </span>
        </summary>
        <ul>
          {languages.map((other) => (
            <li key={other}>
              <a
                href={path ? `/${other}/${path}` : `/${other}`}
                lang={other}
                hrefLang={other}
                dir={directionOf(other)}
                aria-current={other === language ? 'true' : undefined}
              >
                {languageNames[other]}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}
