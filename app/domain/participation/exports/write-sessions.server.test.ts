import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readCsv } from '~/platform/exports/csv'
import { standardDialect, streamCsv } from '~/platform/exports/csv-stream'
import { isFormula, readStrictCsv } from '~/platform/exports/rfc4180.testing'
import { collect, unzip } from '~/platform/exports/zip.testing'
import { IdIndex } from '../id-index'
import { splitSessions, type SessionBatch } from '../session-batch'
import { cellsOfSession, sessionColumns, type SessionCell, type SessionGroup, type SessionRow } from '../session-columns'
import { faultsOfPackage } from './data-package.testing'
import { describeRequest } from './describe-request'
import { sampleReport, sampleRequest } from './sample-report.testing'
import { writeSessions, type SessionSource } from './write-sessions.server'

const formats = ['csv', 'xlsx', 'json', 'zip'] as const
const names = sessionColumns.map(({ name }) => name)
const source: SessionSource = {
  request: { ...sampleRequest, by: [], shape: 'sessions', disclosure: 'exact' },
  provenance: sampleReport.provenance,
  organisationNames: sampleReport.organisationNames,
}

const groups = [0, 1, 2, 3].map((index): SessionGroup => {
  const name = index === 1 ? '=SOM(A1)' : `Groep; "${index}"`
  const place = ['GM0518', "'s-Gravenhage", 'Zuid-Holland']
  return { number: index, cells: [`group-${index}`, name, 'opvoeding', 'parents', 'Movisie', ...place, 'ar+nl', 'mothers'] }
})

function rowOf(index: number): SessionRow {
  const session = `5e551011-0000-4000-8000-${String(index).padStart(12, '0')}`
  const [present, first] = [5 + (index % 6), index % 8 === 0 ? 5 : 1]
  const ages = index % 2 ? ['', '', '', '', ''] : [1, 2, 1, 1, present - 5]
  const rest = [present, first, present - 1, 0, 1, ...ages, '2024-03-06', 1].join(',')
  return { session, date: '2024-03-05', group: groups[index % 4]!, rest }
}

