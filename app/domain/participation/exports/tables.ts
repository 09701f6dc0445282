import type { SheetCell, SheetColumn } from '~/platform/exports/xlsx-parts'
import { findMunicipality } from '~/content/municipalities'
import { dimensions, type Dimension, type Place } from '../dimensions'
import { getIndicator, indicators, type IndicatorCode, type Unit } from '../indicators'
import type { Figure, Report, Trust } from '../report'
import type { Words } from './words'

// The tables of a report, each as columns that know how to read a row: the same ones make CSV, JSON, the data package and
// the spreadsheet, so that these cannot tell different things.

type Cell = string | number | null
export type FieldType = 'string' | 'integer' | 'number' | 'date' | 'datetime'

/** A column for programs: its name is the same in every language. */
export interface Field<Row> {
  name: string
  type: FieldType
  title: (words: Words) => string
  description: (words: Words) => string
  of: (row: Row) => Cell
}

const named = (column: string) => ({
  title: (words: Words) => words.columnName(column),
  description: (words: Words) => words.columnDefinition(column),
})

const headed = (heading: keyof Words['file']['headings'], text: (words: Words) => string = () => '') => ({
  title: (words: Words) => words.file.headings[heading],
  description: text,
})

/** The name of a municipality besides its code. */
function municipalityName(code: string | undefined): string | null {
  return code ? (findMunicipality(code)?.name ?? code) : null
}

/** The columns of the figures shape. All dimensions are always there, so that files of several reports can be put together. */
export function figureFields({ organisationNames }: Pick<Report, 'organisationNames'>): Field<Figure>[] {
  const at = (name: keyof Place): Field<Figure> => ({ name, type: 'string', ...named(name), of: (figure) => figure.at[name] ?? null })
  return [
    { name: 'indicator', type: 'string', ...headed('indicator'), of: (figure) => figure.indicator },
    at('period'),
    at('programme'),
    at('kind'),
    at('organisation'),
    {
      name: 'organisationName',
      type: 'string',
      ...headed('organisationName'),
      of: ({ at: { organisation } }) => (organisation ? (organisationNames[organisation] ?? null) : null),
    },
    { ...at('municipality'), name: 'municipalityCode', ...named('municipalityCode') },
    { name: 'municipality', type: 'string', ...named('municipality'), of: (figure) => municipalityName(figure.at.municipality) },
    at('province'),
    at('language'),
    at('audience'),
    at('background'),
    at('sex'),
    { name: 'value', type: 'number', ...headed('value'), of: (figure) => figure.value },
    { name: 'status', type: 'string', ...headed('status', statuses), of: (figure) => figure.status },
    { name: 'unit', type: 'string', ...headed('unit', units), of: (figure) => getIndicator(figure.indicator).unit },
  ]
}

const statuses = (words: Words) =>
  (['exact', 'rounded', 'withheld', 'none'] as const).map((status) => `${status}: ${words.status(status)}`).join('; ')
const units = (words: Words) => (Object.keys(words.file.units) as Unit[]).map((unit) => `${unit}: ${words.file.units[unit]}`).join('; ')

type Target = Report['targets'][number]

/** The columns of targets. */
export function targetFields({ organisationNames }: Pick<Report, 'organisationNames'>): Field<Target>[] {
  return [
    { name: 'indicator', type: 'string', ...headed('indicator'), of: (target) => target.indicator },
    { name: 'from', type: 'date', ...headed('from'), of: (target) => target.from },
    { name: 'to', type: 'date', ...headed('to'), of: (target) => target.to },
    { name: 'programme', type: 'string', ...named('programme'), of: (target) => target.programme },
    { name: 'kind', type: 'string', ...named('kind'), of: (target) => target.kind },
    { name: 'organisation', type: 'string', ...named('organisation'), of: (target) => target.organisation },
    {
      name: 'organisationName',
      type: 'string',
      ...headed('organisationName'),
      of: ({ organisation }) => (organisation ? (organisationNames[organisation] ?? null) : null),
    },
    { name: 'municipalityCode', type: 'string', ...named('municipalityCode'), of: (target) => target.municipality },
    { name: 'municipality', type: 'string', ...named('municipality'), of: (target) => municipalityName(target.municipality ?? undefined) },
    { name: 'background', type: 'string', ...named('background'), of: (target) => target.background },
    { name: 'target', type: 'number', ...headed('target'), of: (target) => target.target },
    { name: 'actual', type: 'number', ...headed('actual'), of: (target) => target.actual },
    { name: 'status', type: 'string', ...headed('status', statuses), of: (target) => target.status },
    { name: 'source', type: 'string', ...headed('source'), of: (target) => target.source },
  ]
}

