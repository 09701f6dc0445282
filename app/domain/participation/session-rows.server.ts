import { findMunicipality } from '~/content/municipalities'
import { today } from '~/i18n/formats'
import type { BulkCell } from '~/platform/db/bulk-read.server'
import { daysOf } from './facts/days-of'
import type { Dataset, GroupFact } from './facts/dataset'
import { readGroupNames, readSessionRows } from './facts/facts-repository.server'
import { loadAsOf, loadPresent } from './facts/load.server'
import type { Asked } from './read-request.server'
import { groupReader, provinceOf, selectorOf } from './selection'
import type { SessionCell } from './session-columns'

// With more groups than this it is quicker to read all sessions and leave some out.
const fewGroups = 2_000

/** The groups of a request, and the days it is about. */
async function selectGroups({ request, ofNow, organisations }: Asked) {
  const dataset = ofNow ? (await loadPresent()).dataset : await loadAsOf(request.asOf)
  const wanted = selectorOf(groupReader, request.filter, organisations && new Set(organisations))
  const groups = new Map([...dataset.groups].filter(([, group]) => wanted?.(group) ?? false))
  return { dataset, groups, days: daysOf(dataset, request, today(request.asOf)) }
}

/**
 * The registered sessions that a request asks for, by day, as cells in the order of `sessionColumns`.
 * @returns portions of rows, read while they are asked for
 */
export async function* streamSessionRows(asked: Asked): AsyncIterable<SessionCell[][]> {
  const { dataset, groups, days } = await selectGroups(asked)
  const ids = groups.size <= fewGroups ? [...groups.keys()] : null
  const names = await readNames(asked.request.asOf)
  const heads = new Map([...groups].map(([id, group]) => [id, headOf(group, names.get(id) ?? '', dataset)]))
  for await (const portion of readSessionRows(asked.request.asOf, days.from, days.to, ids)) {
    const rows: SessionCell[][] = []
    for (const row of portion) {
      const head = heads.get(row[2] as string)
      if (head) rows.push(rowOf(row, head))
    }
    if (rows.length > 0) yield rows
  }
}

/** What is the same in every session of a group. */
function headOf(group: GroupFact, name: string, { organisations }: Dataset): SessionCell[] {
  const { id, programme, kind, organisation, municipality, language, audience } = group
  const place = findMunicipality(municipality)
  return [
    ...[id, name, programme, kind, organisations.get(organisation)?.name ?? organisation],
    ...[municipality, place?.name ?? municipality, provinceOf(municipality), language, audience],
  ]
}

const countOf = (cell: BulkCell | undefined) => (cell === null || cell === undefined ? null : Number(cell))

function rowOf(row: BulkCell[], head: SessionCell[]): SessionCell[] {
  const cells: SessionCell[] = [row[0]!, row[1]!, ...head]
  for (let at = 3; at <= 12; at += 1) cells.push(countOf(row[at]))
  cells.push(row[13]!, countOf(row[14]))
  return cells
}

async function readNames(moment: Date): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for await (const portion of readGroupNames(moment)) for (const [id, name] of portion) names.set(String(id), String(name))
  return names
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
  const sessions: ReportSession[] = []
  let total = 0
  for await (const rows of streamSessionRows(asked)) {
    for (const [id, date, groupId, group, , , , , municipality, , , , present, firstTime] of rows) {
      if (total >= skip && sessions.length < take)
        sessions.push({
          ...{ id: String(id), date: String(date), groupId: String(groupId), group: String(group), municipality: String(municipality) },
          ...{ present: Number(present), firstTime: Number(firstTime) },
        })
      total += 1
    }
  }
  return { sessions, total }
}
