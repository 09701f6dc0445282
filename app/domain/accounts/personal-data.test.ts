import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksPersonal } from './personal-data'

describe('looksPersonal', () => {
  it.each([
    ['Bel me op 06-12345678', ['phone']],
    ['+31 (0)20 123 45 67 gebeld', ['phone']],
    ['هاتف ٠٦١٢٣٤٥٦٧٨', ['phone']],
    ['bel 06-12-34-56-78', ['phone']],
    ['of 06.12.34.56.78', ['phone']],
    ['030-12-34-567', ['phone']],
    ['schrijf naar a.b@voorbeeld.example', ['email']],
    ['gesprek met Anna de Vries over school', ['name']],
    ['mevrouw Yilmaz kwam later', ['name']],
    ['Mw. Jansen was ziek', ['name']],
    ['een moeder die heet Samira vroeg iets', ['name']],
    ['السيدة فاطمة تحدثت كثيرا', ['name']],
  ])('finds it in %s', (text, kinds) => {
    expect(looksPersonal(text)).toEqual(kinds)
  })

  it.each([
    '',
    'Het ging over grenzen stellen. Veel vragen over school.',
    'Veilig Thuis besproken: 0800-2000',
    'Bel 112 bij gevaar',
    'Twee moeders waren er voor het eerst, op 12-03-2026',
    'We spraken over Den Haag',
    '10 vrouwen, 3 mannen, 2026',
    'Sprak over school. Daarna thee.',
  ])('leaves %j alone', (text) => {
    expect(looksPersonal(text)).toEqual([])
  })

  it('finds an e-mail address and a telephone number wherever they stand', () => {
    const words = fc.array(fc.constantFrom('het', 'ging', 'over', 'school', 'thee', '🙂'), { maxLength: 5 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(words, words, fc.integer({ min: 10_000_000, max: 99_999_999 }), (before, after, number) => {
        expect(looksPersonal(`${before} 06${number} ${after}`)).toContain('phone')
        expect(looksPersonal(`${before} x${number}@voorbeeld.example ${after}`)).toContain('email')
      }),
    )
  })
})
