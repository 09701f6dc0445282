import { describe, expect, it } from 'vitest'
import { aboutText, dutchText, translatedText } from '../testing'
import { passagesOf } from './passages'

const bodyOf = (body: string) =>
  passagesOf(dutchText(body), 'nl', false)
    .slice(2)
    .map(({ text, lineAt }) => `${lineAt(0)} ${text}`)

describe('passagesOf', () => {
  it('begins with title, summary and titles of modules, on their lines', () => {
    expect(passagesOf(aboutText, 'nl', true).map(({ text, lineAt }) => [lineAt(0), text])).toEqual([
      [2, 'Demo'],
      [3, 'Een cursus.'],
      [5, 'Begin'],
      [8, 'Welkom.'],
    ])
    // No word of the keys that are not read: source, state.
    expect(passagesOf(translatedText('Hello.\n'), 'en', false).map(({ text }) => text)).toEqual(['A lesson', 'About what.', 'Hello.'])
  })

  it.each<[name: string, body: string, passages: string[]]>([
    ['headings, lists and quotations', '## Kop\n\n- Een\n- Twee\n\n> Drie\n', ['5 Kop', '7 Een', '8 Twee', '10 Drie']],
    ['cells of a table', '| Wat | Wie |\n| --- | --- |\n| Zorg | Jij |\n', ['5 Wat', '5 Wie', '7 Zorg', '7 Jij']],
    ['words with mark-up in them', 'Dat **mag** *jij* zelf.\n', ['5 Dat mag jij zelf.']],
    ['the words of a link and not its address', 'Bel [0800-2000](tel:08002000) of [lees](lesson:second).\n', ['5 Bel 0800-2000 of lees.']],
    ['no bare address', 'Kijk op https://example.org/kiezen nu.\n', ['5 Kijk op  nu.']],
    ['the description of a picture', 'Zie ![Een tuin](a.png)\n', ['5 Zie Een tuin']],
    ['a directive without its id', ':::card{#kaart}\nWat?\n:::\n', ['6 Wat?']],
    ['a label', '::download[Werkblad]{file=blad.pdf}\n', ['5 Werkblad']],
    [
      'a question with its options and feedback',
      ':::question{#q kind=one}\nWat?\n\n- [ ] Dit\n\n  Nee.\n\n- [x] Dat\n\nZo.\n:::\n',
      ['6 Wat?', '8 Dit', '10 Nee.', '12 Dat', '14 Zo.'],
    ],
    [
      'a scenario with its choices',
      '::::scenario{#s}\nBegin.\n\n:::choice[Een]\nDan.\n:::\n\n:::choice[Twee]\nToch.\n:::\n::::\n',
      ['6 Begin.', '8 Een', '9 Dan.', '12 Twee', '13 Toch.'],
    ],
    ['nothing where there are no words', '…\n\n---\n', []],
  ])('reads %s', (_, body, passages) => {
    expect(bodyOf(body)).toEqual(passages)
  })

  it('knows the line of each word, also behind a line break', () => {
    const [passage] = passagesOf(dutchText('Een **twee\ndrie** vier  \nvijf\nzes\n'), 'nl', false).slice(2)
    const lines = ['Een', 'twee', 'drie', 'vier', 'vijf', 'zes'].map((word) => passage?.lineAt(passage.text.indexOf(word)))
    expect(lines).toEqual([5, 5, 6, 6, 7, 8])
  })

  it('reads on where the front matter cannot be used', () => {
    expect(passagesOf('Tekst zonder begin.\n', 'nl', false).map(({ text }) => text)).toEqual(['Tekst zonder begin.'])
  })
})
