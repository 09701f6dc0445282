import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { listOrganisationsOf } from '~/domain/accounts/organisations.server'
import type { Person } from '~/domain/accounts/policy'
import { today } from '~/i18n/formats'
import type { DatabaseTransaction } from '~/platform/db/client.server'
import type { SpokenLanguage } from '~/i18n/spoken-languages'
import { listTrainerRows } from '../groups-repository.server'
import { splitLanguages } from '../groups.server'
import { searchNameOf } from '../search-name'
import { normalise } from './decode'
import type { SheetFault } from './faults'
import { listGroupsByName, listSameFile } from './imports-repository.server'
import { planImport, type KnownGroup, type Plan, type World } from './plan'
import { mostRows, readSheet } from './read-sheet'
import { readRow, type RowValues } from './read-row'

export interface Checked {
  /** Sorted by row. With one of them nothing is brought in. */
  faults: SheetFault[]
  /** What may be somebody's name; who sends it says whether it is. */
  doubts: SheetFault[]
  /** Headings that mean nothing here. */
  unread: string[]
  counts: { rows: number; newGroups: number; knownGroups: number; sessions: number; attendances: number; reached: number }
  fileHash: string
  /** The same file was brought in before, and stands. */
  before: { id: string; createdAt: Date } | null
  /** Null as long as there are faults. */
  plan: Plan | null
  /** What the plan was made from. */
  values: RowValues[]
  world: World | null
}

/** Checks every row of a spreadsheet and writes nothing. */
export async function checkSpreadsheet(person: Person, text: string): Promise<Checked | { code: 'fileEmpty' | 'fileTooManyRows' }> {
  const { rows, faults: sheetFaults, unread } = readSheet(text)
  if (rows.length > mostRows) return { code: 'fileTooManyRows' }
  if (rows.length === 0 && sheetFaults.length === 0) return { code: 'fileEmpty' }
  // Without its headings a row cannot be read; every one of them would be wrong.
  const read = sheetFaults.length > 0 ? [] : rows.map((row) => readRow(row, today()))
  const values = read.flatMap((each) => each.values ?? [])
  const rowFaults = read.flatMap((each) => each.faults)
  const fileHash = createHash('sha256').update(normalise(text)).digest('hex')
  const organisations = await listOrganisationsOf(person)
  const ids = organisations.map(({ id }) => id)
  const before = (await listSameFile(ids, fileHash)).find(({ undoneAt }) => undoneAt === null) ?? null
  // What it brought in is there now: held against that, every row would be there twice.
  const world = before ? null : await worldOf(organisations, values)
  const { plan, faults: planFaults } = world ? planImport(values, world) : { plan: null, faults: [] }
  const all = [...sheetFaults, ...rowFaults, ...planFaults]
  const faults = all.filter(({ code }) => code !== 'textLooksLikeName').sort((a, b) => a.row - b.row)
  return {
    faults,
    doubts: all.filter(({ code }) => code === 'textLooksLikeName'),
    unread,
    counts: countsOf(rows.length, values, plan),
    fileHash,
    before: before && { id: before.id, createdAt: before.createdAt },
    plan: faults.length === 0 ? plan : null,
    values,
    world,
  }
}

/** Whether the same rows still come to the same plan, with the groups and sessions that are there in this transaction. */
export async function stillPlansSo({ plan, values, world }: Checked, tx: DatabaseTransaction): Promise<boolean> {
  if (!world) return false
  const groups = await groupsNamedIn(values, world.organisations, tx)
  return isDeepStrictEqual(planImport(values, { ...world, groups }).plan, plan)
}

function countsOf(rows: number, values: RowValues[], plan: Plan | null): Checked['counts'] {
  const sum = (field: 'present' | 'firstTime') => values.reduce((total, { session }) => total + (session?.count[field] ?? 0), 0)
  const known = plan?.groups.filter(({ id }) => id !== null).length ?? 0
  return {
    rows,
    newGroups: (plan?.groups.length ?? 0) - known,
    knownGroups: known,
    sessions: values.filter(({ session }) => session).length,
    attendances: sum('present'),
    reached: sum('firstTime'),
  }
}

async function worldOf(organisations: World['organisations'], values: RowValues[]): Promise<World> {
  const [trainers, groups] = await Promise.all([listTrainerRows(organisations.map(({ id }) => id)), groupsNamedIn(values, organisations)])
  return {
    organisations,
    trainers: trainers.flatMap(({ id, account }) => (account ? [{ membershipId: id, userName: account.userName }] : [])),
    groups,
  }
}

async function groupsNamedIn(values: RowValues[], organisations: World['organisations'], tx?: DatabaseTransaction): Promise<KnownGroup[]> {
  const names = [...new Set(values.map(({ group }) => searchNameOf(group.name)))]
  const rows = await listGroupsByName(
    organisations.map(({ id }) => id),
    names,
    tx,
  )
  return rows.map(({ trainers, sessions, languages, ...group }) => ({
    ...group,
    languages: splitLanguages(languages) as SpokenLanguage[],
    trainers: trainers.flatMap(({ membership }) => membership.account?.userName ?? []),
    sessions: sessions.map(({ date, startsAt, status }) => ({ date, startsAt, registered: status === 'registered' })),
  }))
}
