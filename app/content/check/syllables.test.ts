import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { syllablesOf } from './syllables'

/** Counted by hand; a hyphen stands where a syllable ends. */
// prettier-ignore
const counted = [
  'je', 'kind', 'school', 'geld', 'thuis', 'nieuws', 'leeuw', 'mooi', 'groei', 'fraai', 'vrij', 'keus', 'oud', 'vrouw', 'één', 'team',
  'ou-ders', 'moe-der', 'lui-ste-ren', 'vrij-heid', 'keu-ze', 'nieu-we', 'mooi-e', 'draai-en', 'groei-en', 'vrij-e', 'zee-ën',
  'i-dee-ën', 'ge-ërfd', 'be-ïn-vloed', 'co-ör-di-na-tor', 'cli-ënt', 'pa-ti-ënt', 'fi-nan-ci-ën', 'fi-nan-ci-eel', 'fa-mi-lie',
  'si-tu-a-tie', 're-la-tie', 'so-ci-aal', 'ra-di-o', 'i-de-aal', 'mu-se-um', 'se-ri-eus', 'mi-li-eu', 'bu-reau', 'ge-o-pend', 'be-oor-de-len', 'ge-oe-fend',
  'bij-een-komst', 'moei-lijk', 'eeu-wig', 'bui-ten', 'ge-uit', 'hu-we-lijk', 'zelf-be-schik-king', 'er-va-rings-des-kun-di-ge',
  'ver-ant-woor-de-lijk-heid', 'be-reik-baar', 'Jo-ël-le', 'Ya-ra', 'Ma-ya', 'ba-by', 'ty-pe', 'ca-fé', 'in-di-vi-du-eel', 'gou-den', 'Eu-ro-pees',
]

const others: [word: string, syllables: number][] = [
  ['foto’s', 2],
  ["zo'n", 1],
  ["'s", 1],
  ['e-mail', 2],
  ['website', 2],
  ['online', 2],
  ['UWV', 3],
  ['DUO', 2],
  ['tv', 2],
  ['sms', 3],
  ['bijv.', 4],
  ['o.a.', 4],
  ['t/m', 3],
  ['“Goed”,', 1],
  ['(ouders)', 2],
  ['7', 2],
  ['12', 1],
  ['24', 4],
  ['70', 3],
  ['112', 3],
  ['300', 3],
  ['1.000', 4],
  ['0800-2000', 7],
  ['25%', 6],
]

describe('syllablesOf', () => {
  it.each(counted)('counts %s', (word) => {
    expect(syllablesOf(word.replaceAll('-', ''))).toBe(word.split('-').length)
  })

  it.each(others)('counts what is said for %s', (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables)
  })

  it('counts a word the same in capitals and whichever way its accents are written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counted), (word) => {
        const plain = word.replaceAll('-', '')
        const capital = plain.slice(0, 1).toUpperCase() + plain.slice(1)
        expect(syllablesOf(capital)).toBe(syllablesOf(plain))
        expect(syllablesOf(plain.normalize('NFD'))).toBe(syllablesOf(plain))
      }),
    )
  })

  it('gives every word at least one syllable and no more than it has characters to say', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäëïöüé'-]{1,30}$/u), (word) => {
        expect(syllablesOf(word)).toBeGreaterThanOrEqual(1)
        expect(syllablesOf(word)).toBeLessThanOrEqual(word.length)
      }),
    )
  })
})
