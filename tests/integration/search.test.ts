import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { findablesOf } from '~/content/findable'
import { getCatalogue } from '~/content/read'
import { fingerprintOf, listIndexed, type Indexed } from '~/domain/library/search/entries'
import { excerptOf } from '~/domain/library/search/excerpt'
import { findTexts } from '~/domain/library/search/find-texts.server'
import { refreshSearch } from '~/domain/library/search/refresh-search.server'
import { searchRequest } from '~/domain/library/search/schema'
import { findFingerprint, listWordsLike, writeIndex } from '~/domain/library/search/search-repository.server'
import { languages, type Language } from '~/i18n/languages'
import { database } from '~/platform/db/client.server'

const find = (language: Language, q: string, filters = {}) => findTexts(language, searchRequest.parse({ q, ...filters }))
const placesOf = async (language: Language, q: string) => (await find(language, q)).hits.map(({ findable }) => findable.place)

let indexed: Indexed[]

beforeAll(async () => {
  indexed = listIndexed(getCatalogue())
  await refreshSearch()
})

// Both databases answer these in the same way: the test runs on each.
describe('a search', () => {
  it.each<[Language, string, string, string | null]>([
    ['nl', 'huwelijk', 'item/choosing-together', null],
    ['nl', 'HUWELIJK!', 'item/choosing-together', null],
    ['nl', 'dwang', 'lesson/opvoeding/finding-help', null],
    ['nl', 'dochters', 'lesson/opvoeding/sharing-tasks', null],
    ['nl', 'wat is een budget', 'lesson/geld/allowances', null],
    ['nl', 'vakantie', 'item/summer-holiday', null],
    ['nl', 'huwelik', 'item/choosing-together', 'huwelijk'],
    ['nl', 'huweiljk', 'item/choosing-together', 'huwelijk'],
    ['nl', 'achterlatign', 'item/choosing-together', 'achterlating'],
    ['en', 'mariage', 'item/choosing-together', 'marriage'],
    ['tr', 'DÜĞÜN', 'item/the-ring', null],
    ['tr', 'dugun', 'item/the-ring', null],
    ['tr', 'evilik', 'lesson/opvoeding/signals', 'evlilik'],
    ['tr', 'EVLİLİK', 'lesson/opvoeding/signals', null],
    ['tr', 'EVLILIK', 'lesson/opvoeding/signals', null],
    ['ar', 'زواج', 'lesson/thuis/love', null],
    ['ar', 'الزواج', 'lesson/thuis/love', null],
    ['ar', 'الزّوَاج', 'lesson/thuis/love', null],
    ['fa', 'ازدواج', 'lesson/thuis/love', null],
    ['fa', 'كتابخانه', 'lesson/opvoeding/finding-help', null],
    ['so', 'guur', 'lesson/opvoeding/signals', null],
    ['ti', 'መርዓ', 'lesson/handboek/meeting-four', null],
    ['ti', 'መርዐ', 'lesson/handboek/meeting-four', null],
    ['ar', 'huwelijk', 'item/choosing-together', null],
  ])('in %s for %s finds %s', async (language, q, place, meant) => {
    const found = await find(language, q)
    expect({ places: found.hits.map(({ findable }) => findable.place), meant: found.meant }).toMatchObject({
      places: expect.arrayContaining([place]) as unknown,
      meant,
    })
    const [best] = found.hits
    expect(
      excerptOf(best!)
        .map(({ text }) => text)
        .join('').length,
    ).toBeGreaterThan(10)
  })

  it.each<[Language, string]>([
    ['nl', 'xyzzyqq'],
    ['nl', ''],
    ['nl', '… !? "" ()'],
    ['ar', 'ظظظظظ'],
    ['ti', 'ፐፐፐፐፐ'],
  ])('in %s for "%s" finds nothing', async (language, q) => {
    expect((await find(language, q)).hits).toEqual([])
  })

  it.each(languages)('for any title in %s finds what has it, first', async (language) => {
    for (const { place, texts } of findablesOf(getCatalogue()).values()) {
      const title = texts[language]?.title
      if (title === undefined) continue
      const same = [...findablesOf(getCatalogue()).values()].filter((other) => other.texts[language]?.title === title)
      expect({ title, first: (await placesOf(language, title)).slice(0, same.length) }).toEqual({
        title,
        first: expect.arrayContaining([place]) as unknown,
      })
    }
  })

  it('shows what is in the language of the reader before what is in Dutch', async () => {
    const shown = (await find('tr', 'Veilig Thuis')).hits.map(({ language }) => language)
    expect(shown).toEqual([...shown].sort((a, b) => Number(a === 'nl') - Number(b === 'nl')))
    expect(new Set(await placesOf('tr', 'Veilig Thuis')).size).toBe(shown.length)
  })

  it('says so when no text has all the words', async () => {
    expect(await find('nl', 'bankrekening vakantie sleutelhanger')).toMatchObject({ someWords: true })
    expect(await find('nl', 'huwelijk')).toMatchObject({ someWords: false })
  })

  it('keeps to the filters, and leaves unknown ones aside', async () => {
    const all = (await find('nl', 'ouders')).hits.length
    const filters = { kind: 'lesson', duration: 'long', audience: 'parents', subject: 'travelling' }
    const found = (await find('nl', 'ouders', filters)).hits
    expect(found.map(({ findable }) => findable.place)).toEqual(['lesson/opvoeding/travelling'])
    expect((await find('nl', 'ouders', { kind: 'nonsense', subject: "' OR 1=1" })).hits).toHaveLength(all)
  })
})

