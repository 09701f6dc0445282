import { describe, expect, it } from 'vitest'
import { infographicOf, plain, sheetBlocks } from './sheet-text'

const panel = (name: string) => `## ${name}\n\n- een\n- twee\n- drie\n\n`
const infographic = `---\ntitle: T\nsummary: S\n---\n\nDe boodschap.\n\n${['a', 'b', 'c', 'd', 'e', 'f'].map(panel).join('')}Tot slot.\n`

describe('the text of an item on paper', () => {
  it('keeps the order and the style of what is written', () => {
    const source =
      '## Kop\n\nBel **nu** [112](tel:112) of [lees](library:x).\n\n:::note{kind=help}\nHier.\n:::\n\n:::card\nWat kies jij?\n:::\n'
    expect(sheetBlocks(source, 'nl')).toEqual([
      { kind: 'heading', depth: 2, text: 'Kop' },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Bel ' },
          { text: 'nu', bold: true },
          { text: ' ' },
          { text: '112', url: 'tel:112' },
          { text: ' of ' },
          { text: 'lees' },
          { text: '.' },
        ],
      },
      { kind: 'note', label: 'Hier is hulp', blocks: [{ kind: 'paragraph', runs: [{ text: 'Hier.' }] }] },
      { kind: 'card', text: 'Wat kies jij?' },
    ])
  })

  it('is read as an infographic only in its own form', () => {
    const drawing = infographicOf(sheetBlocks(infographic, 'nl'))
    expect(drawing?.panels.map(({ heading, items }) => [heading, items.length])).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, 3]),
    )
    expect([drawing?.lead, drawing?.closing]).toEqual(['De boodschap.', 'Tot slot.'])
    expect(infographicOf(sheetBlocks(infographic.replace('- drie\n', ''), 'nl'))).toBeNull()
    expect(infographicOf(sheetBlocks(infographic.replace('De boodschap.\n\n', ''), 'nl'))).toBeNull()
    expect(infographicOf(sheetBlocks(`${infographic}\nNog iets.\n`, 'nl'))).toBeNull()
  })

  it('gives the words without their style', () => {
    expect(sheetBlocks('- *Een* **twee**\n- drie\n', 'nl').map(plain)).toEqual(['Een twee drie'])
  })
})
