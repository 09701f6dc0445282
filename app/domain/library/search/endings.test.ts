import { describe, expect, it } from 'vitest'
import { languages, type Language } from '~/i18n/languages'
import { stemOf } from './endings'

describe('a word without its ending', () => {
  it.each<[Language, string, string | null]>([
    ['nl', 'dochters', 'dochter'],
    ['nl', 'gezinnen', 'gezin'],
    ['nl', 'grenzen', 'grens'],
    ['nl', 'brieven', 'brief'],
    ['nl', 'eer', null],
    ['en', 'families', 'famil'],
    ['tr', 'evlilikler', 'evlilik'],
    ['ar', 'الزواج', 'زواج'],
    ['ar', 'والبنات', 'بنات'],
    ['so', 'guurka', 'guur'],
    ['fa', 'خانوادهها', 'خانواده'],
    ['ti', 'ጉጅለታት', 'ጉጅለ'],
  ])('%s %s: %s', (language, word, stem) => {
    expect(stemOf(word, language)).toBe(stem)
  })

  it('is never short', () => {
    for (const language of languages) for (const word of ['es', 'ing', 'ها', 'ال', 'ታት']) expect(stemOf(word, language)).toBeNull()
  })
})
