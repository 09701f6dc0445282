import { addUpSessions, type Cut as SessionCut, type Quality } from './aggregate-sessions'
import { countActive, countCohorts, countEnrolled, countTrained, type Counted } from './aggregate-trainers'
import { placeOf, type Cut, type Days } from './cells'
import { chooseGroups, isOfGroups } from './choose-groups'
import { splits } from './dimensions'
import type { Dataset } from './facts/dataset'
import { getIndicator, type IndicatorCode } from './indicators'
import { monthOf, stepOf } from './periods'
import type { Figure } from './report'
import type { ReportRequest } from './request'
import { answersReader, cohortReader, reachReader, selectorOf, viewReader, type Reader } from './selection'
import type { Sum } from './sum-columns'

/** What the figures of a report are worked out from. */
export interface Basis {
  dataset: Dataset
  days: Days
  filter: ReportRequest['filter']
  /** The total is one of them. */
  cuts: Cut[]
  /** Ids of organisations; null: all of them. */
  scope: ReadonlySet<string> | null
  /** Today, as of the moment of the report, YYYY-MM-DD. */
  today: string
}

/** A number in a cell of a cut. */
export interface Entry {
  cut: Cut
  value: string
  number: number
}

export const totalCut: Cut = { step: null, dimension: null }

/** Which figures are worked out together. */
type Section = 'trainers' | 'sessions' | 'cascade' | 'evaluations' | 'library'

export function sectionOf(indicator: IndicatorCode): Section {
  if (indicator in trainersOf) return 'trainers'
  const { source } = getIndicator(indicator)
  return source === 'cohorts' ? 'trainers' : source
}

/** The total of one indicator and what it is split into, without working all others out: a page has dozens of targets. */
export function exactTotal(basis: Omit<Basis, 'cuts'>, indicator: IndicatorCode): Figure[] {
  const whole: Basis = { ...basis, cuts: [totalCut] }
  return {
    trainers: () => trainerFigures(whole),
    sessions: () => sessionFigures(sumSessions(whole, indicator === 'group-size-median').cells),
    cascade: () => cascadeFigures(whole),
    evaluations: () => answerFigures(whole),
    library: () => reachFigures(whole),
  }[sectionOf(indicator)]()
}

/** All exact figures of a report, in the order of the list of indicators, and what there is to say of the quality. */
export function exactFigures(basis: Basis): { figures: Figure[]; quality: Quality } {
  const sessions = sumSessions(basis)
  return {
    figures: [
      ...trainerFigures(basis),
      ...sessionFigures(sessions.cells),
      ...cascadeFigures(basis),
      ...answerFigures(basis),
      ...reachFigures(basis),
    ],
    quality: sessions.quality,
  }
}

export function figure(indicator: IndicatorCode, at: Figure['at'], value: number | null): Figure {
  return { indicator, at, value, status: value === null ? 'none' : 'exact' }
}

export interface SessionCell extends Entry {
  sum: Sum
}

const noQuality: Quality = { registered: 0, late: 0, corrected: 0, sexUnknown: 0, sameDay: 0 }

/**
 * Sums over sessions for every cell of a report; null where its filter has nothing to do with sessions.
 * @param medians whether middle sizes are wanted; charts show none
 */
export function sumSessions(
  { dataset, days, filter, cuts: wantedCuts, scope }: Basis,
  medians = true,
): { cells: SessionCell[] | null; quality: Quality } {
  const choice = chooseGroups(dataset.groups, filter, scope)
  if (!choice) return { cells: null, quality: noQuality }
  const cuts: Cut[] = []
  const asked: SessionCut[] = []
  for (const cut of wantedCuts) {
    const { step, dimension, chart = false } = cut
    if (dimension !== null && !isOfGroups(dimension)) continue
    cuts.push(cut)
    asked.push({ step, of: dimension, withoutMedian: !medians, brief: chart })
  }
  const { sums, quality } = addUpSessions(dataset, days, choice, asked)
  const cells = cuts.flatMap((cut, index) =>
    [...sums[index]!].flatMap(([value, row]) => [...row].map(([number, sum]): SessionCell => ({ cut, value, number, sum }))),
  )
  return { cells, quality }
}

