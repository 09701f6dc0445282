import type * as PlotModule from '@observablehq/plot'
import { colours, drawHatched, finished, fontSize, hatchedRound, linesOf, pen, roomFor, short, type ChartLook } from './chart-parts'

export interface ColumnsChart extends ChartLook {
  /** In the order of time. Without a value it is hatched; a note stands in the place of the value, and in the key where it is hatched. */
  points: readonly { label: string; value: number | null; note?: string }[]
  /** A line to compare with, explained below the chart. */
  target?: { label: string; value: number } | undefined
}

export interface BarsChart extends ChartLook {
  /** `withheld` is the word that stands in the place of a value that is kept back. */
  rows: readonly { label: string; value: number | null; withheld?: string | undefined }[]
}

export interface CascadeChart extends ChartLook {
  /** From the first step to the last. `withheld` is the word that stands in the place of a value that is kept back. */
  steps: readonly { label: string; value: number | null; withheld?: string | undefined }[]
}

/** Both are loaded with the first chart: together they take more memory than the rest of a page. */
async function tools() {
  const [Plot, { default: domino }] = await Promise.all([import('@observablehq/plot'), import('@mixmark-io/domino')])
  return { Plot, document: domino.createDocument() }
}

/**
 * Columns over time, as an SVG that needs no style, script or id. Values stand above the columns where there is room, and beside
 * lines where there is none. The same input gives the same text.
 */
export async function columnsChart(chart: ColumnsChart): Promise<string> {
  const { points, target, rtl, width = 360, format = String } = chart
  const { Plot, document } = await tools()
  const keys = points.map((_, index) => String(index))
  const data = points.map((point, index) => ({ ...point, key: String(index) }))
  const known = data.filter((point) => point.value !== null)
  const withheld = data.filter((point) => point.value === null)
  const most = Math.max(1, target?.value ?? 0, ...known.map(({ value }) => value ?? 0))

  const wordOf = ({ value, note }: { value: number | null; note?: string }) => note ?? (value === null ? '' : format(value))
  const axis = Math.max(...[0, most].map((value) => roomFor(format(value)))) + 14
  const fits = roomFor('0') + Math.max(0, ...known.map((point) => roomFor(wordOf(point)))) <= (width * 0.98) / points.length
  const sides = fits ? [2, 2] : rtl ? [14, axis] : [axis, 14]
  const band = (width - (sides[0] ?? 0) - (sides[1] ?? 0)) / Math.max(1, points.length)
  const every = Math.ceil((Math.max(0, ...points.map(({ label }) => roomFor(label))) + 6) / band)
  const keyLines = (target ? 1 : 0) + (withheld.some(({ note }) => note) ? 1 : 0)
  const height = 210 + keyLines * 26

  const svg = Plot.plot({
    document,
    width,
    height,
    marginLeft: sides[0] ?? 0,
    marginRight: sides[1] ?? 0,
    marginTop: 26,
    marginBottom: 30 + keyLines * 26,
    style: { fontSize: `${fontSize}px` },
    x: { type: 'band', domain: rtl ? [...keys].reverse() : keys, padding: points.length > 24 ? 0.15 : 0.3, label: null },
    y: { domain: [0, most], nice: !fits, axis: null },
    marks: [
      ...(fits ? [] : lines(Plot, rtl, most, format)),
      Plot.barY(known, { x: 'key', y: 'value', fill: colours.fill }),
      hatched(withheld.map(({ key }) => key)),
      ...(target ? [Plot.ruleY([target.value], { stroke: colours.warm, strokeWidth: 2, strokeDasharray: '6 4' })] : []),
      Plot.ruleY([0], { stroke: 'currentColor' }),
      ...(fits ? [Plot.text(known, { x: 'key', y: 'value', text: wordOf, dy: -11, fontVariant: 'tabular-nums' })] : []),
      Plot.axisX(
        keys.filter((_, index) => index % every === 0),
        { tickSize: 0, tickPadding: 8, tickFormat: (key: string) => points[Number(key)]?.label ?? '' },
      ),
    ],
  }) as unknown as Element

  const { draw, write } = pen(svg, rtl)
  const at = (x: number, wide = 0) => (rtl ? width - x - wide : x)
  let line = height - keyLines * 26 + 16
  if (target) {
    draw('path', { d: `M${at(2)} ${line - 5}H${at(30)}`, stroke: colours.warm, 'stroke-width': 2, 'stroke-dasharray': '6 4' })
    write(`${target.label}: ${format(target.value)}`, at(40), line)
    line += 26
  }
  const word = withheld.find(({ note }) => note)?.note
  if (word) {
    drawHatched(svg, at(2, 28), line - 14, 28, 18)
    write(word, at(40), line)
  }
  return finished(svg, chart, width, height)
}

/** Lines with numbers, for where values do not fit above their columns. */
function lines(Plot: typeof PlotModule, rtl: boolean, most: number, format: (value: number) => string) {
  const anchor = rtl ? ('right' as const) : ('left' as const)
  // Half a group or half a person does not exist.
  const ticks = most < 4 ? Array.from({ length: Math.ceil(most) + 1 }, (_, index) => index) : 4
  return [
    Plot.gridY({ ticks, stroke: 'currentColor', strokeOpacity: 0.2 }),
    Plot.axisY({ anchor, ticks, tickSize: 0, tickPadding: 8, tickFormat: format, label: null }),
  ]
}

