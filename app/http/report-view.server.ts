import { getOverview, getReport } from '~/domain/participation/get-report.server'
import { dimensions } from '~/domain/participation/dimensions'
import { indicatorCodes, type IndicatorCode } from '~/domain/participation/indicators'
import type { Asked } from '~/domain/participation/read-request.server'
import { isStep } from '~/domain/participation/request'
import type { Figure, Report } from '~/domain/participation/report'
import { formatDate, formatDateTime, formatNumber } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'
import { cascadeView, overView, placesView } from './report-charts.server'
import { addressOf } from './report-request.server'
import { reportWords, type ReportWords, type Shown } from './report-words.server'

/** Indicators with a column of their own in a table by place or by time. */
export const tableIndicators = [
  'groups-held',
  'sessions-held',
  'people-reached',
  'attendances',
  'trainers-trained',
] as const satisfies IndicatorCode[]

const trustNames = [
  'registered',
  'notRegistered',
  'late',
  'corrected',
  'sexUnknown',
  'sameDay',
  'groupsWithout',
] as const satisfies (keyof Report['trust'])[]

/** All that the page with the report shows, in the words and signs of its language. */
export async function reportView(asked: Asked, language: Language) {
  const { request, organisations } = asked
  // With `by` the table with it stands on the page besides; without it one look at the data is enough.
  const [{ report, over, municipalities, languages }, split] = await Promise.all([
    getOverview(asked),
    request.by.length > 0 ? getReport(asked) : null,
  ])
  const words = reportWords(language, { ...report.organisationNames, ...split?.organisationNames })
  const exact = request.disclosure === 'exact'
  // Files tell of the same moment as the page that they are asked for on.
  const asOf = report.provenance.asOf
  const mayFollow = exact
    ? (changes: Record<string, string | null>) => addressOf(request, { by: null, disclosure: null, ...changes })
    : null
  const [time, places, spoken, cascade] = await Promise.all([
    overView(over, words, language),
    placesView(municipalities, 'municipality', words, language, { most: 15, follow: mayFollow }),
    placesView(languages, 'language', words, language, { most: 12, follow: mayFollow }),
    cascadeView(report, words, language),
  ])
  return {
    about: {
      from: request.from && formatDate(language, request.from),
      to: request.to && formatDate(language, request.to),
      asOf: formatDateTime(language, new Date(asOf)),
      exact,
      own: organisations !== null,
      only: dimensions.flatMap((dimension) => (request.filter[dimension] ? [words.place(dimension, request.filter[dimension])] : [])),
    },
    empty: report.cascade.sessions === 0 && report.cascade.cohorts === 0 && report.figures.every(({ value }) => !value),
    totals: totalsOf(report, words),
    targets: targetsOf(report, words, language),
    split: split && { name: request.by.join(','), steps: request.by.filter(isStep), rows: splitRows(split, words, mayFollow) },
    time,
    places,
    languages: spoken,
    cascade,
    trust: trustNames.map((name) => ({ name, text: formatNumber(language, report.trust[name]) })),
    loss: report.loss && {
      count: report.loss.withheld,
      withheld: formatNumber(language, report.loss.withheld),
      cells: formatNumber(language, report.loss.cells),
    },
    files: addressOf(request, { asOf }),
    sessions: mayFollow ? mayFollow({}) : null,
    openAddress: addressOf(request, { disclosure: exact ? 'public' : 'exact' }),
  }
}

export type ReportView = Awaited<ReturnType<typeof reportView>>

const isTotal = ({ at }: Figure) => Object.keys(at).length === 0

/** Every indicator with its total, and what it is split into everywhere. */
function totalsOf({ figures }: Report, words: ReportWords) {
  return indicatorCodes.map((code) => {
    const own = figures.filter(
      ({ indicator, at }) => indicator === code && Object.keys(at).every((key) => key === 'sex' || key === 'background'),
    )
    return {
      code,
      shown: words.shown(own.find(isTotal)),
      parts: own.filter((figure) => !isTotal(figure)).map((figure) => ({ name: words.where(figure.at), shown: words.shown(figure) })),
    }
  })
}

function targetsOf({ targets }: Report, words: ReportWords, language: Language) {
  return targets.map(
    ({ id, indicator, from, to, target, source, actual, status, programme, kind, organisation, municipality, background }) => ({
      id,
      indicator,
      about: Object.entries({ programme, kind, organisation, municipality, background }).flatMap(([dimension, code]) =>
        code ? [words.place(dimension as 'kind', code)] : [],
      ),
      from: formatDate(language, from),
      to: formatDate(language, to),
      source,
      target: words.value(indicator, target),
      actual: words.shown({ indicator, value: actual, status }),
      share: status === 'withheld' || actual === null ? null : { actual: Math.min(actual, target), target },
    }),
  )
}

/** A row for each place, a column for each of the indicators of a table. */
function splitRows({ figures, request }: Report, words: ReportWords, follow: ((changes: Record<string, string | null>) => string) | null) {
  const rows = new Map<string, { id: string; name: string; cells: Record<string, Shown>; href: string | null }>()
  for (const figure of figures) {
    const { at, indicator } = figure
    const inTable = (tableIndicators as readonly string[]).includes(indicator)
    // Each row has all that is asked for: totals and margins stand elsewhere on the page.
    const complete = request.by.every((name) => at[isStep(name) ? 'period' : name] !== undefined)
    if (!inTable || !complete || Object.keys(at).length !== request.by.length) continue
    const id = JSON.stringify(at)
    const { period, sex: _sex, ...place } = at
    const row = rows.get(id) ?? { id, name: words.where(at), cells: {}, href: follow && follow({ ...place, ...daysOf(period) }) }
    row.cells[indicator] = words.shown(figure)
    rows.set(id, row)
  }
  return [...rows.values()]
}

/** First and last day of a period by its code, for an address. */
export function daysOf(code: string | undefined): { from?: string; to?: string } {
  if (!code) return {}
  const [year = '', rest = ''] = code.split('-')
  const quarter = /^Q([1-4])$/.exec(rest)?.[1]
  const first = quarter ? Number(quarter) * 3 - 2 : rest ? Number(rest) : 1
  const last = quarter ? first + 2 : rest ? first : 12
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate()
  const two = (number: number) => String(number).padStart(2, '0')
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${lastDay}` }
}
