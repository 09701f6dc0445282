import type { Dimension, Place, Step } from './dimensions'
import { isStep, type ReportRequest } from './request'
import { firstOfMonth, lastOfMonth, monthOf, periodCode } from './periods'

/** A way to split that a report shows: the total, by time, by a dimension, or by both. */
export interface Cut {
  step: Step | null
  dimension: Dimension | null
  /** For a chart on a page: of sessions only how many there were and how many people they reached are worked out. */
  chart?: true
}

/** The total, then what is asked for: with two, each by itself too, since a table has margins. */
export function cutsOf(by: ReportRequest['by']): Cut[] {
  const step = by.find(isStep) ?? null
  const dimension = by.find((name): name is Dimension => !isStep(name)) ?? null
  const cuts: Cut[] = [{ step: null, dimension: null }]
  if (step) cuts.push({ step, dimension: null })
  if (dimension) cuts.push({ step: null, dimension })
  if (step && dimension) cuts.push({ step, dimension })
  return cuts
}

/** Where a cell of a cut stands. */
export function placeOf({ step, dimension }: Cut, value: string, number: number): Place {
  return {
    ...(step ? { period: periodCode(number, step) } : {}),
    ...(dimension ? { [dimension]: value } : {}),
  }
}

/** Days without a beginning or an end run from the first to the last day that there is. */
export interface Days {
  from: string
  to: string
}

/** Whether days are whole months from the first to the last of them. */
export function areWholeMonths({ from, to }: Days): boolean {
  return from === firstOfMonth(monthOf(from)) && to === lastOfMonth(monthOf(to))
}
