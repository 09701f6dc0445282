import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssetFinder } from '../assets'
import { decodeSource } from '../source-file'
import { compileText, type TextPlace } from '../text'
import type { Block } from '../types'

const assets: AssetFinder = { find: () => ({ fault: 'no file' }) }
const place: TextPlace = {
  language: 'nl',
  course: 'demo',
  lesson: 'first',
  moduleIds: [],
  targets: { courses: new Map([['demo', new Set(['first'])]]), items: new Set() },
  assets,
}

function compile(body: string) {
  const problems: string[] = []
  const report = (line: number, message: string) => void problems.push(`${line}: ${message}`)
  const source = decodeSource(new TextEncoder().encode(`---\ntitle: T\nsummary: S\n---\n${body}`), report)
  const compiled = compileText(source, place, null, report)
  return {
    html: (compiled?.text.blocks ?? []).map(htmlOf).join('\n'),
    json: JSON.stringify(compiled),
    problems,
    lines: source.split('\n').length,
  }
}

function htmlOf(block: Block): string {
  if (block.kind !== 'question') return block.html
  return [block.promptHtml, ...block.options.flatMap((option) => [option.html, option.feedbackHtml ?? '']), block.explanationHtml].join(
    '\n',
  )
}

/** Every tag with its attributes; text between tags has its `<` written as `&#x3C;`. */
function tags(html: string): string[] {
  return html.match(/<[^>]*>/g) ?? []
}

function expectSafe(html: string): void {
  expect(html.toLowerCase()).not.toContain('<script')
  for (const tag of tags(html)) {
    // Values are quoted; without them only names of attributes are left.
    const names = tag.replaceAll(/"[^"]*"/g, '""').toLowerCase()
    expect(names).not.toMatch(/\s(?:on[a-z]+|style|srcset|srcdoc|formaction)\b/)
    expect(names).not.toMatch(/^<\/?(?:iframe|object|embed|form|input|button|svg|math|base|link|meta|style)\b/)
    expect(tag.toLowerCase()).not.toMatch(/(?:href|src)="\s*(?:javascript|vbscript|data|file):/)
  }
}

describe('what an attacker writes', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'Een <svg onload=alert(1)> woord',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\\script:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](vbscript:x)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '![x" onerror="alert(1)](a.png)',
    ':::reflection{#r onclick=alert(1)}\nx\n:::',
    ':::reflection{#r style="position:fixed"}\nx\n:::',
    ':::card{hName=script}\nalert(1)\n:::',
    ':::script\nalert(1)\n:::',
    ':::iframe{src=https://example.org}\nx\n:::',
    '::video[x]{file=javascript:alert(1) onplay=alert(1)}',
    '::download[x]{file="\\" onclick=alert(1)"}',
    ':::::scenario{#"><script>alert(1)</script>}\nx\n::::choice[<script>]\ny\n::::\n:::::',
    ':::question{#q kind=one}\n<script>\n\n- [x] <img onerror=alert(1)>\n- [ ] [x](javascript:alert(1))\n\nx\n:::',
    '## <a name="x" onclick="alert(1)">x</a>',
    '```html\n<script>alert(1)</script>\n```',
  ])('does not get onto a page, and is reported: %s', (body) => {
    const { html, problems } = compile(body)
    expectSafe(html)
    expect(problems).not.toEqual([])
  })

  it.each(['[x](page:help "title\\" onclick=\\"alert(1)")', '[x](https://example.org/"onclick="alert(1))', '**" onclick="alert(1)**'])(
    'is made harmless where it is no mark-up of its own: %s',
    (body) => expectSafe(compile(body).html),
  )

  it('stays on the page as words where it is only words', () => {
    const { html, problems } = compile('Schrijf nooit \\<script> of javascript: in je tekst, & let op "onclick=".')
    expect(problems).toEqual([])
    expectSafe(html)
    expect(html).toContain('&#x3C;script>')
  })
})

// Some hundreds of texts are compiled here, on a machine that may have other things to do.
describe('any text at all', { timeout: 60_000 }, () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      ...[
        '\n',
        '\n\n',
        ' ',
        '  ',
        '    ',
        '- ',
        '1. ',
        '> ',
        '# ',
        '## ',
        '### ',
        '---\n',
        '```\n',
        '| a | b |\n|---|---|\n',
        '[x]: y\n',
        '<!--',
        '-->',
      ],
      ...[
        ':::',
        '::::',
        ':::reflection{#r}\n',
        ':::question{#q kind=one}\n',
        ':::question{#o kind=order}\n',
        '::::scenario{#s}\n',
        ':::choice[x]\n',
      ],
      ...[':::card\n', ':::note{kind=tip}\n', '::download[x]{file=a.pdf}\n', '{onclick=x}', '{style=x}', ':x[y]{z}', '\n:::\n', '\n::::\n'],
      ...[
        '- [x] a\n',
        '- [ ] b\n',
        '<script>',
        '</script>',
        '<img src=x onerror=y>',
        '[x](javascript:y)',
        '![x](y)',
        '[x](lesson:first)',
        '*',
        '**',
        '`',
        '\u202E',
      ],
    ),
  )
  const body = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))

  it('compiles without throwing, safely, to the same result each time, with problems on lines that exist', () => {
    fc.assert(
      fc.property(body, (text) => {
        const { html, json, problems, lines } = compile(text)
        expectSafe(html)
        expect(compile(text).json).toBe(json)
        for (const problem of problems) {
          const line = Number.parseInt(problem, 10)
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('never throws for arbitrary front matter either', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom('title: ', 'summary: ', 'x', '&a ', '*a', '{', '[', '"', '\n', ': ', '? ', '!!js/function ', '---\n', '- '),
              { maxLength: 12 },
            )
            .map((parts) => parts.join('')),
        ),
        (yaml) => {
          expect(() => compileText(`---\n${yaml}\n---\nx`, place, null, () => undefined)).not.toThrow()
        },
      ),
      { numRuns: 150 },
    )
  })

  it('always says so when a container is not closed', () => {
    const opening = fc.constantFrom(':::card', ':::note{kind=tip}', ':::reflection{#r}', '::::scenario{#s}')
    fc.assert(
      fc.property(opening, fc.array(fc.constantFrom('x', '', '- een', '> citaat', '## Kop'), { maxLength: 6 }), (open, lines) => {
        const { problems } = compile(`Tekst\n\n${open}\n${lines.join('\n')}\n`)
        expect(problems).toContainEqual(expect.stringMatching(/^7: unbalanced: .* is never closed/))
      }),
    )
  })
})
