import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLocales, type Strings } from './check-locales'
import { languages, type Language } from './languages'

/** Every language with the same strings, but for what is given. Plurals get the forms of each language. */
function everywhere(strings: Record<string, string>, plurals: Record<string, string> = {}, given: Partial<Record<Language, Strings>> = {}) {
  return Object.fromEntries(
    languages.map((language) => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      const all = Object.fromEntries(Object.entries(plurals).flatMap(([key, text]) => forms.map((form) => [`${key}_${form}`, text])))
      return [language, given[language] ?? { common: { ...strings, ...all } }]
    }),
  ) as Record<Language, Strings>
}

describe('checkLocales', () => {
  it('finds nothing where all languages have the same keys', () => {
    expect(checkLocales(everywhere({ a: 'A', b: '{{x}}' }, { lessons: '{{count}}' }))).toEqual([])
  })

  it('finds a missing and a strange key', () => {
    const faults = checkLocales(everywhere({ title: 'Titel' }, {}, { tr: { common: { titel: 'Başlık' } } }))
    expect(faults).toEqual([
      'locales/tr/common.json: title: is missing',
      'locales/tr/common.json: titel: is not in Dutch, or no plural form of this language',
    ])
  })

  it('asks six forms of Arabic and refuses a form that a language does not have', () => {
    const ar = { common: { lessons_one: 'درس', lessons_other: '{{count}} درس' } }
    const en = { common: { lessons_one: 'lesson', lessons_few: '{{count}} lessons', lessons_other: '{{count}} lessons' } }
    const faults = checkLocales(everywhere({}, { lessons: '{{count}}' }, { ar, en }))
    expect(faults).toEqual([
      'locales/en/common.json: lessons_few: is not in Dutch, or no plural form of this language',
      ...['few', 'many', 'two', 'zero'].map((form) => `locales/ar/common.json: lessons_${form}: is missing`),
    ])
  })

  it.each([
    ['Hallo {{name}}', 'Hello', 'has the placeholders none where Dutch has {{name}}'],
    ['Hallo <b>jij</b>', 'Hello <i>you</i>', 'has the tags </i> <i> where Dutch has </b> <b>'],
    ['Hallo', '  ', 'is empty'],
    ['Hallo', 'Hello\u202e', 'holds a sign that turns the reading direction'],
    ['Dit is nog niet vertaald', 'Dit is nog niet vertaald', 'is still in Dutch'],
  ])('compares %j with %j', (nl, en, fault) => {
    const languagesWithText = everywhere(
      { a: nl },
      {},
      Object.fromEntries(
        languages.filter((each) => each !== 'nl').map((each) => [each, { common: { a: each === 'en' ? en : `${each} ${nl}` } }]),
      ),
    )
    expect(checkLocales(languagesWithText)).toEqual([`locales/en/common.json: a: ${fault}`])
  })

  it('never throws, and always finds a key that one language has lost', () => {
    const key = fc.stringMatching(/^[a-z]{1,8}$/)
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...languages.filter((each) => each !== 'nl')),
        (keys, language) => {
          const strings = Object.fromEntries(keys.map((each) => [each, 'x']))
          const { [keys[0]!]: _lost, ...rest } = strings
          expect(checkLocales(everywhere(strings, {}, { [language]: { common: rest } }))).toEqual([
            `locales/${language}/common.json: ${keys[0]}: is missing`,
          ])
        },
      ),
    )
  })
})
