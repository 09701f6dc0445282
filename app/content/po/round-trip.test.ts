import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceLanguage } from '~/i18n/languages'
import { putTogether } from '../segments/put-together'
import { splitText } from '../segments/split'
import { dutchText } from '../testing'
import { listUnits, readUnit, targetLanguages, type TextUnit } from '../units'
import { applyEntries } from './apply'
import { entriesOf } from './entries'
import { readPo } from './read'
import { writePo } from './write'

const project = fileURLToPath(new URL('../../../', import.meta.url))

/** What comes back of a translation that goes out as a file and in again. */
function roundTrip(id: string, dutch: string, markdown: string) {
  const present = { markdown, stale: false, madeFrom: null }
  const file = readPo(Buffer.from(writePo(id, 'ar', [{ id, entries: entriesOf(dutch, present) }], [])).toString('utf8'))
  if ('code' in file) throw new Error(file.code)
  const { written, faults, open } = applyEntries(dutch, markdown, file.entries)
  return { text: written?.source, faults, open, foreign: file.foreign, twice: file.twice }
}

describe('a translation that goes out to a translator and comes back untouched', () => {
  const units = listUnits(project)
  it.each(units.map((unit): [string, TextUnit] => [unit.id, unit]))('is the same, byte for byte: %s', (id, unit) => {
    const dutch = readUnit(project, unit, sourceLanguage)!
    for (const language of targetLanguages) {
      const markdown = readUnit(project, unit, language)
      if (markdown === null) continue
      expect(roundTrip(id, dutch, markdown), language).toEqual({ text: markdown, faults: [], open: [], foreign: [], twice: [] })
    }
  })

  // Words with everything that a PO file, YAML or Markdown could stumble over.
  const words = fc
    .array(fc.constantFrom('thee', '“ja”', 'a\\b', '"b"', "c's", '50%', '5 #1', 'a: b', '{x}', 'ኣይፋል', '«نعم»', '👩🏽‍🦱', '\u200f', 'é'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((list) => `x ${list.join(' ')}`)
  const block = fc.oneof(
    words,
    fc.tuple(words, words).map(([a, b]) => `${a}\n${b}`),
    words.map((text) => `## ${text}`),
    words.map((text) => `## 1. ${text}`),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
    fc.tuple(words, words).map(([a, b]) => `1. ${a}\n   ${b}\n\n   ${a}`),
    fc.tuple(words, words).map(([a, b]) => `> ${a}\n> ${b}`),
    words.map((text) => `:::card\n${text}\n:::`),
    words.map((text) => `| ${text} | y |\n| --- | --- |\n| a | ${text} |`),
    fc.tuple(words, words).map(([a, b]) => `::::scenario{#s}\n${a}\n\n:::choice[${b}]\n${a}\n:::\n\n:::choice[n]\n${b}\n:::\n::::`),
  )
  const text = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => `${dutchText('\n')}${blocks.join('\n\n')}\n`)

  it('is the same, whatever it says', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        expect(roundTrip('demo/first', markdown, markdown)).toMatchObject({ text: markdown, faults: [], open: [] })
      }),
    )
  })

  it('keeps its frame when every word of it is another one', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('woord', 'كلمة', 'a: "b" # c'), (markdown, word) => {
        const split = splitText(markdown)
        const changed = putTogether(split, new Map(split.slots.map(({ key }) => [key, word])))
        const again = splitText(changed.source)
        expect(again.slots.map(({ key, text: words }) => [key, words])).toEqual(split.slots.map(({ key }) => [key, word]))
      }),
    )
  })
})
