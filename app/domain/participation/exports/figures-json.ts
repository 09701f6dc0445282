import type { Report } from '../report'
import { documentation, indicatorList } from './documentation'
import { inBatches } from './figures-csv'
import { streamJson } from './json-stream'
import { figureFields, indicatorsOf, targetFields, type Field } from './tables'
import type { Words } from './words'

/** A row as an object: dimensions that it is not split by are left out, a value that is not there is null. */
function objectOf<Row>(fields: readonly Field<Row>[]): (row: Row) => Record<string, string | number | null> {
  return (row) =>
    Object.fromEntries(
      fields
        .map((field) => [field.name, field.of(row)] as const)
        .filter(([name, cell]) => cell !== null || /^(value|target|actual)$/.test(name)),
    )
}

/** A whole report as JSON. */
export function figuresJson(report: Report, words: Words): AsyncGenerator<Uint8Array> {
  const head = {
    title: words.file.title,
    ...documentation(report, words),
    indicators: indicatorList(indicatorsOf(report), words),
    loss: report.loss,
    trust: report.trust,
    cascade: report.cascade,
    targets: report.targets.map(objectOf(targetFields(report))),
  }
  return streamJson(head, 'figures', inBatches(report.figures, objectOf(figureFields(report))))
}
