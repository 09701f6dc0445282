import type { Language } from '~/i18n/languages'

// What a word gets behind or before it in a sentence. Without it a word is looked for too: who asks for "dochters" finds "dochter".
// The engines know some of these languages and not the others, and each differently; so it is done here, sparingly. All is folded.
const endings: Readonly<Partial<Record<Language, readonly string[]>>> = {
  nl: ['en', 'es', 's', 'e', 'n'],
  en: ['ings', 'ing', 'ies', 'es', 'ed', 's'],
  tr: ['larin', 'lerin', 'lari', 'leri', 'lar', 'ler'],
  ar: ['ات', 'ون', 'ین', 'ه'],
  so: ['yaasha', 'yada', 'oyinka', 'ooyin', 'ka', 'ga', 'ta', 'da', 'ha'],
  ti: ['ታት'],
  fa: ['هایی', 'های', 'ها', 'ان'],
}
const beginnings: Readonly<Partial<Record<Language, readonly string[]>>> = { ar: ['وال', 'بال', 'کال', 'فال', 'لل', 'ال'] }

const isLatin = (word: string) => /^[a-z0-9]+$/.test(word)

/** A folded word without what it got in a sentence, or null where nothing comes off or too little would be left. */
export function stemOf(word: string, language: Language): string | null {
  const least = isLatin(word) ? 4 : 3
  const rest = (length: number) => [...word].length - length >= least
  const before = beginnings[language]?.find((part) => word.startsWith(part) && rest(part.length)) ?? ''
  const behind = endings[language]?.find((part) => word.endsWith(part) && rest(before.length + part.length)) ?? ''
  if (!before && !behind) return null
  const bare = word.slice(before.length, behind ? -behind.length : undefined)
  return language === 'nl' ? dutchStem(bare) : bare
}

/** `gezinn` is written `gezin`, `grenz` as `grens`, `briev` as `brief`. */
function dutchStem(bare: string): string {
  if (/([bdfgklmnprst])\1$/.test(bare)) return bare.slice(0, -1)
  return bare.replace(/z$/, 's').replace(/v$/, 'f')
}
