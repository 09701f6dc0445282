import { readMunicipality } from '~/content/municipalities'
import { nameOfThing } from '~/domain/accounts/schema'
import type { SpokenLanguage } from '~/i18n/spoken-languages'
import { looksLikeFormula } from '~/platform/exports/csv'
import { ageBands, faultsOf, type AgeBand, type HeadCount } from '../head-count'
import { looksPersonal } from '~/domain/accounts/personal-data'
import { shortText, type audiences, type groupKinds, type programmes } from '../schema'
import type { ColumnName } from './columns'
import type { SheetFault, SheetFaultCode } from './faults'
import type { SheetRow } from './read-sheet'
import { readAudience, readCount, readDay, readKind, readLanguages, readProgramme, readTime, splitList } from './values'

/** What a row says of its group. Null: it says nothing, the group knows. */
export interface GroupCells {
  name: string
  organisation: string | null
  programme: (typeof programmes)[number] | null
  kind: (typeof groupKinds)[number] | null
  /** Its code. */
  municipality: string | null
  place: string | null
  audience: (typeof audiences)[number] | null
  languages: SpokenLanguage[] | null
  /** User names, in lower case. */
  trainers: string[]
}

export interface SessionCells {
  date: string
  startsAt: string | null
  count: HeadCount
  topic: string | null
  note: string | null
}

export interface RowValues {
  row: number
  group: GroupCells
  /** Null where the row does not tell when. */
  when: Pick<SessionCells, 'date' | 'startsAt'> | null
  /** Null when something is wrong with it. */
  session: SessionCells | null
  /** Cells with something wrong in them: an empty value there is not a missing one. */
  broken: ReadonlySet<ColumnName>
}

/**
 * The values of a row as far as the row itself can tell; null without a group that it could belong to. Also what is half
 * wrong is handed on, so that a dry run finds all there is to find at once.
 */
export function readRow({ row, cells }: SheetRow, today: string): { values: RowValues | null; faults: SheetFault[] } {
  const faults: SheetFault[] = []
  const fault = (column: ColumnName, code: SheetFaultCode) => void faults.push({ row, column, code, value: cells[column] || undefined })

  /** A cell read by a reader of values; an empty one is null. */
  const read = <T>(column: ColumnName, reader: (text: string) => T | null, code: SheetFaultCode): T | null => {
    const text = cells[column]
    if (!text) return null
    const value = reader(text)
    if (value === null) fault(column, code)
    return value
  }
  const text = (column: 'place' | 'topic' | 'note', longest: number): string | null => {
    const typed = cells[column] ?? ''
    const parsed = shortText(longest, 'textTooLong').safeParse(typed)
    if (!parsed.success) fault(column, 'textTooLong')
    else checkText(column, parsed.data ?? '')
    return parsed.data ?? null
  }
  const checkText = (column: 'group' | 'place' | 'topic' | 'note', typed: string) => {
    const found = looksPersonal(typed)
    if (looksLikeFormula(typed)) fault(column, 'textIsFormula')
    else if (found.includes('email') || found.includes('phone')) fault(column, 'textHasContact')
    // Groups and places mostly have names in capitals: only what is said about a session is asked about.
    else if (found.includes('name') && column !== 'group' && column !== 'place') fault(column, 'textLooksLikeName')
  }
  const count = (column: ColumnName, needed: boolean): number => {
    const typed = cells[column]
    if (!typed) {
      if (needed) fault(column, 'countMissing')
      return 0
    }
    const number = readCount(typed)
    if (typeof number === 'number') return number
    fault(column, number)
    return 0
  }

  const name = nameOfThing.safeParse(cells.group ?? '')
  if (!cells.group) fault('group', 'valueMissing')
  else if (!name.success) fault('group', 'nameNotValid')
  else checkText('group', name.data)
  const group: GroupCells = {
    name: name.data ?? '',
    organisation: cells.organisation || null,
    programme: read('programme', readProgramme, 'choiceUnknown'),
    kind: read('kind', readKind, 'choiceUnknown'),
    municipality: read('municipality', (typed) => readMunicipality(typed)?.code ?? null, 'municipalityUnknown'),
    place: text('place', 120),
    audience: read('audience', readAudience, 'choiceUnknown'),
    languages: read('languages', readLanguages, 'languageUnknown'),
    trainers: splitList((cells.trainer ?? '').toLowerCase()),
  }

  if (!cells.date) fault('date', 'valueMissing')
  const date = read('date', readDay, 'dateNotValid')
  if (date && date > today) fault('date', 'dateInFuture')
  const startsAt = read('startsAt', readTime, 'timeNotValid')
  const before = faults.length
  const numbers = {
    present: count('present', true),
    firstTime: count('firstTime', true),
    women: count('women', true),
    men: count('men', true),
    unknown: count('unknown', false),
  }
  const ages = ageBands.some((band) => cells[band])
    ? (Object.fromEntries(ageBands.map((band) => [band, count(band, false)])) as Record<AgeBand, number>)
    : null
  const head: HeadCount = { ...numbers, ages }
  // Sums are told apart from numbers that cannot be read.
  if (faults.length === before) for (const { field, code } of faultsOf(head, false)) fault(field, code)
  const topic = text('topic', 120)
  const note = text('note', 300)
  const broken = new Set(faults.flatMap(({ code, column }) => (code === 'textLooksLikeName' ? [] : column)))
  const ofSession = ['date', 'startsAt', 'present', 'firstTime', 'women', 'men', 'unknown', ...ageBands, 'topic', 'note'] as const
  const when = date && !broken.has('startsAt') ? { date, startsAt } : null
  const session = when && !ofSession.some((column) => broken.has(column)) ? { ...when, count: head, topic, note } : null
  return { values: broken.has('group') ? null : { row, group, when, session, broken }, faults }
}
