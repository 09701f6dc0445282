/** What a cell of a column is: `day` is YYYY-MM-DD, `text` may hold anything. */
export type CellKind = 'text' | 'day' | 'count'
export type SessionCell = string | number | null

/**
 * The columns of the sessions shape: a row a registered session, exact. Headings and definitions in words stand in
 * `locales/<lang>/indicators.json` under `columns`.
 */
export const sessionColumns = [
  { name: 'session', kind: 'text' },
  { name: 'date', kind: 'day' },
  { name: 'group', kind: 'text' },
  { name: 'groupName', kind: 'text' },
  { name: 'programme', kind: 'text' },
  { name: 'kind', kind: 'text' },
  { name: 'organisation', kind: 'text' },
  { name: 'municipalityCode', kind: 'text' },
  { name: 'municipality', kind: 'text' },
  { name: 'province', kind: 'text' },
  { name: 'language', kind: 'text' },
  { name: 'audience', kind: 'text' },
  { name: 'present', kind: 'count' },
  { name: 'firstTime', kind: 'count' },
  { name: 'women', kind: 'count' },
  { name: 'men', kind: 'count' },
  { name: 'unknown', kind: 'count' },
  { name: 'ageUnder25', kind: 'count' },
  { name: 'age25to39', kind: 'count' },
  { name: 'age40to54', kind: 'count' },
  { name: 'age55plus', kind: 'count' },
  { name: 'ageUnknown', kind: 'count' },
  { name: 'recordedOn', kind: 'day' },
  { name: 'revision', kind: 'count' },
] as const satisfies readonly { name: string; kind: CellKind }[]

/** What is the same in every session of a group: the cells from `group` to `audience`. */
export interface SessionGroup {
  /** Its place in a list of all groups that come by: what is worked out of it is found by this. */
  number: number
  cells: readonly SessionCell[]
}

/** So many of these cells, the first ones, no other group has. */
export const ownCells = 2

/** A session as it is read. What is only written down again stays one text. */
export interface SessionRow {
  session: string
  /** YYYY-MM-DD */
  date: string
  group: SessionGroup
  /** The cells behind those of the group, with commas between them; one that is not known is empty. */
  rest: string
}

/** Where the cells behind those of the group begin. */
const restAt = sessionColumns.findIndex(({ name }) => name === 'present')
const restKinds = sessionColumns.slice(restAt).map(({ kind }) => kind)

/** The cells behind those of the group: counts as numbers. */
export function restOf({ rest }: SessionRow): SessionCell[] {
  return rest.split(',').map((cell, index) => (cell === '' ? null : restKinds[index] === 'count' ? Number(cell) : cell))
}

/** All cells of a session, in the order of `sessionColumns`. */
export function cellsOfSession(row: SessionRow): SessionCell[] {
  return [row.session, row.date, ...row.group.cells, ...restOf(row)]
}
