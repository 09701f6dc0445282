import { languages, sourceLanguage, type Language } from './languages'

/** The strings of one language: file (namespace) → what the JSON holds. */
export type Strings = Record<string, unknown>

const plural = /_(zero|one|two|few|many|other)$/
const override = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/**
 * Compares the interface strings of every language with the Dutch ones.
 * @param all language → namespace → strings
 * @returns a line for each fault, `language/namespace.json: key: what is wrong`
 */
export function checkLocales(all: Record<Language, Strings>): string[] {
  const source = flatten(all[sourceLanguage])
  return languages.flatMap((language) => {
    const own = flatten(all[language])
    const expected = expectedKeys([...source.keys()], language)
    const missing = [...expected].filter(([key]) => !own.has(key)).map(([key]) => line(language, key, 'is missing'))
    const strange = [...own.keys()]
      .filter((key) => !expected.has(key))
      .map((key) => line(language, key, 'is not in Dutch, or no plural form of this language'))
    const faults = [...expected].flatMap(([key, sourceKey]) => {
      const text = own.get(key)
      return text === undefined ? [] : faultsOf(text, source.get(sourceKey)!, key, language).map((what) => line(language, key, what))
    })
    return [...missing, ...strange, ...faults]
  })
}

function line(language: Language, key: string, what: string): string {
  const [namespace, ...path] = key.split('.')
  return `locales/${language}/${namespace}.json: ${path.join('.')}: ${what}`
}

function flatten(value: unknown, prefix = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[prefix, value]])
  if (typeof value !== 'object' || value === null) return new Map([[prefix, '']])
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...flatten(inner, prefix ? `${prefix}.${key}` : key)]))
}

/** The keys a language needs, each with the Dutch key to compare it with. A plural has the forms of that language. */
function expectedKeys(sourceKeys: string[], language: Language): Map<string, string> {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const plurals = new Set(sourceKeys.filter((key) => plural.test(key)).map((key) => key.replace(plural, '')))
  const expected = new Map<string, string>()
  for (const key of sourceKeys) if (!plural.test(key)) expected.set(key, key)
  for (const base of plurals) for (const category of categories) expected.set(`${base}_${category}`, `${base}_other`)
  return expected
}

function faultsOf(text: string, source: string, key: string, language: Language): string[] {
  const faults: string[] = []
  if (text.trim() === '') faults.push('is empty')
  if (override.test(text)) faults.push('holds a sign that turns the reading direction')
  // "One lesson" and "two lessons" may be said without the number.
  const mayLeaveCount = /_(zero|one|two)$/.test(key)
  for (const [what, pattern] of [
    ['placeholders', /\{\{\s*\w+\s*\}\}/g],
    ['tags', /<\/?\w+\/?>/g],
  ] as const) {
    const [own, wanted] = [found(text, pattern), found(source, pattern)].map((list) =>
      list.filter((each) => !(mayLeaveCount && each === '{{count}}')),
    )
    if (own!.join() !== wanted!.join())
      faults.push(`has the ${what} ${own!.join(' ') || 'none'} where Dutch has ${wanted!.join(' ') || 'none'}`)
  }
  const words = source
    .replace(/\{\{\w+\}\}|<[^>]+>/g, '')
    .split(/\s+/)
    .filter((word) => /\p{L}{2}/u.test(word))
  if (language !== sourceLanguage && text === source && words.length > 2) faults.push('is still in Dutch')
  return faults
}

function found(text: string, pattern: RegExp): string[] {
  return (text.match(pattern) ?? []).map((each) => each.replace(/\s/g, '')).sort()
}
