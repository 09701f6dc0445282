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
