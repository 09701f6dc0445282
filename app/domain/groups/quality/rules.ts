import { daysAfter } from '~/domain/cohorts/dates'
import { searchNameOf } from '../search-name'

// What may be wrong with what was registered. Every rule is a pure function over plain rows: it finds, a person decides.

export const rules = ['planned', 'size', 'firstTime', 'sameDay', 'sameTrainer', 'silent', 'practice'] as const
export type Rule = (typeof rules)[number]

/** How far back sessions are looked at. Whoever finds a fault after a quarter of a year can seldom still ask. */
export const lookBackDays = 90
/** After so many days without a session, or without a line in the log, it is asked. */
export const silentDays = 60
/** A group learns best with so many people. */
export const usualSize = { smallest: 5, largest: 10 }

/** One thing to look at. `key` names it: what was found right stays right until something of it changes. */
export interface Finding {
  rule: Rule
  key: string
  /** Group, session, cohort: as far as the line leads there. */
  groupId?: string
  sessionId?: string
  cohortId?: string
  membershipId?: string
  /** The day it is about, YYYY-MM-DD; null for what never was. */
  date: string | null
  numbers?: { present?: number; returning?: number; earlier?: number; days?: number }
  /** The other one of two that may be the same. */
  other?: { groupId: string; sessionId: string }
}

export interface SessionToCheck {
  id: string
  groupId: string
  status: 'planned' | 'registered'
  date: string
  startsAt: string | null
  /** Where it was; that of the group where the session has none of its own. */
  place: string | null
  present: number | null
  firstTime: number | null
  revision: number
}

const keyOf = (rule: Rule, ...parts: (string | number | null)[]) => [rule, ...parts].join(':')

/** Sessions whose day has passed and that nobody registered. */
export function findUnregistered(sessions: SessionToCheck[], today: string): Finding[] {
  return sessions
    .filter(({ status, date }) => status === 'planned' && date < today)
    .map(({ id, groupId, date, revision }) => ({ rule: 'planned', key: keyOf('planned', id, revision), groupId, sessionId: id, date }))
}

/** Sessions with fewer or more people than a group usually has. */
export function findUnusualSizes(sessions: SessionToCheck[]): Finding[] {
  return sessions.flatMap(({ id, groupId, status, date, present, revision }): Finding[] => {
    if (status !== 'registered' || present === null) return []
    if (present >= usualSize.smallest && present <= usualSize.largest) return []
    return [{ rule: 'size', key: keyOf('size', id, revision), groupId, sessionId: id, date, numbers: { present } }]
  })
}

/**
 * Sessions whose number of new people cannot be right.
 *
 * Who is present is there for the first time, or came back. Who came back was there for the first time in an earlier session
 * of the group. So present − firstTime is never more than all first times before it together: there is only so much room for
 * people who come back. Where there is less room, too few were written down as new, or an earlier session is missing.
 *
 * The other way round: in a fixed group that met before, everybody new once more is possible, and mostly means that
 * "present" was written down twice. That is the mistake that makes the number of people reached too large.
 * @param earlierFirstTimes first times of each group before the sessions given here
 * @param fixedGroups ids of groups that the same people come to
 */
export function findImpossibleFirstTimes(
  sessions: SessionToCheck[],
  earlierFirstTimes: Map<string, number>,
  fixedGroups: Set<string>,
): Finding[] {
  const findings: Finding[] = []
  const seen = new Map(earlierFirstTimes)
  const met = new Set(earlierFirstTimes.keys())
  for (const { id, groupId, status, date, present, firstTime, revision } of inOrder(sessions)) {
    if (status !== 'registered' || present === null || firstTime === null) continue
    const earlier = seen.get(groupId) ?? 0
    const returning = present - firstTime
    const newOnceMore = met.has(groupId) && earlier > 0 && returning === 0 && present > 0 && fixedGroups.has(groupId)
    if (returning > earlier || newOnceMore)
      findings.push({
        ...{ rule: 'firstTime', key: keyOf('firstTime', id, revision), groupId, sessionId: id, date },
        numbers: { present, returning, earlier },
      })
    seen.set(groupId, earlier + firstTime)
    met.add(groupId)
  }
  return findings
}

