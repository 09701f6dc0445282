import type { IndicatorCode } from './indicators'
import type { Place } from './dimensions'

/** A target as it stood at the moment of the report, with what was reached of it in its own period. */
export interface TargetFigure {
  id: string
  indicator: IndicatorCode
  programme: string | null
  organisation: string | null
  municipality: string | null
  background: string | null
  kind: string | null
  /** First and last day of its period, YYYY-MM-DD. */
  from: string
  to: string
  target: number
  /** Paper or decision that it comes from. */
  source: string
  actual: number | null
  status: 'exact' | 'rounded' | 'withheld' | 'none'
  at?: Place
}
