import { formatNumber } from '~/i18n/formats'
import { renderReportPdf, type ReportBlock, type ReportSection, type ReportSheet } from '~/platform/exports/report-sheet.server'
import type { Dimension, Step } from '../dimensions'
import { getIndicator } from '../indicators'
import type { Report } from '../report'
import { isStep } from '../request'
import { askedLines, momentText, periodText, shortPeriod, type Line } from './asked'
import { shareOfRegistered } from './figures-xlsx.server'
import { barCharts, cascadePicture, timeCharts } from './pdf-charts.server'
import { crossTable, figureText, placeTable, totalsTable, valueText } from './pdf-tables'
import { pdfWords, type PdfWords } from './pdf-words'
import { indicatorsOf, targetScope, trustFields } from './tables'
import type { Words } from './words'

/** A report as a PDF of a few pages, fit to go with a letter. */
export async function* figuresPdf(report: Report, words: Words): AsyncGenerator<Uint8Array> {
  yield await renderReportPdf(await reportSheet(report, words))
}

/** What stands on the pages of a report. */
export async function reportSheet(report: Report, words: Words): Promise<ReportSheet> {
  const say = pdfWords[words.language]
  const lines = askedLines(report, words)
  const moment = momentText(report.request.asOf, words)
  const step = report.request.by.find(isStep)
  const dimension = report.request.by.find((name): name is Dimension => !isStep(name))
  return {
    language: words.language,
    title: say.title,
    subtitle: [`${say.period}: ${periodText(report.request, words)}`, `${say.asOf}: ${moment}`],
    sections: [
      { heading: say.headings.asked, blocks: [{ kind: 'facts', beside: true, facts: askedBriefly(lines, words) }] },
      { heading: say.headings.brief, blocks: brief(report, words, say) },
      { heading: say.headings.targets, blocks: [targets(report, words, say)] },
      ...(step ? [await overTime(report, step, words, say)] : []),
      ...(dimension ? [await byDimension(report, dimension, step !== undefined, words, say)] : []),
      { heading: say.headings.cascade, blocks: [await cascadePicture(report, words, say)] },
      { heading: say.headings.trust, blocks: trust(report, words, say) },
      ...definitions(report, words, say),
      { heading: say.headings.provenance, blocks: [{ kind: 'facts', beside: true, facts: lines }] },
    ],
    footer: `Leerkring ${report.provenance.version} · ${say.asOf.toLowerCase()} ${moment}`,
    page: say.page,
    created: report.request.asOf,
  }
}

// What is needed to read the figures; how to ask again stands at the end, with where they come from.
function askedBriefly(lines: readonly Line[], { file: { asked } }: Words): Line[] {
  const first = new Set([asked.period, asked.by, asked.only, asked.organisations, asked.disclosure, asked.loss, asked.edition])
  return lines.filter(({ label }) => first.has(label))
}

function brief(report: Report, words: Words, say: PdfWords): ReportBlock[] {
  const table = totalsTable(report, words, say)
  return [table.rows.length > 0 ? table : { kind: 'text', text: say.noFigures }]
}

function targets({ targets: all, organisationNames }: Report, words: Words, say: PdfWords): ReportBlock {
  if (all.length === 0) return { kind: 'text', text: say.noTargets }
  const { headings } = words.file
  return {
    kind: 'table',
    caption: say.captions.targets,
    columns: [
      { heading: headings.indicator, parts: 6 },
      { heading: say.period, parts: 4 },
      { heading: headings.target, parts: 3, number: true },
      { heading: headings.actual, parts: 3, number: true },
      { heading: headings.reached, parts: 2, number: true },
      { heading: headings.source, parts: 6 },
    ],
    rows: all.map((each) => {
      const { unit } = getIndicator(each.indicator)
      const reached = each.actual !== null && each.target > 0 ? valueText(each.actual / each.target, 'share', words) : '–'
      const scope = targetScope(each, words, organisationNames)
      const name = scope === words.file.everything ? words.name(each.indicator) : `${words.name(each.indicator)}: ${scope}`
      const period = shortPeriod(each, words)
      return {
        cells: [
          name,
          period,
          valueText(each.target, unit, words),
          figureText({ ...each, value: each.actual }, words),
          reached,
          each.source,
        ],
      }
    }),
  }
}

async function overTime(report: Report, step: Step, words: Words, say: PdfWords): Promise<ReportSection> {
  const caption = `${say.captions.time} ${words.file.steps[step]}`
  const table = placeTable(report, 'period', caption, words, say)
  return { heading: say.headings.time, blocks: [...(await timeCharts(report, words, say)), ...table] }
}

async function byDimension(report: Report, dimension: Dimension, crossed: boolean, words: Words, say: PdfWords): Promise<ReportSection> {
  const name = words.columnName(dimension).toLowerCase()
  const table = placeTable(report, dimension, `${say.captions.by} ${name}`, words, say)
  return {
    heading: `${say.headings.by} ${name}`,
    blocks: [...(await barCharts(report, dimension, words, say)), ...table, ...(crossed ? crossTable(report, dimension, words, say) : [])],
  }
}

function trust({ trust: counts }: Report, words: Words, say: PdfWords): ReportBlock[] {
  const { headings } = words.file
  return [
    { kind: 'text', text: say.trust },
    {
      kind: 'table',
      caption: say.captions.trust,
      columns: [
        { heading: headings.what, parts: 6 },
        { heading: headings.number, parts: 2, number: true },
        { heading: headings.ofRegistered, parts: 3, number: true },
      ],
      rows: trustFields.map((field) => {
        const share = shareOfRegistered(field, counts)
        return {
          cells: [words.trust(field), formatNumber(words.language, counts[field]), share === null ? '' : valueText(share, 'share', words)],
        }
      }),
    },
  ]
}

function definitions(report: Report, words: Words, say: PdfWords): ReportSection[] {
  const facts = indicatorsOf(report).map((code) => ({ label: words.name(code), text: words.definition(code) }))
  const rules: ReportSection = { heading: say.counting, blocks: [{ kind: 'list', items: words.rules(report.request.disclosure) }] }
  return [...(facts.length > 0 ? [{ heading: say.headings.definitions, blocks: [{ kind: 'facts' as const, facts }] }] : []), rules]
}
