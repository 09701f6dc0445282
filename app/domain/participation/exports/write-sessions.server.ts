import { writeArchive } from '~/platform/exports/archive.server'
import { standardDialect, writeTail, type Dialect } from '~/platform/exports/csv-stream'
import { SharedCells, type LineRows, type SheetColumn } from '~/platform/exports/xlsx-parts'
import { readyCell } from '~/platform/exports/xlsx-text'
import { writeXlsx } from '~/platform/exports/xlsx.server'
import type { Provenance } from '../report'
import type { ReportRequest } from '../request'
import { sessionsIn, type SessionBatch } from '../session-batch'
import { cellsOfSession, ownCells, sessionColumns, type CellKind, type SessionCell } from '../session-columns'
import { askedLines } from './asked'
import { definitionsPath, describeRequest } from './describe-request'
import { documentation } from './documentation'
import { streamJson } from './json-stream'
import { packageEntries, type PackageField } from './package.server'
import { provenanceSheet } from './figures-xlsx.server'
import { sessionsText } from './sessions-csv'
import { onceForGroup, onceForText } from './once-for-group'
import type { FieldType } from './tables'
import { wordsOf, type Words } from './words'

export interface SessionSource {
  request: ReportRequest
  provenance: Provenance
  /** Names of organisations, by id. */
  organisationNames: Record<string, string>
}

type Batches = AsyncIterable<SessionBatch>

/**
 * Writes the sessions shape while its rows come in: nothing of it is held longer than a batch.
 * @returns the bytes of the file; whoever stops reading ends `batches` too
 */
export function writeSessions(
  source: SessionSource,
  batches: Batches,
  format: 'csv' | 'xlsx' | 'json' | 'zip',
  { language, dialect = standardDialect }: { language: 'nl' | 'en'; dialect?: Dialect },
): AsyncIterable<Uint8Array> {
  const words = wordsOf(language)
  if (format === 'csv') return sessionsCsv(source, batches, words, dialect)
  if (format === 'xlsx') return sessionsXlsx(source, batches, words)
  return format === 'json' ? sessionsJson(source, batches, words) : sessionsPackage(source, batches, words)
}

const columnNames = sessionColumns.map(({ name }) => name)

function sessionsCsv({ request, provenance }: SessionSource, batches: Batches, { language }: Words, dialect: Dialect) {
  const { asOf, version } = provenance
  const always = writeTail([asOf, version, describeRequest(request), definitionsPath(language)], dialect)
  return sessionsText([...columnNames, 'asOf', 'version', 'request', 'definitions'], batches, dialect, always)
}

const widths: Record<CellKind, number> = { text: 18, day: 13, count: 11 }
const wide = new Set(['groupName', 'municipality', 'organisation'])

function sessionsXlsx(source: SessionSource, batches: Batches, words: Words) {
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
      { name: sheets.sessions, columns, batches: sheetRows(batches) },
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

/** Rows for a sheet. What is the same in every session of a group is made into XML once, and so are words that many groups share. */
async function* sheetRows(batches: Batches): AsyncGenerator<LineRows> {
  const shared = onceForText(readyCell)
  const ready = (cell: SessionCell, index: number) =>
    cell === null ? null : typeof cell === 'string' && index >= ownCells ? shared(cell) : readyCell(String(cell))
  const group = onceForGroup(({ cells }) => new SharedCells(cells.map(ready)))
  for await (const { bytes, groups, places } of batches) {
    yield { length: groups.length, bytes, places, shared: (row) => group(groups[row]!) }
  }
}

async function* objectsOf(batches: Batches): AsyncGenerator<Record<string, SessionCell>[]> {
  for await (const batch of batches) {
    yield sessionsIn(batch).map((row) => {
      const cells = cellsOfSession(row)
      return Object.fromEntries(columnNames.map((name, index) => [name, cells[index] ?? null]))
    })
  }
}

function sessionsJson(source: SessionSource, batches: Batches, words: Words) {
  const head = { title: words.file.sessionsTitle, ...documentation(source, words), columns: fieldsOf(words) }
  return streamJson(head, 'sessions', objectsOf(batches))
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

function sessionsPackage(source: SessionSource, batches: Batches, words: Words) {
  const { sheets, resources } = words.file
  const table = {
    name: 'sessions',
    title: sheets.sessions,
    description: resources.sessions,
    fields: fieldsOf(words),
    primaryKey: 'session',
    rows: { csv: sessionsText(columnNames, batches, standardDialect) },
  }
  return writeArchive(packageEntries(source, [table], words))
}
