import { counted, type ArchiveEntry, type Passed } from '~/platform/exports/archive.server'
import { standardDialect, streamCsv, type Cell } from '~/platform/exports/csv-stream'
import type { Report } from '../report'
import { periodText } from './asked'
import { describeRequest } from './describe-request'
import { documentation } from './documentation'
import type { FieldType } from './tables'
import type { Words } from './words'

// A Frictionless Data Package (specs.frictionlessdata.io): tables as CSV, and a description of them that programs can read.

/** A column as the description of a table has it. */
export interface PackageField {
  name: string
  type: FieldType
  title: string
  description: string
}

/** A table of a package. */
export interface PackageTable {
  /** Small letters and hyphens. */
  name: string
  title: string
  description: string
  fields: readonly PackageField[]
  primaryKey?: string
  /** Its rows, or all of it as CSV with commas. */
  rows: { batches: Iterable<readonly (readonly Cell[])[]> } | { csv: AsyncIterable<Uint8Array> }
}

type Source = Pick<Report, 'request' | 'provenance' | 'organisationNames'>

/** The files of a package. Its description comes last: it tells how long each table is, and its SHA-256. */
export async function* packageEntries(source: Source, tables: readonly PackageTable[], words: Words): AsyncGenerator<ArchiveEntry> {
  const resources: object[] = []
  for (const table of tables) {
    const path = `data/${table.name}.csv`
    let passed: Passed | undefined
    const content = counted(csvOf(table), (result) => (passed = result))
    yield { path, content }
    resources.push(resourceOf(table, path, passed))
  }
  yield { path: 'datapackage.json', content: `${JSON.stringify(descriptor(source, resources, words), null, 2)}\n` }
}

function csvOf({ fields, rows }: PackageTable): AsyncIterable<Uint8Array> {
  const columns = fields.map(({ name }) => name)
  return 'csv' in rows ? rows.csv : streamCsv(columns, rows.batches, standardDialect)
}

function resourceOf({ name, title, description, fields, primaryKey }: PackageTable, path: string, passed: Passed | undefined) {
  return {
    name,
    path,
    profile: 'tabular-data-resource',
    title,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    ...(passed && { bytes: passed.bytes, hash: `sha256:${passed.sha256}` }),
    schema: {
      fields: fields.map((field) => ({ ...field, ...(field.description ? {} : { description: field.title }) })),
      missingValues: [''],
      ...(primaryKey && { primaryKey }),
    },
  }
}

const openLicence = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0',
}

function descriptor(source: Source, resources: object[], words: Words) {
  const { request, provenance } = source
  const { title, sessionsTitle, description, licence } = words.file
  const period = periodText(request, words)
  return {
    profile: 'tabular-data-package',
    name: `leerkring-${request.shape}`,
    title: `${request.shape === 'figures' ? title : sessionsTitle}, ${period}`,
    description: `${description[request.disclosure]} ${licence[request.disclosure]}`,
    // Of the moment of which it tells, so that the same question gives the same package.
    created: provenance.asOf,
    ...(request.disclosure === 'public' && { licenses: [openLicence] }),
    sources: [{ title: `Leerkring ${provenance.version}: ${describeRequest(request)}` }],
    leerkring: documentation(source, words),
    resources,
  }
}
