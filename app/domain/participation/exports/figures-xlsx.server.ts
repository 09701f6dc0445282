import type { Sheet, SheetCell } from '~/platform/exports/xlsx-parts'
import { writeXlsx } from '~/platform/exports/xlsx.server'
import { getIndicator } from '../indicators'
import type { Report } from '../report'
import { askedLines, type Line } from './asked'
import { inBatches } from './figures-csv'
import { figureSheet, indicatorsOf, sheetValue, targetScope, trustFields } from './tables'
import type { Words } from './words'

/** A report as a workbook: figures, targets, definitions, quality of the data, provenance. */
export function figuresXlsx(report: Report, words: Words): AsyncGenerator<Uint8Array> {
  const { columns, row } = figureSheet(report, words)
  const { title, sheets } = words.file
  return writeXlsx({
    title,
    language: words.language,
    creator: `Leerkring ${report.provenance.version}`,
    created: report.request.asOf,
    sheets: [
      { name: sheets.figures, columns, batches: inBatches(report.figures, row) },
      targetSheet(report, words),
      definitionSheet(report, words),
      qualitySheet(report, words),
      provenanceSheet(askedLines(report, words), words),
    ],
  })
}

function targetSheet({ targets, organisationNames }: Report, words: Words): Sheet {
  const { headings, sheets } = words.file
  return {
    name: sheets.targets,
    columns: [
      { heading: headings.indicator, width: 34, style: 'text' },
      { heading: headings.per, width: 40, style: 'prose' },
      { heading: headings.from, width: 13, style: 'day' },
      { heading: headings.to, width: 13, style: 'day' },
      { heading: headings.target, width: 13, style: 'count' },
      { heading: headings.actual, width: 13, style: 'count' },
      { heading: headings.reached, width: 10, style: 'percent' },
      { heading: headings.status, width: 18, style: 'text' },
      { heading: headings.source, width: 50, style: 'prose' },
    ],
    batches: inBatches(targets, (each): SheetCell[] => {
      const { unit } = getIndicator(each.indicator)
      return [
        words.name(each.indicator),
        targetScope(each, words, organisationNames),
        each.from,
        each.to,
        sheetValue(each.target, unit),
        sheetValue(each.actual, unit),
        each.actual !== null && each.target > 0 ? each.actual / each.target : null,
        words.status(each.status),
        each.source,
      ]
    }),
  }
}

function definitionSheet(report: Report, words: Words): Sheet {
  const { headings, sheets } = words.file
  const rules = words.rules(report.request.disclosure)
  return {
    name: sheets.definitions,
    columns: [
      { heading: headings.about, width: 40, style: 'prose' },
      { heading: headings.definition, width: 90, style: 'prose' },
      { heading: headings.unit, width: 16, style: 'text' },
      { heading: headings.code, width: 26, style: 'text' },
    ],
    batches: [
      indicatorsOf(report).map((code) => [words.name(code), words.definition(code), words.file.units[getIndicator(code).unit], code]),
      rules.map((rule) => [headings.rule, rule, null, null]),
    ],
  }
}

function qualitySheet({ trust }: Report, words: Words): Sheet {
  const { headings, sheets } = words.file
  return {
    name: sheets.quality,
    columns: [
      { heading: headings.what, width: 60, style: 'prose' },
      { heading: headings.number, width: 12, style: 'count' },
      { heading: headings.ofRegistered, width: 22, style: 'percent' },
    ],
    batches: [trustFields.map((field) => [words.trust(field), trust[field], shareOfRegistered(field, trust)])],
  }
}

// What was not registered, and groups without a meeting, are no part of the meetings that were.
const partsOfRegistered = new Set<string>(['late', 'corrected', 'sexUnknown', 'sameDay'])

/** The part of the registered sessions that it is, where it is one. */
export function shareOfRegistered(field: keyof Report['trust'], trust: Report['trust']): number | null {
  return partsOfRegistered.has(field) && trust.registered > 0 ? trust[field] / trust.registered : null
}

/** What was asked, as of when, by which version. */
export function provenanceSheet(lines: readonly Line[], words: Words): Sheet {
  const { headings, sheets } = words.file
  return {
    name: sheets.provenance,
    columns: [
      { heading: headings.what, width: 42, style: 'prose' },
      { heading: headings.answer, width: 100, style: 'prose' },
    ],
    batches: [lines.map(({ label, text }) => [label, text])],
  }
}
