import { writeArchive } from '~/platform/exports/archive.server'
import type { Report } from '../report'
import { indicatorList } from './documentation'
import { cellsOf, inBatches } from './figures-csv'
import { packageEntries, type PackageField, type PackageTable } from './package.server'
import { cascadeSteps, figureFields, indicatorsOf, targetFields, trustFields, type Field } from './tables'
import type { Words } from './words'

/** A report as a data package: figures, targets, cascade, quality and definitions as tables. */
export function figuresPackage(report: Report, words: Words): AsyncGenerator<Uint8Array> {
  return writeArchive(packageEntries(report, tablesOf(report, words), words))
}

const described = <Row>(fields: readonly Field<Row>[], words: Words): PackageField[] =>
  fields.map(({ name, type, title, description }) => ({ name, type, title: title(words), description: description(words) }))

function tablesOf(report: Report, words: Words): PackageTable[] {
  const { sheets, resources, headings, asked, cascade } = words.file
  const figures = figureFields(report)
  const targets = targetFields(report)
  const text = (name: string, title: string): PackageField => ({ name, type: 'string', title, description: '' })
  const count: PackageField = { name: 'count', type: 'integer', title: headings.number, description: '' }
  return [
    {
      name: 'figures',
      title: sheets.figures,
      description: resources.figures,
      fields: described(figures, words),
      rows: { batches: inBatches(report.figures, cellsOf(figures)) },
    },
    {
      name: 'targets',
      title: sheets.targets,
      description: resources.targets,
      fields: described(targets, words),
      rows: { batches: inBatches(report.targets, cellsOf(targets)) },
    },
    {
      name: 'cascade',
      title: resources.cascade,
      description: resources.cascade,
      fields: [text('step', headings.code), text('name', headings.what), count],
      rows: { batches: [cascadeSteps.map((step) => [step, cascade[step], report.cascade[step]])] },
    },
    {
      name: 'quality',
      title: sheets.quality,
      description: resources.quality,
      fields: [text('field', headings.code), text('name', headings.what), count],
      rows: { batches: [trustFields.map((field) => [field, words.trust(field), report.trust[field]])] },
    },
    {
      name: 'definitions',
      title: sheets.definitions,
      description: resources.definitions,
      fields: [
        text('code', headings.code),
        text('unit', headings.unit),
        text('name', headings.indicator),
        text('definition', asked.definitions),
      ],
      primaryKey: 'code',
      rows: {
        batches: [indicatorList(indicatorsOf(report), words).map(({ code, unit, name, definition }) => [code, unit, name, definition])],
      },
    },
  ]
}
