import type { Basis } from './exact-figures'
import type { Asked } from './read-request.server'
import type { IndicatorCode } from './indicators'
import { tooPreciseFor } from './public-figures'
import type { Figure } from './report'
import type { Filter } from './request'
import type { TargetFigure } from './target-figures'
import { listTargetsAsOf, type Target } from './targets.server'

/** As many as one can look through; who has more narrows the report down. */
const mostTargets = 100

/**
 * The targets that belong to a report, each with what was reached of it in its own period.
 * @param figures works out the figures of another period and filter from the same data
 */
export async function countTargets(
  { request, organisations }: Asked,
  figures: (basis: Pick<Basis, 'days' | 'filter'>, indicator: IndicatorCode) => Figure[],
): Promise<TargetFigure[]> {
  const { filter, from, to, disclosure } = request
  const targets = (await listTargetsAsOf(request.asOf)).filter(
    (target) => belongsTo(target, filter, organisations) && (!to || target.from <= to) && (!from || target.to >= from),
  )
  return targets.slice(0, mostTargets).map(({ revision: _, ...target }) => {
    const days = { from: target.from, to: target.to }
    // Public figures are given for whole months alone, and for one place at a time.
    const tooPrecise = disclosure === 'public' && tooPreciseFor({ ...days, by: [], filter: filterOf(target) }) !== null
    const actual = tooPrecise ? undefined : actualOf(target, figures({ days, filter: filterOf(target) }, target.indicator))
    return { ...target, actual: actual?.value ?? null, status: tooPrecise ? 'withheld' : (actual?.status ?? 'none') }
  })
}

/** A report of some organisations has their own targets; one of a place or programme those of it, and wider ones are not its own. */
function belongsTo(target: Target, filter: Filter, organisations: string[] | null): boolean {
  if (organisations && !organisations.includes(target.organisation ?? '')) return false
  // Nobody aims at a province, a language or an audience.
  if (filter.province || filter.language || filter.audience) return false
  const own: Filter = filterOf(target)
  return (['programme', 'kind', 'organisation', 'municipality', 'background'] as const).every(
    (name) => !filter[name] || filter[name] === own[name],
  )
}

function filterOf({ programme, kind, organisation, municipality, background }: Omit<Target, 'revision'>): Filter {
  const all = { programme, kind, organisation, municipality, background }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}

function actualOf(target: Pick<Target, 'indicator'>, figures: Figure[]): Figure | undefined {
  return figures.find(({ indicator, at }) => indicator === target.indicator && Object.keys(at).length === 0)
}
