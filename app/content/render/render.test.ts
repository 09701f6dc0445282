import { describe, expect, it } from 'vitest'
import { compileBody, compileFiles, errorsOf, firstHtml, firstText, translatedText } from '../testing'

describe('questions', () => {
  const body = `Vooraf.

:::question{#who-decides kind=one}
Samira (15) wil op voetbal.

Wat helpt?

- [ ] Haar ouders beslissen **zonder** haar.

  Dat is duidelijk.

  Maar het kan anders.

- [x] Ze praten samen.

Samen praten kost tijd.
:::

:::question{#first-things kind=order}
Wat eerst?

1. Luisteren.

   Altijd goed.
2. Praten.

Zo gaat het.
:::

Na afloop.
`

  it('take question, options with what is said to them, and explanation apart', () => {
    const compiled = compileBody(body)
    expect(errorsOf(compiled)).toEqual([])
    const [before, one, order, after] = firstText(compiled).blocks
    expect(before).toEqual({ kind: 'prose', html: '<p class="utrecht-paragraph">Vooraf.</p>' })
    expect(one).toEqual({
      kind: 'question',
      id: 'who-decides',
      form: 'one',
      promptHtml: '<p class="utrecht-paragraph">Samira (15) wil op voetbal.</p>\n<p class="utrecht-paragraph">Wat helpt?</p>',
      options: [
        {
          id: 'a',
          html: 'Haar ouders beslissen <strong>zonder</strong> haar.',
          fits: false,
          feedbackHtml: '<p class="utrecht-paragraph">Dat is duidelijk.</p>\n<p class="utrecht-paragraph">Maar het kan anders.</p>',
        },
        { id: 'b', html: 'Ze praten samen.', fits: true, feedbackHtml: null },
      ],
      explanationHtml: '<p class="utrecht-paragraph">Samen praten kost tijd.</p>',
    })
    expect(order).toMatchObject({
      form: 'order',
      options: [
        { id: 'a', html: 'Luisteren.', fits: true, feedbackHtml: '<p class="utrecht-paragraph">Altijd goed.</p>' },
        { id: 'b', html: 'Praten.', fits: true, feedbackHtml: null },
      ],
    })
    expect(after).toMatchObject({ kind: 'prose' })
  })

  it('name what progress hangs on', () => {
    const lesson = compileBody(`${body}\n:::reflection{#a-choice}\nDenk.\n:::\n`).catalogue.courses[0]?.modules[0]?.lessons[0]
    expect(lesson).toMatchObject({
      number: '1.1',
      questionIds: ['who-decides', 'first-things'],
      reflectionIds: ['a-choice'],
    })
  })

  it('may have an ordinary list in the question itself', () => {
    const text = ':::question{#q kind=several}\nKies uit:\n\n- thee\n- koffie\n\nWat?\n\n* [x] a\n* [x] b\n\nZo.\n:::\n'
    const compiled = compileBody(text)
    expect(errorsOf(compiled)).toEqual([])
    expect(firstText(compiled).blocks[0]).toMatchObject({
      promptHtml: expect.stringContaining('thee'),
      options: [{ html: 'a' }, { html: 'b' }],
    })
  })
})

describe('scenarios', () => {
  it('are choices in choices, one open at a time on each level, without any script', () => {
    const leaf = (name: string) => `:::choice[${name}]\n${name} gebeurt.\n:::\n`
    const body = `:::::scenario{#at-the-table}\nJe zoon komt laat thuis.\n\n::::choice[“Waar was je?”]\n“Buiten.”\n\n${leaf('Door')}\n${leaf('Thee')}::::\n\n::::choice[Niets]\nStil.\n::::\n:::::\n`
    const compiled = compileBody(body)
    expect(errorsOf(compiled)).toEqual([])
    const p = (text: string) => `<p class="utrecht-paragraph">${text}</p>`
    const details = (name: string, summary: string, inside: string) =>
      `<details class="lk-choice" name="${name}"><summary>${summary}</summary>${inside}</details>`
    expect(firstHtml(compiled)).toBe(
      `<section class="lk-scenario">${p('Je zoon komt laat thuis.')}` +
        details(
          'at-the-table',
          '“Waar was je?”',
          p('“Buiten.”') + details('at-the-table-1', 'Door', p('Door gebeurt.')) + details('at-the-table-1', 'Thee', p('Thee gebeurt.')),
        ) +
        `${details('at-the-table', 'Niets', p('Stil.'))}</section>`,
    )
  })
})

