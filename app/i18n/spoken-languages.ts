/** Languages that are spoken in groups, each by its own name: more than the seven that the site itself speaks. */
export const spokenLanguageNames = {
  nl: 'Nederlands',
  en: 'English',
  tr: 'Türkçe',
  ar: 'العربية',
  so: 'Soomaali',
  ti: 'ትግርኛ',
  fa: 'دری / فارسی',
  am: 'አማርኛ',
  es: 'Español',
  fr: 'Français',
  hi: 'हिन्दी',
  ku: 'Kurdî',
  pap: 'Papiamentu',
  pl: 'Polski',
  ps: 'پښتو',
  pt: 'Português',
  hns: 'Sarnámi',
  srn: 'Sranantongo',
  uk: 'Українська',
  ur: 'اردو',
  vi: 'Tiếng Việt',
  zgh: 'ⵜⴰⵎⴰⵣⵉⵖⵜ / Tamazight',
  zh: '中文',
} as const

export type SpokenLanguage = keyof typeof spokenLanguageNames
export const spokenLanguages = Object.keys(spokenLanguageNames) as [SpokenLanguage, ...SpokenLanguage[]]

const rightToLeft = new Set<SpokenLanguage>(['ar', 'fa', 'ps', 'ur'])

export function spokenDirectionOf(language: SpokenLanguage): 'ltr' | 'rtl' {
  return rightToLeft.has(language) ? 'rtl' : 'ltr'
}

export function isSpoken(code: string): code is SpokenLanguage {
  return Object.hasOwn(spokenLanguageNames, code)
}
