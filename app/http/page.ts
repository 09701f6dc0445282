import type { MetaDescriptor } from '@remix-run/node'
import type titles from '../../locales/nl/titles.json'
import { isLanguage, sourceLanguage, type Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'

type TitleKey = keyof typeof titles

/**
 * The title of a page. It stands in the history and the tabs of a phone that somebody else may look at, so it names the kind
 * of page and never its subject.
 * @param params route parameters, for the language
 * @param values for placeholders in the title, such as the number of a lesson
 */
export function pageTitle(params: { lang?: string }, key: TitleKey, values: Record<string, string | number> = {}): MetaDescriptor[] {
  const language: Language = isLanguage(params.lang) ? params.lang : sourceLanguage
  const title = i18nOf(language).t(key, { ns: 'titles', ...values })
  return [{ title: `${title} · Leerkring` }]
}

/** As `pageTitle`, for a page that search engines should leave alone. */
export function privatePageTitle(params: { lang?: string }, key: TitleKey, values: Record<string, string | number> = {}): MetaDescriptor[] {
  return [...pageTitle(params, key, values), { name: 'robots', content: 'noindex' }]
}
