import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { readCsv } from '~/platform/exports/csv'
import { readPdf } from '~/platform/exports/pdf.testing'
import { reportDocument } from '~/platform/exports/report-sheet.server'
import { typesetPdf, typesetPdfWith } from '~/platform/exports/typeset.server'
import { Typesetter } from '~/platform/exports/typesetter.server'
import { collect, unzip } from '~/platform/exports/zip.testing'
import type { Report } from '../report'
import { formats, type Format } from '../request'
import { describeRequest } from './describe-request'
import { reportSheet } from './figures-pdf.server'
import { faultsOfPackage } from './data-package.testing'
import { sampleOrganisation, sampleReport } from './sample-report.testing'
import { wordsOf } from './words'
import { writeFigures } from './write-figures.server'

const write = (format: Format, language: 'nl' | 'en' = 'nl', report: Report = sampleReport) =>
  collect(writeFigures(report, format, { language }))
const exactReport: Report = { ...sampleReport, request: { ...sampleReport.request, disclosure: 'exact' }, loss: null }

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test.each(formats)('a report as %s is the same bytes every time, in every time zone', async (format) => {
  process.env['TZ'] = 'Pacific/Auckland'
  const one = await write(format)
  process.env['TZ'] = 'America/Los_Angeles'
  const other = await write(format)
  expect(one.length).toBeGreaterThan(1000)
  expect(other.equals(one)).toBe(true)
  expect((await write(format, 'en')).equals(one)).toBe(false)
})

/** Rows of a table by the names of its columns. */
function tableOf(text: string, delimiter: ',' | ';' = ',') {
  const [names = [], ...rows] = readCsv(text, delimiter).records
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])))
}

describe('as CSV', () => {
  test('is tidy: a row a figure, with where it comes from', async () => {
    const rows = tableOf(String(await write('csv')))
    expect(rows).toHaveLength(sampleReport.figures.length)
    for (const [index, { indicator, at, value, status }] of sampleReport.figures.entries()) {
      expect(rows[index]).toMatchObject({
        indicator,
        period: at.period ?? '',
        municipalityCode: at.municipality ?? '',
        sex: at.sex ?? '',
        value: value === null ? '' : String(value),
        status,
        definition: wordsOf('nl').definition(indicator),
        asOf: '2024-12-31T23:00:00.000Z',
        version: '0.1.0',
        request: describeRequest(sampleReport.request),
      })
    }
    expect(rows.find(({ municipalityCode }) => municipalityCode === 'GM0518')).toMatchObject({ municipality: "'s-Gravenhage" })
    expect(rows.at(-1)).toMatchObject({ organisation: sampleOrganisation, organisationName: 'Stichting “Samen & Verder” <Amsterdam>' })
  })

  test('can be what a Dutch Excel opens', async () => {
    const dialect = { delimiter: ';', byteOrderMark: true } as const
    const text = String(await collect(writeFigures(sampleReport, 'csv', { language: 'nl', dialect })))
    expect(text.startsWith('\ufeffindicator;period;')).toBe(true)
    expect(tableOf(text, ';').find(({ indicator }) => indicator === 'group-size-mean')?.['value']).toBe('7,4')
  })
})

test('as JSON it can be read back', async () => {
  const read = JSON.parse(String(await write('json', 'en'))) as Record<string, unknown> & { figures: object[]; targets: object[] }
  expect(read).toMatchObject({
    language: 'en',
    licence: 'CC-BY-4.0',
    request: { query: describeRequest(sampleReport.request), disclosure: 'public' },
    provenance: { asOf: '2024-12-31T23:00:00.000Z', version: '0.1.0' },
    trust: sampleReport.trust,
    cascade: sampleReport.cascade,
    loss: sampleReport.loss,
  })
  expect(read.figures).toHaveLength(sampleReport.figures.length)
  expect(read.figures).toContainEqual({ indicator: 'people-reached', period: '2023-Q1', value: null, status: 'withheld', unit: 'people' })
  expect(read.targets).toContainEqual(expect.objectContaining({ target: 10, actual: null, municipality: 'Amsterdam' }))
  const none = JSON.parse(String(await write('json', 'nl', { ...exactReport, figures: [] }))) as object
  expect(none).toMatchObject({ figures: [], licence: null })
})

describe('as a workbook', () => {
  test('has a sheet for each thing that a reader looks for', async () => {
    const files = await unzip(await write('xlsx'))
    const names = [...String(files.get('xl/workbook.xml')).matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['Cijfers', 'Streefcijfers', 'Definities', 'Kwaliteit', 'Herkomst'])
    const english = await unzip(await write('xlsx', 'en'))
    expect(String(english.get('xl/workbook.xml'))).toContain('<sheet name="Provenance"')
    expect(String(files.get('xl/worksheets/sheet5.xml'))).toContain(describeRequest(sampleReport.request).replaceAll('&', '&amp;'))
  })

  test('says what is withheld in words, and keeps no value of it', async () => {
    const files = await unzip(await write('xlsx'))
    const rows = [...String(files.get('xl/worksheets/sheet1.xml')).matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)].map(([, , cells]) => cells!)
    expect(rows).toHaveLength(sampleReport.figures.length + 1)
    const withheld = rows.filter((cells) => cells.includes('<t>afgeschermd</t>'))
    expect(withheld).toHaveLength(sampleReport.figures.filter(({ status }) => status === 'withheld').length)
    for (const cells of withheld) expect(cells).not.toContain('<v>')
    for (const [path, content] of files) expect(`${path} ${String(content)}`).not.toMatch(/<f[ >]/)
  })
})

