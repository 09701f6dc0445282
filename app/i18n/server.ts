import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { languages, sourceLanguage, type Language } from './languages'
import { namespaces } from './namespaces'
import { resources } from './resources'

const instances = new Map<Language, i18n>()

/** The translations of a language: one instance a language, made at the first call and kept. */
export function i18nOf(language: Language): i18n {
  const known = instances.get(language)
  if (known) return known
  const instance = i18next.createInstance()
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: sourceLanguage,
    supportedLngs: languages,
    ns: namespaces,
    defaultNS: 'common',
    resources,
    initAsync: false,
    returnNull: false,
    // React escapes what it prints; mail and certificates are no HTML.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    showSupportNotice: false,
  })
  instances.set(language, instance)
  return instance
}
