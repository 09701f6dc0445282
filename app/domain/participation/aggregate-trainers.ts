import { dateOfDay, dayNumber, tallyWidth } from '~/domain/groups/tally'
import type { CohortFact, Dataset } from './facts/dataset'

/** A cohort or a trainer that counts once, on one day, and where. */
export interface Counted {
  cohort: CohortFact
  /** YYYY-MM-DD: decides the period. */
  day: string
  background: string | null
}

/** Cohorts by the day on which they began. @param today cohorts that begin later are not held yet */
export function countCohorts({ cohorts }: Dataset, today: string): Counted[] {
  return [...cohorts.values()]
    .filter(({ startsOn }) => startsOn <= today)
    .map((cohort) => ({ cohort, day: cohort.startsOn, background: null }))
}

/** Members by the day on which their cohort began, also those who left. */
export function countEnrolled({ cohorts, memberships }: Dataset, today: string): Counted[] {
  return [...memberships.values()].flatMap(({ cohort: id, background }) => {
    const cohort = cohorts.get(id)
    return cohort && cohort.startsOn <= today ? [{ cohort, day: cohort.startsOn, background }] : []
  })
}

/** Members by the day on which their certificate was issued. */
export function countTrained({ cohorts, certificates }: Dataset): Counted[] {
  return certificates.flatMap(({ cohort: id, background, issuedOn }) => {
    const cohort = cohorts.get(id)
    return cohort ? [{ cohort, day: issuedOn, background }] : []
  })
}

const active = new WeakMap<Dataset, Pick<Dataset, 'cohorts' | 'memberships'> & { changes: number; counted: Counted[] }>()

/**
 * Members by the day of the first session that a group of theirs held in their practice period; without one they are not active.
 * All groups are looked at for it: of the same data it is worked out once.
 */
export function countActive(dataset: Dataset): Counted[] {
  const { groups, cohorts, memberships } = dataset
  const known = active.get(dataset)
  if (known?.changes === groups.changes && known.cohorts === cohorts && known.memberships === memberships) return known.counted
  const counted = lookForActive(dataset)
  active.set(dataset, { changes: groups.changes, cohorts, memberships, counted })
  return counted
}

function lookForActive({ groups, sessions: { values }, cohorts, memberships }: Dataset): Counted[] {
  const first = new Map<string, number>()
  for (const { trainers, start, count } of groups.values()) {
    if (trainers.length === 0 || count === 0) continue
    for (const id of trainers) {
      const cohort = cohorts.get(memberships.get(id)?.cohort ?? '')
      if (!cohort) continue
      const [from, to] = [dayNumber(cohort.endsOn), dayNumber(cohort.practiceEndsOn)]
      for (let at = start; at < start + count * tallyWidth; at += tallyWidth) {
        const day = values[at]!
        if (day < from || day > to) continue
        const known = first.get(id)
        if (known === undefined || day < known) first.set(id, day)
        // Sessions come by day: the first one within the period is enough.
        break
      }
    }
  }
  return [...first].map(([id, day]) => {
    const { cohort, background } = memberships.get(id)!
    return { cohort: cohorts.get(cohort)!, day: dateOfDay(day), background }
  })
}
