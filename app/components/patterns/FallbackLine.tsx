import { useTranslation } from 'react-i18next'
import { languageNames, type Language } from '~/i18n/languages'

interface FallbackLineProps {
  /** The page's language, in which the text is missing. */
  language: Language
  /** The language in which it is shown instead. */
  shown: Language
}

// Names of languages keep their own direction inside a sentence.
const isolated = (language: Language) => `\u2068${languageNames[language]}\u2069`

/** "Deze tekst is er nog niet in jouw taal. Je leest hem in het Nederlands." */
export function FallbackLine({ language, shown }: FallbackLineProps) {
  const { t } = useTranslation('common')
  return <p className="lk-line">{t('line.fallback', { language: isolated(language), shown: isolated(shown) })}</p>
}