/** Columns of one height with slanting lines: somebody was there, and how many is not said. */
function hatched(keys: readonly string[]): PlotModule.RenderFunction {
  return (_index, scales, _values, { height, marginBottom }, context) => {
    const scale = scales.x as ((key: string) => number) & { bandwidth: () => number }
    const group = context.document.createElementNS('http://www.w3.org/2000/svg', 'g')
    for (const key of keys) drawHatched(group, scale(key), height - marginBottom - 30, scale.bandwidth(), 30)
    return group
  }
}

/**
 * A bar for each place or language under its name, as an SVG that needs no style, script or id: names can be long in any
 * language, and a telephone has no room beside them.
 */
export async function barsChart(chart: BarsChart): Promise<string> {
  const { rows, rtl, width = 360, format = String } = chart
  const { Plot, document } = await tools()
  const data = rows.map(({ label, value, withheld }, index) => {
    const word = withheld ?? (value === null ? '–' : format(value))
    return { key: String(index), label, value: withheld ? 0 : (value ?? 0), word, withheld: withheld !== undefined }
  })
  const most = Math.max(1, ...data.map(({ value }) => value))
  // The longest bar and its number fit beside each other, and so does a word behind a bar that is kept back.
  const room = Math.max(0, ...data.map((each) => roomFor(each.word) + (each.withheld ? 30 : 0))) + 14
  const height = rows.length * rowHeight
  const svg = Plot.plot({
    document,
    width,
    height,
    marginLeft: rtl ? room : 1,
    marginRight: rtl ? 1 : room,
    marginTop: 0,
    marginBottom: 0,
    style: { fontSize: `${fontSize}px` },
    x: { domain: rtl ? [most, 0] : [0, most], axis: null },
    y: { type: 'band', domain: data.map(({ key }) => key), paddingInner: 0, paddingOuter: 0, axis: null },
    marks: [
      Plot.barX(data, { y: 'key', x1: 0, x2: 'value', insetTop: 24, insetBottom: 6, fill: colours.fill }),
      hatchedBars(
        data.filter(({ withheld }) => withheld).map(({ key }) => key),
        rtl,
      ),
      Plot.text(data, { y: 'key', x: 0, text: 'label', dy: -11, ...start(rtl, 0) }),
      ...[true, false].map((withheld) =>
        Plot.text(
          data.filter((each) => each.withheld === withheld),
          {
            y: 'key',
            x: 'value',
            text: 'word',
            dy: 9,
            fontVariant: 'tabular-nums',
            ...(withheld ? {} : { fontWeight: 'bold' }),
            ...start(rtl, withheld ? 50 : 7),
          },
        ),
      ),
    ],
  }) as unknown as Element
  return finished(svg, chart, width, height)
}

const rowHeight = 50

/** Where a text begins, seen from the side that the language begins at. */
function start(rtl: boolean, away: number) {
  return { textAnchor: rtl ? ('end' as const) : ('start' as const), dx: rtl ? -away : away }
}

/** Short bars with slanting lines, as `hatched` for columns. */
function hatchedBars(keys: readonly string[], rtl: boolean): PlotModule.RenderFunction {
  return (_index, scales, _values, _dimensions, context) => {
    const group = context.document.createElementNS('http://www.w3.org/2000/svg', 'g')
    for (const key of keys) {
      const x = (scales.x as (value: number) => number)(0) - (rtl ? 44 : 0)
      drawHatched(group, x, (scales.y as (key: string) => number)(key) + 24, 44, rowHeight - 30)
    }
    return group
  }
}

/**
 * The cascade as a picture: a round for each step, as large as its number, joined by lines from the first step to the last.
 * Areas and not widths or heights, since people outnumber cohorts a hundred times; the numbers stand beside them.
 */
export async function cascadeChart(chart: CascadeChart): Promise<string> {
  const { steps, rtl, width = 360, format = String } = chart
  const { document } = await tools()
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const { draw, write } = pen(svg, rtl)
  const largest = width / 6
  const most = Math.max(1, ...steps.map(({ value, withheld }) => (withheld ? 0 : (value ?? 0))))
  const textAt = 2 * largest + 22
  const rows = steps.map((step) => {
    const unknown = step.withheld !== undefined || step.value === null
    const radius = unknown ? 14 : step.value ? Math.max(3, largest * Math.sqrt(step.value / most)) : 3
    const words = linesOf(step.label, width - textAt)
    return { ...step, unknown, radius, words, height: Math.max(2 * radius, 26 + words.length * 20) + 18 }
  })
  let top = 0
  const drawn = rows.map((row) => ({ ...row, y: (top += row.height) - row.height / 2 }))
  const x = rtl ? width - largest - 1 : largest + 1
  drawn.slice(1).forEach((row, index) => {
    const above = drawn[index]
    if (above)
      draw('path', {
        d: `M${short(x)} ${short(above.y + above.radius)}V${short(row.y - row.radius)}`,
        stroke: colours.line,
        'stroke-width': 2,
      })
  })
  for (const { y, radius, unknown, value, withheld, words, height } of drawn) {
    if (unknown) draw('path', { d: hatchedRound(x, y, radius, 6), stroke: colours.line })
    const empty = unknown || !value
    draw('circle', {
      cx: x,
      cy: y,
      r: radius,
      fill: empty ? 'none' : colours.fill,
      ...(empty ? { stroke: colours.line, 'stroke-width': 1.5 } : {}),
    })
    const first = y - height / 2 + (height - 26 - words.length * 20) / 2 + 21
    const at = rtl ? width - textAt : textAt
    const number = withheld ?? (value === null ? '–' : format(value))
    write(number, at, first, { 'font-size': withheld ? fontSize : 24, 'font-weight': 'bold', 'font-variant': 'tabular-nums' })
    words.forEach((line, index) => write(line, at, first + 22 + index * 20))
  }
  return finished(svg, chart, width, top)
}
