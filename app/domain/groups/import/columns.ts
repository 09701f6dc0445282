import { searchNameOf } from '../search-name'

/** The columns of a spreadsheet with groups and their sessions, by their names in every language. */
export const columns = [
  'group',
  'programme',
  'kind',
  'organisation',
  'municipality',
  'place',
  'audience',
  'languages',
  'trainer',
  'date',
  'startsAt',
  'present',
  'firstTime',
  'women',
  'men',
  'unknown',
  'ageUnder25',
  'age25to39',
  'age40to54',
  'age55plus',
  'ageUnknown',
  'topic',
  'note',
] as const
export type ColumnName = (typeof columns)[number]

/** Without these there is nothing to bring in. The others may be left out where their cells would be empty. */
export const neededColumns: ColumnName[] = ['group', 'date', 'present', 'firstTime', 'women', 'men']

// What people write above a column in Dutch.
const dutch: Record<ColumnName, string[]> = {
  group: ['groep', 'groepsnaam', 'naam groep'],
  programme: ['programma', 'actielijn'],
  kind: ['soort', 'soort groep'],
  organisation: ['organisatie'],
  municipality: ['gemeente'],
  place: ['plaats', 'locatie'],
  audience: ['doelgroep'],
  languages: ['talen', 'taal'],
  trainer: ['trainers', 'begeleider', 'gebruikersnaam'],
  date: ['datum', 'dag'],
  startsAt: ['tijd', 'begintijd'],
  present: ['aanwezig', 'aantal aanwezig', 'aantal aanwezigen'],
  firstTime: ['eerste keer', 'voor het eerst', 'nieuw'],
  women: ['vrouwen'],
  men: ['mannen'],
  unknown: ['onbekend'],
  ageUnder25: ['tot 25', 'jonger dan 25'],
  age25to39: ['25-39', '25 tot 39', '25 t/m 39'],
  age40to54: ['40-54', '40 tot 54', '40 t/m 54'],
  age55plus: ['55+', '55 plus', '55 en ouder'],
  ageUnknown: ['leeftijd onbekend'],
  topic: ['onderwerp', 'thema'],
  note: ['opmerking', 'opmerkingen'],
}

/** A word without capitals, accents, spaces and other signs, to compare what people type. */
export function wordOf(text: string): string {
  return searchNameOf(text).replaceAll(' ', '')
}

const byWord = new Map(columns.flatMap((name) => [name, ...dutch[name]].map((word) => [wordOf(word), name] as const)))

/** Which column a heading means; null for another one. */
export function findColumn(heading: string): ColumnName | null {
  return byWord.get(wordOf(heading)) ?? null
}
