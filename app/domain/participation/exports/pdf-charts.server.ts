import { formatMonth, formatNumber } from '~/i18n/formats'
import { barsChart, cascadeChart, columnsChart } from '~/platform/exports/charts.server'
import { chartFont, type ReportBlock } from '~/platform/exports/report-sheet.server'
import type { Dimension, Step } from '../dimensions'
import type { IndicatorCode } from '../indicators'
import { monthOf, periodCode, stepOf } from '../periods'
import type { Figure, Report } from '../report'
import { figuresAt, nameAt } from './pdf-tables'
import type { PdfWords } from './pdf-words'
import { cascadeSteps } from './tables'
import type { Words } from './words'

/** What is drawn, where there are figures of it: people first, then what was held for them. */
const drawn: IndicatorCode[] = ['people-reached', 'sessions-held', 'trainers-trained', 'groups-held']

/** More bars than this nobody compares. */
const mostBars = 10
/** With more columns than this a chart needs the width of the page. */
const fewColumns = 8

const look = (words: Words, label: string, width: number) => ({
  rtl: false,
  label,
  width,
  fontFamily: chartFont,
  format: (value: number) => formatNumber(words.language, value),
})

function drawable(figures: readonly Figure[]): [IndicatorCode, Figure[]][] {
  const found = drawn.map((code): [IndicatorCode, Figure[]] => [code, figures.filter(({ indicator }) => indicator === code)])
  return found.filter(([, of]) => of.length > 0).slice(0, 2)
}

/**
 * The periods from the first to the last of these, also those in which there was nothing: without them a chart would put
 * years side by side that are far apart.
 */
export function withoutGaps(periods: readonly string[]): string[] {
  const [first, last] = [periods.reduce((a, b) => (a < b ? a : b)), periods.reduce((a, b) => (a > b ? a : b))]
  const step = stepOfCode(first)
  const [from, to] = [first, last].map((code) => stepOf(monthOf(firstDayOf(code)), step))
  return Array.from({ length: to! - from! + 1 }, (_, index) => periodCode(from! + index, step))
}

const stepOfCode = (code: string): Step => (code.includes('Q') ? 'quarter' : code.length === 4 ? 'year' : 'month')

function firstDayOf(code: string): string {
  const [year, rest = '1'] = code.split('-')
  const month = rest.startsWith('Q') ? (Number(rest.slice(1)) - 1) * 3 + 1 : Number(rest)
  return `${year}-${String(month).padStart(2, '0')}-01`
}

/** A period below a column: "mei 24", "Q1 2024". */
function periodLabel(period: string, { language }: Words): string {
  const [year, rest = ''] = period.split('-')
  if (rest === '') return period
  return rest.startsWith('Q') ? `${rest} ${year}` : formatMonth(language, period, 'short')
}

/** Columns through time. */
export async function timeCharts(report: Report, words: Words, say: PdfWords): Promise<ReportBlock[]> {
  const found = drawable(figuresAt(report, 'period'))
  if (found.length === 0) return []
  const periods = withoutGaps(found.flatMap(([, figures]) => figures.map(({ at }) => at.period!)))
  const perRow = periods.length <= fewColumns ? 2 : 1
  const charts = await Promise.all(
    found.map(async ([code, figures]) => {
      const caption = words.name(code)
      const byPeriod = new Map(figures.map((figure) => [figure.at.period, figure]))
      const points = periods.map((period) => {
        const withheld = byPeriod.get(period)?.status === 'withheld'
        const value = withheld ? null : (byPeriod.get(period)?.value ?? 0)
        return { label: periodLabel(period, words), value, ...(withheld && { note: words.status('withheld') }) }
      })
      const svg = await columnsChart({ ...look(words, caption, perRow === 2 ? 360 : 720), points })
      return { caption, alt: say.chart(caption), svg }
    }),
  )
  return [{ kind: 'charts', perRow, charts }]
}

/** Bars for the places, languages and so on with the largest numbers. */
export async function barCharts(report: Report, dimension: Dimension, words: Words, say: PdfWords): Promise<ReportBlock[]> {
  const found = drawable(figuresAt(report, dimension))
  if (found.length === 0) return []
  const charts = await Promise.all(
    found.map(async ([code, figures]) => {
      const largest = [...figures].sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, mostBars)
      const rows = largest.map(({ at, value, status }) => ({
        label: nameAt(dimension, at[dimension]!, report, words),
        value: status === 'withheld' ? null : value,
        withheld: status === 'withheld' ? words.status(status) : undefined,
      }))
      const caption = figures.length > mostBars ? `${words.name(code)} (${say.captions.largest} ${mostBars})` : words.name(code)
      return { caption, alt: say.chart(caption), svg: await barsChart({ ...look(words, caption, 360), rows }) }
    }),
  )
  return [{ kind: 'charts', perRow: 2, charts }]
}

/** The steps from training to people reached, as a picture; its words say all that it shows. */
export async function cascadePicture({ cascade, request }: Report, words: Words, say: PdfWords): Promise<ReportBlock> {
  const steps = cascadeSteps.map((step) => ({
    label: words.file.cascade[step],
    value: cascade[step],
    withheld: cascade[step] === null ? words.status(request.disclosure === 'public' ? 'withheld' : 'none') : undefined,
  }))
  const told = steps.map(({ label, value, withheld }) => `${label}: ${withheld ?? formatNumber(words.language, value ?? 0)}`)
  const caption = say.captions.cascade
  const svg = await cascadeChart({ ...look(words, caption, 360), steps })
  return { kind: 'picture', text: say.cascade, chart: { caption, alt: `${caption}. ${told.join('; ')}`, svg } }
}
