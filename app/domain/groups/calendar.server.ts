import { findMunicipality } from '~/content/municipalities'
import { codeHashOf } from '~/domain/accounts/codes.server'
import { listOrganisationsOf } from '~/domain/accounts/organisations.server'
import { mayActForAll, mayCoordinate, type Person } from '~/domain/accounts/policy'
import { daysAfter } from '~/domain/cohorts/dates'
import { today } from '~/i18n/formats'
import { findFeedOwner, listMeetingsInCalendar, listSessionsInCalendar, type Days } from './calendar-repository.server'
import { groupsWithinReach } from './groups.server'
import { maySeeGroups } from './policy'

const daysBack = 60
const daysAhead = 365
const daysOfWithdrawn = 30
const most = 2000

/** A session of a group or a meeting of a cohort, in somebody's calendar. Nothing in it says what it is about. */
export interface CalendarEntry {
  id: string
  revision: number
  revisedAt: Date
  date: string
  startsAt: string | null
  place: string | null
  withdrawn: boolean
  /** Its page: a meeting of a cohort, or a session of a group, which is still to be registered or not. */
  page: { kind: 'meeting'; cohort: string; meeting: string } | { kind: 'session' | 'register'; group: string; session: string }
}

/** Whose calendar an address is; null when it is no address, was withdrawn, or its owner may not see groups (any more). */
export async function findCalendarOwner(code: string): Promise<(Person & { language: string }) | null> {
  const owner = await findFeedOwner(codeHashOf(code))
  return owner && maySeeGroups(owner) ? owner : null
}

/** What stands in somebody's calendar, by date: two months back, a year ahead. */
export async function listCalendar(person: Person, now = new Date()): Promise<CalendarEntry[]> {
  const day = today(now)
  const [coming, past] = await Promise.all([
    listDays(person, now, { from: day, until: daysAfter(day, daysAhead), order: 'asc', take: most }),
    listDays(person, now, { from: daysAfter(day, -daysBack), until: daysAfter(day, -1), order: 'desc', take: most }),
  ])
  return [...coming, ...past].slice(0, most).sort(byDate)
}

async function listDays(person: Person, now: Date, days: Days): Promise<CalendarEntry[]> {
  const withdrawnSince = new Date(now.getTime() - daysOfWithdrawn * 24 * 3600 * 1000)
  const [groups, organisationIds] = await Promise.all([groupsWithinReach(person), organisationsOf(person)])
  const [sessions, meetings] = await Promise.all([
    listSessionsInCalendar(groups, withdrawnSince, days),
    organisationIds?.length === 0 ? [] : listMeetingsInCalendar(organisationIds, withdrawnSince, days),
  ])
  const entries = [...sessions.map(entryOfSession), ...meetings.map(entryOfMeeting)].sort(byDate)
  return days.order === 'asc' ? entries : entries.reverse()
}

/** The organisations whose cohorts stand in somebody's calendar; null for all of them. */
async function organisationsOf(person: Person): Promise<string[] | null> {
  if (!mayCoordinate(person)) return []
  return mayActForAll(person) ? null : (await listOrganisationsOf(person)).map(({ id }) => id)
}

type SessionInCalendar = Awaited<ReturnType<typeof listSessionsInCalendar>>[number]

function entryOfSession(session: SessionInCalendar): CalendarEntry {
  const { id, status, date, startsAt, revision, revisions, createdAt, group } = session
  return {
    id,
    revision,
    revisedAt: revisions[0]?.recordedAt ?? createdAt,
    date,
    startsAt,
    place: session.place ?? group.place ?? findMunicipality(group.municipality)?.name ?? null,
    withdrawn: status === 'withdrawn',
    page: { kind: status === 'planned' ? 'register' : 'session', group: group.id, session: id },
  }
}

type MeetingInCalendar = Awaited<ReturnType<typeof listMeetingsInCalendar>>[number]

function entryOfMeeting({ id, cohortId, date, startsAt, place, withdrawnAt, createdAt }: MeetingInCalendar): CalendarEntry {
  return {
    id,
    // A meeting is planned, and may be withdrawn; it does not change otherwise.
    revision: withdrawnAt ? 2 : 1,
    revisedAt: withdrawnAt ?? createdAt,
    date,
    startsAt,
    place,
    withdrawn: withdrawnAt !== null,
    page: { kind: 'meeting', cohort: cohortId, meeting: id },
  }
}

function byDate(a: CalendarEntry, b: CalendarEntry): number {
  const keyOf = ({ date, startsAt, id }: CalendarEntry) => `${date} ${startsAt ?? ''} ${id}`
  const [left, right] = [keyOf(a), keyOf(b)]
  return left < right ? -1 : Number(left > right)
}
