import { corrected, late, readTally, tallyWidth } from '~/domain/groups/tally'
import { noSessions, type Groups, type SessionsOfGroup } from './groups'

// What reports are worked out from, as it was at one moment. A million sessions fit in a few dozen megabytes, and adding them up
// any way somebody asks takes milliseconds: no sum has to be thought of beforehand.

/** Places of the sums over sessions of one group. */
export const sumAt = {
  ...{ present: 0, firstTime: 1, women: 2, men: 3, unknown: 4 },
  /** With five to ten people. */
  fiveToTen: 5,
  late: 6,
  corrected: 7,
  /** Nobody of those present is known to be a woman or a man. */
  sexUnknown: 8,
  /** On one day with the one before. */
  sameDay: 9,
} as const
export const sumWidth = 10

/**
 * Registered sessions in the order of groups: `tallyWidth` numbers each (day, present, firstTime, women, men, unknown, flags). Those
 * of a group come by day. What all of a group come to is kept beside them: most groups met within the period that somebody asks for.
 */
export class Sessions {
  values = new Uint16Array(1024 * tallyWidth)
  used = 0
  wholes = new Uint32Array(128 * sumWidth)
  usedWholes = 0
  /** The first and the last day on which there ever was one. */
  firstDay = Infinity
  lastDay = -Infinity

  /**
   * Adds the sessions of a group.
   * @param inOrder whether they come by day in the text; if not they are sorted, and those of one day stay as they came
   */
  addTally(tally: string, inOrder = true): SessionsOfGroup {
    const start = this.used
    // Each number has a comma or a semicolon behind it.
    this.makeRoom(Math.ceil(tally.length / 2))
    const { values } = this
    let used = start
    readTally(tally, (value) => {
      values[used] = value
      used += 1
    })
    this.used = used
    const count = (used - start) / tallyWidth
    if (count === 0) return noSessions
    if (!inOrder) sortByDay(values, start, used)
    const [firstDay, lastDay] = [values[start]!, values[used - tallyWidth]!]
    this.firstDay = Math.min(this.firstDay, firstDay)
    this.lastDay = Math.max(this.lastDay, lastDay)
    const whole = this.usedWholes
    this.usedWholes += sumWidth
    if (this.usedWholes > this.wholes.length) {
      const larger = new Uint32Array(this.wholes.length * 2 + sumWidth)
      larger.set(this.wholes)
      this.wholes = larger
    }
    addUp(values, start, used, this.wholes, whole)
    return { start, count, whole, firstDay, lastDay }
  }

  /** The same sessions in the same places, with room for some more. */
  copy(): Sessions {
    const copy = new Sessions()
    const { used, usedWholes } = this
    copy.values = new Uint16Array(Math.max(copy.values.length, used + (used >> 3)))
    copy.values.set(this.values.subarray(0, used))
    copy.wholes = new Uint32Array(Math.max(copy.wholes.length, usedWholes + (usedWholes >> 3)))
    copy.wholes.set(this.wholes.subarray(0, usedWholes))
    return Object.assign(copy, { used, usedWholes, firstDay: this.firstDay, lastDay: this.lastDay })
  }

  private makeRoom(more: number): void {
    if (this.used + more <= this.values.length) return
    const larger = new Uint16Array(Math.max(this.values.length * 2, this.used + more))
    larger.set(this.values.subarray(0, this.used))
    this.values = larger
  }
}

/** Adds sessions that stand behind one another to the sums that begin at a place. */
export function addUp(values: Uint16Array, from: number, end: number, sums: Uint32Array, at: number): void {
  let [all, firstTime, women, men, unknown, fiveToTen, sexUnknown, sameDay, dayBefore] = [0, 0, 0, 0, 0, 0, 0, 0, -1]
  for (let session = from; session < end; session += tallyWidth) {
    const day = values[session]!
    const present = values[session + 1]!
    const notKnown = values[session + 5]!
    const flags = values[session + 6]!
    all += present
    firstTime += values[session + 2]!
    women += values[session + 3]!
    men += values[session + 4]!
    unknown += notKnown
    if (present >= 5 && present <= 10) fiveToTen += 1
    if (present > 0 && notKnown === present) sexUnknown += 1
    if (day === dayBefore) sameDay += 1
    dayBefore = day
    if (flags === 0) continue
    if (flags & late) sums[at + sumAt.late]! += 1
    if (flags & corrected) sums[at + sumAt.corrected]! += 1
  }
  sums[at + sumAt.present]! += all
  sums[at + sumAt.firstTime]! += firstTime
  sums[at + sumAt.women]! += women
  sums[at + sumAt.men]! += men
  sums[at + sumAt.unknown]! += unknown
  sums[at + sumAt.fiveToTen]! += fiveToTen
  sums[at + sumAt.sexUnknown]! += sexUnknown
  sums[at + sumAt.sameDay]! += sameDay
}

function sortByDay(values: Uint16Array, start: number, end: number): void {
  for (let at = start + tallyWidth; at < end; at += tallyWidth) {
    if (values[at]! >= values[at - tallyWidth]!) continue
    const moved = values.slice(at, at + tallyWidth)
    let to = at
    for (; to > start && values[to - tallyWidth]! > moved[0]!; to -= tallyWidth) values.copyWithin(to, to - tallyWidth, to)
    values.set(moved, to)
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
  groups: Groups
  sessions: Sessions
  cohorts: Map<string, CohortFact>
  memberships: Map<string, MembershipFact>
  certificates: CertificateFact[]
  organisations: Map<string, OrganisationFact>
  answers: AnswersFact[]
  reach: ReachFact[]
  planned: PlannedFact[]
}
