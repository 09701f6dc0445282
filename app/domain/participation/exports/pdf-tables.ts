import { formatDecimal, formatNumber } from '~/i18n/formats'
import type { ReportBlock, TableColumn } from '~/platform/exports/report-sheet.server'
import type { Dimension, Place } from '../dimensions'
import { getIndicator, type IndicatorCode, type Unit } from '../indicators'
import type { Figure, Report } from '../report'
import type { PdfWords } from './pdf-words'
import type { Words } from './words'

type Table = Extract<ReportBlock, { kind: 'table' }>

/** What most readers ask first; tables by time and by place have room for these only. */
const mainIndicators: IndicatorCode[] = [
  'trainers-trained',
  'groups-held',
  'sessions-held',
  'people-reached',
  'attendances',
  'evaluation-mean',
]

/** More rows than this are for a spreadsheet. */
const mostRows = 40

/** A number as its unit is written: "1.234", "62%", "7,4". */
export function valueText(value: number, unit: Unit, { language }: Words): string {
  if (unit === 'share') return `${formatNumber(language, Math.round(value * 100))}%`
  return unit === 'mean' ? formatDecimal(language, value) : formatNumber(language, value)
}

/** A figure as it stands in a table: its value, or the word for why there is none. */
export function figureText({ indicator, value, status }: Pick<Figure, 'indicator' | 'value' | 'status'>, words: Words): string {
  if (status === 'withheld') return words.status('withheld')
  return value === null ? '–' : valueText(value, getIndicator(indicator).unit, words)
}

const isPart = ({ at }: Figure) => at.sex !== undefined || at.background !== undefined

/** Where a figure stands besides the parts of it. */
const placeKeys = ({ at }: Figure) => (Object.keys(at) as (keyof Place)[]).filter((key) => key !== 'sex' && key !== 'background')

/** Figures that stand at one dimension only, of the whole and not of a part of it. */
export function figuresAt({ figures }: Report, dimension: Dimension | 'period'): Figure[] {
  const isAt = (figure: Figure) => {
    const keys = Object.keys(figure.at)
    return keys.length === 1 && keys[0] === dimension
  }
  return figures.filter(isAt)
}

/** The totals of everything that was counted, with their parts below them. */
export function totalsTable({ figures }: Report, words: Words, say: PdfWords): Table {
  const { headings, units } = words.file
  return {
    kind: 'table',
    caption: say.captions.brief,
    columns: [
      { heading: headings.indicator, parts: 6 },
      { heading: headings.value, parts: 2, number: true },
      { heading: headings.unit, parts: 3 },
    ],
    rows: figures
      .filter((figure) => placeKeys(figure).length === 0)
      .map((figure) => {
        const { sex, background } = figure.at
        const part = isPart(figure)
        const name = sex ? words.value('sex', sex) : background ? words.value('background', background) : words.name(figure.indicator)
        return { cells: [name, figureText(figure, words), part ? '' : units[getIndicator(figure.indicator).unit]], part }
      }),
  }
}

/** A period as it is read: "maart 2024", "1e kwartaal 2024". */
export function periodName(period: string, { language }: Words): string {
  const [year = '', rest] = period.split('-')
  if (!rest) return year
  const quarter = /^Q(\d)$/.exec(rest)?.[1]
  if (quarter) return language === 'nl' ? `${quarter}e kwartaal ${year}` : `Q${quarter} ${year}`
  return `${monthNames[language][Number(rest) - 1] ?? rest} ${year}`
}

const monthNames = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

/** The name of a place, a period or a language in words. */
export function nameAt(key: keyof Place, value: string, report: Report, words: Words): string {
  if (key === 'period') return periodName(value, words)
  return key === 'organisation' ? (report.organisationNames[value] ?? value) : words.value(key, value)
}

