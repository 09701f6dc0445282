import { abbreviations } from './abbreviations'

/**
 * Letters that make one sound together, the longest first. Other vowels next to each other are said one by one; without
 * its w, `ieu` is two sounds: serieus, milieu.
 */
// prettier-ignore
const sounds = ['aai', 'ooi', 'oei', 'eeuw', 'ieuw', 'eau', 'aa', 'ee', 'oo', 'uu', 'ie', 'oe', 'eu', 'ui', 'ei', 'au', 'ou', 'ai', 'oi', 'ay', 'ey', 'oy', 'uy']

/** Stretches of borrowed words that are not said as they are written, with the syllables that they have. */
const borrowed: readonly (readonly [RegExp, number])[] = [
  [/museum/g, 3],
  [/lyceum/g, 3],
  [/website/g, 2],
  [/online|offline/g, 2],
  [/team|coach|toast|game(?=s?$)|site(?=s?$)|cake|date(?=s?$)|leas(?=e?t?$)/g, 1],
]

/** Abbreviations in capitals that are said as a word. */
const saidAsWord = new Map([['DUO', 2]])

/** Signs that are read out: `25%`, `€25`. */
const signs = new Map([
  ['€', 2],
  ['%', 2],
  ['&', 1],
])

/**
 * How many syllables a Dutch word has when it is read out, at least one. Counts vowel sounds; knows the trema,
 * numbers, abbreviations and some borrowed words. A measure for a whole text: a rare word may be one off.
 */
export function syllablesOf(word: string): number {
  const written = word.normalize('NFC').replace(/^[^\p{L}\p{N}€%&]+|[^\p{L}\p{N}€%&]+$/gu, '')
  const short = abbreviations.get(written.toLowerCase())
  if (short !== undefined && /\.[^\p{L}]*$/u.test(word)) return short
  if (written.toLowerCase() === 't/m') return 3
  let sum = 0
  for (const [part] of written.matchAll(/\p{L}+|\p{N}+|[€%&]/gu)) sum += syllablesOfPart(part, written)
  return Math.max(1, sum)
}

function syllablesOfPart(part: string, written: string): number {
  const sign = signs.get(part)
  if (sign !== undefined) return sign
  if (/^\p{N}/u.test(part)) return syllablesOfNumber(part)
  if (/^\p{Lu}{2,4}$/u.test(part)) return saidAsWord.get(part) ?? part.length
  const letters = part.toLowerCase()
  // The s of “foto's” is no syllable, “sms” is three letters.
  if (!/[aeiouyà-öø-ü]/u.test(letters)) return written === part && part.length > 1 ? part.length : 0
  return countSounds(letters)
}

function countSounds(letters: string): number {
  let sum = 0
  let rest = letters
  for (const [pattern, count] of borrowed) {
    rest = rest.replace(pattern, () => {
      sum += count
      return '-'
    })
  }
  // `j` after `i` is half a vowel; `y` before a vowel is none at all: Yara, Maya.
  rest = rest
    .replace(/ij/g, 'ĳ')
    .replace(/y(?=[aeiou])/g, 'j')
    // A trema, and nothing else, says that a new syllable begins here.
    .replace(/(?<=[aeiouyĳáéíóúàèìòùâêîôû])[äëïöü]/gu, (vowel) => `-${vowel}`)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ĳ/g, 'Y')
  for (let at = 0; at < rest.length;) {
    const sound = sounds.find((each) => rest.startsWith(each, at))
    if (sound ?? /[aeiouyY]/.test(rest[at] ?? '')) sum += 1
    at += sound?.length ?? 1
  }
  return sum
}

/** Nul, een, twee … negentien. */
const small = [1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 1, 1, 2, 2, 2, 2, 3, 2, 3]

// Roughly as it is said: 112 as honderdtwaalf, 0800 figure by figure.
function syllablesOfNumber(digits: string): number {
  const value = Number(digits)
  if (!/^[1-9]\d{0,5}$/.test(digits)) return [...digits].reduce((sum, digit) => sum + (small[Number(digit)] ?? 1), 0)
  if (value < 20) return small[value] ?? 1
  if (value < 100) {
    const ones = value % 10
    // Zeventig and negentig have three syllables; “en” stands between: eenentwintig.
    const tens = [70, 90].includes(value - ones) ? 3 : 2
    return tens + (ones === 0 ? 0 : (small[ones] ?? 1) + 1)
  }
  const [unit, syllables] = value < 1000 ? [100, 2] : [1000, 2]
  const many = Math.floor(value / unit)
  const left = value % unit
  return (many === 1 ? 0 : syllablesOfNumber(String(many))) + syllables + (left ? syllablesOfNumber(String(left)) : 0)
}
