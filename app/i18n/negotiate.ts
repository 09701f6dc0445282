import { isLanguage, sourceLanguage, type Language } from './languages'

export const languageCookieName = '__Host-language'

/**
 * The language for somebody who comes without one in the address: by cookie, then by Accept-Language, then Dutch.
 * Dari readers' browsers often say `fa-AF` or `prs`; both are `fa` here.
 */
export function negotiateLanguage(cookieHeader: string | null, acceptLanguage: string | null): Language {
  const cookie = new RegExp(`(?:^|;\\s*)${languageCookieName}=(\\w+)`).exec(cookieHeader ?? '')?.[1]
  if (isLanguage(cookie)) return cookie
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean)
      return { tag: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality), order }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order)
    .map(({ tag }) => (tag === 'prs' ? 'fa' : tag))
  return wanted.find(isLanguage) ?? sourceLanguage
}
