import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLocales, compareStrings, flatten, formatLocaleProblem, pluralCategories, type LocaleFiles } from './check-locales'
import { unusedKeys } from './check-usage'
import { languages, type Language } from './languages'
import { namespaces } from './namespaces'

const compare = (language: Language, given: Record<string, string>, dutch: Record<string, string>) =>
  compareStrings(language, new Map(Object.entries(given)), new Map(Object.entries(dutch))).map(({ key, message }) => `${key}: ${message}`)

describe('a translated string', () => {
  it.each([
    [{}, { a: 'Dag' }, ['a: is missing']],
    [{ a: 'Hello', b: 'x' }, { a: 'Dag' }, ['b: is not in the Dutch file']],
    [{ a: ' ' }, { a: 'Dag' }, ['a: is empty', 'a: begins or ends with a space']],
    [{ a: 'Dag' }, { a: 'Dag' }, ['a: is the Dutch text']],
    [{ a: '{{n}} les' }, { a: '{{n}} les' }, ['a: is the Dutch text']],
    [{ a: '{{n}} · {{m}}' }, { a: '{{n}} · {{m}}' }, []],
    [{ a: 'Privacy' }, { a: 'Privacy' }, []],
    [{ a: 'Hi {{nam}}' }, { a: 'Dag {{name}}' }, ['a: has the placeholders "{{nam}}" where Dutch has "{{name}}"']],
    [{ a: 'Hi {{ name }}' }, { a: 'Dag {{name}}' }, []],
    [{ a: 'Hi {name}}' }, { a: 'Dag {{name}}' }, ['a: has a broken placeholder', 'a: has the placeholders "" where Dutch has "{{name}}"']],
    [{ a: 'Call <tel/>' }, { a: 'Bel <tel></tel>' }, ['a: has the tags "<tel/>" where Dutch has "</tel> <tel>"']],
    [{ a: 'Read <b>this' }, { a: 'Lees <b>dit</b>' }, ['a: has the tags "<b>" where Dutch has "</b> <b>"']],
    [{ a: '\u202eHi' }, { a: 'Dag' }, ['a: has an invisible mark that turns the reading direction']],
    [{ a: 'cafe\u0301' }, { a: 'Dag' }, ['a: is not in the composed form of Unicode (NFC)']],
  ] as [Record<string, string>, Record<string, string>, string[]][])('%j for %j', (given, dutch, problems) => {
    expect(compare('en', given, dutch)).toEqual(problems)
  })

  it('may have the joiner that Persian words need', () => {
    expect(compare('fa', { a: 'می\u200cروم' }, { a: 'Ik ga' })).toEqual([])
  })
})

describe('a plural', () => {
  const dutch = { l_one: '{{count}} les', l_other: '{{count}} lessen' }

  it('has the six of Arabic', () => {
    const six = {
      l_zero: 'لا دروس',
      l_one: 'درس',
      l_two: 'درسان',
      l_few: '{{count}} دروس',
      l_many: '{{count}} درسًا',
      l_other: '{{count}} درس',
    }
    expect(compare('ar', six, dutch)).toEqual([])
    const { l_many: _without, ...five } = six
    expect(compare('ar', five, dutch)).toEqual(['l_many: is missing'])
    expect(compare('ar', { ...six, l_few: 'دروس' }, dutch)).toEqual(['l_few: has the placeholders "" where Dutch has "{{count}}"'])
  })

  it('has none that the language does not have', () => {
    expect(compare('en', { l_one: '{{count}} lesson', l_few: '{{count}} lessons', l_other: '{{count}} lessons' }, dutch)).toEqual([
      'l_few: is a plural that en does not have',
    ])
  })

  it('is told from a key that only looks like one', () => {
    expect(compare('ar', { step_one: 'أول' }, { step_one: 'Eerst' })).toEqual([])
  })

  it('of any language is complete with exactly its categories', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.subarray(['zero', 'one', 'two', 'few', 'many', 'other']), (language, given) => {
        const strings = Object.fromEntries(given.map((category) => [`l_${category}`, `x {{count}} ${category}`]))
        const problems = compare(language, strings, dutch)
        const wanted = pluralCategories(language)
        expect(problems.filter((line) => line.endsWith('is missing'))).toHaveLength(
          wanted.filter((category) => !given.includes(category)).length,
        )
        expect(problems.filter((line) => line.includes('does not have'))).toHaveLength(
          given.filter((category) => !wanted.includes(category)).length,
        )
      }),
    )
  })
})

describe('the files', () => {
  const whole = (): LocaleFiles =>
    new Map(
      languages.flatMap((language) =>
        namespaces.map((namespace) => [`${language}/${namespace}.json`, JSON.stringify({ a: { b: `${language} text` } })] as const),
      ),
    )

  const linesWith = (change: (files: LocaleFiles) => void) => {
    const files = whole()
    change(files)
    return checkLocales(files).map(formatLocaleProblem)
  }

  it('are all there and all the same', () => {
    expect(linesWith(() => {})).toEqual([])
  })

  it('may not be missing, broken, or there for nothing', () => {
    expect(linesWith((files) => files.delete('so/mail.json'))).toEqual(['locales/so/mail.json: is missing'])
    expect(linesWith((files) => files.set('so/mail.json', '{'))[0]).toMatch(/^locales\/so\/mail\.json: is no JSON: /)
    expect(linesWith((files) => files.set('so/old.json', '{}'))).toEqual([
      'locales/so/old.json: belongs to no language or namespace of the site',
    ])
    expect(linesWith((files) => files.set('de/mail.json', '{}'))).toEqual([
      'locales/de/mail.json: belongs to no language or namespace of the site',
    ])
    expect(linesWith((files) => files.set('so/mail.json', '{"a":{"b":["x"]}}'))).toEqual([
      'locales/so/mail.json: a.b: is no string',
      'locales/so/mail.json: a.b: is missing',
    ])
  })
})

describe('flatten', () => {
  it('keeps every string under its path', () => {
    const name = fc.stringMatching(/^[a-z]{1,5}$/)
    const { tree } = fc.letrec((tie) => ({
      tree: fc.dictionary(name, fc.oneof({ maxDepth: 3 }, fc.string(), tie('tree'))),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        const { strings, wrong } = flatten(value)
        expect(wrong).toEqual([])
        for (const [key, text] of strings) {
          const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], value)
          expect(found).toBe(text)
        }
      }),
    )
  })
})

describe('unused keys', () => {
  const dutch = new Map(Object.entries({ 'a.used': '', 'a.unused': '', n_one: '', n_other: '', 'roles.trainer': '', 'act.x.y': '' }))

  it('are those that no expression of the code can make', () => {
    expect(unusedKeys(dutch, ["t('a.used')", 't("n", { count })', 't(`roles.${role}`)', 't(`act.${action}`)'])).toEqual(['a.unused'])
    expect(unusedKeys(dutch, ['t(`${anything}`)', "// isn't a.used"])).toEqual([...dutch.keys()])
  })
})
