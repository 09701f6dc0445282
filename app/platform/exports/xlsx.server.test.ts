import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellStyle, Sheet, Workbook } from './xlsx-parts'
import { columnLetters, daySerial, textElement } from './xlsx-text'
import { writeXlsx } from './xlsx.server'
import { collect, unzip } from './zip.testing'

const column = (heading: string, style: CellStyle) => ({ heading, width: 12, style })
const sheet = (name: string, batches: Sheet['batches']): Sheet => ({
  name,
  columns: [column('Naam', 'text'), column('Dag', 'day'), column('Aantal', 'count'), column('Uitleg', 'prose')],
  batches,
})
const book = (...sheets: Sheet[]): Workbook => ({
  title: 'Cijfers & meer',
  language: 'nl',
  creator: 'Leerkring 0.1.0',
  created: new Date('2024-12-31T23:00:00Z'),
  sheets,
})

async function partsOf(workbook: Workbook, rowsPerSheet?: number): Promise<Record<string, string>> {
  const files = await unzip(await collect(writeXlsx(workbook, rowsPerSheet)))
  return Object.fromEntries([...files].map(([path, content]) => [path, String(content)]))
}

/** Cells of a sheet by their address. */
function cellsIn(xml: string): Record<string, string> {
  const cells = xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/gs)
  return Object.fromEntries(Array.from(cells, ([, address, attributes, content]) => [address!, `${attributes!.trim()} ${content}`.trim()]))
}

describe('a workbook', () => {
  const rows = [
    ['=1+1', '2024-02-29', 12, 'a & b'],
    [null, null, { number: 0.85, style: 'percent' as const }, ' met\nregels'],
  ]

  test('has texts, days and numbers, and never a formula', async () => {
    const { 'xl/worksheets/sheet1.xml': xml = '', 'xl/styles.xml': styles = '' } = await partsOf(book(sheet('Cijfers', [rows])))
    expect(cellsIn(xml)).toEqual({
      A1: 's="7" t="inlineStr" <is><t>Naam</t></is>',
      B1: 's="7" t="inlineStr" <is><t>Dag</t></is>',
      C1: 's="7" t="inlineStr" <is><t>Aantal</t></is>',
      D1: 's="7" t="inlineStr" <is><t>Uitleg</t></is>',
      A2: 't="inlineStr" <is><t>=1+1</t></is>',
      B2: 's="4" <v>45351</v>',
      C2: 's="1" <v>12</v>',
      D2: 's="6" t="inlineStr" <is><t xml:space="preserve">a &amp; b</t></is>',
      C3: 's="3" <v>0.85</v>',
      D3: 's="6" t="inlineStr" <is><t xml:space="preserve"> met\nregels</t></is>',
    })
    expect(xml).not.toContain('<f')
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    const formats = [...(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => id)
    expect(formats).toHaveLength(8)
    expect(styles).toContain(`<numFmt numFmtId="${formats[4]}" formatCode="dd\\-mm\\-yyyy"/>`)
    expect(styles).toContain(`<numFmt numFmtId="${formats[3]}" formatCode="0%"/>`)
  })

  test('names each of its parts wherever Excel looks for it', async () => {
    const parts = await partsOf(book(sheet('Een', [rows]), sheet('Twee', []), sheet('Drie', [rows])))
    const sheets = Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/'))
    expect(sheets).toEqual(['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml'])
    const types = parts['[Content_Types].xml'] ?? ''
    for (const path of Object.keys(parts).filter((each) => !/rels|Content_Types/.test(each))) expect(types).toContain(`PartName="/${path}"`)
    const targets = [...(parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(/Id="(rId\d)"[^>]*Target="([^"]*)"/g)]
    expect(targets.map(([, id, target]) => [id, target])).toEqual([
      ['rId1', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheets/sheet2.xml'],
      ['rId3', 'worksheets/sheet3.xml'],
      ['rId4', 'styles.xml'],
    ])
    expect(parts['xl/workbook.xml']).toContain('<sheet name="Twee" sheetId="2" r:id="rId2"/>')
    expect(parts['docProps/core.xml']).toContain('<dc:title>Cijfers &amp; meer</dc:title>')
    expect(parts['docProps/core.xml']).toContain('>2024-12-31T23:00:00Z</dcterms:modified>')
  })

  test('goes on in a next sheet where one is full', async () => {
    const many = Array.from({ length: 7 }, (_, index) => [`rij ${index}`, null, index, null])
    const parts = await partsOf(book(sheet('Groep/bijeenkomst', [many.slice(0, 5), [], many.slice(5)]), sheet('Einde', [])), 4)
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['Groep bijeenkomst', 'Groep bijeenkomst (2)', 'Groep bijeenkomst (3)', 'Einde'])
    const counts = [1, 2, 3].map((number) => (parts[`xl/worksheets/sheet${number}.xml`]?.match(/<row /g) ?? []).length)
    expect(counts).toEqual([4, 4, 2])
    expect(cellsIn(parts['xl/worksheets/sheet3.xml'] ?? '')['A2']).toContain('rij 6')
  })

  test('is the same however its rows come in', async () => {
    const many = Array.from({ length: 500 }, (_, index) => [`rij ${index % 7}`, '2024-01-01', index, null])
    const whole = await collect(writeXlsx(book(sheet('A', [many]))))
    const parts = await collect(writeXlsx(book(sheet('A', [many.slice(0, 3), many.slice(3)]))))
    expect(parts.equals(whole)).toBe(true)
  })
})

describe('a text in a cell', () => {
  /** What Excel makes of it. */
  const read = (element: string) =>
    (/^<t(?: xml:space="preserve")?>(.*)<\/t>$/s.exec(element)?.[1] ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&')
      .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

  const notInXml = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu

  test('is what it was, without what XML cannot hold', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('_x000D_', '<b>&amp;</b>', ' ', 'a\r\nb', '\u0000\ud800x'),
    )
    fc.assert(
      fc.property(any, (text) => {
        const element = textElement(text)

        expect(element.replace(notInXml, '')).toBe(element)

        expect(read(element)).toBe(text.replace(/\r\n?/g, '\n').replace(notInXml, ''))
        if (text !== text.trim()) expect(element).toContain('xml:space="preserve"')
      }),
    )
  })

  test('is cut where Excel would call the file broken', () => {
    expect(textElement('x'.repeat(40_000))).toHaveLength('<t xml:space="preserve"></t>'.length + 32_767)
  })
})

test('columns have letters, and days are numbers', () => {
  expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
  expect(['1900-03-01', '2023-01-01', '2024-12-31'].map(daySerial)).toEqual([61, 44_927, 45_657])
  expect(() => daySerial('gisteren')).toThrow('is no day')
})
