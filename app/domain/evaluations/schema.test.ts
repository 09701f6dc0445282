import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerForm, longestAnswer, subjectIn } from './schema'

const form = answerForm([
  { id: 'meeting', kind: 'faces' },
  { id: 'clear', kind: 'faces' },
  { id: 'best', kind: 'open' },
  { id: 'better', kind: 'open' },
])
const key = '7b0f5f6e-2f0c-4a52-9f3a-6d5b3e3c9a10'
const parse = (fields: Record<string, string>) => form.safeParse({ key, ...fields })
const faultsOf = (fields: Record<string, string>) => {
  const { error } = parse(fields)
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]))
}

describe('answerForm', () => {
  it('keeps what was answered and leaves out the rest', () => {
    expect(parse({ meeting: '5', clear: '', best: '  de thee \r\n en het gesprek ', better: '' }).data).toEqual({
      key,
      scores: [{ questionId: 'meeting', score: 5 }],
      texts: [{ questionId: 'best', text: 'de thee \n en het gesprek' }],
    })
  })

  it.each<Record<string, string>>([{ meeting: '1' }, { best: 'ja' }])('is content with one answer: %o', (fields) => {
    expect(faultsOf(fields)).toEqual({})
  })

  it('wants at least one, and says so at the first question', () => {
    expect(faultsOf({})).toEqual({ meeting: 'answerMissing' })
    expect(faultsOf({ meeting: '', best: ' \n ' })).toEqual({ meeting: 'answerMissing' })
  })

  it.each(['0', '6', '3.5', '1e0', 'x', '-1'])('knows no face "%s"', (score) => {
    expect(faultsOf({ meeting: score })).toEqual({ meeting: 'choiceUnknown' })
  })

  it('takes 500 characters, a line end being one', () => {
    expect(faultsOf({ best: `${'a'.repeat(longestAnswer - 2)}\r\nb` })).toEqual({})
    expect(faultsOf({ best: 'a'.repeat(longestAnswer + 1) })).toEqual({ best: 'answerTooLong' })
  })

  it('has addresses and numbers taken out, also when it is sent anyway', () => {
    for (const anyway of ['', 'on']) {
      const more: Record<string, string> = anyway ? { anyway } : {}
      expect(faultsOf({ best: 'mail naar aicha@voorbeeld.example', ...more })).toEqual({ best: 'emailInText' })
      expect(faultsOf({ better: 'bel 06 12 34 56 78', ...more })).toEqual({ better: 'phoneInText' })
    }
  })

  it('asks once about what looks like a name', () => {
    const text = 'het verhaal van mevrouw Jansen'
    expect(faultsOf({ best: text })).toEqual({ best: 'nameInText' })
    expect(parse({ best: text, anyway: 'on' }).data?.texts).toEqual([{ questionId: 'best', text }])
  })

  it('takes any form apart without losing or inventing an answer', () => {
    const score = fc.constantFrom('', '1', '2', '3', '4', '5')
    const words = fc.constantFrom('', ' ', 'goed', 'شكراً', 'ጽቡቕ')
    fc.assert(
      fc.property(fc.record({ meeting: score, clear: score, best: words, better: words }), (fields) => {
        const { meeting, clear, best, better } = fields
        const given = [meeting, clear, best.trim(), better.trim()].filter((each) => each !== '')
        const { data } = parse(fields)
        expect(data === undefined).toBe(given.length === 0)
        expect([...(data?.scores ?? []).map((each) => String(each.score)), ...(data?.texts ?? []).map(({ text }) => text)]).toEqual(given)
      }),
    )
  })
})

describe('subjectIn', () => {
  const of = (query: string) => subjectIn(new URLSearchParams(query))

  it('reads what a new evaluation is about', () => {
    expect(of(`group=${key}`)).toEqual({ kind: 'group', id: key })
    expect(of(`cohortSession=${key}`)).toEqual({ kind: 'cohortSession', id: key })
  })

  it.each(['', `person=${key}`, 'group=', 'group=1', 'session=../x'])('is nothing for "%s"', (query) => {
    expect(of(query)).toBeNull()
  })
})
