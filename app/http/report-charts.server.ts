import type { Dimension } from '~/domain/participation/dimensions'
import type { IndicatorCode } from '~/domain/participation/indicators'
import type { Figure, Report } from '~/domain/participation/report'
import { formatNumber } from '~/i18n/formats'
import { directionOf, type Language } from '~/i18n/languages'
import { barsChart, cascadeChart, columnsChart } from '~/platform/exports/charts.server'
import type { ReportWords, Shown } from './report-words.server'

/** What a text beside a chart says of the largest figure in it. */
export interface Largest {
  name: string
  text: string
}

const look = (language: Language, labelledBy: string) => ({
  rtl: directionOf(language) === 'rtl',
  labelledBy,
  format: (value: number) => formatNumber(language, value),
})

const find = (figures: Figure[], code: IndicatorCode, at: (figure: Figure) => boolean) =>
  figures.find((figure) => figure.indicator === code && figure.at.sex === undefined && figure.at.background === undefined && at(figure))

/** The sessions and the people over time; no chart of a single period. */
export async function overView({ figures }: Report, words: ReportWords, language: Language) {
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
        rows: found.map(({ period, figure }) => ({ id: period, name: words.period(period), shown: words.shown(figure) })),
      }
    }),
  )
  return { charts: each, periods: periods.length }
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
  const largest = known.sort((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0))[0]
  return largest ? { name: largest.name, text: words.shown(largest.figure).text } : null
}

interface PlaceRow {
  id: string
  name: string
  people: Shown
  sessions: Shown
  /** To the sessions behind it, for those who may see them. */
  href: string | null
}

/** The people by municipality or by language, the most first; what is withheld comes last. */
export async function placesView(
  { figures }: Report,
  dimension: Dimension,
  words: ReportWords,
  language: Language,
  { most, follow }: { most: number; follow: ((changes: Record<string, string | null>) => string) | null },
) {
  const codes = [...new Set(figures.flatMap(({ at }) => at[dimension] ?? []))]
  const found = codes
    .map((code) => ({
      code,
      name: words.place(dimension, code),
      figure: find(figures, 'people-reached', ({ at }) => at[dimension] === code) ?? nothing('people-reached'),
      sessions: find(figures, 'sessions-held', ({ at }) => at[dimension] === code) ?? nothing('sessions-held'),
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
    largest: largestOf(found, words),
    rows: shown.map(({ code, name, figure, sessions }): PlaceRow => ({
      id: code,
      name,
      people: words.shown(figure),
      sessions: words.shown(sessions),
      href: follow && follow({ [dimension]: code }),
    })),
  }
}

const steps = ['cohorts-held', 'trainers-trained', 'trainers-active', 'groups-held', 'sessions-held', 'people-reached'] as const

/** From cohorts to people, as a picture and as a list. */
export async function cascadeView({ figures }: Report, words: ReportWords, language: Language) {
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
    rows: found.map(({ code, shown }) => ({ id: code, code, shown })),
    trained: count('trainers-trained'),
    groups: count('groups-held'),
    people: count('people-reached'),
  }
}
