import { streamCsv, writeTail, type Cell, type Dialect } from '~/platform/exports/csv-stream'
import { indicatorCodes, type IndicatorCode } from '../indicators'
import type { Report } from '../report'
import { organisationsText } from './asked'
import { describeRequest } from './describe-request'
import { figureFields, type Field } from './tables'
import type { Words } from './words'

/** Columns that tell where the figures come from: a table that travels alone has no other place for it. */
const provenanceColumns = ['definition', 'asOf', 'version', 'request', 'note']

/** Rows in pieces that are written at once. */
export function* inBatches<Row, Written>(rows: readonly Row[], write: (row: Row) => Written, size = 1000): Generator<Written[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size).map(write)
}

/** The columns of a table as cells. */
export function cellsOf<Row>(fields: readonly Field<Row>[]): (row: Row) => Cell[] {
  return (row) => fields.map((field) => field.of(row))
}

/** The figures as one tidy table, with where they come from in every row. */
export function figuresCsv(report: Report, words: Words, dialect: Dialect): AsyncGenerator<Uint8Array> {
  const fields = figureFields(report)
  const { asOf, version } = report.provenance
  const definitions = new Map<IndicatorCode, string>(indicatorCodes.map((code) => [code, words.definition(code)]))
  const rows = inBatches(report.figures, (figure) => [...fields.map((field) => field.of(figure)), definitions.get(figure.indicator)!])
  const { disclosure } = report.request
  const whose = `${words.file.asked.organisations}: ${organisationsText(report.provenance, report.organisationNames, words)}`
  const when = disclosure === 'public' ? [`${words.file.asked.edition} ${words.file.edition}`] : []
  const note = [...when, whose, words.file.licence[disclosure]].join('. ')
  const columns = [...fields.map(({ name }) => name), ...provenanceColumns]
  return streamCsv(columns, rows, dialect, writeTail([asOf, version, describeRequest(report.request), note], dialect))
}
