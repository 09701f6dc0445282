import { getOverview, getReport } from '~/domain/participation/get-report.server'
import { dimensions, type Dimension } from '~/domain/participation/dimensions'
import { indicatorCodes, type IndicatorCode } from '~/domain/participation/indicators'
import type { Asked } from '~/domain/participation/read-request.server'
import { isStep } from '~/domain/participation/request'
import type { Figure, Report } from '~/domain/participation/report'
import { formatDate, formatDateTime, formatNumber, formatShare, today } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'
import { cascadeView, daysWithin, followTo, isOfSessions, overView, placesView, type Follow } from './report-charts.server'
import { addressOf } from './report-request.server'
import { reportWords, type ReportWords, type Shown } from './report-words.server'

/** Indicators with a column of their own in a table by place or by time. */
const tableIndicators = [
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

/**
 * All that the page with the report shows, in the words and signs of its language.
 * @param typed the moment as it stands in the address: links to other views keep it, and of the present they stay in the present
 */
export async function reportView(asked: Asked, language: Language, typed: string | null) {
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
  const follow: Follow = exact ? (changes) => addressOf(request, { by: null, disclosure: null, asOf: typed, ...changes }) : null
  const [time, places, spoken, cascade] = await Promise.all([
    overView(over, words, language, follow),
    placesView(municipalities, 'municipality', words, language, { most: 15, follow }),
    placesView(languages, 'language', words, language, { most: 12, follow }),
    cascadeView(report, words, language, follow),
  ])
  return {
    about: {
      from: request.from && formatDate(language, request.from),
      to: request.to && formatDate(language, request.to),
      // Public figures tell of the end of a month, which is a day.
      asOf: exact ? formatDateTime(language, new Date(asOf)) : formatDate(language, today(new Date(Date.parse(asOf) - 1))),
      exact,
      own: organisations !== null,
      only: namesOf(request.filter, words),
    },
    empty: report.cascade.sessions === 0 && report.cascade.cohorts === 0 && report.figures.every(({ value }) => !value),
    totals: totalsOf(report, words, follow),
    targets: targetsOf(report, words, language, follow),
    split: split && splitView(split, words, follow),
    time,
    places,
    languages: spoken,
    cascade,
    trust: trustNames.map((name) => ({ name, text: formatNumber(language, report.trust[name]) })),
    complete: completeOf(report, language),
    loss: report.loss && {
      count: report.loss.withheld,
      withheld: formatNumber(language, report.loss.withheld),
      cells: formatNumber(language, report.loss.cells),
    },
    files: addressOf(request, { asOf }),
    /** For the same view split otherwise. */
    view: addressOf(request, { by: null, asOf: typed }),
    sessions: follow && report.cascade.sessions > 0 ? follow({}) : null,
    rows: { count: report.cascade.sessions, number: formatNumber(language, report.cascade.sessions) },
  }
}

export type ReportView = Awaited<ReturnType<typeof reportView>>

const isTotal = ({ at }: Figure) => Object.keys(at).length === 0

/** Every indicator with its total, and what it is split into everywhere. */
function totalsOf({ figures }: Report, words: ReportWords, follow: Follow) {
  return indicatorCodes.map((code) => {
    const own = figures.filter(
      ({ indicator, at }) => indicator === code && Object.keys(at).every((key) => key === 'sex' || key === 'background'),
    )
    const total = own.find(isTotal)
    return {
      code,
      shown: words.shown(total),
      href: total && isOfSessions(code) ? followTo(follow, total, {}) : null,
      parts: own.filter((figure) => !isTotal(figure)).map((figure) => ({ name: words.where(figure.at), shown: words.shown(figure) })),
    }
  })
}

/** What a report or a target is narrowed to, in words. */
function namesOf(filter: Partial<Record<Dimension, string | null>>, words: ReportWords): string[] {
  return dimensions.flatMap((dimension) => (filter[dimension] ? [words.named(dimension, filter[dimension])] : []))
}

/** How much of what should be registered by now is; null where nothing should. */
function completeOf({ trust: { registered, notRegistered } }: Report, language: Language): string | null {
  const all = registered + notRegistered
  // Rounded down: all is only said where nothing is missing.
  return all > 0 ? formatShare(language, Math.floor((registered / all) * 100) / 100) : null
}

const nowhere = Object.fromEntries(dimensions.map((dimension) => [dimension, null]))

function targetsOf({ targets }: Report, words: ReportWords, language: Language, follow: Follow) {
  return targets.map(
    ({ id, indicator, from, to, target, source, actual, status, programme, kind, organisation, municipality, background }) => ({
      id,
      indicator,
      about: namesOf({ programme, kind, organisation, municipality, background }, words),
      from: formatDate(language, from),
      to: formatDate(language, to),
      source,
      target: words.value(indicator, target),
      actual: words.shown({ indicator, value: actual, status }),
      // A target is counted in its own period and place, whatever the page was narrowed to.
      href: isOfSessions(indicator)
        ? followTo(follow, { value: actual }, { ...nowhere, from, to, programme, kind, organisation, municipality })
        : null,
      share: status === 'withheld' || actual === null ? null : { actual: Math.min(actual, target), target },
    }),
  )
}

/** A row for each place, a column for each of the indicators of a table that has something in it. */
function splitView({ figures, request }: Report, words: ReportWords, follow: Follow) {
  const rows = new Map<string, { id: string; name: string; cells: Record<string, Shown>; href: string | null }>()
  for (const figure of figures) {
    const { at, indicator } = figure
    const inTable = (tableIndicators as readonly string[]).includes(indicator)
    // Each row has all that is asked for: totals and margins stand elsewhere on the page.
    const complete = request.by.every((name) => at[isStep(name) ? 'period' : name] !== undefined)
    if (!inTable || !complete || Object.keys(at).length !== request.by.length) continue
    const id = JSON.stringify(at)
    const { period, sex: _sex, ...place } = at
    const row = rows.get(id) ?? { id, name: words.where(at), cells: {}, href: null }
    if (isOfSessions(indicator)) row.href ??= followTo(follow, figure, { ...place, ...daysWithin(period, request) })
    row.cells[indicator] = words.shown(figure)
    rows.set(id, row)
  }
  const all = [...rows.values()]
  return { by: request.by, columns: tableIndicators.filter((code) => all.some(({ cells }) => cells[code])), rows: all }
}
