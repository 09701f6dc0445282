import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWord, wordsIn } from './fold'

describe('folding', () => {
  it.each([
    ['case and marks', 'Crème COÖRDINATOR één', 'creme coordinator een'],
    ['a dotless i', 'IĞDIR İzin ısrar izın', 'igdir izin israr izin'],
    ['Turkish letters', 'düğün şiddet çeyiz', 'dugun siddet ceyiz'],
    ['apostrophes inside words', "la'aan la’aan laʼaan foto's", 'laaan laaan laaan fotos'],
    ['quotation marks', '‘huwelijk’ “liefde”', 'huwelijk liefde'],
    ['hyphens', 'train-de-trainer', 'train de trainer'],
    ['hyphens that do not show', 'hu\u00adwe\u00adlijk', 'huwelijk'],
    ['ligatures and wide letters', 'ﬁlm Ｆｉｌｍ', 'film film'],
    ['alifs', 'أسرة إسرة آسرة ٱسرة', 'اسره اسره اسره اسره'],
    ['ya and alif maqsura', 'على علي علی', 'علی علی علی'],
    ['kaf', 'كتاب کتاب', 'کتاب کتاب'],
    ['vowel marks and strokes', 'زَوَاج زواج زوـــاج', 'زواج زواج زواج'],
    ['hamza', 'شيء شئ سؤال', 'شی شی سوال'],
    ['signs that keep letters apart', 'می\u200cخوانید میخوانید', 'میخوانید میخوانید'],
    ['Arabic and Persian digits', '١٢٣ ۱۲۳ 123', '123 123 123'],
    ['Ethiopic series that sound alike', 'ሠላም ሰላም ፀሓይ ጸሃይ ዓለም ኣለም', 'ሰላም ሰላም ጸሃይ ጸሃይ ኣለም ኣለም'],
    ['a first vowel', 'አብ ኣብ ሐደ ሃደ', 'ኣብ ኣብ ሃደ ሃደ'],
    ['Ethiopic punctuation', 'ስድራቤት፡ወለዲ።', 'ስድራቤት ወለዲ'],
    ['signs of query languages', '"a" NEAR(b, 3) c* ^d: -e {f}', 'a near b 3 c d e f'],
    ['nothing', ' \0 … ’ ', ''],
  ])('%s', (_name, text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('leaves what is folded as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 500 },
    )
  })

  it('leaves letters and digits only, in words of a bounded length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(fold(text)).toMatch(/^(?:[\p{L}\p{N}]{1,64}(?: (?!$)|$))*$/u)
      }),
    )
  })

  it('is the same for the composed and the taken-apart spelling', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
    )
  })

  it('says where words stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { at, surface } of wordsIn(text)) expect(text.slice(at, at + surface.length)).toBe(surface)
      }),
    )
    expect(wordsIn('‘Ja’, zei ze').map(({ at, surface }) => [at, surface])).toEqual([
      [1, 'Ja'],
      [6, 'zei'],
      [10, 'ze'],
    ])
    expect(foldWord('½')).toEqual(['1', '2'])
  })
})
