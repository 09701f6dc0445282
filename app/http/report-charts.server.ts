import type { Dimension } from '~/domain/participation/dimensions'
import { getIndicator, type IndicatorCode } from '~/domain/participation/indicators'
import type { Figure, Report } from '~/domain/participation/report'
import type { ReportRequest } from '~/domain/participation/request'
import { formatNumber } from '~/i18n/formats'
import { directionOf, type Language } from '~/i18n/languages'
import { barsChart, cascadeChart, columnsChart } from '~/platform/exports/charts.server'
import type { ReportWords, Shown } from './report-words.server'

/** What a text beside a chart says of the largest figure in it. */
export interface Largest {
  /** Null: there are several as large. */
  name: string | null
  text: string
}

/** The address of the sessions behind a figure; null for who may not see them. */
export type Follow = ((changes: Record<string, string | null | undefined>) => string) | null

/** Nobody is sent to an empty list. */
export function followTo(follow: Follow, { value }: Pick<Figure, 'value'>, changes: Parameters<NonNullable<Follow>>[0]): string | null {
  return follow && value ? follow(changes) : null
}

const look = (language: Language, labelledBy: string) => ({
  rtl: directionOf(language) === 'rtl',
  labelledBy,
  format: (value: number) => formatNumber(language, value),
})

const find = (figures: Figure[], code: IndicatorCode, at: (figure: Figure) => boolean) =>
  figures.find((figure) => figure.indicator === code && figure.at.sex === undefined && figure.at.background === undefined && at(figure))

/** The figures of an indicator by what they are of in a dimension. */
function ofPlaces(figures: Figure[], indicator: IndicatorCode, dimension: Dimension): Map<string, Figure> {
  const found = new Map<string, Figure>()
  for (const figure of figures) {
    const { [dimension]: code, sex, background } = figure.at
    if (figure.indicator === indicator && code !== undefined && sex === undefined && background === undefined) found.set(code, figure)
  }
  return found
}

/** The sessions and the people over time; no chart of a single period. */
export async function overView({ figures, request }: Report, words: ReportWords, language: Language, follow: Follow) {
  const periods = periodsBetween(figures.flatMap(({ at }) => at.period ?? []))
  const each = await Promise.all(
    (['sessions-held', 'people-reached'] as const).map(async (code) => {
      const found = periods.map((period) => ({ period, figure: find(figures, code, ({ at }) => at.period === period) ?? nothing(code) }))
      const points = found.map(({ period, figure }) => ({
        label: words.period(period, 'short'),
        value: figure.status === 'withheld' ? null : (figure.value ?? 0),
        ...(figure.status === 'withheld' ? { note: words.shown(figure).text } : {}),
      }))
      return {
        code,
        svg: periods.length > 1 ? await columnsChart({ ...look(language, `chart-${code}`), points }) : null,
        largest: largestOf(
          found.map(({ period, figure }) => ({ name: words.period(period), figure })),
          words,
        ),
        rows: found.map(({ period, figure }) => ({
          id: period,
          name: words.period(period),
          shown: words.shown(figure),
          href: followTo(follow, figure, daysWithin(period, request)),
        })),
      }
    }),
  )
  const [first, last] = [periods[0], periods.at(-1)]
  return { charts: each, periods: periods.length, from: first && words.period(first), to: last && words.period(last) }
}

/** In a period without a figure there was nothing to count. */
function nothing(indicator: IndicatorCode): Figure {
  return { indicator, at: {}, value: 0, status: 'exact' }
}

/** All periods from the first to the last of some: a chart over time has no gaps. Codes are of one kind. */
export function periodsBetween(codes: string[]): string[] {
  const [first, last] = [codes, codes].map((all, end) =>
    all.reduce<string | null>((a, b) => (a === null || (end ? b > a : b < a) ? b : a), null),
  )
  const periods: string[] = []
  for (let code = first; code && last && code <= last; code = after(code)) periods.push(code)
  return periods
}

