import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf } from './difference'
import { splitText } from './segments/split'
import { dutchText } from './testing'

const said = (before: string, after: string) =>
  differenceOf(dutchText(before), dutchText(after))
    .filter(({ change }) => change !== 'same')
    .map(
      ({ change, pieces }) =>
        `${change}: ${pieces.map((piece) => (piece.change === 'added' ? `+${piece.text}+` : piece.change === 'gone' ? `-${piece.text}-` : piece.text)).join('')}`,
    )

describe('differenceOf', () => {
  it('finds what changed, what is new and what is gone, and only that', () => {
    expect(said('\nEen.\n\nTwee is hier.\n', '\nEen.\n\nTwee was hier.\n')).toEqual(['changed: Twee -is-+was+ hier.'])
    expect(said('\nEen.\n\nTwee.\n', '\nEen.\n\nNieuw stuk.\n\nTwee.\n')).toEqual(['added: +Nieuw stuk.+'])
    expect(said('\nEen.\n\nWeg ermee.\n\nTwee.\n', '\nEen.\n\nTwee.\n')).toEqual(['gone: -Weg ermee.-'])
    expect(said('\n- a\n- b\n', '\n* a\n* b\n')).toEqual([])
  })

  it('takes two pieces that have nothing in common for an old and a new one', () => {
    expect(said('\nA.\n\nAppels en peren.\n\nB.\n', '\nA.\n\nB.\n\nFietsen gaan snel vandaag.\n')).toEqual([
      'gone: -Appels en peren.-',
      'added: +Fietsen gaan snel vandaag.+',
    ])
  })

  it('holds the whole of both texts', () => {
    const block = fc.array(fc.constantFrom('thee', 'huis', 'dag', 'kind'), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    const text = fc.array(block, { maxLength: 6 }).map((blocks) => dutchText(`\n${blocks.join('\n\n')}\n`))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = differenceOf(before, after)
        const side = (skip: 'added' | 'gone') =>
          rows
            .filter(({ change }) => change !== skip)
            .map(({ pieces }) =>
              pieces
                .filter(({ change }) => change !== skip)
                .map((piece) => piece.text)
                .join(''),
            )
        expect(side('added')).toEqual(splitText(before).slots.map((slot) => slot.text))
        expect(side('gone')).toEqual(splitText(after).slots.map((slot) => slot.text))
      }),
    )
  })
})
