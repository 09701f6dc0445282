import { dimensions, steps } from '../dimensions'
import type { Format, ReportRequest } from '../request'

/**
 * A request as the text behind the question mark of an address: everything that is needed to ask for the same report again,
 * always in the same order and with the moment written out.
 */
export function describeRequest({ from, to, by, filter, disclosure, shape, asOf }: ReportRequest): string {
  const query = new URLSearchParams({ shape, disclosure })
  if (from) query.set('from', from)
  if (to) query.set('to', to)
  const splitBy = [...steps, ...dimensions].filter((name) => by.includes(name))
  if (splitBy.length > 0) query.set('by', splitBy.join(','))
  for (const name of dimensions) if (filter[name]) query.set(name, filter[name])
  query.set('asOf', asOf.toISOString())
  return query.toString()
}

export const mediaTypes: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
}

/** What a browser saves a file as: in letters, digits and hyphens. */
export function fileNameOf({ from, to, disclosure, shape, asOf }: ReportRequest, format: Format): string {
  const moment = asOf
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '')
  const period = [from ? `from-${from}` : '', to ? `to-${to}` : ''].filter(Boolean)
  return `${['leerkring', shape, disclosure, ...period, 'as-of', moment].join('-')}.${format}`
}

/** Where the definitions of all figures stand, in the language of the file. */
export function definitionsPath(language: 'nl' | 'en'): string {
  return `/${language}/report/definitions`
}