/** One row a place or a period, and a column for each of the main indicators that has figures there. */
export function placeTable(report: Report, key: Dimension | 'period', caption: string, words: Words, say: PdfWords): ReportBlock[] {
  const figures = figuresAt(report, key)
  const columns = mainIndicators.filter((code) => figures.some(({ indicator }) => indicator === code))
  if (columns.length === 0) return [{ kind: 'text', text: say.noFigures }]
  const rows = rowsOf(figures, key, ({ indicator }) => indicator, sizesOf(figures))
  // The last periods, or the largest places.
  const shown = key === 'period' ? rows.slice(-mostRows) : rows.slice(0, mostRows)
  const table: Table = {
    kind: 'table',
    caption,
    columns: [{ heading: words.columnName(key), parts: 4 }, ...columns.map((code) => numberColumn(words.name(code), words))],
    rows: shown.map(([value, found]) => ({
      cells: [nameAt(key, value, report, words), ...columns.map((code) => (found.has(code) ? figureText(found.get(code)!, words) : '–'))],
    })),
  }
  return [table, ...moreRows(rows.length - shown.length, words, say)]
}

/** A column of numbers that is as wide as its longest word asks for: one above it, or the one for what is withheld. */
function numberColumn(heading: string, words: Words): TableColumn {
  const longest = Math.max(...`${heading} ${words.status('withheld')}`.split(/\s+/).map((word) => word.length))
  return { heading, number: true, parts: longest * 0.28 }
}

const moreRows = (count: number, { language }: Words, say: PdfWords): ReportBlock[] =>
  count > 0 ? [{ kind: 'small', text: say.more(formatNumber(language, count)) }] : []

type Row = [place: string, figures: Map<string, Figure>]

/** Figures as rows by where they stand, with a key for the cell of each: by time in order, or else the largest first. */
function rowsOf(figures: readonly Figure[], key: keyof Place, columnOf: (figure: Figure) => string, sizes: readonly Figure[]): Row[] {
  const rows = new Map<string, Map<string, Figure>>()
  for (const figure of figures) {
    const place = figure.at[key]!
    const row = rows.get(place) ?? new Map<string, Figure>()
    rows.set(place, row.set(columnOf(figure), figure))
  }
  const size = new Map(sizes.map(({ at, value }) => [at[key]!, value ?? -1]))
  const sizeOf = ([place]: Row) => (key === 'period' ? 0 : (size.get(place) ?? -1))
  return [...rows].sort((a, b) => sizeOf(b) - sizeOf(a) || (a[0] < b[0] ? -1 : 1))
}

/** What places are compared by: people, or the first thing that there are figures of. */
function sizesOf(figures: readonly Figure[]): Figure[] {
  const first = ['people-reached', ...mainIndicators].find((code) => figures.some(({ indicator }) => indicator === code))
  return figures.filter(({ indicator }) => indicator === first)
}

/** More columns of periods than this do not fit on a page. */
const mostPeriods = 6

/** The first of the main indicators by place and by period, where the periods fit on a page. */
export function crossTable(report: Report, dimension: Dimension, words: Words, say: PdfWords): ReportBlock[] {
  const crossed = report.figures.filter(({ at }) => Object.keys(at).length === 2 && at.period !== undefined && at[dimension] !== undefined)
  const code = (['people-reached', 'trainers-trained', 'sessions-held'] as const).find((each) =>
    crossed.some(({ indicator }) => indicator === each),
  )
  const periods = [...new Set(crossed.filter(({ indicator }) => indicator === code).map(({ at }) => at.period!))].sort()
  if (!code || periods.length > mostPeriods) return []
  const of = crossed.filter(({ indicator }) => indicator === code)
  const rows = rowsOf(of, dimension, ({ at }) => at.period!, sizesOf(figuresAt(report, dimension)))
  const table: Table = {
    kind: 'table',
    caption: say.captions.cross(words.name(code)),
    columns: [
      { heading: words.columnName(dimension), parts: 4 },
      ...periods.map((period) => numberColumn(periodName(period, words), words)),
    ],
    rows: rows.slice(0, mostRows).map(([value, found]) => ({
      cells: [
        nameAt(dimension, value, report, words),
        ...periods.map((period) => (found.has(period) ? figureText(found.get(period)!, words) : '–')),
      ],
    })),
  }
  return [table, ...moreRows(rows.length - table.rows.length, words, say)]
}
