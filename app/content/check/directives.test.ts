import { describe, expect, it } from 'vitest'
import { aboutText, compileBody, compileFiles, errorsOf } from '../testing'

const question = (options: string, kind = 'one') => `:::question{#q kind=${kind}}\nWat?\n\n${options}\n\nZo zit het.\n:::\n`
const scenario = (inside: string) => `::::scenario{#s}\nBegin.\n\n${inside}\n::::\n`
const choice = (label: string) => `:::choice[${label}]\nDan dit.\n:::\n`

/** Body of the Dutch text (it begins on line 5), line of the fault, what is said of it. */
const faults: [name: string, body: string, line: number, message: RegExp][] = [
  ['an unknown directive', 'Tekst\n\n:::tip\nx\n:::\n', 7, /unknown directive `tip`/],
  ['an unknown one-line directive', '::image[x]{file=a.png}\n', 5, /unknown directive `image`/],
  ['an unknown attribute', ':::card{colour=red}\nx\n:::\n', 5, /unknown attribute `colour` of `card`/],
  ['an event as an attribute', ':::reflection{#r onclick=alert}\nx\n:::\n', 5, /unknown attribute `onclick`/],
  ['a style as an attribute', ':::note{kind=tip style="color:red"}\nx\n:::\n', 5, /unknown attribute `style`/],
  ['a class', ':::card{.red}\nx\n:::\n', 5, /unknown attribute `class`/],
  ['an id where none belongs', ':::card{#c}\nx\n:::\n', 5, /unknown attribute `id`/],
  ['a missing id', 'x\n\n:::reflection\nx\n:::\n', 7, /`reflection` needs an id/],
  ['a bad id', ':::reflection{#Last_Choice}\nx\n:::\n', 5, /bad id `Last_Choice`/],
  ['an id used twice', ':::reflection{#r}\nx\n:::\n\n:::reflection{#r}\ny\n:::\n', 9, /duplicate id `r`: line 5/],
  ['a missing kind', ':::note\nx\n:::\n', 5, /`note` needs `kind=…`/],
  ['an unknown kind', ':::note{kind=warning}\nx\n:::\n', 5, /one of tip, law, help, not `warning`/],
  ['a label where none belongs', ':::card[Kaart]\nx\n:::\n', 5, /`card` has nothing between square brackets/],
  ['a link in a label', scenario(`${choice('[x](page:help)')}\n${choice('b')}`), 8, /no link or picture in the label/],
  ['an empty directive', ':::card\n:::\n', 5, /`card` is empty/],
  ['a container on one line', '::reflection{#r}\n', 5, /opens with three colons/],
  ['a line as a container', ':::download[x]{file=a.pdf}\nx\n:::\n', 5, /`download` opens with two colons/],
  ['a directive in a list', '- een\n\n  :::card\n  x\n  :::\n', 7, /stands in a list or quotation/],
  ['a directive in a quotation', '> :::card\n> x\n> :::\n', 5, /stands in a list or quotation/],
  ['a reflection in a card', '::::card\nx\n\n:::reflection{#r}\ny\n:::\n::::\n', 8, /cannot stand in `card`/],
  ['a choice outside a scenario', ':::choice[x]\ny\n:::\n', 5, /cannot stand right in the text/],
  ['a download that is not there', 'x\n\n::download[Blad]{file=blad.pdf}\n', 7, /dead link: there is no file `blad.pdf`/],
  ['a download that is a page', '::download[Blad]{file=blad.html}\n', 5, /cannot be used as download/],
  ['a download outside the folder', '::download[Blad]{file=../../../package.json}\n', 5, /is no file name/],
  ['sound without a transcript', '::audio[Hoor]{file=a.mp3}\n', 5, /`audio` needs `transcript=…`/],
  ['film without captions', '::video[Kijk]{file=a.mp4 transcript=a.txt}\n', 5, /`video` needs `captions=…`/],
  ['a download without words', '::download{file=blad.pdf}\n', 5, /needs its words between square brackets/],
  ['a scenario without choices', scenario('Meer.'), 5, /`scenario` has 0 choices/],
  ['a scenario with one choice', scenario(choice('a')), 5, /`scenario` has 1 choice on one level/],
  ['a scenario with four choices', scenario('abcd'.split('').map(choice).join('\n')), 5, /has 4 choices/],
  ['text between choices', scenario(`${choice('a')}\nEn\n\n${choice('b')}`), 12, /stand next to each other/],
  ['a choice without words', scenario(`:::choice\nx\n:::\n\n${choice('b')}`), 8, /`choice` needs its words/],
  ['a question without options', ':::question{#q kind=one}\nWat?\n:::\n', 5, /question `q` has no options/],
  ['a question of no kind', ':::question{#q}\nWat?\n\n- [x] a\n- [ ] b\n\nZo.\n:::\n', 5, /`question` needs `kind=…`/],
  ['one option only', question('- [x] a'), 8, /two options or more/],
  ['`one` with nothing that fits', question('- [ ] a\n- [ ] b'), 8, /exactly one `\[x\]`, not 0/],
  ['`one` with two that fit', question('- [x] a\n- [x] b'), 8, /exactly one `\[x\]`, not 2/],
  ['`several` with nothing that fits', question('- [ ] a\n- [ ] b', 'several'), 8, /at least one `\[x\]`/],
  ['an option without a box', question('- [x] a\n- b'), 9, /begins with `\[ \]` or `\[x\]`/],
  ['an option without words', question('- [x] a\n-\n- [ ] c'), 9, /has no words/],
  ['an order without numbers', question('- a\n- b', 'order'), 8, /number its options/],
  ['an order with boxes', question('1. [x] a\n2. [ ] b', 'order'), 8, /no `\[ \]` or `\[x\]`/],
  ['boxes with numbers', question('1. [x] a\n2. [ ] b'), 8, /not with numbers/],
  ['no explanation', ':::question{#q kind=one}\nWat?\n\n- [x] a\n- [ ] b\n:::\n', 5, /no explanation/],
  ['no question before the options', ':::question{#q kind=one}\n- [x] a\n- [ ] b\n\nZo.\n:::\n', 5, /no question before/],
  ['feedback that is not indented', question('- [x] a\n\nGoed.\n\n- [ ] b'), 12, /second list of options/],
]

describe('checkDirectives', () => {
  it.each(faults)('reports %s on its line', (_, body, line, message) => {
    const errors = errorsOf(compileBody(body))
    const here = errors.filter((error) => error.startsWith(`first/nl.md:${line}: `))
    expect(here.join('\n'), errors.join('\n')).toMatch(message)
  })

  it('asks nothing in an introduction', () => {
    const about = `${aboutText}\n:::reflection{#r}\nx\n:::\n`
    expect(errorsOf(compileFiles({ 'demo/about/nl.md': about }))).toEqual([
      'about/nl.md:10: `reflection` stands in a lesson, not in an introduction',
    ])
  })

  it('lets two lessons use the same id', () => {
    const reflection = '---\ntitle: T\nsummary: S\n---\n:::reflection{#r}\nx\n:::\n'
    expect(errorsOf(compileFiles({ 'demo/first/nl.md': reflection, 'demo/second/nl.md': reflection }))).toEqual([])
  })
})
