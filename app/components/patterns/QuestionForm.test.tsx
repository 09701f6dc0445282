import { describe, expect, it } from 'vitest'
import { attributeValues, renderForTest } from '../render-for-test'
import { mixOptions } from './mix-options'
import type { Question } from './question'
import { QuestionForm } from './QuestionForm'
import { ThoughtBlock } from './ThoughtBlock'

const options = [
  { id: 'a', html: 'Eerst <em>thee</em>', feedbackHtml: '<p>Over a</p>' },
  { id: 'b', html: 'Dan praten', feedbackHtml: '<p>Over b</p>' },
  { id: 'c', html: 'Dan kiezen', feedbackHtml: null },
]

const question = (form: Question['form']): Question => ({
  id: 'paint-colour',
  form,
  promptHtml: '<p>Wat helpt?</p>',
  options,
  explanationHtml: '<p>De uitleg.</p>',
})

const show = (form: Question['form'], answer: string[] | null = null, more: { justAnswered?: boolean; message?: string } = {}) =>
  renderForTest(
    <QuestionForm question={question(form)} lang="nl" dir="ltr" answer={answer} {...more}>
      <input type="hidden" name="formToken" value="t" />
    </QuestionForm>,
  )

describe('QuestionForm', () => {
  it('asks for one answer with radio buttons', () => {
    const html = show('one')
    expect(html.match(/type="radio"/g)).toHaveLength(3)
    expect(attributeValues(html, 'name')).toEqual(['formToken', 'intent', 'question', 'choice', 'choice', 'choice'])
    expect(attributeValues(html, 'value')).toEqual(['t', 'answer', 'paint-colour', 'a', 'b', 'c'])
  })

  it('asks for several answers with tick boxes', () => {
    expect(show('several').match(/type="checkbox"/g)).toHaveLength(3)
  })

  it('asks for an order with a place for each option, mixed', () => {
    const html = show('order')
    const names = attributeValues(html, 'name').filter((name) => name.startsWith('position-'))
    expect([...names].sort()).toEqual(['position-a', 'position-b', 'position-c'])
    expect(names).not.toEqual(['position-a', 'position-b', 'position-c'])
    expect(html.match(/<option value="3">3<\/option>/g)).toHaveLength(3)
  })

  it('says nothing about the options before one is chosen', () => {
    const html = show('one')
    expect(html).not.toContain('Over a')
    expect(html).not.toContain('De uitleg.')
    expect(html).toContain('Bekijk de uitleg')
  })

  it.each(['one', 'several'] as const)('explains what was chosen, and only that (%s)', (form) => {
    const html = show(form, ['b'])
    expect(html).toContain('Over b')
    expect(html).not.toContain('Over a')
    expect(html).toContain('De uitleg.')
    expect(html.match(/checked=""/g)).toHaveLength(1)
  })

  it('explains the order and keeps the given one', () => {
    const html = show('order', ['c', 'a', 'b'])
    expect(html).toContain('De uitleg.')
    expect(html.match(/<option value="\d" selected="">\d/g)).toHaveLength(3)
    expect(html.indexOf('Dan praten</li>')).toBeGreaterThan(html.indexOf('<em>thee</em></li>'))
  })

  it.each(['one', 'several', 'order'] as const)('speaks of no score and no mistake (%s)', (form) => {
    expect(show(form, ['a', 'b', 'c'])).not.toMatch(/\b(goed|fout|juist|score|punten?)\b/i)
  })

  it('moves the focus to the explanation only after the answer was given', () => {
    expect(show('one', ['a'], { justAnswered: true })).toMatch(/autofocus/i)
    expect(show('one', ['a'])).not.toMatch(/autofocus/i)
    expect(show('one', ['a'])).toContain('data-focus')
  })

  it('shows a remark instead of the explanation when something is missing', () => {
    const html = show('order', ['a'], { message: 'Geef elke zin een plaats.' })
    expect(html).toContain('Geef elke zin een plaats.')
    expect(html).not.toContain('De uitleg.')
  })

  it('says the language and direction of its texts by itself', () => {
    const html = renderForTest(<QuestionForm question={question('one')} lang="nl" dir="ltr" answer={null} />, 'ar')
    expect(html).toMatch(/class="lk-options" lang="nl" dir="ltr"/)
  })
})

describe('mixOptions', () => {
  it('gives the same order every time, never the right one', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      const mixed = mixOptions(options, seed)
      expect(mixed).toEqual(mixOptions(options, seed))
      expect(mixed).not.toEqual(options)
      expect([...mixed].sort((one, other) => one.id.localeCompare(other.id))).toEqual(options)
    }
  })
})

describe('ThoughtBlock', () => {
  it('is plain text: nothing to fill in', () => {
    const html = renderForTest(<ThoughtBlock id="t" promptHtml="<p>Wie koos?</p>" explanationHtml="<p>Vaak één.</p>" lang="nl" dir="ltr" />)
    expect(html).not.toMatch(/<(form|input|button|textarea)/)
    expect(html.indexOf('Wie koos?')).toBeLessThan(html.indexOf('Vaak één.'))
  })
})
