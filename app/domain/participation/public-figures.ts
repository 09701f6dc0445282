import type { Quality } from './aggregate-sessions'
import { areWholeMonths, placeOf, type Cut } from './cells'
import { splits, type Dimension } from './dimensions'
import { disclosureRules, publicMean, publicMedian, publicShare, type Shown } from './disclosure/protect'
import {
  cellsOf,
  figure,
  isCharted,
  ledByTrainers,
  reachFigures,
  sectionOf,
  sumSessions,
  totalCut,
  trainersOf,
  withTotal,
  type Basis,
  type Entry,
  type TrainerIndicator,
} from './exact-figures'
import type { IndicatorCode } from './indicators'
import { monthOf, type Months } from './periods'
import { viewOf, type Published } from './publication'
import type { PublishedAll } from './publish'
import type { Figure } from './report'
import type { Filter, ReportRequest } from './request'
import { answersReader, cohortReader } from './selection'
import type { Sum } from './sum-columns'

/**
 * What cannot be asked of public figures: days that are no whole months, and two dimensions at once besides programme and
 * background. Each of them would be a way to take two figures from each other.
 * @returns the field and why; null when it can be asked
 */
export function tooPreciseFor({ from, to, by, filter }: Pick<ReportRequest, 'from' | 'to' | 'by' | 'filter'>) {
  const days = { from: from ?? '2015-01-01', to: to ?? '2099-12-31' }
  if (!areWholeMonths(days)) return { field: from && !from.endsWith('-01') ? 'from' : 'to', code: 'periodNotWholeMonths' }
  const names = [...(Object.keys(filter) as Dimension[]).filter((name) => filter[name]), ...by]
  const views = new Set(names.flatMap((name) => viewOf[name as Dimension] ?? []))
  const wider = filter.municipality && (filter.province || by.includes('province'))
  if (views.size > 1 || wider) return { field: 'by', code: 'tooPreciseForPublic' }
  return null
}

/** All public figures of a report, in the order of the list of indicators. */
export function publicFigures(basis: Basis, published: PublishedAll): { figures: Figure[]; quality: Quality } {
  const sessions = sumSessions(basis)
  return {
    figures: [
      ...trainerFigures(basis, published),
      ...sessionFigures(basis, sessions.cells ?? null, published.sessions),
      ...cascadeFigures(basis, published),
      ...answerFigures(basis, published.evaluations),
      ...libraryFigures(basis, published['library-views']),
    ],
    quality: sessions.quality,
  }
}

/** The total of one indicator and what it is split into, without working all others out. */
export function publicTotal(basis: Omit<Basis, 'cuts'>, published: PublishedAll, indicator: IndicatorCode): Figure[] {
  const whole: Basis = { ...basis, cuts: [totalCut] }
  return {
    trainers: () => trainerFigures(whole, published),
    sessions: () => sessionFigures(whole, sumSessions(whole, indicator === 'group-size-median').cells, published.sessions),
    cascade: () => cascadeFigures(whole, published),
    evaluations: () => answerFigures(whole, published.evaluations),
    library: () => libraryFigures(whole, published['library-views']),
  }[sectionOf(indicator)]()
}

function figureOf(indicator: IndicatorCode, at: Figure['at'], found: Shown): Figure {
  return 'shown' in found ? { indicator, at, value: found.shown, status: 'rounded' } : { indicator, at, value: null, status: 'withheld' }
}

/** Looks a cell of a report up in what is published. */
function look(
  published: Published,
  { days, filter }: Pick<Basis, 'days' | 'filter'>,
  { cut, value, number }: Entry,
  split: number | 'all' = 'all',
  measure: 'count' | 'part' = 'count',
): Shown {
  const inPlace = cut.dimension && viewOf[cut.dimension] ? { dimension: cut.dimension, value } : filteredPlace(filter)
  const programme = cut.dimension === 'programme' ? value : filter.programme
  const chosen = cut.dimension === 'background' ? value : filter.background
  const ofBackground = chosen === undefined ? split : splits.background.indexOf(chosen as never)
  return published.look({ ...inPlace, programme, split: ofBackground, measure, months: monthsOf(days, cut, number) })
}

function filteredPlace(filter: Filter): { dimension: Dimension | null; value: string } {
  for (const name of Object.keys(viewOf) as Dimension[]) {
    const value = filter[name]
    if (value) return { dimension: name, value }
  }
  return { dimension: null, value: '' }
}

const monthsIn = { month: 1, quarter: 3, year: 12 }

/** The months of a cell: those of the period, within its month, quarter or year. */
function monthsOf({ from, to }: Basis['days'], { step }: Cut, number: number): Months {
  const all = { first: monthOf(from), last: monthOf(to) }
  if (!step) return all
  const first = number * monthsIn[step]
  return { first: Math.max(all.first, first), last: Math.min(all.last, first + monthsIn[step] - 1) }
}

const total: Entry = { cut: totalCut, value: '', number: 0 }

