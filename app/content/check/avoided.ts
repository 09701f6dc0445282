import type { Language } from '~/i18n/languages'
import type { Report } from '../problems'
import type { Term } from '../terms'
import type { Passage } from './passages'

/** Finds the avoided words of a language in what a reader reads, and reports each as a notice where it stands. */
export type AvoidedChecker = (passages: readonly Passage[], report: Report) => void

interface Avoided {
  word: string
  term: Term
}

/**
 * Makes the check for one language's list of terms. Only whole words are found, in capitals or not, and an avoided word
 * that is part of a chosen word (“group for ladies”, where that was chosen) is not. Of avoided words within each other
 * the longest counts. An avoided word with a capital is a name, and found with its capitals only: who writes “are you
 * safe at home” does not translate the name of an institution.
 */
export function avoidedChecker(terms: readonly Term[], language: Language): AvoidedChecker {
  const known = new Map<string, Avoided>()
  for (const term of terms) for (const word of term.avoid) known.set(plain(word, language), { word, term })
  const chosen = terms.flatMap((term) => chosenWords(term.word)).map((word) => plain(word, language))
  const avoided = matcher([...known.keys()], language)
  const kept = matcher(chosen, language)
  if (!avoided) return () => undefined

  return (passages, report) => {
    for (const { text, lineAt } of passages) {
      const folded = fold(text, language)
      const safe = kept ? [...folded.text.matchAll(kept)].map(({ index, 0: found }) => [index, index + found.length]) : []
      for (const match of folded.text.matchAll(avoided)) {
        const word = match.groups?.word ?? ''
        const end = match.index + match[0].length
        const from = end - word.length
        const hit = known.get(word.replace(/\s+/gu, ' '))
        if (!hit || safe.some(([start = 0, stop = 0]) => start <= from && end <= stop)) continue
        const written = text.slice(folded.offsets[from], folded.offsets[end] ?? text.length)
        if (isName(hit.word) && written.replace(/\s+/gu, ' ') !== hit.word) continue
        report(lineAt(folded.offsets[from] ?? 0), `avoided word “${hit.word}” for \`${hit.term.id}\` (use “${hit.term.word}”)`, 'notice')
      }
    }
  }
}

function isName(word: string): boolean {
  return /\p{Lu}/u.test(word)
}

/** The words in “ladies; in a letter: women (plural)” as they can stand in a text. */
function chosenWords(word: string): string[] {
  return word
    .split(/[;؛,،፤፣/()]/u)
    .map((part) => part.replace(/^.*:/u, '').trim())
    .filter((part) => part !== '')
}

/** Whole words; in Arabic also with the particles that are written on to them (and, with, for, the). */
function matcher(words: readonly string[], language: Language): RegExp | null {
  if (words.length === 0) return null
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const either = longestFirst.map((word) => escaped(word).replace(/ /g, '\\s+')).join('|')
  const particles = language === 'ar' ? '(?:[وف]?(?:[بك]?(?:ال)?|لل?))' : ''
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${particles}(?<word>${either})(?![\\p{L}\\p{M}\\p{N}])`, 'gu')
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function plain(word: string, language: Language): string {
  return fold(word, language).text.replace(/\s+/gu, ' ').trim()
}

/** A text as it is compared, and for each character of it the place in the text that it comes from. */
function fold(text: string, language: Language): { text: string; offsets: number[] } {
  let folded = ''
  const offsets: number[] = []
  // A letter with the marks on it, whether they were written as one character or as several.
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const piece = foldLetter(letter, language)
    folded += piece
    for (let count = 0; count < piece.length; count++) offsets.push(index)
  }
  return { text: folded, offsets }
}

function foldLetter(letter: string, language: Language): string {
  // The narrow gap inside a Persian word is a space to who types in a hurry.
  if (letter === '\u200C' || letter === '\u00A0') return ' '
  if (/^[\u00AD\u0640\u200D-\u200F]/u.test(letter)) return ''
  if (/^[‘’ʼ`]/u.test(letter)) return "'"
  if (language === 'ar' || language === 'fa') {
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '')
    return arabicForms.get(bare) ?? bare.toLowerCase()
  }
  const whole = letter.normalize('NFC')
  // Turkish has two letters i, and each has a capital of its own.
  return language === 'tr' ? whole.toLocaleLowerCase('tr') : whole.toLowerCase()
}

/** Letters that Arabic and Persian keyboards write differently. */
const arabicForms = new Map([
  ['ی', 'ي'],
  ['ى', 'ي'],
  ['ک', 'ك'],
  ['ە', 'ه'],
  ['ٱ', 'ا'],
])