/** Whether charts show an indicator over time and by place. */
export function isCharted(indicator: IndicatorCode): boolean {
  return indicator === 'sessions-held' || indicator === 'people-reached'
}

function sessionFigures(cells: SessionCell[] | null): Figure[] {
  if (!cells) return []
  const tabled = cells.filter(({ cut }) => !cut.chart)
  const of = (indicator: IndicatorCode, value: (sum: Sum) => number | null) =>
    (isCharted(indicator) ? cells : tabled).map(({ cut, value: at, number, sum }) =>
      figure(indicator, placeOf(cut, at, number), value(sum)),
    )
  const bySex = splits.sex.flatMap((sex) =>
    tabled.map(({ cut, value, number, sum }) => figure('attendances', { ...placeOf(cut, value, number), sex }, sum[sex])),
  )
  return [
    ...withTotal(
      'groups-held',
      of('groups-held', (sum) => sum.groups),
    ),
    ...withTotal(
      'sessions-held',
      of('sessions-held', (sum) => sum.sessions),
    ),
    ...withTotal(
      'people-reached',
      of('people-reached', (sum) => sum.firstTime),
    ),
    ...withTotal(
      'attendances',
      of('attendances', (sum) => sum.present),
    ),
    ...bySex,
    ...withTotal(
      'group-size-median',
      of('group-size-median', (sum) => sum.median),
      null,
    ),
    ...withTotal(
      'group-size-mean',
      of('group-size-mean', (sum) => sum.present / sum.sessions),
      null,
    ),
    ...withTotal(
      'group-size-five-to-ten',
      of('group-size-five-to-ten', (sum) => sum.fiveToTen / sum.sessions),
      null,
    ),
  ]
}

/** Where there is nothing at all the total is there all the same: nought, or nothing to work out. */
export function withTotal(indicator: IndicatorCode, figures: Figure[], value: number | null = 0): Figure[] {
  const hasTotal = figures.some(({ at }) => Object.keys(at).length === 0)
  return hasTotal ? figures : [figure(indicator, {}, value), ...figures]
}

/** Things that count once, on one day: which of them fall in each cell of a report. */
export function cellsOf<T>(
  things: { thing: T; day: string; count: number }[],
  reader: Reader<T>,
  { days, filter, cuts, scope }: Pick<Basis, 'days' | 'filter' | 'cuts' | 'scope'>,
): (Entry & { count: number; things: T[] })[] | null {
  const wanted = selectorOf(reader, filter, scope)
  if (!wanted) return null
  const chosen = things.filter(({ thing, day }) => day >= days.from && day <= days.to && wanted(thing))
  return cuts.flatMap((cut) => {
    const { step, dimension, chart } = cut
    // Of these things charts show nothing; those over time only begin and end where there is anything at all.
    if (chart && dimension) return []
    const read = dimension ? reader[dimension] : () => ''
    if (!read) return []
    const found = new Map<string, Entry & { count: number; things: T[] }>()
    for (const { thing, day, count } of chosen) {
      const value = read(thing)
      if (value === null) continue
      const number = step ? stepOf(monthOf(day), step) : 0
      const key = `${number}|${value}`
      const entry = found.get(key) ?? { cut, value, number, count: 0, things: [] }
      entry.count += count
      entry.things.push(thing)
      found.set(key, entry)
    }
    return [...found.values()]
  })
}

/** Trainers that an indicator counts, each with her day. */
export const trainersOf = {
  'cohorts-held': (dataset: Dataset, today: string) => countCohorts(dataset, today),
  'trainers-enrolled': (dataset: Dataset, today: string) => countEnrolled(dataset, today),
  'trainers-trained': (dataset: Dataset) => countTrained(dataset),
  'trainers-active': (dataset: Dataset) => countActive(dataset),
} satisfies Partial<Record<IndicatorCode, (dataset: Dataset, today: string) => Counted[]>>
export type TrainerIndicator = keyof typeof trainersOf

