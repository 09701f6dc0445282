// Words as they are searched: what readers of a language write in several ways becomes one. Texts and what is asked go through the
// same function, so it may be coarse; it never shows on a page.

/** A word as it stands in a text. */
export interface FoundWord {
  /** Place of the first character. */
  at: number
  surface: string
}

// Letters, digits and marks, and what stands inside words: apostrophes, hyphens that show only at the end of a line, signs that
// join letters or keep them apart, and the stroke that makes Arabic words longer.
const inWord = "\\p{L}\\p{N}\\p{M}'’‘ʼʾʿ`´\\u00ad\\u0640\\u200b-\\u200d\\u2060\\ufeff"
const wordPattern = new RegExp(`[${inWord}]+`, 'gu')
// Without the apostrophes that stand around a word, which are quotation marks.
const edge = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu
const dropped = /[\p{M}'’‘ʼʾʿ`´\u00ad\u0640\u200b-\u200d\u2060\ufeff\u0621]/gu

const letters = new Map<string, string>()
const same = (to: string, ...from: string[]) => from.forEach((letter) => letters.set(letter, to))
// Latin letters with a stroke are no letter with a mark. A dotless i is an i: many keyboards have no other.
same('i', 'ı')
same('o', 'ø')
same('d', 'đ', 'ð')
same('l', 'ł')
same('ss', 'ß')
same('ae', 'æ')
same('oe', 'œ')
same('σ', 'ς')
// Arabic and Persian keyboards make different letters that look alike; at the end of a word ya and alif, ta and ha are mixed up.
same('ا', 'ٱ')
same('ی', 'ي', 'ى', 'ې', 'ۍ', 'ے')
same('ک', 'ك', 'ڪ')
same('ه', 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۃ')
for (let digit = 0; digit < 10; digit += 1) same(String(digit), String.fromCharCode(0x660 + digit), String.fromCharCode(0x6f0 + digit))
// Ethiopic: series that sound alike or are spelled for one another, each vowel by itself.
const series = (to: number, from: number, count: number) => {
  for (let vowel = 0; vowel < count; vowel += 1) same(String.fromCharCode(to + vowel), String.fromCharCode(from + vowel))
}
series(0x1200, 0x1210, 8) // ሐ as ሀ
series(0x1200, 0x1280, 7) // ኀ as ሀ
series(0x1230, 0x1220, 8) // ሠ as ሰ
series(0x12a0, 0x12d0, 7) // ዐ as አ
series(0x1338, 0x1340, 7) // ፀ as ጸ
// አ and ኣ, ሀ and ሃ stand for one another, in every series.
same('ኣ', 'አ', 'ዐ')
same('ሃ', 'ሀ', 'ሐ', 'ኀ')

const mapped = new RegExp(`[${[...letters.keys()].join('')}]`, 'gu')
const longest = 64

/** A word, folded: no word, one, or several where one sign stands for more (½). */
export function foldWord(surface: string): string[] {
  return (
    surface
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      .replace(dropped, '')
      .replace(mapped, (letter) => letters.get(letter)!)
      .match(/[\p{L}\p{N}]+/gu)
      ?.map((word) => [...word].slice(0, longest).join('')) ?? []
  )
}

/** The words of a text, in order. */
export function wordsIn(text: string): FoundWord[] {
  const words: FoundWord[] = []
  for (const { 0: whole, index } of text.matchAll(wordPattern)) {
    const surface = whole.replace(edge, '')
    if (surface) words.push({ at: index + whole.indexOf(surface), surface })
  }
  return words
}

/** A text as folded words with one space in between. Folding twice is folding once. */
export function fold(text: string): string {
  return wordsIn(text)
    .flatMap(({ surface }) => foldWord(surface))
    .join(' ')
}
