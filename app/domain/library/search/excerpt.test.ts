import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut } from './excerpt'
import { foldWord } from './fold'

const textOf = (segments: ReturnType<typeof cut>) => segments?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

describe('an excerpt', () => {
  it('marks whole words as they are written', () => {
    expect(textOf(cut('Een DÜĞÜN is ‘mooi’, <b>echt</b> mooi.', new Set(['dugun', 'mooi'])))).toBe(
      'Een [DÜĞÜN] is ‘[mooi]’, <b>echt</b> [mooi].',
    )
  })

  it('is null where nothing of it is found', () => {
    expect(cut('Een tekst.', new Set(['woord']))).toBeNull()
  })

  it('shows the place where different words stand together', () => {
    const text = `${'eer '.repeat(5)}${'woord '.repeat(60)}eer en familie samen ${'woord '.repeat(60)}`
    const shown = textOf(cut(text, new Set(['eer', 'familie'])))!
    expect(shown).toContain('[eer] en [familie]')
    expect(shown).toMatch(/^… .* …$/)
    expect(shown.split(' ').length).toBeLessThan(40)
  })

  it('is a part of the text, and marks nothing else', () => {
    const word = fc.constantFrom('eer', 'Eer,', '“eer”', 'thee', 'thé', '<i>', '&amp;', '…', 'زواج', 'ቤት')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), fc.constantFrom('eer', 'the', 'زواج'), (words, looked) => {
        const text = words.join(' ')
        const segments = cut(text, new Set([looked]))
        if (!segments) return
        const whole = segments.map((segment) => segment.text).join('')
        expect(text).toContain(whole.replace(/^… /, '').replace(/ …$/, ''))
        for (const segment of segments) if (segment.hit) expect(foldWord(segment.text)).toEqual([looked])
        expect(segments.some(({ hit }) => hit)).toBe(true)
      }),
    )
  })
})
