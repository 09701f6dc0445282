import { directionOf, languageNames, type Language } from '~/i18n/languages'

/** What a language calls itself. */
export function LanguageName({ code }: { code: Language }) {
  return (
    <bdi lang={code} dir={directionOf(code)}>
      {languageNames[code]}
    </bdi>
  )
}
