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

/** A median over so many sessions. */
export function publicMedian(median: number, of: number, rules = disclosureRules): Shown {
  return of > rules.threshold ? { shown: median } : withheld
}

/** A share of so many sessions, in steps of 5 %. */
export function publicShare(part: number, of: number, rules = disclosureRules): Shown {
  return of > rules.threshold ? { shown: roundTo((100 * part) / of, 5) } : withheld
}

/** Halves go up. */
export function roundTo(value: number, base: number): number {
  return Math.round(value / base) * base
}
