import { findMunicipality } from '~/content/municipalities'
import dutchTrainers from '../../../../locales/nl/coordinate.json'
import englishTrainers from '../../../../locales/en/coordinate.json'
import dutchGroups from '../../../../locales/nl/groups.json'
import englishGroups from '../../../../locales/en/groups.json'
import dutch from '../../../../locales/nl/indicators.json'
import english from '../../../../locales/en/indicators.json'
import type { Place } from '../dimensions'
import type { IndicatorCode } from '../indicators'
import type { Figure, Trust } from '../report'
import { fileWords, type FileWords } from './file-words'
import { languageNames } from './language-names'

// The files of /locales are read by themselves here: commands make reports too, and have no bundler to gather them.

export interface ExportWords {
  language: 'nl' | 'en'
}

type Tree = { [key: string]: string | Tree }
const trees: Record<'nl' | 'en', { indicators: Tree; groups: Tree; trainers: Tree }> = {
  nl: { indicators: dutch, groups: dutchGroups, trainers: dutchTrainers },
  en: { indicators: english, groups: englishGroups, trainers: englishTrainers },
}

/** The string at a path with dots; the path itself when there is none. */
function textAt(tree: Tree, path: string): string {
  const found = path.split('.').reduce<string | Tree | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), tree)
  return typeof found === 'string' ? found : path
}

const rules = [
  'twice',
  'firstTime',
  'groupHeld',
  'trained',
  'active',
  'cascade',
  'languages',
  'memory',
  'withheld',
  'rounded',
  'averages',
  'editions',
] as const
const rulesOfPublic = new Set<string>(['withheld', 'rounded', 'averages', 'editions'])

/** All words of a file in its language. */
export interface Words extends ExportWords {
  file: FileWords
  name(code: IndicatorCode): string
  definition(code: IndicatorCode): string
  columnName(column: string): string
  columnDefinition(column: string): string
  status(status: Figure['status']): string
  trust(field: keyof Trust): string
  /** How is counted, in sentences; those on withholding and rounding only where figures are public. */
  rules(disclosure: 'exact' | 'public'): string[]
  /** The value of a dimension in words; what is not known stays as it is. */
  value(dimension: keyof Place, value: string): string
}

const made = new Map<'nl' | 'en', Words>()

/** The words of a language, made once. */
export function wordsOf(language: 'nl' | 'en'): Words {
  const known = made.get(language)
  if (known) return known
  const { indicators, groups, trainers } = trees[language]
  const text = (path: string) => textAt(indicators, path)
  // A code that has no word, of a programme that came later say, is still better than a path.
  const orCode = (tree: Tree, part: string, code: string) => {
    const word = textAt(tree, `${part}.${code}`)
    return word === `${part}.${code}` ? code : word
  }
  const words: Words = {
    language,
    file: fileWords[language],
    name: (code) => text(`${code}.name`),
    definition: (code) => text(`${code}.definition`),
    columnName: (column) => text(`columns.${column}.name`),
    columnDefinition: (column) => text(`columns.${column}.definition`),
    status: (status) => text(`status.${status}`),
    trust: (field) => text(`trust.${field}`),
    rules: (disclosure) =>
      rules.filter((rule) => disclosure === 'public' || !rulesOfPublic.has(rule)).map((rule) => text(`general.${rule}`)),
    value: (dimension, value) => {
      if (dimension === 'sex') return orCode(indicators, 'sex', value)
      if (dimension === 'programme' || dimension === 'kind' || dimension === 'audience') return orCode(groups, dimension, value)
      if (dimension === 'background') return orCode(trainers, dimension, value)
      if (dimension === 'language') return languageNames(value, language)
      if (dimension === 'municipality') return findMunicipality(value)?.name ?? value
      return value
    },
  }
  made.set(language, words)
  return words
}