/** Fields of the quality of the data, in the order in which they are told. */
export const trustFields = [
  'registered',
  'notRegistered',
  'late',
  'corrected',
  'sexUnknown',
  'sameDay',
  'groupsWithout',
] as const satisfies (keyof Trust)[]

/** Steps of the cascade, in order. */
export const cascadeSteps = ['cohorts', 'trained', 'active', 'groups', 'sessions', 'people'] as const satisfies (keyof Report['cascade'])[]

/** The indicators that have a figure or a target in a report, in the order of the list. */
export function indicatorsOf({ figures, targets }: Pick<Report, 'figures' | 'targets'>): IndicatorCode[] {
  const there = new Set<IndicatorCode>([...figures, ...targets].map(({ indicator }) => indicator))
  return indicators.map(({ code }) => code).filter((code) => there.has(code))
}

/** Where a target holds, in words: "Opvoeding en zelfbeschikking, Amsterdam". */
export function targetScope(target: Target, words: Words, organisationNames: Record<string, string>): string {
  const { programme, kind, organisation, municipality, background } = target
  const parts = [
    programme && words.value('programme', programme),
    kind && words.value('kind', kind),
    organisation && (organisationNames[organisation] ?? organisation),
    municipality && words.value('municipality', municipality),
    background && words.value('background', background),
  ].filter((part) => part !== null && part !== '')
  return parts.length > 0 ? parts.join(', ') : words.file.everything
}

// In a spreadsheet people read words, and only the dimensions that the report is split by.

const widths: Record<keyof Place, number> = {
  period: 12,
  programme: 28,
  kind: 22,
  organisation: 30,
  municipality: 24,
  province: 16,
  language: 24,
  audience: 22,
  background: 28,
  sex: 14,
}

/** A value in the style of its unit. */
export function sheetValue(value: number | null, unit: Unit): SheetCell {
  if (value === null) return null
  return { number: value, style: unit === 'share' ? 'percent' : unit === 'mean' ? 'decimal' : 'count' }
}

/** The figures as a sheet: its columns, and how a figure is a row of it. */
export function figureSheet(report: Report, words: Words): { columns: SheetColumn[]; row: (figure: Figure) => SheetCell[] } {
  const { headings } = words.file
  const used = (['period', ...dimensions, 'sex'] as (Dimension | 'period' | 'sex')[]).filter((name) =>
    report.figures.some(({ at }) => at[name] !== undefined),
  )
  const columns: SheetColumn[] = [
    { heading: headings.indicator, width: 40, style: 'text' },
    ...used.map((name) => ({ heading: words.columnName(name), width: widths[name], style: 'text' as const })),
    { heading: headings.value, width: 12, style: 'count' },
    { heading: headings.unit, width: 16, style: 'text' },
    { heading: headings.status, width: 18, style: 'text' },
    { heading: headings.code, width: 26, style: 'text' },
  ]
  const inWords = (name: keyof Place, value: string | undefined) => {
    if (value === undefined) return null
    return name === 'organisation' ? (report.organisationNames[value] ?? value) : words.value(name, value)
  }
  const row = ({ indicator, at, value, status }: Figure): SheetCell[] => {
    const { unit } = getIndicator(indicator)
    return [
      words.name(indicator),
      ...used.map((name) => inWords(name, at[name])),
      sheetValue(value, unit),
      words.file.units[unit],
      words.status(status),
      indicator,
    ]
  }
  return { columns, row }
}
