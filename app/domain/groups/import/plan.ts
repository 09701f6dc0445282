import { searchNameOf } from '../search-name'
import { faultsOf } from '../head-count'
import type { ColumnName } from './columns'
import type { SheetFault, SheetFaultCode } from './faults'
import type { GroupCells, RowValues, SessionCells } from './read-row'

/** What is there already of what a spreadsheet may speak about: all of it within reach of who brings it in. */
export interface World {
  /** With the ids of those above each, itself first. */
  organisations: { id: string; name: string; ancestry: string[] }[]
  /** Members of cohorts who can lead a group, by user name; the newest membership last. */
  trainers: { membershipId: string; userName: string }[]
  groups: KnownGroup[]
}

export interface KnownGroup extends Omit<GroupCells, 'organisation' | 'trainers'> {
  id: string
  organisationId: string
  closedOn: string | null
  /** User names. */
  trainers: string[]
  sessions: { date: string; startsAt: string | null; registered: boolean }[]
}

export type NewGroup = { [Key in 'programme' | 'kind' | 'municipality' | 'audience' | 'languages']: NonNullable<GroupCells[Key]> } & {
  name: string
  place: string | null
  /** Ids of memberships. */
  trainers: string[]
}

export interface PlannedGroup {
  organisationId: string
  /** Null for a group that is there already. */
  facts: NewGroup | null
  /** Null for a new one. */
  id: string | null
  sessions: (SessionCells & { place: string | null })[]
}

export interface Plan {
  /** The organisation that the whole of it belongs to: the nearest one above all groups. */
  organisationId: string
  groups: PlannedGroup[]
}

const mostTrainers = 10
const mostLanguages = 10
/** What makes a group; a new one needs all of them. */
const groupColumns = ['programme', 'kind', 'municipality', 'audience', 'languages'] as const

type Report = (row: number, column: ColumnName, code: SheetFaultCode, more?: Partial<SheetFault>) => void

/** Brings rows together to groups with their sessions, and holds them against what is there. @returns no plan where a row cannot stand */
export function planImport(rows: RowValues[], world: World): { plan: Plan | null; faults: SheetFault[] } {
  const faults: SheetFault[] = []
  const report: Report = (row, column, code, more = {}) => void faults.push({ row, column, code, ...more })
  const byGroup = new Map<string, { organisationId: string; rows: RowValues[] }>()
  const find = organisationFinder(world.organisations)
  const known = knownIn(world)
  for (const values of rows) {
    const organisationId = find(values.group.organisation)
    if (!organisationId) {
      report(values.row, 'organisation', 'organisationUnknown', { value: values.group.organisation ?? undefined })
      continue
    }
    const key = keyOf(organisationId, values.group.name)
    const same = byGroup.get(key)
    if (same) same.rows.push(values)
    else byGroup.set(key, { organisationId, rows: [values] })
  }
  const groups = [...byGroup.values()].map((each) => planGroup(each, known, report))
  const organisationId = homeOf([...byGroup.values()], world.organisations, report)
  const whole = faults.length === 0 && rows.every(({ broken }) => broken.size === 0)
  return { faults, plan: whole && organisationId ? { organisationId, groups } : null }
}

/** What there is, by what a row calls it. */
interface Known {
  /** Groups of one organisation with one name. */
  groups: Map<string, KnownGroup[]>
  /** Ids of memberships by user name. */
  trainers: Map<string, string>
}

const keyOf = (organisationId: string, name: string) => `${organisationId} ${searchNameOf(name)}`

function knownIn({ groups, trainers }: World): Known {
  const byName = new Map<string, KnownGroup[]>()
  for (const group of groups) {
    const key = keyOf(group.organisationId, group.name)
    const same = byName.get(key)
    if (same) same.push(group)
    else byName.set(key, [group])
  }
  return { groups: byName, trainers: new Map(trainers.map(({ userName, membershipId }) => [userName, membershipId])) }
}

/** Finds an organisation by its name or id; who reaches only one need not write it down. */
function organisationFinder(organisations: World['organisations']): (typed: string | null) => string | null {
  const byName = new Map(
    organisations.flatMap(({ id, name }) => [
      [searchNameOf(name), id],
      [searchNameOf(id), id],
    ]),
  )
  const only = organisations.length === 1 ? organisations[0]!.id : null
  return (typed) => (typed === null ? only : (byName.get(searchNameOf(typed)) ?? null))
}

/** The nearest organisation above all of them. An import is undone as one act: who may undo it must reach all of it. */
function homeOf(
  groups: { organisationId: string; rows: RowValues[] }[],
  organisations: World['organisations'],
  report: Report,
): string | null {
  const reached = new Map(organisations.map((each) => [each.id, each.ancestry]))
  let common: string[] | null = null
  for (const { organisationId, rows } of groups) {
    const ancestry = reached.get(organisationId)!.filter((id) => reached.has(id))
    const both: string[] = common === null ? ancestry : common.filter((id) => ancestry.includes(id))
    if (both.length === 0)
      for (const { row, group } of rows) report(row, 'organisation', 'organisationsApart', { value: group.organisation ?? undefined })
    else common = both
  }
  return common?.[0] ?? null
}