describe('as a data package', () => {
  interface Resource {
    name: string
    path: string
    bytes: number
    hash: string
    schema: { fields: { name: string; type: string; title: string; description: string }[]; missingValues: string[] }
  }
  const descriptorOf = (files: Map<string, Buffer>) =>
    JSON.parse(String(files.get('datapackage.json'))) as { name: string; licenses?: object[]; resources: Resource[] }

  test('describes each table as it is', async () => {
    const files = await unzip(await write('zip'))
    const { name, resources } = descriptorOf(files)
    expect([...resources.map(({ path }) => path), 'datapackage.json']).toEqual([...files.keys()])
    for (const { name: table, path, bytes, hash, schema } of resources) {
      const content = files.get(path)!
      expect(`${name} ${table}`).toMatch(/^[a-z0-9-]+ [a-z0-9-]+$/)
      expect({ bytes, hash }).toEqual({ bytes: content.length, hash: `sha256:${createHash('sha256').update(content).digest('hex')}` })
      const [header = [], ...rows] = readCsv(String(content), ',').records
      expect(schema.fields.map((field) => field.name)).toEqual(header)
      expect(schema.missingValues).toEqual([''])
      for (const { type, title, description } of schema.fields) {
        expect(['string', 'integer', 'number', 'date']).toContain(type)
        expect(title && description).toBeTruthy()
      }
      for (const row of rows) {
        for (const [index, cell] of row.entries()) if (cell && schema.fields[index]?.type === 'number') expect(Number(cell)).not.toBeNaN()
      }
    }
  })

  test('keeps to the specifications of Frictionless', async () => {
    for (const report of [sampleReport, exactReport, { ...sampleReport, figures: [], targets: [] }]) {
      const files = await unzip(await write('zip', 'en', report))
      expect(faultsOfPackage(files)).toEqual([])
      const spoilt = new Map(files).set('data/figures.csv', Buffer.concat([files.get('data/figures.csv')!, Buffer.from('x')]))
      expect(() => faultsOfPackage(spoilt)).toThrow()
    }
  })

  test('gives an open licence for public figures only', async () => {
    expect(descriptorOf(await unzip(await write('zip'))).licenses).toEqual([expect.objectContaining({ name: 'CC-BY-4.0' })])
    expect(descriptorOf(await unzip(await write('zip', 'nl', exactReport))).licenses).toBeUndefined()
  })
})

describe.each(['nl', 'en'] as const)('as a PDF in %s', (language) => {
  const documentOf = async (report: Report) => reportDocument(await reportSheet(report, wordsOf(language)))

  test('is a few tagged pages with a glyph for every letter', async () => {
    const pdf = readPdf(await typesetPdf({ ...(await documentOf(sampleReport)), strict: true }))
    expect(pdf.pages).toBeGreaterThan(2)
    expect(pdf.pages).toBeLessThan(8)
    expect(pdf.source).toContain(`/Lang (${language})`)
    expect(pdf.source).toContain('pdfuaid')
    expect(pdf.source).toMatch(/\/StructTreeRoot/)
    expect(pdf.source).toMatch(/\/S \/TH\b/)
    expect((pdf.source.match(/\/S \/Figure\b/g) ?? []).length).toBeGreaterThanOrEqual(5)
    // Between the margins of 22 mm, in points.
    for (const { from, to, baseline } of pdf.runs) {
      expect(from).toBeGreaterThan(60)
      // Our reader of PDF takes the numbers of pages, at the foot, for bold ones, which are wider.
      if (baseline > 60) expect(to).toBeLessThan(595 - 60)
    }
  })

  test('stands with nothing in it too', async () => {
    const empty = { ...sampleReport, figures: [], targets: [], trust: { ...sampleReport.trust, registered: 0 } }
    const pdf = readPdf(await typesetPdf({ ...(await documentOf(empty)), strict: true }))
    expect(pdf.pages).toBeGreaterThan(0)
  })
})

test('a PDF is the same from another process of the typesetter', async () => {
  const document = await reportDocument(await reportSheet(sampleReport, wordsOf('nl')))
  const other = new Typesetter()
  const [one, two] = [await typesetPdf(document), await typesetPdfWith(other, document)]
  other.stop()
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
})

test('a PDF of all municipalities stays a few pages, and says that there is more', async () => {
  const codes = Array.from({ length: 342 }, (_, index) => `GM${String(1000 + index)}`)
  const figures = codes.map((municipality, index) => ({
    indicator: 'people-reached' as const,
    at: { municipality },
    value: index * 5,
    status: 'rounded' as const,
  }))
  const sheet = await reportSheet({ ...sampleReport, figures }, wordsOf('nl'))
  const blocks = sheet.sections.flatMap((section) => section.blocks)
  expect(blocks).toContainEqual({ kind: 'small', text: 'Nog 302 rijen staan in de spreadsheet van dezelfde vraag.' })
  const table = blocks.find((block) => block.kind === 'table' && block.columns[0]?.heading === 'Gemeente')
  expect(table).toMatchObject({ rows: expect.arrayContaining([{ cells: ['GM1341', '1.705'] }]) as unknown })
})
