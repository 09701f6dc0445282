import { textBeside } from './beside.server'
import { typesetPdf, type TypesetDocument } from './typeset.server'

/** A report as it is set on paper: headings, and blocks below them. Every string comes in the report's language. */
export interface ReportSheet {
  language: string
  title: string
  /** Below the title: the period, and as of when. */
  subtitle: string[]
  sections: ReportSection[]
  /** At the foot of every page, before its number. */
  footer: string
  /** The word before the number of a page. */
  page: string
  /** The moment of which it tells. */
  created: Date
}

export interface ReportSection {
  heading: string
  blocks: ReportBlock[]
}

export interface TableColumn {
  heading: string
  /** Numbers stand at the end of their column, below each other. */
  number?: boolean
  /** As wide as so many parts of the page. */
  parts: number
}

export type ReportBlock =
  | { kind: 'text'; text: string }
  | { kind: 'small'; text: string }
  | { kind: 'list'; items: string[] }
  /** Names with what they mean, below them or, where names are short, beside. `address`: to be copied to the letter. */
  | { kind: 'facts'; beside?: boolean; facts: { label: string; text: string; address?: boolean }[] }
  /** `part`: the row is a part of the one above it. */
  | { kind: 'table'; caption: string; columns: TableColumn[]; rows: { cells: string[]; part?: boolean }[] }
  /** Pictures, side by side where there are two to a row. `alt` says what is in one, for who cannot see it. */
  | { kind: 'charts'; perRow: 1 | 2; charts: Chart[] }
  /** A picture of half the width, and words beside it. */
  | { kind: 'picture'; chart: Chart; text: string }

export interface Chart {
  caption: string
  alt: string
  svg: string
}

/** The fonts of the typesetter, for text in charts. */
export const chartFont = 'KringLatn'

/** Typesets a report as a tagged PDF on A4. The same report gives the same bytes. */
export async function renderReportPdf(sheet: ReportSheet): Promise<Uint8Array> {
  return typesetPdf(await reportDocument(sheet))
}

/** The document behind `renderReportPdf`, for tests that typeset it under other conditions. */
export async function reportDocument(sheet: ReportSheet): Promise<TypesetDocument> {
  const source = await textBeside(new URL('./report.typ', import.meta.url), () => import('./report.typ?raw'))
  const files: Record<string, string> = {}
  const sections = sheet.sections.map(({ heading, blocks }) => ({
    heading: legible(heading),
    blocks: blocks.map((block) => readyBlock(block, files)),
  }))
  return {
    source,
    language: sheet.language,
    title: legible(`${sheet.title}, ${sheet.subtitle[0] ?? ''}`),
    created: sheet.created,
    files,
    inputs: {
      title: legible(sheet.title),
      subtitle: sheet.subtitle.map(legible),
      footer: legible(sheet.footer),
      page: legible(sheet.page),
      sections,
    },
  }
}

/** A block with all of its text legible, and its pictures as files. */
function readyBlock(block: ReportBlock, files: Record<string, string>) {
  switch (block.kind) {
    case 'text':
    case 'small':
      return { ...block, text: legible(block.text) }
    case 'list':
      return { ...block, items: block.items.map(legible) }
    case 'facts':
      return {
        kind: block.kind,
        beside: block.beside ?? false,
        facts: block.facts.map(({ label, text, address = false }) => ({
          label: legible(label),
          // It breaks where it can without a sign that would be copied with it.
          text: address ? (text.match(/[^&]+&?/g) ?? []) : legible(text),
          address,
        })),
      }
    case 'table':
      return {
        ...block,
        caption: legible(block.caption),
        columns: block.columns.map(({ heading, number = false, parts }) => ({ heading: legible(heading), number, parts })),
        rows: block.rows.map(({ cells, part = false }) => ({ cells: cells.map(legible), part })),
      }
    case 'charts':
      return { ...block, charts: block.charts.map((chart) => readyChart(chart, files)) }
    case 'picture':
      return { ...block, text: legible(block.text), chart: readyChart(block.chart, files) }
  }
}

function readyChart({ caption, alt, svg }: Chart, files: Record<string, string>) {
  const file = `chart-${Object.keys(files).length + 1}.svg`
  files[file] = svg
  return { caption: legible(caption), alt: legible(alt), file }
}

/**
 * Text without tricks: no control characters, and none of the marks that show text in another order than it is written. A row
 * of letters without a space gets places where it may break, or it would run out of its column.
 */
function legible(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[^\s-]{24,}/gu, (row) => row.replace(/.{10}(?=.)/gu, '$&\u200b'))
}
