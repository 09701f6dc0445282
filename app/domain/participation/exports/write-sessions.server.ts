import { writeArchive } from '~/platform/exports/archive.server'
import { standardDialect, streamCsv, writeTail, type Dialect } from '~/platform/exports/csv-stream'
import type { SheetColumn } from '~/platform/exports/xlsx-parts'
import { writeXlsx } from '~/platform/exports/xlsx.server'
import type { Provenance } from '../report'
import type { ReportRequest } from '../request'
import { sessionColumns, type CellKind, type SessionCell } from '../session-columns'
import { askedLines } from './asked'
import { definitionsPath, describeRequest } from './describe-request'
import { documentation } from './documentation'
import { streamJson } from './json-stream'
import { packageEntries, type PackageField } from './package.server'
import { provenanceSheet } from './figures-xlsx.server'
import type { FieldType } from './tables'
import { wordsOf, type Words } from './words'

export interface SessionSource {
  request: ReportRequest
  provenance: Provenance
  /** Names of organisations, by id. */
  organisationNames: Record<string, string>
}

type Rows = AsyncIterable<SessionCell[][]>

/**
 * Writes the sessions shape while its rows come in: nothing of it is held longer than a batch.
 * @param rows batches of rows, cells in the order of `sessionColumns`
 * @returns the bytes of the file; whoever stops reading ends `rows` too
 */
export function writeSessions(
  source: SessionSource,
  rows: Rows,
  format: 'csv' | 'xlsx' | 'json' | 'zip',
  { language, dialect = standardDialect }: { language: 'nl' | 'en'; dialect?: Dialect },
): AsyncIterable<Uint8Array> {
  const words = wordsOf(language)
  if (format === 'csv') return sessionsCsv(source, rows, words, dialect)
  if (format === 'xlsx') return sessionsXlsx(source, rows, words)
  return format === 'json' ? sessionsJson(source, rows, words) : sessionsPackage(source, rows, words)
}

const columnNames = sessionColumns.map(({ name }) => name)

function sessionsCsv({ request, provenance }: SessionSource, rows: Rows, { language }: Words, dialect: Dialect) {
  const { asOf, version } = provenance
  const always = writeTail([asOf, version, describeRequest(request), definitionsPath(language)], dialect)
  return streamCsv([...columnNames, 'asOf', 'version', 'request', 'definitions'], rows, dialect, always)
}

const widths: Record<CellKind, number> = { text: 18, day: 13, count: 11 }
const wide = new Set(['groupName', 'municipality', 'organisation'])

function sessionsXlsx(source: SessionSource, rows: Rows, words: Words) {
  const { sessionsTitle, sheets, headings } = words.file
  const columns = sessionColumns.map(({ name, kind }): SheetColumn => ({
    heading: words.columnName(name),
    width: wide.has(name) ? 30 : widths[kind],
    style: kind,
  }))
  return writeXlsx({
    title: sessionsTitle,
    language: words.language,
    creator: `Leerkring ${source.provenance.version}`,
    created: source.request.asOf,
    sheets: [
      { name: sheets.sessions, columns, batches: rows },
      {
        name: sheets.definitions,
        columns: [
          { heading: headings.about, width: 34, style: 'prose' },
          { heading: headings.definition, width: 100, style: 'prose' },
        ],
        batches: [
          columnNames.map((name) => [words.columnName(name), words.columnDefinition(name)]),
          words.rules(source.request.disclosure).map((rule) => [headings.rule, rule]),
        ],
      },
      provenanceSheet(askedLines(source, words), words),
    ],
  })
}

async function* objectsOf(rows: Rows): AsyncGenerator<Record<string, SessionCell>[]> {
  for await (const batch of rows) {
    yield batch.map((row) => Object.fromEntries(columnNames.map((name, index) => [name, row[index] ?? null])))
  }
}

function sessionsJson(source: SessionSource, rows: Rows, words: Words) {
  const head = { title: words.file.sessionsTitle, ...documentation(source, words), columns: fieldsOf(words) }
  return streamJson(head, 'sessions', objectsOf(rows))
}

const types: Record<CellKind, FieldType> = { text: 'string', day: 'date', count: 'integer' }

function fieldsOf(words: Words): PackageField[] {
  return sessionColumns.map(({ name, kind }) => ({
    name,
    type: types[kind],
    title: words.columnName(name),
    description: words.columnDefinition(name),
  }))
}

function sessionsPackage(source: SessionSource, rows: Rows, words: Words) {
  const { sheets, resources } = words.file
  const table = {
    name: 'sessions',
    title: sheets.sessions,
    description: resources.sessions,
    fields: fieldsOf(words),
    primaryKey: 'session',
    batches: rows,
  }
  return writeArchive(packageEntries(source, [table], words))
}
