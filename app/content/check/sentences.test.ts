import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from './sentences'

const split = (text: string) => sentencesOf(text).map(({ words }) => words.join(' '))

describe('sentencesOf', () => {
  it.each<[text: string, sentences: string[]]>([
    ['Je kiest zelf. Dat mag! Toch?', ['Je kiest zelf.', 'Dat mag!', 'Toch?']],
    ['Een kop zonder punt', ['Een kop zonder punt']],
    ['“Nooit meer?” vraagt hij.', ['“Nooit meer?” vraagt hij.']],
    ['“Nooit meer?” Hij wacht.', ['“Nooit meer?”', 'Hij wacht.']],
    ['Vraag eerst: wat wil je?', ['Vraag eerst:', 'wat wil je?']],
    ['Dat kan, bijv. Thuis of o.a. Buiten.', ['Dat kan, bijv. Thuis of o.a. Buiten.']],
    ['Bel (bijv. Anna). Dan helpt ze.', ['Bel (bijv. Anna).', 'Dan helpt ze.']],
    ['Het is op. ’s Avonds niet.', ['Het is op.', '’s Avonds niet.']],
    ['Om 10:30 kost het 2.50 euro. Of meer.', ['Om 10:30 kost het 2.50 euro.', 'Of meer.']],
    ['Hij denkt … en zwijgt. – Ja.', ['Hij denkt en zwijgt.', 'Ja.']],
    ['Er zijn er 3. 4 is te veel.', ['Er zijn er 3.', '4 is te veel.']],
    ['Dit staat\nop twee regels.\nEn dit niet.', ['Dit staat op twee regels.', 'En dit niet.']],
    ['', []],
    [' … – ', []],
  ])('splits %j', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  it('says where a sentence begins', () => {
    expect(sentencesOf('Ja.  Dat\nmag. – Ook nu.').map(({ offset }) => offset)).toEqual([0, 5, 16])
  })

  it('loses no word, doubles none, and leaves no sentence empty', () => {
    const piece = fc.constantFrom(
      'Ja',
      'nee',
      'bijv.',
      'o.a.',
      '’s',
      'Kom!',
      '“Kom?”',
      'let:',
      '(op)',
      '–',
      '…',
      '10:30',
      'S.',
      '.',
      '\n',
      'één',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ')
        const sentences = sentencesOf(text)
        expect(sentences.flatMap(({ words }) => words)).toEqual(text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)))
        for (const { words, offset } of sentences) expect(text.startsWith(words[0] ?? '?', offset)).toBe(true)
      }),
    )
  })
})
