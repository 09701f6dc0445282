import { formatDate, formatDateTime, formatNumber, localeOf, today } from '~/i18n/formats'
import { dimensions } from '../dimensions'
import type { Provenance, Report } from '../report'
import { endOfDay, isStep, type ReportRequest } from '../request'
import { definitionsPath, describeRequest } from './describe-request'
import type { Words } from './words'

export interface Line {
  label: string
  text: string
  /** Has to be copied to the letter. */
  address?: boolean
}

/** What was asked and where the answer comes from, as lines for people. */
export function askedLines(
  {
    request,
    provenance,
    organisationNames,
    loss,
  }: Pick<Report, 'request' | 'provenance' | 'organisationNames'> & Partial<Pick<Report, 'loss'>>,
  words: Words,
): Line[] {
  const { asked, shapes, disclosure } = words.file
  const number = (value: number) => formatNumber(words.language, value)
  return [
    { label: asked.shape, text: shapes[request.shape] },
    { label: asked.period, text: periodText(request, words) },
    ...(request.shape === 'figures' ? [{ label: asked.by, text: splitText(request, words) }] : []),
    { label: asked.only, text: filterText(request, organisationNames, words) },
    { label: asked.disclosure, text: disclosure[request.disclosure] },
    ...(loss ? [{ label: asked.loss, text: words.file.lost(number(loss.withheld), number(loss.cells)) }] : []),
    { label: asked.asOf, text: momentText(request.asOf, words) },
    ...(request.disclosure === 'public' ? [{ label: asked.edition, text: words.file.edition }] : []),
    { label: asked.organisations, text: organisationsText(provenance, organisationNames, words) },
    { label: asked.version, text: provenance.version },
    { label: asked.request, text: describeRequest(request), address: true },
    { label: asked.definitions, text: definitionsPath(words.language), address: true },
    { label: asked.licence, text: words.file.licence[request.disclosure] },
  ]
}

/** The period that was asked for: "1 januari 2024 tot en met 31 december 2024". */
export function periodText({ from, to }: Pick<ReportRequest, 'from' | 'to'>, { language, file }: Words): string {
  const day = (text: string) => formatDate(language, text)
  if (from && to) return `${day(from)} ${file.until} ${day(to)}`
  if (from) return `${file.since} ${day(from)}`
  return to ? `${file.until} ${day(to)}` : file.whole
}

/** The same for a narrow column: "2024", "2022 – 2025", "1 sep 2023 – 31 aug 2025". */
export function shortPeriod({ from, to }: { from: string; to: string }, { language }: Words): string {
  const wholeYears = from.endsWith('-01-01') && to.endsWith('-12-31')
  const style = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' })
  const [one, other] = [from, to].map((day) => (wholeYears ? day.slice(0, 4) : style.format(new Date(`${day}T00:00:00Z`))))
  return one === other ? one! : `${one} – ${other}`
}

function splitText({ by }: ReportRequest, words: Words): string {
  if (by.length === 0) return words.file.notSplit
  const names = by.map((name) => (isStep(name) ? words.file.steps[name] : words.columnName(name).toLowerCase()))
  return `${words.file.by} ${names.join(` ${words.file.and} `)}`
}

function filterText({ filter }: ReportRequest, organisationNames: Record<string, string>, words: Words): string {
  const parts = dimensions.flatMap((name) => {
    const value = filter[name]
    if (!value) return []
    return [`${words.columnName(name)}: ${name === 'organisation' ? (organisationNames[value] ?? value) : words.value(name, value)}`]
  })
  return parts.length > 0 ? parts.join('; ') : words.file.everything
}

export function organisationsText({ organisations }: Provenance, names: Record<string, string>, { file }: Words): string {
  return organisations ? organisations.map((id) => names[id] ?? id).join(', ') : file.allOrganisations
}

/** The moment of a report: the end of a day where it is one, or else the day and the time in the Netherlands. */
export function momentText(asOf: Date, { language, file }: Words): string {
  const day = today(new Date(asOf.getTime() - 1))
  if (endOfDay(day).getTime() === asOf.getTime()) return file.endOf(formatDate(language, day))
  return `${formatDateTime(language, asOf)} (${file.inTheNetherlands})`
}
