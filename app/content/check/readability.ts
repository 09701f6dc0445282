import type { Report } from '../problems'
import { formatTable } from '../table'
import type { Level } from '../types'
import type { Passage } from './passages'
import { sentencesOf, type Sentence } from './sentences'
import { syllablesOf } from './syllables'

/** How easy a Dutch text is to read, by what can be counted. */
export interface Readability {
  words: number
  sentences: number
  /** Words in a sentence, on average. */
  mean: number
  /** Words in the longest sentence. */
  longest: number
  /** 206.84 − 0.77 × syllables in 100 words − 0.93 × words in a sentence; higher is easier. */
  fleschDouma: number
}

/** One row of the table: a Dutch text and the level it is to keep to. */
export interface ReadabilityRow extends Readability {
  file: string
  level: Level
}

/**
 * What a text of each level keeps to. W.H. Douma calls 60 to 70 “normal”, for who has finished primary school, and
 * from 80 “easy”, for a child of eleven. B1 is everyday language: in the middle of “normal”, since headings, cells
 * and items of lists count as sentences and flatter a text; for that reason the average is well below the 15 words
 * that writers of plain Dutch keep to, and the longest sentence is bounded too. A2 is for who is still learning.
 */
export const bounds: Readonly<Record<Level, { fleschDouma: number; mean: number; longest: number }>> = {
  A2: { fleschDouma: 80, mean: 8, longest: 15 },
  B1: { fleschDouma: 65, mean: 12, longest: 25 },
}

/** Of fewer words the formula says nothing: it was made for pieces of a hundred. */
const fewestWords = 100

/**
 * Measures a Dutch text by the formula of Flesch as W.H. Douma adapted it to Dutch (De leesbaarheid van
 * landbouwbladen, Wageningen 1960). A text without words is as easy as can be.
 */
export function measure(passages: readonly Passage[]): Readability {
  return measureSentences(passages.flatMap(({ text }) => sentencesOf(text)))
}

function measureSentences(sentences: readonly Sentence[]): Readability {
  const words = sentences.flatMap((sentence) => sentence.words)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  const mean = sentences.length === 0 ? 0 : words.length / sentences.length
  const perHundred = words.length === 0 ? 0 : (100 * syllables) / words.length
  return {
    words: words.length,
    sentences: sentences.length,
    mean,
    longest: Math.max(0, ...sentences.map((sentence) => sentence.words.length)),
    fleschDouma: 206.84 - 0.77 * perHundred - 0.93 * mean,
  }
}

/**
 * Measures a Dutch text and holds it against its level. The text as a whole out of bounds is an error; one long
 * sentence is a notice where it begins, since an example or a name of a law can need it. A text of less than a hundred
 * words is only looked at sentence by sentence.
 */
export function checkReadability(passages: readonly Passage[], level: Level, report: Report): Readability {
  const bound = bounds[level]
  const found = measure(passages)
  const isEnough = found.words >= fewestWords
  if (isEnough && found.fleschDouma < bound.fleschDouma) {
    report(
      1,
      `too hard for ${level}: Flesch-Douma ${figure(found.fleschDouma)}, and ${bound.fleschDouma} is the least; use shorter words and sentences`,
    )
  }
  if (isEnough && found.mean > bound.mean) {
    report(1, `too hard for ${level}: ${figure(found.mean)} words in a sentence on average, and ${bound.mean} is the most`)
  }
  for (const { text, lineAt } of passages) {
    for (const { words, offset } of sentencesOf(text)) {
      if (words.length > bound.longest) {
        report(
          lineAt(offset),
          `a sentence of ${words.length} words, and ${level} has at most ${bound.longest}: “${words.slice(0, 4).join(' ')} …”`,
          'notice',
        )
      }
    }
  }
  return found
}

/** The table of `content:check --readability`, for a terminal. */
export function formatReadability(rows: readonly ReadabilityRow[]): string {
  return formatTable(
    ['file', 'level', 'words', 'sentences', 'mean', 'longest', 'flesch-douma'],
    rows.map((row) => [
      row.file,
      row.level,
      String(row.words),
      String(row.sentences),
      figure(row.mean),
      String(row.longest),
      figure(row.fleschDouma),
    ]),
    [2, 3, 4, 5, 6],
  )
}

function figure(value: number): string {
  return value.toFixed(1)
}
