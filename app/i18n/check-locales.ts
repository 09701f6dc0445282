import { localeOf } from './formats'
import { isLanguage, languages, sourceLanguage, type Language } from './languages'
import { namespaces } from './namespaces'

// What a translation of the interface has to keep of the Dutch strings. `npm run validate` runs it over /locales.

/** Strings of a file by their path: `signIn.title`. */
export type Strings = Map<string, string>

/** The files of /locales: `nl/common.json` and what stands in it. */
export type LocaleFiles = Map<string, string>

export interface LocaleProblem {
  file: string
  key: string
  message: string
}

/** `file: key: what is wrong`. */
export function formatLocaleProblem({ file, key, message }: LocaleProblem): string {
  return [`locales/${file}`, ...(key ? [key] : []), message].join(': ')
}

/** Words that are the same in another language, or names; in lower case. */
const sameInBoth = new Set([
  'leerkring',
  'infographic',
  'film',
  'veilig thuis',
  'privacy',
  'account',
  'accounts',
  'code',
  'code:',
  'cookies',
  'help',
  'links',
  'manager',
  'trainers',
  'menu',
  'status',
  'team',
  'trainer',
  'video',
  'podcast',
  'poster',
  'qr',
])

const plural = /^(.+)_(zero|one|two|few|many|other)$/
// Marks that turn the reading direction can make a text read as something else. The joiners of Persian are not among them.
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** The strings of a parsed file. Whatever is no string comes back in `wrong`. */
export function flatten(value: unknown, path: string[] = []): { strings: Strings; wrong: string[] } {
  const strings: Strings = new Map()
  const wrong: string[] = []
  if (typeof value === 'string') strings.set(path.join('.'), value)
  else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [name, below] of Object.entries(value)) {
      const inner = flatten(below, [...path, name])
      for (const [key, text] of inner.strings) strings.set(key, text)
      wrong.push(...inner.wrong)
    }
  } else wrong.push(path.join('.'))
  return { strings, wrong }
}

/** Keys without the category of a plural: of `lessons_one` and `lessons_other` it is `lessons`. */
function pluralBases(strings: Strings): Set<string> {
  const bases = [...strings.keys()].flatMap((key) => plural.exec(key)?.[1] ?? [])
  return new Set(bases.filter((base) => strings.has(`${base}_other`)))
}

/** The categories that numbers have in a language. */
export function pluralCategories(language: Language): string[] {
  return new Intl.PluralRules(localeOf(language)).resolvedOptions().pluralCategories
}

const sorted = (texts: Iterable<string>) => [...texts].sort().join(' ')
const placeholdersIn = (text: string) => new Set(Array.from(text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g), ([, name]) => `{{${name}}}`))
const tagsIn = (text: string) => Array.from(text.matchAll(/<\/?\w+\s*\/?>/g), ([tag]) => tag.replace(/\s/g, ''))

/** What is wrong with the form of one string by itself. */
function faultsOf(text: string): string[] {
  const faults: string[] = []
  if (text.trim() === '') faults.push('is empty')
  if (bidiControls.test(text)) faults.push('has an invisible mark that turns the reading direction')
  if (text !== text.trim()) faults.push('begins or ends with a space')
  if (/\{\{|\}\}/.test(text.replace(/\{\{\s*\w+\s*\}\}/g, ''))) faults.push('has a broken placeholder')
  if (text !== text.normalize('NFC')) faults.push('is not in the composed form of Unicode (NFC)')
  return faults
}

/** What a translated string lost or gained. */
function differences(text: string, dutch: string, category: string | null): string[] {
  const faults: string[] = []
  const [given, wanted] = [placeholdersIn(text), placeholdersIn(dutch)]
  // "One lesson" and "two lessons" can be words without a figure.
  if (category && ['zero', 'one', 'two'].includes(category) && !given.has('{{count}}')) wanted.delete('{{count}}')
  if (sorted(given) !== sorted(wanted)) faults.push(`has the placeholders "${sorted(given)}" where Dutch has "${sorted(wanted)}"`)
  const [tags, dutchTags] = [tagsIn(text), tagsIn(dutch)]
  if (sorted(tags) !== sorted(dutchTags)) faults.push(`has the tags "${sorted(tags)}" where Dutch has "${sorted(dutchTags)}"`)
  return faults
}

function isUntranslated(text: string, dutch: string): boolean {
  const words = dutch.replace(/\{\{.*?\}\}|<.*?>/g, ' ')
  return text === dutch && /\p{L}/u.test(words) && !sameInBoth.has(words.trim().toLowerCase())
}

/** Compares the strings of one file with the Dutch ones. */
export function compareStrings(language: Language, strings: Strings, dutch: Strings): { key: string; message: string }[] {
  const problems: { key: string; message: string }[] = []
  const bases = pluralBases(dutch)
  const categories = pluralCategories(language)
  const wanted = new Map<string, { dutch: string; category: string | null }>()
  for (const [key, text] of dutch) {
    const [, base = '', category = ''] = plural.exec(key) ?? []
    if (!bases.has(base)) wanted.set(key, { dutch: text, category: null })
    else if (category === 'other') for (const each of categories) wanted.set(`${base}_${each}`, { dutch: text, category: each })
  }
  for (const [key, { dutch: original, category }] of wanted) {
    const text = strings.get(key)
    if (text === undefined) {
      problems.push({ key, message: 'is missing' })
      continue
    }
    const faults = [...faultsOf(text), ...differences(text, original, category)]
    if (language !== sourceLanguage && isUntranslated(text, original)) faults.push('is the Dutch text')
    problems.push(...faults.map((message) => ({ key, message })))
  }
  for (const key of strings.keys()) {
    if (wanted.has(key)) continue
    const isPlural = bases.has(plural.exec(key)?.[1] ?? '')
    problems.push({ key, message: isPlural ? `is a plural that ${language} does not have` : 'is not in the Dutch file' })
  }
  return problems
}

/** Checks all files of /locales against the Dutch ones. */
export function checkLocales(files: LocaleFiles): LocaleProblem[] {
  const problems: LocaleProblem[] = []
  const parsed = new Map<string, Strings>()
  for (const [file, text] of files) {
    const [folder, name = ''] = file.split('/')
    if (!isLanguage(folder) || !(namespaces as readonly string[]).includes(name.replace(/\.json$/, ''))) {
      problems.push({ file, key: '', message: 'belongs to no language or namespace of the site' })
      continue
    }
    try {
      const { strings, wrong } = flatten(JSON.parse(text))
      parsed.set(file, strings)
      problems.push(...wrong.map((key) => ({ file, key, message: 'is no string' })))
    } catch (error) {
      problems.push({ file, key: '', message: `is no JSON: ${error instanceof Error ? error.message : ''}` })
    }
  }
  for (const namespace of namespaces) {
    const dutch = parsed.get(`${sourceLanguage}/${namespace}.json`)
    for (const language of languages) {
      const file = `${language}/${namespace}.json`
      const strings = parsed.get(file)
      if (!files.has(file)) problems.push({ file, key: '', message: 'is missing' })
      else if (strings && dutch) problems.push(...compareStrings(language, strings, dutch).map((problem) => ({ file, ...problem })))
    }
  }
  return problems
}