function planGroup({ organisationId, rows }: { organisationId: string; rows: RowValues[] }, known: Known, report: Report): PlannedGroup {
  const same = known.groups.get(keyOf(organisationId, rows[0]!.group.name)) ?? []
  if (same.length > 1) {
    for (const { row, group } of rows) report(row, 'group', 'groupAmbiguous', { value: group.name })
    return { organisationId, id: null, facts: null, sessions: [] }
  }
  const group = same[0] ?? null
  const memberships = trainersOf(rows, known, report)
  if (group) holdAgainst(group, rows, report)
  const facts = group ? null : newGroup(rows, memberships, report)
  const place = group ? group.place : (facts?.place ?? null)
  checkSessions(rows, group, report)
  const sessions = rows.flatMap(({ session, group: cells }) =>
    session ? [{ ...session, place: cells.place === place ? null : cells.place }] : [],
  )
  return { organisationId, id: group?.id ?? null, facts, sessions }
}

function trainersOf(rows: RowValues[], { trainers }: Known, report: Report): string[] {
  const found = new Set<string>()
  for (const { row, group } of rows)
    for (const userName of group.trainers) {
      const membershipId = trainers.get(userName)
      if (!membershipId) report(row, 'trainer', 'trainerUnknown', { value: userName })
      else if (found.add(membershipId).size > mostTrainers) report(row, 'trainer', 'tooMany', { value: userName })
    }
  return [...found].sort()
}

/** The facts of a new group, from whichever of its rows has them; rows that contradict each other are told. */
function newGroup(rows: RowValues[], trainers: string[], report: Report): NewGroup | null {
  const cells: Partial<Record<(typeof groupColumns)[number], unknown>> = {}
  for (const column of groupColumns) {
    if (column === 'languages') continue
    const giving = rows.filter(({ group }) => group[column] !== null)
    const first = giving[0]
    if (!first) reportMissing(rows, column, report)
    else cells[column] = first.group[column]
    for (const { row, group } of giving)
      if (group[column] !== first!.group[column]) report(row, column, 'rowsDiffer', { value: String(group[column]), otherRow: first!.row })
  }
  const languages = [...new Set(rows.flatMap(({ group }) => group.languages ?? []))].sort()
  if (languages.length === 0) reportMissing(rows, 'languages', report)
  if (languages.length > mostLanguages) report(rows[0]!.row, 'languages', 'tooMany')
  const place = rows.find(({ group }) => group.place !== null)?.group.place ?? null
  const complete = groupColumns.every((column) => column === 'languages' || cells[column] !== undefined)
  return complete ? ({ ...cells, name: rows[0]!.group.name, place, languages, trainers } as NewGroup) : null
}

/** In no row of a new group, unless one of them tried to say it. */
function reportMissing(rows: RowValues[], column: ColumnName, report: Report): void {
  if (!rows.some(({ broken }) => broken.has(column))) report(rows[0]!.row, column, 'valueMissing')
}

/** What a row says of a group that is there has to be what the group is: an import adds sessions and changes no group. */
function holdAgainst(known: KnownGroup, rows: RowValues[], report: Report): void {
  for (const { row, group, when } of rows) {
    for (const column of ['programme', 'kind', 'municipality', 'audience'] as const)
      if (group[column] !== null && group[column] !== known[column]) report(row, column, 'groupDiffers', { value: group[column] })
    if (group.languages?.some((code) => !known.languages?.includes(code)))
      report(row, 'languages', 'groupDiffers', { value: group.languages.join(', ') })
    for (const userName of group.trainers)
      if (!known.trainers.includes(userName)) report(row, 'trainer', 'groupDiffers', { value: userName })
    if (known.closedOn && when && when.date > known.closedOn) report(row, 'date', 'groupClosed', { value: when.date })
  }
}

type Moment = NonNullable<RowValues['when']>
type RowInTime = RowValues & { when: Moment }
const placeInTime = ({ date, startsAt }: Moment) => `${date} ${startsAt ?? ''}`

/** Two sessions of a group on one day are two only when each has a time of its own. */
function isSameMeeting(a: Moment, b: Moment): boolean {
  return a.date === b.date && (a.startsAt === null || b.startsAt === null || a.startsAt === b.startsAt)
}

function checkSessions(rows: RowValues[], group: KnownGroup | null, report: Report): void {
  const inOrder = rows
    .filter((each): each is RowInTime => each.when !== null)
    .sort((a, b) => compare(placeInTime(a.when), placeInTime(b.when)) || a.row - b.row)
  for (const [index, { row, when }] of inOrder.entries()) {
    const twin = earlierTwin(inOrder, index)
    if (twin) report(Math.max(row, twin.row), 'date', 'sessionTwice', { value: when.date, otherRow: Math.min(row, twin.row) })
    if (group?.sessions.some((other) => isSameMeeting(other, when))) report(row, 'date', 'sessionExists', { value: when.date })
  }
  // Which one is the first is known when all of them have a day.
  const first = inOrder.length === rows.length ? inOrder[0] : undefined
  const earlier = group?.sessions.some((other) => other.registered && first && placeInTime(other) <= placeInTime(first.when))
  if (!first?.session || earlier) return
  for (const { field, code } of faultsOf(first.session.count, true))
    report(first.row, field, code, { value: String(first.session.count.firstTime) })
}

/** Rows are in order of time: what could be the same meeting stands right before, on the same day. */
function earlierTwin(rows: RowInTime[], index: number): RowInTime | null {
  const { when } = rows[index]!
  for (let at = index - 1; rows[at]?.when.date === when.date; at -= 1) {
    if (isSameMeeting(rows[at]!.when, when)) return rows[at]!
  }
  return null
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
