import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function colour(token: string): string {
  const value = new RegExp(`--lk-${token}: (#[0-9a-f]{6});`).exec(css)?.[1]
  if (!value) throw new Error(`no colour --lk-${token}`)
  return value
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(colour(one)), luminance(colour(other))].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const backgrounds = ['paper', 'sheet', 'sand', 'action-soft', 'warm-soft']

const textPairs = [
  ...['ink', 'ink-soft', 'action', 'action-deep', 'warm-ink'].flatMap((text) => backgrounds.map((behind) => [text, behind] as const)),
  ['on-action', 'action'],
  ['on-action', 'action-deep'],
  ['sheet', 'warm-ink'],
  ['focus', 'focus-inside'],
] as const

// Edges of controls, marks and the focus ring: not text.
const shapePairs = [
  ...['edge', 'action', 'warm-ink', 'focus'].flatMap((shape) => backgrounds.map((behind) => [shape, behind] as const)),
  ['focus', 'focus-inside'],
  ['focus-inside', 'action'],
  ['focus-inside', 'warm-ink'],
] as const

describe('colours of the theme', () => {
  it.each(textPairs)('%s on %s is at least 7:1', (text, behind) => {
    expect(contrast(text, behind)).toBeGreaterThanOrEqual(7)
  })

  it.each(shapePairs)('%s against %s is at least 3:1', (shape, behind) => {
    expect(contrast(shape, behind)).toBeGreaterThanOrEqual(3)
  })

  it('uses no colour that is not a token', () => {
    expect(css.replaceAll(/--lk-[\w-]+: #[0-9a-f]{6};/g, '')).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl/i)
  })
})
