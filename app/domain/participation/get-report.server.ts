import { readFileSync } from 'node:fs'
import path from 'node:path'
import { cutsOf, type Cut, type Days } from './cells'
import { findEdition } from './editions.server'
import { inOrder } from './compare-figures'
import type { Step } from './dimensions'
import type { Dataset } from './facts/dataset'
import { daysOf } from './facts/days-of'
import { loadAsOf, loadPresent } from './facts/load.server'
import { exactFigures, exactTotal, type Basis } from './exact-figures'
import { dayNumber } from '~/domain/groups/tally'
import { publicFigures, publicTotal, tooPreciseFor } from './public-figures'
import { publish, type PublishedAll } from './publish'
import type { Asked } from './read-request.server'
import type { Cascade, Figure, Provenance, Report } from './report'
import { lastDayOf, type ReportRequest } from './request'
import { countTargets } from './target-actuals.server'
import { trustOf } from './trust'

const { version } = JSON.parse(readFileSync(path.join(process.cwd(), 'package.json'), 'utf8')) as { version: string }

/** The data of the moment that is asked for, and how to split and protect them. */
interface Loaded {
  dataset: Dataset
  /** Of a public report alone. */
  published: PublishedAll | null
  basis: Omit<Basis, 'cuts'>
  days: Days
}

async function load({ request, ofNow, organisations }: Asked): Promise<Loaded> {
  const { dataset, version } = ofNow ? await loadPresent() : { dataset: await loadAsOf(request.asOf), version: 0 }
  const day = lastDayOf(request.asOf)
  const days = daysOf(dataset, version, request, day)
  const scope = organisations && new Set(organisations)
  const basis = { dataset, days, filter: request.filter, scope, today: day }
  return { dataset, published: request.disclosure === 'public' ? await publish(dataset, day) : null, basis, days }
}

function figuresOf({ basis, published }: Loaded, cuts: Cut[]) {
  const whole: Basis = { ...basis, cuts }
  return published ? publicFigures(whole, published) : exactFigures(whole)
}

/** Where a report comes from. */
export function provenanceOf({ request, organisations }: Asked): Provenance {
  return { asOf: request.asOf.toISOString(), version, organisations }
}

/** Works out what the present edition shows, so that the first visitor of a month does not wait for it. */
export async function prepareEdition(): Promise<void> {
  const edition = await findEdition(new Date())
  if (edition) await publish(await loadAsOf(edition), lastDayOf(edition))
}

/** The figures that a request asks for. The same request of the same past moment gives the same report. */
export async function getReport(asked: Asked): Promise<Report> {
  const loaded = await load(asked)
  const { figures, quality } = figuresOf(loaded, cutsOf(asked.request.by))
  return reportOf(asked, loaded, inOrder(figures), quality)
}

/** Besides the report in total what its charts show, which is sessions and people. */
export interface Overview {
  report: Report
  /** By month, quarter or year, whichever gives a picture that can be read. */
  over: Report
  municipalities: Report
  languages: Report
}

/** The figures of the page with the report: in total, over time, by municipality and by language, from one look at the data. */
export async function getOverview(asked: Asked): Promise<Overview> {
  const loaded = await load(asked)
  const step = stepFor(loaded.days)
  const { request } = asked
  // Public figures have one dimension at a time: where a place is chosen already there is no table by language.
  const maySplit = (by: ReportRequest['by']) => request.disclosure === 'exact' || tooPreciseFor({ ...request, by }) === null
  const split = (by: ReportRequest['by']) => (maySplit(by) ? cutsOf(by) : []).filter(isSplit).map((cut): Cut => ({ ...cut, chart: true }))
  const cuts = [...cutsOf([]), ...split([step]), ...split(['municipality']), ...split(['language'])]
  const { figures: found, quality } = figuresOf(loaded, cuts)
  const figures = inOrder(found)
  const report = await reportOf(
    asked,
    loaded,
    figures.filter(({ at }) => !at.period && !at.municipality && !at.language),
    quality,
  )
  const only = (by: ReportRequest['by'], key: 'period' | 'municipality' | 'language'): Report => ({
    ...report,
    request: { ...asked.request, by },
    figures: figures.filter(({ at }) => at[key] !== undefined),
  })
  return {
    report,
    over: only([step], 'period'),
    municipalities: only(['municipality'], 'municipality'),
    languages: only(['language'], 'language'),
  }
}

function isSplit({ step, dimension }: Cut): boolean {
  return step !== null || dimension !== null
}

/** Up to two years by month, up to six by quarter, and what is longer by year. */
function stepFor({ from, to }: Days): Step {
  const days = dayNumber(to) - dayNumber(from) + 1
  if (days <= 2 * 366) return 'month'
  return days <= 6 * 366 ? 'quarter' : 'year'
}

async function reportOf(
  asked: Asked,
  loaded: Loaded,
  figures: Figure[],
  quality: ReturnType<typeof exactFigures>['quality'],
): Promise<Report> {
  const { request } = asked
  const { published } = loaded
  const targets = await countTargets(asked, (own, indicator) => {
    const basis = { ...loaded.basis, ...own }
    return published ? publicTotal(basis, published, indicator) : exactTotal(basis, indicator)
  })
  return {
    request,
    provenance: provenanceOf(asked),
    figures,
    targets,
    trust: trustOf(loaded.basis, quality),
    cascade: cascadeOf(figures),
    organisationNames: namesIn(loaded.dataset, { figures, targets }, asked),
    loss: published && lossOf(published),
  }
}

function cascadeOf(figures: Figure[]): Cascade {
  const total = (code: Figure['indicator']) =>
    figures.find(({ indicator, at }) => indicator === code && Object.keys(at).length === 0)?.value ?? null
  return {
    cohorts: total('cohorts-held') ?? 0,
    trained: total('trainers-trained'),
    active: total('trainers-active'),
    groups: total('groups-held') ?? 0,
    sessions: total('sessions-held') ?? 0,
    people: total('people-reached'),
  }
}

function namesIn(
  { organisations }: Dataset,
  { figures, targets }: Pick<Report, 'figures' | 'targets'>,
  { request, organisations: scope }: Asked,
): Record<string, string> {
  const ids = new Set([
    ...figures.flatMap(({ at }) => at.organisation ?? []),
    ...targets.flatMap((each) => each.organisation ?? []),
    ...(scope ?? []),
  ])
  if (request.filter.organisation) ids.add(request.filter.organisation)
  return Object.fromEntries([...ids].sort().flatMap((id) => (organisations.has(id) ? [[id, organisations.get(id)!.name]] : [])))
}

function lossOf(published: PublishedAll): NonNullable<Report['loss']> {
  const all = Object.values<{ loss: { cells: number; withheld: number } }>({ ...published }).map((each) => each.loss)
  return { cells: all.reduce((sum, { cells }) => sum + cells, 0), withheld: all.reduce((sum, { withheld }) => sum + withheld, 0) }
}