/** First and last day of a period, no further than a report goes. */
export function daysWithin(code: string | undefined, { from, to }: Pick<ReportRequest, 'from' | 'to'>): { from?: string; to?: string } {
  const days = daysOf(code)
  if (from && days.from && days.from < from) days.from = from
  if (to && days.to && days.to > to) days.to = to
  return days
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

function after(code: string): string {
  const [year = '', rest = ''] = code.split('-')
  const quarter = /^Q(\d)$/.exec(rest)?.[1]
  const next = Number(year) + 1
  if (quarter) return quarter === '4' ? `${next}-Q1` : `${year}-Q${Number(quarter) + 1}`
  if (!rest) return String(next)
  return rest === '12' ? `${next}-01` : `${year}-${String(Number(rest) + 1).padStart(2, '0')}`
}

function largestOf(found: { name: string; figure: Figure }[], words: ReportWords): Largest | null {
  const known = found.filter(({ figure }) => figure.status !== 'withheld' && (figure.value ?? 0) > 0)
  const [largest, next] = known.sort((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0))
  if (!largest) return null
  return { name: next?.figure.value === largest.figure.value ? null : largest.name, text: words.shown(largest.figure).text }
}

interface PlaceRow {
  id: string
  name: string
  people: Shown
  sessions: Shown
  /** To the sessions behind them, for those who may see them. */
  href: string | null
}

/** The people by municipality or by language, the most first; what is withheld comes last. */
export async function placesView(
  { figures }: Report,
  dimension: Dimension,
  words: ReportWords,
  language: Language,
  { most, follow }: { most: number; follow: Follow },
) {
  const codes = [...new Set(figures.flatMap(({ at }) => at[dimension] ?? []))]
  const [people, sessions] = (['people-reached', 'sessions-held'] as const).map((indicator) => ofPlaces(figures, indicator, dimension))
  const found = codes
    .map((code) => ({
      code,
      name: words.place(dimension, code),
      figure: people!.get(code) ?? nothing('people-reached'),
      sessions: sessions!.get(code) ?? nothing('sessions-held'),
    }))
    .filter(({ figure, sessions }) => figure.status === 'withheld' || figure.value || sessions.value || sessions.status === 'withheld')
    // Codes and not names decide between equals, so that the order is the same in every language.
    .sort((a, b) => (b.figure.value ?? -1) - (a.figure.value ?? -1) || (a.code < b.code ? -1 : 1))
  const shown = found.slice(0, most)
  const rows = shown.map(({ name, figure }) => ({
    label: name,
    value: figure.value,
    ...(figure.status === 'withheld' ? { withheld: words.shown(figure).text } : {}),
  }))
  return {
    count: found.length,
    more: found.length - shown.length,
    svg: shown.length > 0 ? await barsChart({ ...look(language, `chart-${dimension}`), rows }) : null,
    largest: largestOf(
      found.map(({ code, figure }) => ({ name: words.named(dimension, code), figure })),
      words,
    ),
    rows: shown.map(({ code, name, figure, sessions }): PlaceRow => ({
      id: code,
      name,
      people: words.shown(figure),
      sessions: words.shown(sessions),
      href: followTo(follow, sessions, { [dimension]: code }),
    })),
  }
}

/** Whether a figure is worked out from sessions, so that these are what stands behind it. */
export function isOfSessions(code: IndicatorCode): boolean {
  return getIndicator(code).source === 'sessions'
}

const steps = ['cohorts-held', 'trainers-trained', 'trainers-active', 'groups-held', 'sessions-held', 'people-reached'] as const

/** From cohorts to people, as a picture and as a list. */
export async function cascadeView({ figures }: Report, words: ReportWords, language: Language, follow: Follow) {
  const found = steps.map((code) => {
    const figure = find(figures, code, ({ at }) => Object.keys(at).length === 0)
    return { code, figure, label: words.t(`${code}.name`, { ns: 'indicators' }), shown: words.shown(figure) }
  })
  const svg = await cascadeChart({
    ...look(language, 'chart-cascade'),
    steps: found.map(({ label, figure, shown }) => ({
      label,
      value: figure?.value ?? null,
      ...(shown.kept === 'withheld' ? { withheld: shown.text } : {}),
    })),
  })
  const count = (code: (typeof steps)[number]) => {
    const { shown, figure } = found.find((each) => each.code === code)!
    return shown.kept || !figure?.value ? null : { count: figure.value, number: shown.text }
  }
  return {
    svg,
    rows: found.map(({ code, figure, shown }) => ({
      ...{ id: code, code, shown },
      href: figure && isOfSessions(code) ? followTo(follow, figure, {}) : null,
    })),
    trained: count('trainers-trained'),
    groups: count('groups-held'),
    people: count('people-reached'),
  }
}
