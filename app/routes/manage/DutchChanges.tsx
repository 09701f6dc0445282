import { useTranslation } from 'react-i18next'
import { Difference } from '~/components/patterns/Difference'
import { Heading } from '~/components/primitives/Heading'
import type { DutchChange } from '~/domain/translations/translations.server'
import { directionOf, type Language } from '~/i18n/languages'
import { LanguageName } from './LanguageName'

interface DutchChangesProps {
  /** Null when it is not known from which Dutch text the translation was made. */
  changes: DutchChange[] | null
  target: Language
}

/** What changed in the Dutch since a translation was made, with what the translation says there now beside it. */
export function DutchChanges({ changes, target }: DutchChangesProps) {
  const { t } = useTranslation('translations')
  return (
    <>
      <Heading level={2}>{t('changed.title')}</Heading>
      {!changes ? (
        <p className="utrecht-paragraph">{t('changed.unknown')}</p>
      ) : changes.length === 0 ? (
        <p className="utrecht-paragraph">{t('changed.marks')}</p>
      ) : (
        <>
          <p className="utrecht-paragraph">{t('changed.text')}</p>
          {changes.map(({ key, kind, change, pieces, translation }) => (
            <Difference key={`${change} ${key}`} kind={t(`pieces.${kind}`)} change={change} pieces={pieces} lang="nl" dir="ltr">
              {translation !== null && (
                <div className="lk-difference__translation">
                  <p className="lk-difference__kind">
                    <LanguageName code={target} /> · {t('changed.now')}
                  </p>
                  <p className="lk-difference__text" lang={target} dir={directionOf(target)}>
                    {translation}
                  </p>
                </div>
              )}
            </Difference>
          ))}
        </>
      )}
    </>
  )
}