function trainerFigures(basis: Basis, published: PublishedAll): Figure[] {
  return (Object.keys(trainersOf) as TrainerIndicator[]).flatMap((indicator) => {
    const things = trainersOf[indicator](basis.dataset, basis.today).map((thing) => ({ thing, day: thing.day, count: 1 }))
    const reader = cohortReader(basis.dataset)
    if (indicator === 'cohorts-held') delete reader.background
    const cells = cellsOf(things, reader, basis)
    if (!cells) return []
    // Cohorts are no people: how many there were is public.
    if (indicator === 'cohorts-held')
      return withTotal(
        indicator,
        cells.map(({ cut, value, number, count }) => figure(indicator, placeOf(cut, value, number), count)),
      )
    const of = published[indicator]
    const rows = cells.map((cell) => figureOf(indicator, placeOf(cell.cut, cell.value, cell.number), look(of, basis, cell)))
    const bySplit = cells
      .filter(({ cut }) => cut.dimension !== 'background' && !basis.filter.background)
      .flatMap((cell) =>
        splits.background.map((background, index) =>
          figureOf(indicator, { ...placeOf(cell.cut, cell.value, cell.number), background }, look(of, basis, cell, index)),
        ),
      )
    return [...withTotal(indicator, rows), ...bySplit]
  })
}

function sessionFigures(basis: Basis, cells: (Entry & { sum: Sum })[] | null, published: Published): Figure[] {
  if (!cells) return []
  type Cell = (typeof cells)[number]
  const tabled = cells.filter(({ cut }) => !cut.chart)
  const shownIn = (indicator: IndicatorCode) => (isCharted(indicator) ? cells : tabled)
  const of = (indicator: IndicatorCode, value: (cell: Cell) => Shown) =>
    shownIn(indicator).map((cell) => figureOf(indicator, placeOf(cell.cut, cell.value, cell.number), value(cell)))
  // Groups and sessions are no people.
  const things = (indicator: IndicatorCode, count: (sum: Sum) => number) =>
    shownIn(indicator).map(({ cut, value, number, sum }) => figure(indicator, placeOf(cut, value, number), count(sum)))
  const attendances = (cell: Cell) => look(published, basis, cell)
  const bySex = splits.sex.flatMap((sex, index) =>
    tabled.map((cell) =>
      figureOf('attendances', { ...placeOf(cell.cut, cell.value, cell.number), sex }, look(published, basis, cell, index)),
    ),
  )
  const share = ({ sum }: Cell): Shown => {
    const found = publicShare(sum.fiveToTen, sum.sessions)
    return 'shown' in found ? { shown: found.shown / 100 } : found
  }
  return [
    ...withTotal(
      'groups-held',
      things('groups-held', (sum) => sum.groups),
    ),
    ...withTotal(
      'sessions-held',
      things('sessions-held', (sum) => sum.sessions),
    ),
    ...withTotal(
      'people-reached',
      of('people-reached', (cell) => look(published, basis, cell, 'all', 'part')),
    ),
    ...withTotal('attendances', of('attendances', attendances)),
    ...bySex,
    ...withTotal(
      'group-size-median',
      of('group-size-median', ({ sum }) => publicMedian(sum.median ?? 0, sum.sessions)),
      null,
    ),
    ...withTotal(
      'group-size-mean',
      of('group-size-mean', (cell) => publicMean(attendances(cell), cell.sum.sessions)),
      null,
    ),
    ...withTotal('group-size-five-to-ten', of('group-size-five-to-ten', share), null),
  ]
}

/** Only from figures that are public themselves: groups for each trainer of the published number of trainers, over all of the time. */
function cascadeFigures(basis: Basis, published: PublishedAll): Figure[] {
  const led = ledByTrainers(basis)
  if (!led) return []
  const trained = look(published['trainers-trained'], { ...basis, days: { ...basis.days, from: '2015-01-01' } }, total)
  const perTrainer: Shown =
    'shown' in trained && trained.shown > 0 ? { shown: Math.round((led.groups / trained.shown) * 10) / 10 } : { withheld: true }
  return [
    led.trained === 0 ? figure('groups-per-trainer', {}, null) : figureOf('groups-per-trainer', {}, perTrainer),
    // People in groups with a trainer are published nowhere, so what comes of one trainer is not either.
    led.trained === 0 ? figure('people-per-trainer', {}, null) : figureOf('people-per-trainer', {}, { withheld: true }),
  ]
}

function answerFigures(basis: Basis, published: Published): Figure[] {
  const things = basis.dataset.answers.map((thing) => ({ thing, day: thing.day, count: thing.forms }))
  const cells = cellsOf(things, answersReader(basis.dataset), basis)
  if (!cells) return []
  const forms = cells.map((cell) => figureOf('evaluations', placeOf(cell.cut, cell.value, cell.number), look(published, basis, cell)))
  const means = cells.map((cell) => {
    const { cut, value, number, things: answers } = cell
    const sum = answers.reduce((total, each) => total + each.sum, 0)
    const scores = answers.reduce((total, each) => total + each.scores, 0)
    const scored = answers.reduce((total, each) => total + each.scored, 0)
    const shown = 'shown' in look(published, basis, cell) && scores > 0 ? publicMean({ shown: sum }, scores) : ({ withheld: true } as const)
    // A form may have words alone: no mean of fewer than eight with scores.
    return figureOf('evaluation-mean', placeOf(cut, value, number), scored > disclosureRules.threshold ? shown : { withheld: true })
  })
  return [...withTotal('evaluations', forms), ...withTotal('evaluation-mean', means, null)]
}

/** How often a page is opened is public. Where those work who said so is not, as long as they are few. */
function libraryFigures(basis: Basis, published: Published): Figure[] {
  const { municipality, province } = basis.filter
  const isOfPlace = ({ dimension }: Cut) => Boolean(municipality ?? province) || dimension === 'municipality' || dimension === 'province'
  return reachFigures(basis, (indicator, cell) => {
    const at = placeOf(cell.cut, cell.value, cell.number)
    return isOfPlace(cell.cut) ? figureOf(indicator, at, look(published, basis, cell)) : figure(indicator, at, cell.count)
  })
}
