import { describe, expect, it } from 'vitest'
import { compileFiles, dutchText, errorsOf, noticesOf, translatedText } from '../testing'

const dutch = `Bel [112](tel:112) of lees [verder](lesson:second).

:::question{#q kind=one}
Wat?

- [ ] a
- [x] b

Zo.
:::

::::scenario{#s}
Begin.

:::choice[Een]
x
:::

:::choice[Twee]
y
:::
::::

:::note{kind=law}
De wet.
:::
`

function errorsFor(change: (text: string) => string): string[] {
  return errorsOf(compileFiles({ 'demo/first/nl.md': dutchText(dutch), 'demo/first/en.md': translatedText(change(dutch)) }))
}

describe('checkTranslation', () => {
  it('has nothing to say when only words differ, also in another order', () => {
    expect(
      errorsFor((text) => text.replace('Bel [112](tel:112) of lees [verder](lesson:second).', '[On](lesson:second): [112](tel:112)')),
    ).toEqual([])
  })

  it.each<[name: string, change: (text: string) => string, error: RegExp]>([
    [
      'another id',
      (text) => text.replace('{#q ', '{#p '),
      /^first\/en\.md:9: differs from the source: here is `question#p`, there is `question#q` \(nl\.md:7\)/,
    ],
    [
      'another kind of question',
      (text) => text.replace('kind=one', 'kind=several'),
      /^first\/en\.md:9: `question#q` differs from nl\.md:7: here kind several/,
    ],
    [
      'another option that fits',
      (text) => text.replace('- [ ] a\n- [x] b', '- [x] a\n- [ ] b'),
      /^first\/en\.md:9: .*2 options \[x\]\[ \], there .*\[ \]\[x\]/,
    ],
    ['an option more', (text) => text.replace('- [x] b', '- [x] b\n- [ ] c'), /^first\/en\.md:9: .*here kind one, 3 options/],
    [
      'another kind of note',
      (text) => text.replace('kind=law', 'kind=tip'),
      /^first\/en\.md:30: `note` differs from nl\.md:28: here kind tip, there kind law/,
    ],
    [
      'a choice more',
      (text) => text.replace('::::\n\n:::note', '\n:::choice[Drie]\nz\n:::\n::::\n\n:::note'),
      /^first\/en\.md:29: differs from the source: here is `choice` \(inside 1\), there is `note`/,
    ],
    [
      'a directive less',
      (text) => text.slice(0, text.indexOf(':::note')),
      /^first\/en\.md:25: .*here is no further directive, there is `note` \(nl\.md:28\)/,
    ],
    ['a directive more', (text) => `${text}\n:::card\nx\n:::\n`, /^first\/en\.md:34: .*here is `card`, there is no further directive/],
    [
      'another telephone number',
      (text) => text.replace('tel:112', 'tel:113'),
      /^first\/en\.md:7: differs from the source: nl\.md has no such link `tel:113`/,
    ],
    [
      'a link less',
      (text) => text.replace(' of lees [verder](lesson:second)', ''),
      /^first\/en\.md:1: .*`lesson:second` is missing \(nl\.md:5\)/,
    ],
  ])('reports %s', (_, change, error) => {
    expect(errorsFor(change)).toContainEqual(expect.stringMatching(error))
  })

  it('lets a translation lead to another site, and show files of its own', () => {
    const files = { 'demo/first/a.nl.pdf': 'nl', 'demo/first/a.en.pdf': 'en' }
    const compiled = compileFiles({
      ...files,
      'demo/first/nl.md': dutchText('[x](https://example.org/nl)\n\n::download[Blad]{file=a.nl.pdf}\n'),
      'demo/first/en.md': translatedText('[x](https://example.org/en)\n\n::download[Sheet]{file=a.en.pdf}\n'),
    })
    expect(errorsOf(compiled)).toEqual([])
  })

  it('lists what is stale on the line of its source, what is missing and what nobody has read', () => {
    const notices = noticesOf(compileFiles({ 'demo/first/tr.md': translatedText('Metin.\n') }))
    expect(notices).toContainEqual(
      expect.stringMatching(/^first\/tr\.md:4: stale: made from 0123456789ab, but the Dutch text is now [0-9a-f]{12}$/),
    )
    expect(notices).toContainEqual('demo:1: tr: missing: about, second')
    expect(notices).toContainEqual('demo:1: tr: draft, not yet read by a person: first')
    expect(notices).toContainEqual('demo:1: so: missing: everything')
  })
})
