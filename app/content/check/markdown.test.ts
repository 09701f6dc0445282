import { describe, expect, it } from 'vitest'
import { compileBody, compileFiles, dutchText, errorsOf, translatedText } from '../testing'

/** Body of the Dutch text (it begins on line 5), line of the fault, what is said of it. */
const faults: [name: string, body: string, line: number, message: RegExp][] = [
  ['the title as a heading', 'Tekst\n\n# Kop\n', 7, /heading out of order: the title/],
  ['an underlined title', 'Kop\n===\n', 5, /heading out of order: the title/],
  ['a first heading that is too deep', '\n### Kop\n', 6, /heading out of order: `###` comes after `#`/],
  ['a heading that skips a level', '## Een\n\n#### Twee\n', 7, /`####` comes after `##`/],
  ['a heading without words', '##\n\nTekst\n', 5, /heading without words/],
  ['raw HTML in a line of its own', 'Tekst\n\n<div>x</div>\n', 7, /no HTML/],
  ['raw HTML in a sentence', 'Een <b>vet</b> woord\n', 5, /no HTML/],
  ['an HTML comment', 'Tekst\n\n<!-- later -->\n', 7, /no HTML/],
  ['a picture without description', 'Tekst\n\n![](plaat.png)\n', 7, /picture without description/],
  ['a picture that is not there', '![Een tafel](tafel.png)\n', 5, /dead link: there is no file `tafel.png`/],
  ['a picture from elsewhere', '![Een tafel](https://example.org/tafel.png)\n', 5, /dead link: .*is no file name/],
  ['a picture outside the folder', '![Een tafel](../second/tafel.png)\n', 5, /dead link: .*is no file name/],
  ['an unknown lesson', 'Tekst\n[x](lesson:third)\n', 6, /dead link: `demo` has no lesson `third`/],
  ['an unknown course', '[x](course:nergens)\n', 5, /dead link: there is no course `nergens`/],
  ['an unknown chapter', '[x](course:demo/third)\n', 5, /dead link: `demo` has no lesson `third`/],
  ['too long a chapter', '[x](course:demo/first/more)\n', 5, /dead link: `demo` has no lesson `first\/more`/],
  ['an unknown page', '[x](page:nergens)\n', 5, /dead link: there is no page `nergens`/],
  ['a page that is a property of every object', '[x](page:constructor)\n', 5, /there is no page `constructor`/],
  ['an address typed by hand', '[x](/nl/help)\n', 5, /dead link: `\/nl\/help`; use/],
  ['a link to a fragment', '[x](#boven)\n', 5, /dead link/],
  ['a script as an address', '[x](javascript:alert(1))\n', 5, /may not begin with `javascript:`/],
  ['data as an address', '[x](data:text/html,x)\n', 5, /may not begin with `data:`/],
  ['a telephone number with hyphens', '[0800-2000](tel:0800-2000)\n', 5, /no telephone number/],
  ['a broken web address', '[x](https:///)\n', 5, /is no address/],
  ['a link without words', '[](page:help)\n', 5, /link without words/],
  ['a footnote', 'Tekst[^1]\n\n[^1]: Noot\n', 5, /no footnotes/],
  ['an address apart from its link', '[x][y]\n\n[y]: https://example.org\n', 5, /write the address at the link/],
  ['program code', 'Tekst\n\n    ingesprongen\n', 7, /program code/],
  ['words struck out', 'Een ~~fout~~ woord\n', 5, /struck out/],
  ['a direction override', 'Tekst\nte\u202Ekst\n', 6, /direction control U\+202E/],
  ['a direction isolate', 'te\u2067kst\u2069\n', 5, /direction control U\+2067/],
  ['an invisible control', 'te\u0007kst\n', 5, /control or broken character U\+0007/],
  ['a directive inside a sentence', 'Zie\nhier :note[dit]{kind=tip} dus\n', 6, /looks like a directive/],
  ['bold that is not closed', 'Een **vet woord\n', 5, /not read as bold/],
  ['bold against a letter', 'x\n**كلمة،**و\n', 6, /not read as bold/],
  ['nothing at all', '\n', 1, /no text below/],
]

describe('checkMarkdown', () => {
  it.each(faults)('reports %s on its line', (_, body, line, message) => {
    const errors = errorsOf(compileBody(body))
    const here = errors.filter((error) => error.startsWith(`first/nl.md:${line}: `))
    expect(here.join('\n'), errors.join('\n')).toMatch(message)
  })

  it('says one thing about one fault', () => {
    expect(errorsOf(compileBody('Tekst\n\n# Kop\n'))).toHaveLength(1)
    expect(errorsOf(compileBody('[x](lesson:third)\n'))).toHaveLength(1)
  })

  it('has nothing to say about a sound text', () => {
    const body = [
      '## Kop',
      '### Kleiner',
      '## Weer groter',
      '**vet** en *schuin*, om 10:30 of ~20 tot ~30 minuten, let op:dit',
      '> citaat',
      '1. een\n2. twee',
      '- een\n- twee',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '[les](lesson:second) [cursus](course:demo) [hoofdstuk](course:demo/second) [hulp](page:help) [weg](page:leaving)',
      '[112](tel:112) [mail](mailto:info@example.org) [elders](https://example.org/a?b=c)',
      '![Een tafel met thee](tafel.png)',
    ].join('\n\n')
    expect(errorsOf(compileBody(body, { 'demo/first/tafel.png': 'png' }))).toEqual([])
  })

  it('leaves marks alone that only help letters to join or to stand right', () => {
    // Persian cannot be written without U+200C, and U+200E/U+200F only mark one place.
    const fa = translatedText('می\u200Cگوید \u200E112\u200F\n')
    expect(errorsOf(compileFiles({ 'demo/first/fa.md': fa }))).toEqual([])
  })

  it('counts lines in a file with Windows line ends and a byte order mark as an editor does', () => {
    const text = `\uFEFF${dutchText('Tekst\n\n# Kop\n').replaceAll('\n', '\r\n')}`
    expect(errorsOf(compileFiles({ 'demo/first/nl.md': text }))).toEqual([expect.stringMatching(/^first\/nl\.md:7: heading/)])
  })

  it('refuses bytes that are not UTF-8', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(dutchText('caf')), 0xe9])
    expect(errorsOf(compileFiles({ 'demo/first/nl.md': bytes }))[0]).toBe('first/nl.md:1: the file is not UTF-8 text')
  })
})
