import fc from 'fast-check'
import { expect, test } from 'vitest'
import { qrSvg } from './qr.server'
import { decodeQr } from './qr.testing'

/** The bars of the drawing, in modules. */
function bars(svg: string) {
  const path = /fill="#000" d="([^"]*)"/.exec(svg)?.[1] ?? ''
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map((match) => {
    const [x = 0, y = 0, width = 0] = match.slice(1).map(Number)
    return { x, y, width, height: 1 }
  })
}

const decoded = (svg: string) => decodeQr(bars(svg), { module: 1, margin: 4 })

test('says the address it was made from', () => {
  const address = 'https://leerkring.nl/ar/certificates/KRNG-7F3K-2M9P'
  expect(decoded(qrSvg(address, { label: 'x' }))).toBe(address)
})

test('says any address it is made from', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, size: 'small' }), (address) => decoded(qrSvg(address, { label: 'x' })) === address),
    // The same addresses every time: the reader is not ours, and may one day stumble over one that phones read well.
    { numRuns: 50, seed: 2026 },
  )
})

test('leaves four light modules on every side', () => {
  const svg = qrSvg('https://leerkring.nl', { label: 'x' })
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
  const dark = bars(svg)
  expect(Math.min(...dark.map(({ x }) => x))).toBe(4)
  expect(Math.min(...dark.map(({ y }) => y))).toBe(4)
  expect(Math.max(...dark.map(({ x, width }) => x + width))).toBe(side - 4)
  expect(Math.max(...dark.map(({ y }) => y + 1))).toBe(side - 4)
})

test('can be read where 3% of it is soiled', () => {
  const address = 'https://leerkring.nl/nl/evaluate/7F3K2M'
  const svg = qrSvg(address, { label: 'x' })
  const stain = { x: 17, y: 17, width: 5, height: 5 }
  expect(decodeQr([...bars(svg), stain], { module: 1, margin: 4 })).toBe(address)
})

test('is a picture with a name, without style or script', () => {
  const svg = qrSvg('x', { label: 'Scan "dit" & <ga> verder\u0000' })
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" aria-label="Scan &quot;dit&quot; &amp; &lt;ga&gt; verder "/,
  )
  expect(svg).not.toMatch(/style|<script|on\w+=/)
})
