import { findMunicipality } from '~/content/municipalities'
import { dayNumber, tallyWidth } from '~/domain/groups/tally'
import type { Days } from './cells'
import { daysOf } from './facts/days-of'
import type { Dataset } from './facts/dataset'
import type { GroupFact } from './facts/groups'
import { readGroupNames, readOrganisationsAsOf, readSessionLines } from './facts/facts-repository.server'
import { loadAsOf, loadPresent } from './facts/load.server'
import type { Asked } from './read-request.server'
import { IdIndex } from './id-index'
import { lastDayOf } from './request'
import { sessionsIn, splitSessions, type GroupsById, type SessionBatch } from './session-batch'
import { groupReader, provinceOf, selectorOf } from './selection'
import type { SessionCell, SessionGroup, SessionRow } from './session-columns'

// With more groups than this it is quicker to read all sessions and leave some out.
const fewGroups = 2_000

interface Selected {
  dataset: Dataset
  groups: GroupFact[]
  days: Days
}

/** The groups of a request, and the days it is about. */
async function selectGroups({ request, ofNow, organisations }: Asked): Promise<Selected> {
  const { dataset, version } = ofNow ? await loadPresent() : { dataset: await loadAsOf(request.asOf), version: 0 }
  const wanted = selectorOf(groupReader, request.filter, organisations && new Set(organisations))
  const groups: GroupFact[] = []
  if (wanted) for (const group of dataset.groups.values()) if (wanted(group)) groups.push(group)
  return { dataset, groups, days: daysOf(dataset, version, request, lastDayOf(request.asOf)) }
}

/** Names of the organisations that a request is narrowed to, by id: few are read here, so that a file can begin at once. */
export async function organisationNamesOf({ request, organisations }: Asked): Promise<Record<string, string>> {
  const wanted = new Set([...(organisations ?? []), request.filter.organisation].filter(Boolean))
  const names: Record<string, string> = {}
  if (wanted.size === 0) return names
  for await (const portion of readOrganisationsAsOf(request.asOf)) {
    for (const [id, name] of portion) if (wanted.has(String(id))) names[String(id)] = String(name)
  }
  return names
}

/**
 * The registered sessions that a request asks for, by day.
 * @returns portions of them, read while they are asked for
 */
export async function* streamSessions(asked: Asked): AsyncIterable<SessionBatch> {
  yield* batchesOf(asked, await selectGroups(asked))
}

async function* batchesOf({ request: { asOf } }: Asked, { dataset, groups, days }: Selected): AsyncIterable<SessionBatch> {
  const heads = await headsOf(groups, dataset, asOf)
  const ids = groups.length <= fewGroups ? groups.map(({ id }) => id) : null
  for await (const lines of readSessionLines(asOf, days.from, days.to, ids)) {
    const batch = splitSessions(lines, heads)
    if (batch.groups.length > 0) yield batch
  }
}

/** Groups with their names. There may be a hundred thousand: their cells are made when somebody wants them. */
async function headsOf(facts: readonly GroupFact[], dataset: Dataset, moment: Date): Promise<GroupsById> {
  const groups = facts.map((group, number) => new GroupHead(number, group, dataset))
  const byId = new Map(facts.map(({ id }, number) => [id, groups[number]!]))
  for await (const portion of readGroupNames(moment)) {
    for (const [id, name] of portion) {
      const head = byId.get(String(id))
      if (head) head.name = String(name)
    }
  }
  return { groups, index: new IdIndex(facts.map(({ id }) => id)) }
}

class GroupHead implements SessionGroup {
  name = ''

  constructor(
    readonly number: number,
    private readonly group: GroupFact,
    private readonly dataset: Dataset,
  ) {}

  get cells(): SessionCell[] {
    const { id, programme, kind, organisation, municipality, language, audience } = this.group
    const place = findMunicipality(municipality)
    return [
      ...[id, this.name, programme, kind, this.dataset.organisations.get(organisation)?.name ?? organisation],
      ...[municipality, place?.name ?? municipality, provinceOf(municipality), language, audience],
    ]
  }
}

/** A session behind a figure. */
export interface ReportSession {
  id: string
  date: string
  groupId: string
  group: string
  municipality: string
  present: number
  firstTime: number
}

/** One page of the sessions behind a figure, the earliest first, and how many there are. */
export async function listReportSessions(
  asked: Asked,
  { skip, take }: { skip: number; take: number },
): Promise<{ sessions: ReportSession[]; total: number }> {
  const selected = await selectGroups(asked)
  const total = countSessions(selected)
  const sessions: ReportSession[] = []
  if (skip >= total) return { sessions, total }
  let before = 0
  for await (const batch of batchesOf(asked, selected)) {
    const rows = sessionsIn(batch)
    for (const row of rows.slice(Math.max(0, skip - before), skip + take - before)) sessions.push(sessionOf(row))
    before += rows.length
    if (before >= skip + take) break
  }
  return { sessions, total }
}

/** How many sessions of these groups there are within the days: counted where all of them are in memory. */
function countSessions({ dataset, groups, days }: Selected): number {
  const { values } = dataset.sessions
  const [from, to] = [dayNumber(days.from), dayNumber(days.to)]
  let total = 0
  for (const { start, count } of groups) {
    const end = start + count * tallyWidth
    for (let at = start; at < end; at += tallyWidth) if (values[at]! >= from && values[at]! <= to) total += 1
  }
  return total
}

function sessionOf({ session, date, group: { cells }, rest }: SessionRow): ReportSession {
  const [groupId, group, , , , , municipality] = cells
  const [present, firstTime] = rest.split(',')
  return {
    ...{ id: session, date, groupId: String(groupId), group: String(group), municipality: String(municipality) },
    ...{ present: Number(present), firstTime: Number(firstTime) },
  }
}
