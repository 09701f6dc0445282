import { describe, expect, it } from 'vitest'
import { formatProblem, reporterFor, type Problem } from '../problems'
import { dutchText } from '../testing'
import type { Level } from '../types'
import { onOneLine, passagesOf } from './passages'
import { bounds, checkReadability, formatReadability, measure } from './readability'

const words = (count: number, word = 'ja') => Array.from({ length: count }, () => word).join(' ')

function problemsOf(body: string, level: Level): string[] {
  const problems: Problem[] = []
  checkReadability(passagesOf(dutchText(body), 'nl', false), level, reporterFor(problems, 'nl.md'))
  return problems.map(formatProblem)
}

describe('measure', () => {
  it('follows the formula of Flesch and Douma', () => {
    // 12 words, 3 sentences, 17 syllables: 206.84 - 0.77 * 141.67 - 0.93 * 4.
    const passages = [onOneLine('De kinderen spelen buiten. Het regent.', 1), onOneLine('Ze gaan nu gauw naar huis', 2)]
    expect(measure(passages)).toMatchObject({ words: 12, sentences: 3, mean: 4, longest: 6 })
    expect(measure(passages).fleschDouma).toBeCloseTo(94.04, 2)
  })

  it('has an answer for a text without words', () => {
    expect(measure([])).toEqual({ words: 0, sentences: 0, mean: 0, longest: 0, fleschDouma: 206.84 })
  })

  it('finds the same meaning easier in short words and sentences', () => {
    const hard = 'Ouders verantwoordelijkheid geven, terwijl zelfbeschikking onbesproken blijft, veroorzaakt onduidelijkheid.'
    const easy = 'Ouders moeten veel doen. Niemand praat over kiezen. Dat is niet duidelijk.'
    const [first, second] = [hard, easy].map((text) => measure([onOneLine(text, 1)]).fleschDouma)
    expect(first).toBeLessThan(bounds.B1.fleschDouma)
    expect(second).toBeGreaterThan(bounds.A2.fleschDouma)
  })
})

describe('checkReadability', () => {
  it.each<[Level, number]>([
    ['A2', 15],
    ['B1', 25],
  ])('says where a sentence is too long for %s, and lets one pass that just fits', (level, longest) => {
    const short = `${words(4)}.\n\n`.repeat(12)
    const body = (count: number) => `${short}Ja.\nJa ${words(count - 1)}.\n`
    expect(problemsOf(body(longest), level)).toEqual([])
    expect(problemsOf(body(longest + 1), level)).toEqual([
      `nl.md:30: notice: a sentence of ${longest + 1} words, and ${level} has at most ${longest}: “Ja ja ja ja …”`,
    ])
  })

  it.each<[Level, number]>([
    ['A2', 8],
    ['B1', 12],
  ])('refuses a text for %s with long sentences all through', (level, mean) => {
    const body = (count: number) => `${words(count)}.\n\n`.repeat(40)
    expect(problemsOf(body(mean), level)).toEqual([])
    expect(problemsOf(body(mean + 1), level)).toEqual([
      expect.stringMatching(new RegExp(`^nl\\.md:1: too hard for ${level}: \\d+\\.\\d words in a sentence on average, and ${mean} is`)),
    ])
  })

  it('refuses a text of long words, and asks for a hundred words to judge by', () => {
    const hard = (times: number) => problemsOf('Verantwoordelijkheid waarnemen.\n\n'.repeat(times), 'B1')
    // Title and summary have three words.
    expect(hard(48)).toEqual([])
    expect(hard(49)).toEqual([expect.stringMatching(/^nl\.md:1: too hard for B1: Flesch-Douma -?\d+\.\d, and 65 is the least/)])
  })

  it('takes each level by its own bounds', () => {
    const body = `${words(10)}.\n\n`.repeat(20)
    expect([problemsOf(body, 'B1').length, problemsOf(body, 'A2').length]).toEqual([0, 1])
  })
})

describe('formatReadability', () => {
  it('gives each file a row', () => {
    const row = { words: 120, sentences: 26, mean: 4.615, longest: 10, fleschDouma: 102.43 }
    expect(formatReadability([{ file: 'thuis/nl.md', level: 'A2', ...row }])).toBe(
      'file         level  words  sentences  mean  longest  flesch-douma\n' +
        'thuis/nl.md  A2       120         26   4.6       10         102.4',
    )
  })
})
