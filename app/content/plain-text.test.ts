import { describe, expect, it } from 'vitest'
import { bodyOf, plainText } from './plain-text'
import type { Text } from './types'

describe('the words of HTML', () => {
  it.each([
    ['<p class="a">Een <em>basis</em>rekening</p><p>en meer</p>', 'Een basisrekening en meer'],
    ['<ul><li>een</li><li>twee</li></ul>', 'een twee'],
    ['regel<br>regel', 'regel regel'],
    ['a &amp; b &#x26; c &#38; d &lt;p&gt; &unknown;', 'a & b & c & d <p> &unknown;'],
    ['<svg><path d="M0 0"/></svg>', ''],
  ])('%s', (html, words) => {
    expect(plainText(html)).toBe(words)
  })

  it('are those of a text without its questions, and with what is said', () => {
    const question = { kind: 'question', id: 'q', form: 'one', promptHtml: '<p>Vraag</p>', options: [], explanationHtml: '<p>Uitleg</p>' }
    const text = {
      blocks: [{ kind: 'prose', html: '<p>Lezen</p>' }, question, { kind: 'reflection', id: 'r', html: '<p>Denken</p>' }],
    } as unknown as Text
    const script = { chapters: [{ id: 'c', title: 'Begin', turns: [{ speaker: 'A', text: 'Welkom' }] }] } as never
    expect(bodyOf(text, script)).toBe('Lezen Denken Begin Welkom')
  })
})