function trainerFigures(basis: Basis): Figure[] {
  return (Object.keys(trainersOf) as TrainerIndicator[]).flatMap((indicator) => {
    const things = trainersOf[indicator](basis.dataset, basis.today).map((thing) => ({ thing, day: thing.day, count: 1 }))
    const reader = cohortReader(basis.dataset)
    if (!getIndicator(indicator).split) delete reader.background
    const cells = cellsOf(things, reader, basis)
    if (!cells) return []
    const rows = cells.map(({ cut, value, number, count }) => figure(indicator, placeOf(cut, value, number), count))
    return [...withTotal(indicator, rows), ...byBackground(indicator, cells)]
  })
}

function byBackground(indicator: TrainerIndicator, cells: (Entry & { things: Counted[] })[]): Figure[] {
  if (!getIndicator(indicator).split) return []
  return cells
    .filter(({ cut }) => cut.dimension !== 'background')
    .flatMap(({ cut, value, number, things }) =>
      splits.background.map((background) => {
        const count = things.filter((thing) => thing.background === background).length
        return figure(indicator, { ...placeOf(cut, value, number), background }, count)
      }),
    )
}

/** Groups led by members of cohorts, and people in them, for each member trained until the end of the period. */
export function ledByTrainers({ dataset, days, filter: asked, scope }: Basis): { groups: number; people: number; trained: number } | null {
  const { kind, audience, background, ...filter } = asked
  if (kind || audience || background) return null
  const led = chooseGroups(dataset.groups, filter, scope, { ledAlone: true })
  const reader = cohortReader(dataset)
  const trained = selectorOf(reader, filter, scope)
  if (!led || !trained) return null
  const { sums } = addUpSessions(dataset, days, led, [{ step: null, of: null, withoutMedian: true }])
  const sum = sums[0]?.get('')?.get(0)
  const count = countTrained(dataset).filter((each) => each.day <= days.to && trained(each)).length
  return { groups: sum?.groups ?? 0, people: sum?.firstTime ?? 0, trained: count }
}

function cascadeFigures(basis: Basis): Figure[] {
  const led = ledByTrainers(basis)
  if (!led) return []
  const perTrainer = (count: number) => (led.trained === 0 ? null : count / led.trained)
  return [figure('groups-per-trainer', {}, perTrainer(led.groups)), figure('people-per-trainer', {}, perTrainer(led.people))]
}

function answerFigures(basis: Basis): Figure[] {
  const things = basis.dataset.answers.map((thing) => ({ thing, day: thing.day, count: thing.forms }))
  const cells = cellsOf(things, answersReader(basis.dataset), basis)
  if (!cells) return []
  const forms = cells.map(({ cut, value, number, count }) => figure('evaluations', placeOf(cut, value, number), count))
  const means = cells.map(({ cut, value, number, things: answers }) => {
    const [sum, scores] = answers.reduce(([total, count], each) => [total + each.sum, count + each.scores], [0, 0] as [number, number])
    return figure('evaluation-mean', placeOf(cut, value, number), scores === 0 ? null : sum / scores)
  })
  return [...withTotal('evaluations', forms), ...withTotal('evaluation-mean', means, null)]
}

const reachKinds = { 'library-views': 'view', 'library-downloads': 'download', 'library-plays': 'play' } as const
type ReachCell = Entry & { count: number }

const exactly = (indicator: IndicatorCode, { cut, value, number, count }: ReachCell) =>
  figure(indicator, placeOf(cut, value, number), count)

/**
 * The library belongs to no organisation: everybody sees the same of it.
 * @param show makes the figure of a cell; as it is, where nothing is to be hidden
 */
export function reachFigures(basis: Basis, show = exactly): Figure[] {
  return (Object.keys(reachKinds) as (keyof typeof reachKinds)[]).flatMap((indicator) => {
    const things = basis.dataset.reach
      .filter(({ kind }) => kind === reachKinds[indicator])
      .map((thing) => ({ thing, day: thing.day, count: thing.count }))
    const reader = indicator === 'library-views' ? viewReader : reachReader
    const cells = cellsOf(things, reader, { ...basis, scope: null })
    if (!cells) return []
    return withTotal(
      indicator,
      cells.map((cell) => show(indicator, cell)),
    )
  })
}
