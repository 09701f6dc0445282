import { describe, expect, it } from 'vitest'
import { putTogether } from './put-together'
import { splitText } from './split'

const source = `---
title: "A: b"
summary: Kort.
modules:
  start: Begin
source: 0123456789ab
---

Eerste alinea.

## Kop

- [ ] geen vraag
- punt
  op twee regels

  en meer

> citaat
> verder

:::note{kind=tip}
In een kader, met een [link](page:help).
:::

:::question{#q kind=one}
Wat?

- [x] Dit

  Goed.

- [ ] Dat

Uitleg.
:::

::::scenario{#s}
Begin.

:::choice[Ja]
Dan dit.
:::

:::choice[Nee]
Dan dat.
:::
::::

::download[Werkblad]{file=blad.pdf}

| a | b |
| - | - |
| c | d |
`

describe('splitText', () => {
  it('finds every piece, says what it is and gives it a place', () => {
    expect(splitText(source).slots.map(({ key, kind, text }) => `${key} ${kind}: ${text}`)).toEqual([
      'title title: A: b',
      'summary summary: Kort.',
      'modules/start module: Begin',
      'part-0/paragraph-1 paragraph: Eerste alinea.',
      'part-1/heading-1 heading: Kop',
      'part-1/item-1 item: geen vraag',
      'part-1/item-2 item: punt\nop twee regels',
      'part-1/item-2/paragraph-1 paragraph: en meer',
      'part-1/quotation-1/paragraph-1 quotation: citaat\nverder',
      'part-1/note-1/paragraph-1 note: In een kader, met een [link](page:help).',
      'question:q/prompt/paragraph-1 question: Wat?',
      'question:q/option-1 option: Dit',
      'question:q/option-1/paragraph-1 feedback: Goed.',
      'question:q/option-2 option: Dat',
      'question:q/explanation/paragraph-1 explanation: Uitleg.',
      'scenario:s/paragraph-1 scenario: Begin.',
      'scenario:s/choice-1/label choice: Ja',
      'scenario:s/choice-1/paragraph-1 consequence: Dan dit.',
      'scenario:s/choice-2/label choice: Nee',
      'scenario:s/choice-2/paragraph-1 consequence: Dan dat.',
      'part-1/download-1/label label: Werkblad',
      'part-1/cell-1 cell: a',
      'part-1/cell-2 cell: b',
      'part-1/cell-3 cell: c',
      'part-1/cell-4 cell: d',
    ])
  })

  it('comes back with other words, and says which line is of which piece', () => {
    const words = new Map([
      ['title', 'C "d"'],
      ['part-1/item-2', 'een\ntwee'],
      ['part-1/quotation-1/paragraph-1', 'drie\nvier'],
      ['scenario:s/choice-1/label', 'Jawel'],
    ])
    const written = putTogether(splitText(source), words)
    expect(written.source).toBe(
      source
        .replace('"A: b"', '"C \\"d\\""')
        .replace('punt\n  op twee regels', 'een\n  twee')
        .replace('> citaat\n> verder', '> drie\n> vier')
        .replace('[Ja]', '[Jawel]'),
    )
    const lines = written.source.split('\n')
    expect(written.keyAt(lines.findIndex((line) => line.includes('Jawel')) + 1)).toBe('scenario:s/choice-1/label')
    expect(written.keyAt(1)).toBeNull()
  })

  it('finds nothing in front matter that is none', () => {
    expect(splitText('Tekst.\n').slots.map(({ key }) => key)).toEqual(['part-0/paragraph-1'])
    expect(splitText('---\n- a\n---\n').slots).toEqual([])
  })
})
