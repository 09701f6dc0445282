import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '~/i18n/languages'
import { formatProblem, reporterFor, type Problem } from '../problems'
import type { Term } from '../terms'
import { avoidedChecker } from './avoided'
import { onOneLine, passagesOf } from './passages'

const term = (word: string, ...avoid: string[]): Term => ({ id: 'help', nl: 'hulp', word, why: 'Kind.', avoid })

function found(terms: Term[], language: Language, ...texts: string[]): string[] {
  const problems: Problem[] = []
  avoidedChecker(terms, language)(
    texts.map((text, index) => onOneLine(text, index + 1)),
    reporterFor(problems, `${language}.md`),
  )
  return problems.map(formatProblem)
}

const count = (terms: Term[], language: Language, text: string) => found(terms, language, text).length

describe('avoidedChecker', () => {
  it('reports each occurrence on its line, with what to use instead', () => {
    expect(found([term('help', 'handout')], 'en', 'A handout.', 'Help.', 'Handout or handout?')).toEqual([
      'en.md:1: notice: avoided word “handout” for `help` (use “help”)',
      'en.md:3: notice: avoided word “handout” for `help` (use “help”)',
      'en.md:3: notice: avoided word “handout” for `help` (use “help”)',
    ])
  })

  it.each<[name: string, language: Language, avoid: string, text: string, times: number]>([
    ['whole words only', 'en', 'snitch', 'snitches, unsnitch, snitch’s, (snitch)', 2],
    ['no part of a word in any script', 'ti', 'ጠለፋ', 'ጠለፋታት ጠለፋ።', 1],
    ['words with more than one gap between them', 'en', 'on the dole', 'On  the\ndole', 1],
    ['a straight for a curly apostrophe', 'en', 'women’s work', "women's work", 1],
    ['Turkish capitals', 'tr', 'ihbar hattı', 'İHBAR HATTI', 1],
    ['the Turkish i with and without a dot apart', 'tr', 'ılık', 'ilik Ilık ILIK İLİK', 2],
    ['the parts of a letter written apart', 'tr', 'öz', 'O\u0308z', 1],
    ['Arabic without its vowel marks', 'ar', 'صدقة', 'صَدَقَةٌ', 1],
    ['Arabic drawn out', 'ar', 'صدقة', 'صدقـــة', 1],
    ['Arabic with particles written on', 'ar', 'غيبة', 'والغيبة للغيبة بغيبة شغيبة', 3],
    ['Arabic with another alef', 'ar', 'إهانة', 'اهانة أهانة', 2],
    ['Dari with Arabic letters', 'fa', 'کافری', 'كافري', 1],
    ['Dari with a space for a narrow gap', 'fa', 'زن\u200Cزدن', 'زن زدن زن\u200Cزدن', 2],
    ['Dari with its hamza written apart', 'fa', 'جامعه\u0654', 'جامع\u06C0 جامعه', 2],
    ['a name with its capitals only', 'en', 'Safe at Home', 'Safe at Home. Are you safe at home?', 1],
    ['a word with signs that mean something to a pattern', 'en', 'what (a) mess?', 'What (a) mess?', 1],
  ])('finds %s', (_, language, avoid, text, times) => {
    expect(count([term('x', avoid)], language, text)).toBe(times)
  })

  it('leaves an avoided word in peace inside the chosen one', () => {
    const terms = [term('women and ladies’ group; in a letter: ladies (plural)', 'ladies')]
    expect(count(terms, 'en', 'The women and ladies’ group.')).toBe(0)
    expect(count([term('honour group', 'honour'), term('x', 'group')], 'en', 'An honour group, honour; a group.')).toBe(2)
  })

  it('reports the longest of avoided words within each other, once', () => {
    expect(found([term('topluluk', 'cemaat', 'kapalı cemaat')], 'tr', 'Kapalı cemaat')).toEqual([
      'tr.md:1: notice: avoided word “kapalı cemaat” for `help` (use “topluluk”)',
    ])
  })

  it('reads what is read, and no ids, addresses or keys', () => {
    const source =
      '---\ntitle: Duress\nsummary: No duress.\nsource: "0123456789ab"\nstate: draft\n---\n' +
      ':::reflection{#duress}\n[Read](lesson:duress) on, **du**ress\nor duress.\n:::\n'
    const problems: Problem[] = []
    avoidedChecker([term('force', 'duress', 'draft', 'summary')], 'en')(passagesOf(source, 'en', false), reporterFor(problems, 'en.md'))
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 8, 9])
  })

  it('finds nothing where nothing is avoided', () => {
    expect(count([term('help')], 'en', 'help')).toBe(0)
    expect(count([], 'en', 'help')).toBe(0)
  })

  it('finds a word as often as it stands between others', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('snitch', 'SNITCH', 'snitches', 'a', '–', 'ş', 'é')), (words) => {
        const times = words.filter((word) => word.toLowerCase() === 'snitch').length
        expect(count([term('x', 'snitch')], 'en', words.join(' '))).toBe(times)
      }),
    )
  })
})
