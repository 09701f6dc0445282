import type { TargetFigure } from './target-figures'
import type { Place } from './dimensions'
import type { IndicatorCode } from './indicators'
import type { ReportRequest } from './request'

/**
 * One figure, tidy: an indicator, where it stands, and its value. A share is between 0 and 1.
 * `withheld`: disclosure control keeps it back; `none`: there is nothing to work it out from (a mean of no sessions).
 */
export interface Figure {
  indicator: IndicatorCode
  at: Place
  value: number | null
  status: 'exact' | 'rounded' | 'withheld' | 'none'
}

/** What the quality of the data says about how far to trust the figures: counts of sessions unless said otherwise. */
export interface Trust {
  registered: number
  /** Planned for a day that is over, and not registered. */
  notRegistered: number
  /** Registered more than 30 days after they were held. */
  late: number
  /** Changed after they were registered. */
  corrected: number
  /** Nobody of those present is known to be a woman or a man. */
  sexUnknown: number
  /** On one day with another one of the same group. */
  sameDay: number
  /** Groups that are open and had no session. */
  groupsWithout: number
}

/** Steps of the cascade: how many there are of each within the period, and what comes of one. */
export interface Cascade {
  cohorts: number
  trained: number | null
  active: number | null
  groups: number
  sessions: number
  people: number | null
}

/** Where a report comes from: enough to ask for the same one again. */
export interface Provenance {
  /** The moment of which it tells, as an ISO text in UTC. */
  asOf: string
  /** Version of Leerkring. */
  version: string
  /** Ids of the organisations whose exact figures are in it; null: all of them. */
  organisations: string[] | null
}

export interface Report {
  request: ReportRequest
  provenance: Provenance
  /** In the order of the list of indicators; totals first, then by place in the order of `compare`. */
  figures: Figure[]
  targets: TargetFigure[]
  trust: Trust
  cascade: Cascade
  /** Names of organisations in it, by id. */
  organisationNames: Record<string, string>
  /** How much disclosure control keeps back of the figures about people that are not nought; null for an exact report. */
  loss: { cells: number; withheld: number } | null
}