describe('prose', () => {
  it('gives headings fragments that are the same in every language', () => {
    const compiled = compileFiles({
      'demo/first/nl.md': '---\ntitle: T\nsummary: S\n---\n## Eén\n### Twee\nx\n',
      'demo/first/ti.md': translatedText('## ሓደ\n### ክልተ\nx\n'),
    })
    const texts = compiled.catalogue.courses[0]?.modules[0]?.lessons[0]?.texts
    expect(texts?.nl?.headings).toEqual([
      { id: 'first-part-1', depth: 2, text: 'Eén' },
      { id: 'first-part-2', depth: 3, text: 'Twee' },
    ])
    expect(texts?.ti?.headings.map(({ id }) => id)).toEqual(['first-part-1', 'first-part-2'])
    expect(firstHtml(compiled)).toContain('<h2 id="first-part-1" class="utrecht-heading-2">Eén</h2>')
  })

  it('leads links on in the language of the text', () => {
    const files = {
      'demo/first/fa.md': translatedText('[x](lesson:second) [y](course:demo) [z](page:help) [۱۱۲](tel:112)\n'),
    }
    const text = compileBody('[x](lesson:second) [y](course:demo) [z](page:help) [112](tel:112)\n', files).catalogue.courses[0]?.modules[0]
      ?.lessons[0]?.texts.fa
    const html = JSON.stringify(text?.blocks)
    for (const href of ['/fa/courses/demo/second', '/fa/courses/demo', '/fa/help', 'tel:112']) expect(html).toContain(`href=\\"${href}\\"`)
  })

  it('keeps telephone numbers from being turned round, and tells no other site where a reader comes from', () => {
    const html = firstHtml(compileBody('[112](tel:112) [x](https://example.org) [y](page:help) https://example.com\n'))
    expect(html).toContain('<a href="tel:112" class="utrecht-link" dir="ltr">112</a>')
    expect(html).toContain('<a href="https://example.org/" class="utrecht-link" rel="noreferrer">x</a>')
    expect(html).toContain('<a href="/nl/help" class="utrecht-link">y</a>')
    expect(html).toContain('<a href="https://example.com/" class="utrecht-link" rel="noreferrer">')
  })

  it('lets a wide table scroll by keyboard, and names it after its columns', () => {
    const html = firstHtml(compileBody('| Wat | Wie |\n|---|:--:|\n| thee | Sam |\n'))
    expect(html).toContain('<div class="lk-table" role="region" tabindex="0" aria-label="Wat, Wie"><table class="utrecht-table">')
    expect(html).toContain('<th class="utrecht-table__header-cell" scope="col">Wie</th>')
    expect(html).not.toContain('align')
  })

  it('shows cards and notes, and says in words what sort of note it is', () => {
    const compiled = compileBody(':::card\nWat mocht jij?\n:::\n\n:::note{kind=law}\nDat mag niet.\n:::\n')
    expect(errorsOf(compiled)).toEqual([])
    expect(firstHtml(compiled)).toBe(
      '<aside class="lk-card" role="note"><p class="utrecht-paragraph">Wat mocht jij?</p></aside>\n' +
        '<aside class="lk-note lk-note--law" role="note"><p class="utrecht-paragraph lk-note__label">Wat de wet zegt</p>' +
        '<p class="utrecht-paragraph">Dat mag niet.</p></aside>',
    )
  })

  it('turns a tick list outside a question into a list to print', () => {
    const html = firstHtml(compileBody('- [ ] zaal\n- [ ] thee\n'))
    expect(html).not.toContain('input')
    expect(html).toContain('<li class="utrecht-unordered-list__item">')
  })

  it('counts words in every script', () => {
    const compiled = compileBody('## Kop\n\n- een **twee** drie\n\n— … 4\n', {
      'demo/first/ar.md': translatedText('واحد اثنان — ثلاثة\n'),
    })
    expect(firstText(compiled).words).toBe(5)
    expect(compiled.catalogue.courses[0]?.modules[0]?.lessons[0]?.texts.ar?.words).toBe(3)
  })
})

describe('files', () => {
  const files = {
    'demo/first/work-sheet.pdf': new Uint8Array(120_000),
    'demo/first/a.mp3': 'mp3',
    'demo/first/a.txt': 'Tekst.',
    'demo/first/b.mp4': new Uint8Array(1_450_000),
    'demo/first/b.vtt': 'WEBVTT',
    'demo/about/tafel.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  }
  const body = [
    '::download[Werkblad (PDF)]{file=work-sheet.pdf}',
    '::audio[Voorgelezen]{file=a.mp3 transcript=a.txt}',
    '::video[Korte film]{file=b.mp4 captions=b.vtt transcript=a.txt}',
    '![Een tafel](tafel.svg)',
  ].join('\n\n')

  it('are shown with players of the browser itself, that load nothing until asked', () => {
    const compiled = compileBody(body, files)
    expect(errorsOf(compiled)).toEqual([])
    const html = firstHtml(compiled).replaceAll(/\.[0-9a-f]{8}\./g, '.HASH.')
    expect(html).toContain(
      '<p class="utrecht-paragraph lk-download"><a href="/content/demo/first/work-sheet.HASH.pdf" download class="utrecht-link">Werkblad (PDF)</a> <span dir="ltr">(PDF, 120 kB)</span></p>',
    )
    expect(html).toContain('<audio src="/content/demo/first/a.HASH.mp3" controls preload="none" aria-label="Voorgelezen"></audio>')
    expect(html).toContain('<a href="/content/demo/first/a.HASH.txt" class="utrecht-link">Lees wat er wordt gezegd</a>')
    expect(html).toContain('<track kind="captions" src="/content/demo/first/b.HASH.vtt" srclang="nl" label="Korte film" default>')
    expect(html).toContain(
      '<img src="/content/demo/about/tafel.HASH.svg" alt="Een tafel" class="lk-picture" loading="lazy" decoding="async">',
    )
    expect(html).not.toContain('autoplay')
  })

  it('are published under a name that changes when they change', () => {
    const addresses = compileBody(body, files).assets.map(({ address }) => address)
    const changed = compileBody(body, { ...files, 'demo/first/a.txt': 'Andere tekst.' }).assets.map(({ address }) => address)
    expect(addresses).toHaveLength(6)
    expect(addresses.filter((address) => !changed.includes(address))).toEqual([
      expect.stringMatching(/^\/content\/demo\/first\/a\.[0-9a-f]{8}\.txt$/),
    ])
  })

  it('that hold a script are refused', () => {
    for (const svg of [
      '<svg><script/></svg>',
      '<svg onload="x()"/>',
      '<svg><a href="https://example.org"/></svg>',
      '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>',
    ]) {
      expect(errorsOf(compileBody('![Een tafel](tafel.svg)\n', { 'demo/first/tafel.svg': svg }))[0]).toMatch(
        /first\/nl\.md:5: dead link: `tafel\.svg` holds a script/,
      )
    }
  })
})
