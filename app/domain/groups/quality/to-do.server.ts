import { userNamesOf } from '~/domain/accounts/audit-repository.server'
import { noteOnceAnHour } from '~/domain/accounts/audit.server'
import { listOrganisationsOf } from '~/domain/accounts/organisations.server'
import { mayActForAll, type Person } from '~/domain/accounts/policy'
import { daysAfter } from '~/domain/cohorts/dates'
import { today as todayInTheNetherlands } from '~/i18n/formats'
import {
  listDecisions,
  listGroupsSilentSince,
  listGroupsToCheck,
  listPlannedBefore,
  listPractisingSilentSince,
  listRegisteredFrom,
  most,
  mostSessions,
  namesOf,
  type Scope,
} from './quality-repository.server'
import {
  findImpossibleFirstTimes,
  findSameDay,
  findSameTrainer,
  findSilentGroups,
  findUnregistered,
  findUnusualSizes,
  findWithoutLog,
  lookBackDays,
  rules,
  silentDays,
  type Finding,
  type SessionToCheck,
} from './rules'

/** How many lines of one rule are shown; the page says how many there are besides. */
export const shownLines = 50

/**
 * What the rules find within somebody's reach.
 * @param only groups and members to look at alone
 * @returns also whether there was more than is looked at in one go
 */
export async function listFindings(
  person: Person,
  { today = todayInTheNetherlands(), only }: { today?: string; only?: Scope['only'] } = {},
) {
  const organisationIds = mayActForAll(person) ? null : (await listOrganisationsOf(person)).map(({ id }) => id)
  const scope: Scope = { organisationIds, ...(only ? { only } : {}) }
  const silentSince = daysAfter(today, -silentDays)
  const [planned, registered, silent, practising] = await Promise.all([
    listPlannedBefore(scope, today),
    listRegisteredFrom(scope, daysAfter(today, -lookBackDays)),
    listGroupsSilentSince(scope, silentSince),
    listPractisingSilentSince(scope, silentSince, today),
  ])
  const groups = await listGroupsToCheck([...new Set(registered.map(({ groupId }) => groupId))])
  const places = new Map(groups.map(({ id, place }) => [id, place]))
  const sessions = registered.map((session) => ({
    ...session,
    place: session.place ?? places.get(session.groupId) ?? null,
  })) as SessionToCheck[]
  // Living rooms and dialogues may have other people each time.
  const fixed = new Set(groups.filter(({ kind }) => kind === 'parents' || kind === 'women').map(({ id }) => id))
  const trainersOf = new Map(groups.map(({ id, trainers }) => [id, trainers.map(({ membershipId }) => membershipId)]))
  const findings: Finding[] = [
    ...findUnregistered(planned as SessionToCheck[], today),
    ...findUnusualSizes(sessions),
    ...findImpossibleFirstTimes(sessions, earlierFirstTimes(groups, sessions), fixed),
    ...findSameDay(sessions),
    ...findSameTrainer(sessions, trainersOf),
    ...findSilentGroups(
      silent.map(({ id, lastHeldOn, createdAt }) => ({ id, lastHeldOn, madeOn: todayInTheNetherlands(createdAt) })),
      today,
    ),
    ...findWithoutLog(practising, today),
  ]
  const cut = registered.length === mostSessions || [planned, silent, practising].some(({ length }) => length === most)
  return { findings, cut }
}

/** First times before the sessions that were read, of the groups that met before them: the sums that stand with a group, less what was read. */
function earlierFirstTimes(
  groups: { id: string; sessionsHeld: number; reached: number }[],
  sessions: SessionToCheck[],
): Map<string, number> {
  const read = new Map<string, { held: number; firstTimes: number }>()
  for (const { groupId, firstTime } of sessions) {
    const { held, firstTimes } = read.get(groupId) ?? { held: 0, firstTimes: 0 }
    read.set(groupId, { held: held + 1, firstTimes: firstTimes + (firstTime ?? 0) })
  }
  return new Map(
    groups.flatMap(({ id, sessionsHeld, reached }) => {
      const { held, firstTimes } = read.get(id) ?? { held: 0, firstTimes: 0 }
      return sessionsHeld > held ? [[id, reached - firstTimes]] : []
    }),
  )
}

/** The to-do list of a coordinator: what is open by rule, and what was marked as right. */
export async function getToDo(person: Person, today = todayInTheNetherlands()) {
  const { findings, cut } = await listFindings(person, { today })
  const decisions = await listDecisions(findings.map(({ key }) => key))
  const open = findings.filter(({ key }) => !decisions.has(key))
  const sections = rules.flatMap((rule) => {
    const lines = newestFirst(open.filter((finding) => finding.rule === rule))
    return lines.length > 0 ? [{ rule, total: lines.length, lines: lines.slice(0, shownLines) }] : []
  })
  const decided = findings.filter(({ key }) => decisions.has(key)).slice(0, shownLines)
  const shown = [...sections.flatMap(({ lines }) => lines), ...decided]
  const ids = (of: (finding: Finding) => (string | undefined)[]) => [...new Set(shown.flatMap(of).filter((id) => id !== undefined))]
  const [names, authors] = await Promise.all([
    namesOf({ groupIds: ids(({ groupId, other }) => [groupId, other?.groupId]), membershipIds: ids(({ membershipId }) => [membershipId]) }),
    userNamesOf([...new Set([...decisions.values()].flatMap(({ authorId }) => authorId ?? []))]),
  ])
  // The lines about practice name members of cohorts.
  for (const cohortId of ids((finding) => [finding.cohortId]))
    await noteOnceAnHour({ actorId: person.id, action: 'cohort.membersViewed', subjectType: 'cohort', subjectId: cohortId })
  const described = (finding: Finding) => {
    const { groupId, other, membershipId } = finding
    const member = membershipId ? names.members.get(membershipId) : undefined
    return {
      ...finding,
      group: (groupId && names.groups.get(groupId)) || null,
      otherGroup: (other && names.groups.get(other.groupId)) || null,
      userName: member?.userName ?? null,
      cohort: member?.cohort ?? null,
    }
  }
  return {
    open: open.length,
    cut,
    sections: sections.map(({ lines, ...section }) => ({ ...section, lines: lines.map(described) })),
    decided: decided.map((finding) => {
      const { reason, authorId, createdAt } = decisions.get(finding.key)!
      return { ...described(finding), reason, createdAt, author: (authorId && authors.get(authorId)) || null }
    }),
  }
}

/** What never was comes first, then the newest. */
function newestFirst(findings: Finding[]): Finding[] {
  const place = ({ date }: Finding) => date ?? '9999'
  return [...findings].sort((a, b) => (place(a) < place(b) ? 1 : place(a) > place(b) ? -1 : 0))
}
