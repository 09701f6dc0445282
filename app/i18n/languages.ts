/** The seven languages of the site, the source first. The first segment of every address is one of them. */
export const languages = ['nl', 'en', 'tr', 'ar', 'so', 'ti', 'fa'] as const

export type Language = (typeof languages)[number]

/** The language that texts and strings are written in first and translated from. */
export const sourceLanguage = 'nl' satisfies Language

/** What each language calls itself, for the language switch. */
export const languageNames: Record<Language, string> = {
  nl: 'Nederlands',
  en: 'English',
  tr: 'Türkçe',
  ar: 'العربية',
  so: 'Soomaali',
  ti: 'ትግርኛ',
  fa: 'دری',
}

export type Direction = 'ltr' | 'rtl'

const rightToLeft = new Set<Language>(['ar', 'fa'])

/** The writing direction of a language. */
export function directionOf(language: Language): Direction {
  return rightToLeft.has(language) ? 'rtl' : 'ltr'
}

/** Whether a string is one of the seven language codes. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value)
}
