import { isSpoken, type SpokenLanguage } from '~/i18n/spoken-languages'

// Written out, since the names that Intl gives may differ between versions of Node, and a file has to come out the same.

const names: Record<SpokenLanguage, { nl: string; en: string }> = {
  nl: { nl: 'Nederlands', en: 'Dutch' },
  en: { nl: 'Engels', en: 'English' },
  tr: { nl: 'Turks', en: 'Turkish' },
  ar: { nl: 'Arabisch', en: 'Arabic' },
  so: { nl: 'Somalisch', en: 'Somali' },
  ti: { nl: 'Tigrinya', en: 'Tigrinya' },
  fa: { nl: 'Dari of Farsi', en: 'Dari or Farsi' },
  am: { nl: 'Amhaars', en: 'Amharic' },
  es: { nl: 'Spaans', en: 'Spanish' },
  fr: { nl: 'Frans', en: 'French' },
  hi: { nl: 'Hindi', en: 'Hindi' },
  ku: { nl: 'Koerdisch', en: 'Kurdish' },
  pap: { nl: 'Papiaments', en: 'Papiamento' },
  pl: { nl: 'Pools', en: 'Polish' },
  ps: { nl: 'Pasjtoe', en: 'Pashto' },
  pt: { nl: 'Portugees', en: 'Portuguese' },
  hns: { nl: 'Sarnami', en: 'Sarnami' },
  srn: { nl: 'Sranantongo', en: 'Sranan Tongo' },
  uk: { nl: 'Oekraïens', en: 'Ukrainian' },
  ur: { nl: 'Urdu', en: 'Urdu' },
  vi: { nl: 'Vietnamees', en: 'Vietnamese' },
  zgh: { nl: 'Tamazight', en: 'Tamazight' },
  zh: { nl: 'Chinees', en: 'Chinese' },
}

/** Names of the languages in codes with a plus between them: "Arabisch en Nederlands". A code that is unknown stays as it is. */
export function languageNames(codes: string, language: 'nl' | 'en'): string {
  const each = codes.split('+').map((code) => (isSpoken(code) ? names[code][language] : code))
  const last = each.pop() ?? ''
  return each.length === 0 ? last : `${each.join(', ')} ${language === 'nl' ? 'en' : 'and'} ${last}`
}
