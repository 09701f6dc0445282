import domino from '@mixmark-io/domino'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { hatchedBox, linesOf, roomFor } from './chart-parts'
import { barsChart, cascadeChart, columnsChart } from './charts.server'

const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
afterEach(() => expect(warned).not.toHaveBeenCalled())

const read = (svg: string) => domino.createDocument(svg).querySelector('svg') as unknown as Element
const all = (svg: string, selector: string) => Array.from(read(svg).querySelectorAll(selector))
const texts = (svg: string) => all(svg, 'text').map((text) => text.textContent)
const number = (element: Element | undefined, name: string) => Number(element?.getAttribute(name))

const points = [
  { label: '2023', value: 12 },
  { label: '2024', value: 1234 },
  { label: '2025', value: 0 },
]
const rows = [
  { label: 'Amsterdam', value: 40 },
  { label: "'s-Gravenhage", value: 10 },
]
const steps = [
  { label: 'groepen om trainer te worden', value: 1 },
  { label: 'opgeleid', value: 9 },
  { label: 'mensen', value: 100 },
]
const look = { rtl: false, label: 'Bijeenkomsten' }
const every = async (rtl = false) => [
  await columnsChart({ ...look, rtl, points, target: { label: 'Streefcijfer', value: 100 } }),
  await columnsChart({
    ...look,
    rtl,
    points: Array.from({ length: 36 }, (_, index) => ({
      label: `mnd ${index}`,
      value: index % 4 ? 300 + index : null,
      note: 'afgeschermd',
    })),
  }),
  await barsChart({ ...look, rtl, rows: [...rows, { label: 'Urk', value: null, withheld: 'afgeschermd' }] }),
  await cascadeChart({ ...look, rtl, steps: [...steps, { label: 'nog', value: null, withheld: 'afgeschermd' }] }),
]

test('is a picture with a name, and with nothing that the security headers forbid', async () => {
  for (const svg of await every()) {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" aria-label="Bijeenkomsten" viewBox="0 0 360 /)
    expect(svg).not.toMatch(/<style|<script|style=|class=|\sid=|\son\w+=|href|url\(/)
    expect(svg).not.toMatch(/\d\.\d{3}/)
  }
})

test('has text of 12 px and more where a telephone of 360 px gives it 320', async () => {
  for (const svg of await every()) {
    const sizes = [...svg.matchAll(/font-size="([^"]*)"/g)].map((match) => Number(match[1]))
    expect(Math.min(...sizes) * (320 / 360)).toBeGreaterThanOrEqual(12)
  }
})

test('stays within its frame', async () => {
  for (const rtl of [false, true]) {
    for (const svg of await every(rtl)) {
      for (const box of all(svg, 'rect')) {
        expect(number(box, 'x')).toBeGreaterThanOrEqual(0)
        expect(number(box, 'x') + number(box, 'width')).toBeLessThanOrEqual(360)
      }
    }
  }
})

test('gives the same text for the same figures', async () => {
  expect(await every()).toEqual(await every())
})

test('can be named by what stands on the page, and set in the font of a document', async () => {
  const svg = await barsChart({ rtl: false, labelledBy: 'by-place', fontFamily: 'KringLatn, KringEthi', rows })
  expect(svg).toContain('role="img" aria-labelledby="by-place"')
  expect(svg).toContain('font-family="KringLatn, KringEthi"')
  expect(svg).not.toContain('aria-label=')
})

test('keeps the order of time, and the heights in proportion', async () => {
  const columns = all(await columnsChart({ ...look, points }), 'rect')
  const xs = columns.map((column) => number(column, 'x'))
  expect(xs).toEqual([...xs].sort((a, b) => a - b))
  expect(number(columns[1], 'height') / number(columns[0], 'height')).toBeCloseTo(1234 / 12, 0)
  expect(number(columns[2], 'height')).toBe(0)
})

test('writes values as the caller does, above columns where there is room', async () => {
  const format = (value: number) => value.toLocaleString('nl-NL')
  expect(texts(await columnsChart({ ...look, points, format }))).toEqual(
    expect.arrayContaining(['12', '1.234', '0', '2023', '2024', '2025']),
  )
  const many = Array.from({ length: 30 }, (_, index) => ({ label: `week ${index}`, value: 1000 + index }))
  const crowded = texts(await columnsChart({ ...look, points: many, format }))
  expect(crowded).toContain('200')
  expect(crowded).not.toContain('1.029')
  expect(crowded.filter((text) => text?.startsWith('week')).length).toBeLessThan(8)
})

test('has no half groups on its axis', async () => {
  const few = Array.from({ length: 40 }, (_, index) => ({ label: String(index), value: index % 3 }))
  const axis = texts(await columnsChart({ ...look, points: few, format: (value) => `n${value}` })).filter((text) => text?.startsWith('n'))
  expect(axis).toEqual(['n0', 'n1', 'n2'])
})

test('says what a line to compare with is', async () => {
  const svg = await columnsChart({ ...look, points, target: { label: 'Streefcijfer', value: 2000 } })
  expect(texts(svg)).toContain('Streefcijfer: 2000')
  // The line itself and its sample in the key; columns stay below it.
  expect(all(svg, '[stroke-dasharray]')).toHaveLength(2)
  expect(Math.min(...all(svg, 'rect').map((column) => number(column, 'y')))).toBeGreaterThan(26)
})

