import { describe, expect, it } from 'vitest'
import { languages } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { attributeValues, renderForTest } from '../render-for-test'
import { faces } from '../primitives/Face'
import { FaceGroup } from './FaceGroup'
import { ScoreSpread } from './ScoreSpread'

describe('FaceGroup', () => {
  it.each(languages)('says each face in words in %s', (language) => {
    const html = renderForTest(<FaceGroup name="meeting" label="?" />, language)
    const t = i18nOf(language).getFixedT(language, 'evaluations')
    const words = faces.map((face) => t(`faces.${face}`))
    expect(new Set(words).size).toBe(5)
    for (const word of words) expect(html).toContain(`<span>${word}</span>`)
    expect(html.match(/<svg[^>]*aria-hidden="true"/g)).toHaveLength(5)
  })

  it('is one question with five radio buttons, of which an error summary finds the first', () => {
    const html = renderForTest(<FaceGroup name="meeting" label="Hoe was het?" error="fout" />)
    expect(html).toContain('<legend>Hoe was het?</legend>')
    expect(attributeValues(html, 'value')).toEqual(['1', '2', '3', '4', '5'])
    expect(html).toMatch(/<input[^>]* id="meeting"[^>]*value="1"/)
    expect(attributeValues(html, 'aria-describedby')).toEqual(['meeting-error'])
    expect(html).toContain('id="meeting-error"')
    expect(html).not.toContain('required')
  })

  it('keeps what was chosen', () => {
    expect(renderForTest(<FaceGroup name="meeting" label="?" defaultValue="4" />)).toMatch(/id="meeting-4" name="meeting" checked=""/)
    expect(renderForTest(<FaceGroup name="meeting" label="?" />)).not.toContain('checked')
  })
})

describe('ScoreSpread', () => {
  it('says each number, and draws bars in proportion to the largest', () => {
    const counts = [0, 1, 0, 4, 2].map((count) => ({ count, text: String(count) }))
    const html = renderForTest(<ScoreSpread caption="7 antwoorden" counts={counts} />)
    expect([...html.matchAll(/<rect width="([\d.]+)"/g)].map(([, width]) => Number(width))).toEqual([0, 25, 0, 100, 50])
    expect([...html.matchAll(/lk-bar__number">(\d+)</g)].map(([, number]) => number)).toEqual(['0', '1', '0', '4', '2'])
    expect(html).toContain('<caption>7 antwoorden</caption>')
  })

  it('draws nothing where nobody answered', () => {
    const html = renderForTest(<ScoreSpread caption="" counts={Array.from({ length: 5 }, () => ({ count: 0, text: '0' }))} />)
    expect(html).not.toMatch(/NaN|Infinity/)
  })
})
