import { useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import type { Pair } from '~/domain/translations/translations.server'
import { directionOf, sourceLanguage, type Language } from '~/i18n/languages'

interface TranslationReadingProps {
  pairs: Pair[]
  target: Language
  /** The page on which readers find it. */
  onSite: string
}

/** The whole text, piece by piece, the Dutch with its translation: for who reads it over. */
export function TranslationReading({ pairs, target, onSite }: TranslationReadingProps) {
  const { t } = useTranslation('translations')
  return (
    <>
      <Heading level={2}>{t('read.title')}</Heading>
      <p className="utrecht-paragraph">{t('read.text')}</p>
      <p className="utrecht-paragraph">
        <Link href={onSite} hrefLang={target}>
          {t('read.onSite')}
        </Link>
      </p>
      <ol className="lk-pairs" role="list">
        {pairs.map(({ key, kind, dutch, translation }) => (
          <li key={key}>
            <p className="lk-difference__kind">{t(`pieces.${kind}`)}</p>
            <p className="lk-difference__text" lang={sourceLanguage} dir="ltr">
              {dutch}
            </p>
            {translation ? (
              <p className="lk-difference__text" lang={target} dir={directionOf(target)}>
                {translation}
              </p>
            ) : (
              <p className="lk-difference__text lk-soft">{t('read.missing')}</p>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