test('shows what is withheld as something, with the word for it, and never as nought', async () => {
  const columns = await columnsChart({ ...look, points: [...points, { label: '2026', value: null, note: 'afgeschermd' }] })
  // Three columns, the hatched one, and its sample in the key.
  expect(all(columns, 'rect')).toHaveLength(5)
  expect(texts(columns)).toContain('afgeschermd')
  expect(texts(columns).filter((text) => text === '0')).toHaveLength(1)

  const bars = await barsChart({ ...look, rows: [...rows, { label: 'Urk', value: null, withheld: 'afgeschermd' }] })
  expect(texts(bars)).toContain('afgeschermd')
  expect(texts(bars)).not.toContain('0')
  expect(all(bars, 'rect[fill="none"]').map((box) => number(box, 'width'))).toEqual([44])

  const cascade = await cascadeChart({ ...look, steps: [...steps, { label: 'Actief', value: null, withheld: 'afgeschermd' }] })
  expect(texts(cascade)).toContain('afgeschermd')
  expect(texts(cascade)).not.toContain('0')
  expect(all(cascade, 'circle').at(-1)?.getAttribute('fill')).toBe('none')
})

test('does not draw a value that is said to be withheld', async () => {
  const shown = (value: number | null) => cascadeChart({ ...look, steps: [...steps, { label: 'Actief', value, withheld: 'afgeschermd' }] })
  expect(await shown(3)).toBe(await shown(null))
  const bar = (value: number | null) => barsChart({ ...look, rows: [...rows, { label: 'Urk', value, withheld: 'afgeschermd' }] })
  expect(await bar(300)).toBe(await bar(null))
})

test('is mirrored in a language that is written from the right', async () => {
  const middles = (svg: string) => all(svg, 'rect').map((box) => number(box, 'x') + number(box, 'width') / 2)
  const [ltr, rtl] = await Promise.all([false, true].map((rtl) => columnsChart({ ...look, rtl, points })))
  // Columns begin at whole units, so the two sides can differ by one.
  middles(ltr ?? '').forEach((middle, index) => expect(Math.abs(middle + (middles(rtl ?? '')[index] ?? 0) - 360)).toBeLessThanOrEqual(1))

  const bars = await barsChart({ ...look, rtl: true, rows })
  for (const bar of all(bars, 'rect')) expect(number(bar, 'x') + number(bar, 'width')).toBeCloseTo(359, 0)
  const cascade = await cascadeChart({ ...look, rtl: true, steps })
  expect(number(all(cascade, 'circle')[0], 'cx')).toBeGreaterThan(180)
})

test('has one direction for its places, and that of each text for its letters', async () => {
  const svg = await barsChart({ ...look, rtl: true, rows })
  expect(read(svg).getAttribute('direction')).toBe('ltr')
  expect(texts(svg)).toContain("\u2068's-Gravenhage\u2069")
  expect(all(svg, 'text').every((text) => text.parentElement?.getAttribute('text-anchor') === 'end')).toBe(true)
})

test('gives each step of the cascade an area in proportion, and none too small to see', async () => {
  const radii = all(await cascadeChart({ ...look, steps }), 'circle').map((circle) => number(circle, 'r'))
  expect((radii[2] ?? 0) ** 2 / (radii[1] ?? 1) ** 2).toBeCloseTo(100 / 9, 0)
  const extreme = all(
    await cascadeChart({
      ...look,
      steps: [
        { label: 'a', value: 1 },
        { label: 'b', value: 1_000_000 },
      ],
    }),
    'circle',
  )
  expect(number(extreme[0], 'r')).toBe(3)
})

test('joins the steps of the cascade without running through them', async () => {
  const svg = await cascadeChart({ ...look, steps })
  expect(all(svg, 'path')).toHaveLength(steps.length - 1)
  const ends = all(svg, 'circle').map((circle) => ({
    top: number(circle, 'cy') - number(circle, 'r'),
    bottom: number(circle, 'cy') + number(circle, 'r'),
  }))
  ends.slice(1).forEach(({ top }, index) => expect(top).toBeGreaterThan(ends[index]?.bottom ?? 0))
})

test('holds whatever a name is made of', async () => {
  const label = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('<b>&"', 'أمستردام', 'ትግርኛ', '\u0000\u001f'))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ label, value: fc.oneof(fc.nat(), fc.constant(null)) }), { maxLength: 12 }),
      fc.boolean(),
      async (given, rtl) => {
        for (const svg of [
          await columnsChart({ ...look, rtl, points: given }),
          await barsChart({ ...look, rtl, rows: given }),
          await cascadeChart({ ...look, rtl, steps: given }),
        ]) {
          expect(svg).not.toMatch(/NaN|Infinity|undefined|<b>|[\u0000-\u001f]/)
          expect(svg).toMatch(/^<svg .*<\/svg>$/s)
        }
      },
    ),
    { numRuns: 20 },
  )
})

test('breaks long words of a step between words, never within one', () => {
  expect(linesOf('groepen met ouders die samenkomen', roomFor('groepen met ouders'))).toEqual(['groepen met ouders', 'die samenkomen'])
  expect(linesOf('zelfbeschikkingsbijeenkomsten', 10)).toEqual(['zelfbeschikkingsbijeenkomsten'])
})

test('keeps slanting lines within their box', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (width, height) => {
      const ends = [...hatchedBox(10, 20, width, height).matchAll(/[ML](\S+?) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
      return ends.every(([x = 0, y = 0]) => x >= 10 && x <= 10 + width && y >= 20 && y <= 20 + height)
    }),
  )
})