/** Two sessions of one group on one day, unless each has a time of its own. */
export function findSameDay(sessions: SessionToCheck[]): Finding[] {
  return pairsBy(sessions, ({ groupId, date }) => `${groupId} ${date}`)
    .filter(([a, b]) => a.startsAt === null || b.startsAt === null || a.startsAt === b.startsAt)
    .map((pair) => findingOfPair('sameDay', pair))
}

/** Sessions of two groups with the same trainer at the same place and time: most likely one session, registered twice. */
export function findSameTrainer(sessions: SessionToCheck[], trainersOf: Map<string, string[]>): Finding[] {
  const findings = new Map<string, Finding>()
  const led = sessions.flatMap((session) => (trainersOf.get(session.groupId) ?? []).map((trainer) => ({ ...session, trainer })))
  const withPlace = led.filter(({ place }) => place !== null && searchNameOf(place) !== '')
  for (const pair of pairsBy(withPlace, ({ trainer, date, place }) => `${trainer} ${date} ${searchNameOf(place!)}`)) {
    const [a, b] = pair
    if (a.groupId === b.groupId || (a.startsAt !== null && b.startsAt !== null && a.startsAt !== b.startsAt)) continue
    const finding = findingOfPair('sameTrainer', pair)
    findings.set(finding.key, finding)
  }
  return [...findings.values()]
}

/** The first of those that share something, with each of the others: n of them are n − 1 lines. */
function pairsBy<T extends SessionToCheck>(sessions: T[], shared: (session: T) => string): [T, T][] {
  const together = new Map<string, T[]>()
  for (const session of inOrder(sessions)) {
    const key = shared(session)
    const known = together.get(key)
    if (known) known.push(session)
    else together.set(key, [session])
  }
  return [...together.values()].flatMap(([first, ...others]) => others.map((other): [T, T] => [first!, other]))
}

function findingOfPair(rule: Rule, [a, b]: [SessionToCheck, SessionToCheck]): Finding {
  const key = keyOf(rule, ...[a.id, b.id].sort())
  return { rule, key, groupId: b.groupId, sessionId: b.id, date: b.date, other: { groupId: a.groupId, sessionId: a.id } }
}

/** Open groups without a session for a long time, or since they were made. */
export function findSilentGroups(groups: { id: string; lastHeldOn: string | null; madeOn: string }[], today: string): Finding[] {
  return groups
    .filter(({ lastHeldOn, madeOn }) => (lastHeldOn ?? madeOn) < daysAfter(today, -silentDays))
    .map(({ id, lastHeldOn }) => ({ rule: 'silent', key: keyOf('silent', id, lastHeldOn), groupId: id, date: lastHeldOn }))
}

export interface Practising {
  membershipId: string
  cohortId: string
  endsOn: string
  practiceEndsOn: string
  /** The last day with a line in the log; null without any. */
  lastLogOn: string | null
}

/** Members in their half year of practice who logged nothing for a long time. The first days of practice count from its beginning. */
export function findWithoutLog(members: Practising[], today: string): Finding[] {
  return members
    .filter(({ endsOn, practiceEndsOn, lastLogOn }) => {
      const since = lastLogOn !== null && lastLogOn > endsOn ? lastLogOn : endsOn
      return endsOn < today && today <= practiceEndsOn && since < daysAfter(today, -silentDays)
    })
    .map(({ membershipId, cohortId, lastLogOn }) => ({
      rule: 'practice',
      key: keyOf('practice', membershipId, lastLogOn),
      cohortId,
      membershipId,
      date: lastLogOn,
    }))
}

/**
 * By day and time; what has no time comes first. Where the order is not known, the one with most new people goes first: it
 * may have been so. The id decides between equals, so that the answer is always the same.
 */
function inOrder<T extends SessionToCheck>(sessions: T[]): T[] {
  const place = ({ date, startsAt, firstTime, id }: T) => `${date} ${startsAt ?? ''} ${9999 - (firstTime ?? 0)} ${id}`
  return sessions
    .map((session) => ({ session, place: place(session) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ session }) => session)
}
