import { describe, expect, it } from 'vitest'
import { compileBody, errorsOf } from '../testing'

const card = (open: string, close: string) => `${open}\nx\n${close}\n`

describe('checkFences', () => {
  it.each<[name: string, body: string, line: number, message: RegExp]>([
    ['a directive that is never closed', 'a\n\n:::card\nx\n\nmeer\n', 7, /unbalanced: `:::card` is never closed/],
    ['a directive that the next one runs into', ':::card\nx\n\n:::note{kind=tip}\ny\n:::\n', 5, /`:::card` is never closed/],
    ['a close too many', `${card(':::card', ':::')}\n:::\n`, 9, /these 3 colons close nothing/],
    ['a close with more colons', card(':::card', '::::'), 7, /4 colons cannot close `card` of line 5/],
    ['a close with fewer colons', card('::::card', ':::'), 7, /3 colons cannot close `card` of line 5/],
    ['a directive with as many colons as the one around it', ':::scenario{#s}\nx\n\n:::choice[a]\ny\n:::\n:::\n', 8, /needs more colons/],
    ['a space before the name', card('::: card', ':::'), 5, /right behind its colons/],
    ['something behind a directive', card(':::card vandaag', ':::'), 5, /cannot be read as a directive/],
    ['attributes that do not end', card(':::note{kind=tip', ':::'), 5, /cannot be read as a directive/],
    ['a one-line directive with a space', '::download [Blad]{file=a.pdf}\n', 5, /cannot be read as a directive/],
    ['a directive that begins in a sentence', 'a\nLees dit:::card\n', 6, /looks like a directive/],
    ['a directive behind a word', 'x :::card\ny\n', 5, /looks like a directive/],
    ['an inner directive that is never closed', '::::scenario{#s}\nx\n\n:::choice[a]\ny\n::::\n', 8, /`:::choice` is never closed/],
  ])('reports %s on its line', (_, body, line, message) => {
    const errors = errorsOf(compileBody(body))
    const here = errors.filter((error) => error.startsWith(`first/nl.md:${line}: `))
    expect(here.join('\n'), errors.join('\n')).toMatch(message)
  })

  it('does not count colons in program code', () => {
    const errors = errorsOf(compileBody('```\n:::card\n```\n'))
    expect(errors).toEqual([expect.stringContaining('program code')])
  })

  it('accepts a directive that was escaped', () => {
    expect(errorsOf(compileBody('Schrijf \\:::card of \\:note[x] in je tekst.\n'))).toEqual([])
  })

  it('accepts directives in directives, closed by their own number of colons', () => {
    const inner = ':::choice[a]\nx\n:::\n\n:::choice[b]\ny\n:::'
    const body = `:::::scenario{#s}\nx\n\n::::choice[c]\nz\n\n${inner}\n::::\n\n::::choice[d]\nw\n::::\n:::::\n`
    expect(errorsOf(compileBody(body))).toEqual([])
  })
})
