import type { Mould } from './byte-writer'
import { columnLetters, escapeXml } from './xlsx-text'

// The parts of a workbook besides the rows of its sheets. All of it is what ECMA-376 asks for and Excel insists on, in order.

/** How a column or a cell is shown; prose runs on over lines. Texts are never worked out: there are no formulas in what we write. */
export type CellStyle = 'text' | 'prose' | 'count' | 'decimal' | 'percent' | 'day' | 'moment'

/** A text in a column of texts, made once for many rows. */
export interface ReadyCell {
  /** All that comes after the address of the cell. */
  xml: string
}

/**
 * A text, a number in the style of its column, a day (YYYY-MM-DD, in a column of days), the digits of a number (in a column of counts;
 * empty: none), or a number in a style of its own.
 */
export type SheetCell = string | number | null | { number: number; style: CellStyle } | ReadyCell

/**
 * Rows as they came from a database, for a table so long that a string for each cell takes too much: some cells as bytes with commas
 * between them, then cells that many rows share, then cells as bytes again.
 */
export interface LineRows {
  length: number
  /** Letters of ASCII that XML takes as they are. */
  bytes: Uint8Array
  /** Four places in the bytes for each row: the beginning and the end of its first cells, and those of its last cells. */
  places: readonly number[]
  /** The same object for rows that share them: what is made of them is kept in it. */
  shared: (row: number) => SharedCells
}

/** Cells in columns of texts, made once for many rows. */
export class SharedCells {
  /** Their XML with holes for a number of a row, as the last row had it. */
  mould: Mould | undefined
  constructor(readonly cells: readonly (ReadyCell | null)[]) {}
}

export type RowBatch = readonly (readonly SheetCell[])[] | LineRows

export interface SheetColumn {
  heading: string
  /** In letters. */
  width: number
  style: CellStyle
}

export interface Sheet {
  /** At most 31 letters, without : \ / ? * [ ] */
  name: string
  columns: readonly SheetColumn[]
  batches: AsyncIterable<RowBatch> | Iterable<RowBatch>
}

export interface Workbook {
  title: string
  language: string
  creator: string
  created: Date
  sheets: readonly Sheet[]
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

export const packageRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

/** Where a style of a cell stands in `cellXfs` below. */
export const styleOf: Record<CellStyle, number> = { text: 0, count: 1, decimal: 2, percent: 3, day: 4, moment: 5, prose: 6 }
const headingStyle = 7

// The signs of numbers are those of the reader's Excel (1.000 in the Netherlands); days are Dutch in every one.
const numberFormats = ['#,##0', '#,##0.0', '0%', 'dd\\-mm\\-yyyy', 'dd\\-mm\\-yyyy\\ hh:mm']
const firstOwnFormat = 164

const cellFormat = (format: number, rest: string) =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${rest}`

export const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="${numberFormats.length}">${numberFormats
  .map((code, index) => `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${code}"/>`)
  .join(
    '',
  )}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF0B4F5C"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>${numberFormats
  .map((_, index) => cellFormat(firstOwnFormat + index, ' applyAlignment="1"><alignment vertical="top"/></xf>'))
  .join(
    '',
  )}<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** The beginning of a sheet: the heading in its first row, which stays in sight. @param first the sheet that opens */
export function sheetStart(columns: readonly SheetColumn[], first: boolean): string {
  const widths = columns.map(({ width, style }, index) => {
    const place = `min="${index + 1}" max="${index + 1}"`
    return `<col ${place} width="${width}" style="${styleOf[style]}" customWidth="1"/>`
  })
  const headings = columns.map(
    ({ heading }, index) => `<c r="${columnLetters(index)}1" s="${headingStyle}" t="inlineStr"><is><t>${escapeXml(heading)}</t></is></c>`,
  )
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData><row r="1">${headings.join('')}</row>`
}

/** The end of a sheet: it prints across the page. */
export const sheetEnd = `</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>`

/** The list of sheets. */
export function workbook(names: readonly string[]): string {
  const sheets = names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  const headings = names.map(
    (name, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escapeXml(name.replaceAll("'", "''"))}'!$1:$1</definedName>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${headings.join('')}</definedNames></workbook>`
}

/** @param sheets how many there are */
export function workbookRelations(sheets: number): string {
  const each = Array.from(
    { length: sheets },
    (_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return `${declaration}<Relationships xmlns="${packages}/relationships">${each.join('')}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
}

/** @param sheets how many there are */
export function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const each = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  )
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${each.join('')}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
}

/** What a document says of itself. Its date is the moment of which it tells: nothing in it is of the moment of making. */
export function coreProperties({ title, creator, language, created }: Workbook): string {
  const moment = created.toISOString().replace(/\.\d+Z$/, 'Z')
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`
  return `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator><dc:language>${escapeXml(language)}</dc:language>${date('created')}${date('modified')}</cp:coreProperties>`
}
