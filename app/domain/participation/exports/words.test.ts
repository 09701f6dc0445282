import { describe, expect, test } from 'vitest'
import { spokenLanguages } from '~/i18n/spoken-languages'
import { dimensions, valuesOf } from '../dimensions'
import { indicatorCodes } from '../indicators'
import { sessionColumns } from '../session-columns'
import { momentText, periodText } from './asked'
import { languageNames } from './language-names'
import { withoutGaps } from './pdf-charts.server'
import { periodName } from './pdf-tables'
import { trustFields } from './tables'
import { wordsOf } from './words'

describe.each(['nl', 'en'] as const)('words in %s', (language) => {
  const words = wordsOf(language)
  const isWord = (text: string, code: string) => {
    expect(text).toMatch(/\p{L}/u)
    expect(text).not.toContain(code.includes('.') ? code : `${code}.`)
  }

  test('are there for every indicator, column and sign of quality', () => {
    for (const code of indicatorCodes) {
      isWord(words.name(code), code)
      isWord(words.definition(code), code)
    }
    for (const name of [...dimensions, 'period', 'sex', ...sessionColumns.map((each) => each.name)]) {
      isWord(words.columnName(name), `columns.${name}`)
      isWord(words.columnDefinition(name), `columns.${name}`)
    }
    for (const field of trustFields) isWord(words.trust(field), `trust.${field}`)
    for (const status of ['exact', 'rounded', 'withheld', 'none'] as const) isWord(words.status(status), `status.${status}`)
  })

  test('are there for every value that is known beforehand', () => {
    for (const dimension of ['programme', 'kind', 'audience', 'background'] as const) {
      for (const value of valuesOf[dimension]) expect(words.value(dimension, value)).toMatch(/\p{L}{3}/u)
    }
    expect(words.value('programme', 'later')).toBe('later')
    expect(words.value('municipality', 'GM0363')).toBe('Amsterdam')
    expect(words.value('municipality', 'GM9999')).toBe('GM9999')
  })

  test('name every spoken language', () => {
    const names = spokenLanguages.map((code) => languageNames(code, language))
    expect(new Set(names).size).toBe(spokenLanguages.length)
    for (const name of names) expect(name).toMatch(/^\p{Lu}/u)
  })

  test('speak of withholding and editions only where figures are public', () => {
    const exact = words.rules('exact')
    expect(words.rules('public').slice(0, exact.length)).toEqual(exact)
    expect(words.rules('public')).toHaveLength(exact.length + 4)
  })
})

test('languages, periods and moments read as a sentence would have them', () => {
  const [dutch, english] = [wordsOf('nl'), wordsOf('en')]
  expect(languageNames('ar+nl', 'nl')).toBe('Arabisch en Nederlands')
  expect(languageNames('ar+nl+tr', 'en')).toBe('Arabic, Dutch and Turkish')
  expect(languageNames('xx', 'en')).toBe('xx')
  expect(['2024', '2024-Q1', '2024-03'].map((period) => periodName(period, dutch))).toEqual(['2024', '1e kwartaal 2024', 'maart 2024'])
  expect(['2024-Q4', '2024-12'].map((period) => periodName(period, english))).toEqual(['Q4 2024', 'December 2024'])
  expect(periodText({ from: '2024-01-01', to: null }, dutch)).toBe('vanaf 1 januari 2024')
  expect(periodText({ from: null, to: '2024-12-31' }, english)).toBe('up to and including 31 December 2024')
  expect(periodText({ from: null, to: null }, dutch)).toBe('alles wat er is')
  expect(momentText(new Date('2024-12-31T23:00:00Z'), dutch)).toBe('het einde van 31 december 2024')
  expect(momentText(new Date('2024-07-01T22:00:00Z'), english)).toBe('the end of 1 July 2024')
  expect(momentText(new Date('2024-07-01T12:30:00Z'), dutch)).toMatch(/14:30 \(Nederlandse tijd\)$/)
})

test('a chart has every period between the first and the last', () => {
  expect(withoutGaps(['2024-Q3', '2023-Q4'])).toEqual(['2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3'])
  expect(withoutGaps(['2023-12', '2024-02'])).toEqual(['2023-12', '2024-01', '2024-02'])
  expect(withoutGaps(['2024', '2022'])).toEqual(['2022', '2023', '2024'])
  expect(withoutGaps(['2024'])).toEqual(['2024'])
})