describe('hostile words', () => {
  it.each([
    ['quotes', '"huwelijk" \'dwang\' `'],
    ['operators of SQLite', 'huwelijk NEAR(dwang, 2) AND NOT title:x OR ^a* -b +c'],
    ['operators of PostgreSQL', "huwelijk & !dwang | (a <-> b) :* \\'"],
    ['patterns', '%_%\\%'],
    ['a zero byte', 'huwe\0lijk'],
    ['half a character', 'huwelijk \ud83d'],
    ['marks only', '\u0301\u0302\u064b'],
    ['a very long word', 'a'.repeat(100_000)],
    ['very many words', 'huwelijk dwang eer '.repeat(6_000)],
    ['very many different words', Array.from({ length: 9_000 }, (_, index) => `w${index}`).join(' ')],
    ['another direction', '\u202ehuwelijk\u202c \u2068dwang\u2069'],
  ])('%s', async (_name, q) => {
    for (const language of languages) expect(Array.isArray((await find(language, q)).hits)).toBe(true)
  })

  it('of any kind get an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...languages), async (q, language) => {
        expect(Array.isArray((await find(language, q)).hits)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the index', () => {
  it('is not made anew for the same content', async () => {
    const fingerprint = fingerprintOf(indexed)
    expect(await findFingerprint()).toBe(fingerprint)
    expect(await writeIndex(fingerprint, indexed)).toEqual({ added: 0, removed: 0 })
  })

  it('takes in what changed and lets go of what was there before', async () => {
    const [first, ...others] = indexed
    const changed = [{ ...first!, hash: 'another', text: { ...first!.text, title: 'Zonnebloempitten' } }, ...others]
    expect(await writeIndex('changed', changed)).toEqual({ added: 1, removed: 1 })
    expect(await placesOf('nl', 'zonnebloempitten')).toEqual([first!.place])
    expect(await writeIndex(fingerprintOf(indexed), indexed)).toEqual({ added: 1, removed: 1 })
    expect(await placesOf('nl', 'zonnebloempitten')).toEqual([])
    expect(await listWordsLike('nl', ['zonnebloempitten', '', ''])).toEqual([])
  })

  it('is made once when several servers begin at the same moment', async () => {
    const fewer = indexed.slice(0, 20)
    const made = await Promise.all([1, 2, 3].map(() => writeIndex('fewer', fewer)))
    expect(made.filter(({ removed }) => removed > 0)).toHaveLength(1)
    expect(await database().searchEntry.count()).toBe(20)
    await writeIndex(fingerprintOf(indexed), indexed)
    expect(await database().searchEntry.count()).toBe(indexed.length)
    expect(await placesOf('nl', 'huwelijk')).toContain('item/choosing-together')
  })
})