test('cells of a session are those of its columns', () => {
  const cells = cellsOfSession(rowOf(1))
  expect(cells).toHaveLength(names.length)
  for (const [index, { kind }] of sessionColumns.entries()) {
    const cell = cells[index]
    if (cell !== null) expect(typeof cell).toBe(kind === 'count' ? 'number' : 'string')
    if (kind === 'day') expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
  expect(cells.filter((cell) => cell === null)).toHaveLength(5)
})

const byId = { groups, index: new IdIndex(groups.map((_, index) => String(index))) }

/** As the database gives them. */
function batchOf(rows: SessionRow[]): SessionBatch {
  const lines = rows.map(({ session, date, group, rest }) => `${session},${date},${groups.indexOf(group)},${rest}\n`)
  return splitSessions(Buffer.from(lines.join('')), byId)
}

async function* batches(sizes: number[], closed?: () => void): AsyncGenerator<SessionBatch> {
  let from = 0
  try {
    for (const size of sizes) {
      yield await Promise.resolve(batchOf(Array.from({ length: size }, (_, index) => rowOf(from + index))))
      from += size
    }
  } finally {
    closed?.()
  }
}

const write = (format: (typeof formats)[number], sizes: number[]) =>
  collect(writeSessions(source, batches(sizes), format, { language: 'nl' }))

test.each(formats)('as %s is the same bytes every time', async (format) => {
  const one = await write(format, [3, 2])
  expect((await write(format, [3, 2])).equals(one)).toBe(true)
  expect((await write(format, [4, 2])).equals(one)).toBe(false)
})

test('as CSV has a row a session, with where it comes from', async () => {
  const [header, ...rows] = readCsv(String(await write('csv', [2, 1])), ',').records
  expect(header).toEqual([...names, 'asOf', 'version', 'request', 'definitions'])
  expect(rows).toHaveLength(3)
  const tail = ['2024-12-31T23:00:00.000Z', '0.1.0', describeRequest(source.request), '/nl/report/definitions']
  for (const [index, row] of rows.entries()) {
    const expected = cellsOfSession(rowOf(index)).map((cell) => (cell === null ? '' : String(cell).replace(/^=/, "'=")))
    expect(row).toEqual([...expected, ...tail])
  }
})

test.each([standardDialect, { delimiter: ';', byteOrderMark: true } as const])(
  'as CSV is what its cells would be one by one: %j',
  async (dialect) => {
    const { request, provenance } = source
    const rows = Array.from({ length: 40 }, (_, index) => [
      ...cellsOfSession(rowOf(index)),
      ...[provenance.asOf, provenance.version, describeRequest(request), '/nl/report/definitions'],
    ])
    const expected = await collect(streamCsv([...names, 'asOf', 'version', 'request', 'definitions'], [rows], dialect))
    expect(await collect(writeSessions(source, batches([7, 33]), 'csv', { language: 'nl', dialect }))).toEqual(expected)
  },
)

test('as JSON has objects, also when there are none', async () => {
  const read = JSON.parse(String(await write('json', [1, 1]))) as { sessions: Record<string, SessionCell>[]; columns: { name: string }[] }
  expect(read.sessions).toEqual(
    [0, 1].map((index) => Object.fromEntries(cellsOfSession(rowOf(index)).map((cell, at) => [names[at], cell] as const)) as object),
  )
  expect(read.columns.map(({ name }) => name)).toEqual(names)
  expect(JSON.parse(String(await write('json', []))) as object).toMatchObject({ sessions: [], request: { shape: 'sessions' } })
})

test('as a workbook has days as days and counts as numbers', async () => {
  const files = await unzip(await write('xlsx', [2]))
  const sheet = String(files.get('xl/worksheets/sheet1.xml'))
  expect(sheet).toContain('<c r="B2" s="4"><v>45356</v></c>')
  expect(sheet).toContain('<c r="M2" s="1"><v>5</v></c>')
  expect(sheet).toContain('<c r="D3" t="inlineStr"><is><t>=SOM(A1)</t></is></c>')
  expect(sheet).toContain('<t>Voor het eerst</t>')
  expect(String(files.get('xl/workbook.xml'))).toContain('name="Herkomst"')
})

test('as a data package says how long its table is', async () => {
  const files = await unzip(await write('zip', [2, 3]))
  const { resources, licenses } = JSON.parse(String(files.get('datapackage.json'))) as {
    resources: Record<string, unknown>[]
    licenses?: unknown
  }
  const table = files.get('data/sessions.csv')!
  expect(licenses).toBeUndefined()
  expect(resources).toHaveLength(1)
  expect(resources[0]).toMatchObject({
    path: 'data/sessions.csv',
    bytes: table.length,
    hash: `sha256:${createHash('sha256').update(table).digest('hex')}`,
    schema: { primaryKey: 'session' },
  })
  expect(readCsv(String(table), ',').records).toHaveLength(6)
  expect(faultsOfPackage(files)).toEqual([])
})

test.each(formats)('as %s ends the reading of rows when nobody wants more of it', async (format) => {
  let closed = false
  const rows = batches(
    Array.from({ length: 400 }, () => 500),
    () => (closed = true),
  )
  let pieces = 0
  for await (const piece of writeSessions(source, rows, format, { language: 'en' })) {
    expect(piece.length).toBeGreaterThan(0)
    pieces += 1
    if (pieces === 12) break
  }
  expect(closed).toBe(true)
})

test.each(formats)('as %s breaks off with a fault of the database, and does not look whole', async (format) => {
  async function* broken(): AsyncGenerator<SessionBatch> {
    yield* batches([500, 500])
    throw new Error('the database went away')
  }
  const read: Uint8Array[] = []
  const writing = (async () => {
    for await (const piece of writeSessions(source, broken(), format, { language: 'nl' })) read.push(piece)
  })()
  await expect(writing).rejects.toThrow('the database went away')
  const text = String(Buffer.concat(read))
  if (format === 'json') expect(() => JSON.parse(text) as unknown).toThrow()
  // What a zip holds stands at its end, and so does what makes a workbook of it.
  if (format === 'zip' || format === 'xlsx') await expect(unzip(Buffer.concat(read))).rejects.toThrow()
})

test('as CSV keeps to RFC 4180 in both dialects, and holds nothing that is worked out', async () => {
  for (const dialect of [standardDialect, { delimiter: ';', byteOrderMark: false } as const]) {
    const text = String(await collect(writeSessions(source, batches([9]), 'csv', { language: 'nl', dialect })))
    const rows = readStrictCsv(text, dialect.delimiter)
    expect(rows).toHaveLength(10)
    expect(rows.flat().filter(isFormula)).toEqual([])
    expect(rows[1]![3]).toBe('Groep; "0"')
  }
})
