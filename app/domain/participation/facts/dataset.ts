import { readTally, tallyWidth } from '~/domain/groups/tally'

// What reports are worked out from, as it was at one moment. A million sessions fit in a few dozen megabytes, and adding them up
// any way somebody asks takes milliseconds: no sum has to be thought of beforehand.

/** A group with what it can be split by. */
export interface GroupFact {
  id: string
  organisation: string
  programme: string
  kind: string
  municipality: string
  /** Codes with a plus between them: ar+nl. */
  language: string
  audience: string
  closed: boolean
  /** Ids of memberships of those who lead it. */
  trainers: readonly string[]
  /** Where its sessions begin in `Sessions.values`, and how many there are. */
  start: number
  count: number
}

/** Registered sessions in the order of groups: `tallyWidth` numbers each (day, present, firstTime, women, men, unknown, flags). */
export class Sessions {
  values = new Uint16Array(1024 * tallyWidth)
  used = 0

  push(value: number): void {
    if (this.used === this.values.length) {
      const larger = new Uint16Array(this.values.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.used] = value
    this.used += 1
  }

  /** Adds the sessions of a group. @returns where they begin and how many there are */
  addTally(tally: string): { start: number; count: number } {
    const start = this.used
    readTally(tally, (value) => this.push(value))
    return { start, count: (this.used - start) / tallyWidth }
  }

  /** Puts the sessions of a group in the order of their days; those of one day stay as they came. */
  sortByDay({ start, count }: { start: number; count: number }): void {
    const { values } = this
    const end = start + count * tallyWidth
    for (let at = start + tallyWidth; at < end; at += tallyWidth) {
      if (values[at]! >= values[at - tallyWidth]!) continue
      const moved = values.slice(at, at + tallyWidth)
      let to = at
      for (; to > start && values[to - tallyWidth]! > moved[0]!; to -= tallyWidth) values.copyWithin(to, to - tallyWidth, to)
      values.set(moved, to)
    }
  }
}

export interface CohortFact {
  id: string
  organisation: string
  programme: string | null
  language: string
  startsOn: string
  endsOn: string
  practiceEndsOn: string
}

export interface MembershipFact {
  id: string
  cohort: string
  background: string
}

export interface CertificateFact {
  cohort: string
  background: string | null
  issuedOn: string
}

export interface OrganisationFact {
  name: string
  municipality: string | null
  parentId: string | null
}

/** Answers to evaluations of one day about one thing, added up. */
export interface AnswersFact {
  day: string
  group: string | null
  cohort: string | null
  forms: number
  /** Forms with a score, since one may have words alone. */
  scored: number
  scores: number
  sum: number
}

/** Uses of the library on one day, added up. */
export interface ReachFact {
  day: string
  /** Of the item; null for one that is no longer in the library. */
  programme: string | null
  kind: string
  language: string
  /** Empty where the visitor did not say. */
  municipality: string
  count: number
}

/** A planned session that was never registered. */
export interface PlannedFact {
  group: string
  date: string
}

export interface Dataset {
  groups: Map<string, GroupFact>
  sessions: Sessions
  cohorts: Map<string, CohortFact>
  memberships: Map<string, MembershipFact>
  certificates: CertificateFact[]
  organisations: Map<string, OrganisationFact>
  answers: AnswersFact[]
  reach: ReachFact[]
  planned: PlannedFact[]
}
