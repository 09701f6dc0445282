/** How counts of people are made public. */
export interface DisclosureRules {
  /** Counts from 1 up to and including this one are withheld. */
  threshold: number
  /** The others are rounded to the nearest multiple of this. */
  base: number
  /** From all that is published, a withheld count of 1 to `threshold` cannot be known closer than largest − smallest = this. */
  leastRange: number
}

/** As Statistics Netherlands does for youth care by district. */
export const disclosureRules: DisclosureRules = { threshold: 7, base: 5, leastRange: 3 }

export type Shown = { shown: number } | { withheld: true }

export const withheld: Shown = { withheld: true }

export function isSmall(count: number, rules: DisclosureRules): boolean {
  return count > 0 && count <= rules.threshold
}

/** A count by itself, without a look at what stands beside it. */
export function roundPublic(count: number, rules = disclosureRules): Shown {
  return isSmall(count, rules) ? withheld : { shown: roundTo(count, rules.base) }
}

/** People per session, from published numbers only: whoever can divide learns nothing from it. */
export function publicMean(people: Shown, sessions: number, rules = disclosureRules): Shown {
  return 'shown' in people && sessions > rules.threshold ? { shown: Math.round((people.shown / sessions) * 10) / 10 } : withheld
}

/**
 * Medians and shares are given for any months somebody asks for, so two of them may differ by one session. Over this many sessions
 * one more moves neither a median far nor a share, in steps of 10 %, by more than its rounding.
 */
const fewestSessions = 20
const shareStep = 10

/** A median over so many sessions, as a whole number. */
export function publicMedian(median: number, of: number): Shown {
  return of >= fewestSessions ? { shown: Math.round(median) } : withheld
}

/** A share of so many sessions, in per cent. */
export function publicShare(part: number, of: number): Shown {
  return of >= fewestSessions ? { shown: roundTo((100 * part) / of, shareStep) } : withheld
}

/** Halves go up. */
export function roundTo(value: number, base: number): number {
  return Math.round(value / base) * base
}
