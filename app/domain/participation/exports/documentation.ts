import { getIndicator, type IndicatorCode } from '../indicators'
import type { Report } from '../report'
import { definitionsPath, describeRequest } from './describe-request'
import type { Words } from './words'

/** What a file says about itself, for programs: what was asked, as of when, by which version, and what its words mean. */
export function documentation(source: Pick<Report, 'request' | 'provenance' | 'organisationNames'>, words: Words) {
  const { request, provenance, organisationNames } = source
  const { from, to, by, filter, disclosure, shape } = request
  const { asOf, version, organisations } = provenance
  return {
    language: words.language,
    request: { query: describeRequest(request), shape, disclosure, from, to, by, filter, asOf: request.asOf.toISOString() },
    provenance: { asOf, version, organisations, source: words.file.source },
    organisationNames: sorted(organisationNames),
    licence: disclosure === 'public' ? 'CC-BY-4.0' : null,
    rights: words.file.licence[disclosure],
    definitions: definitionsPath(words.language),
    rules: words.rules(disclosure),
  }
}

/** What indicators count, for programs. */
export function indicatorList(codes: readonly IndicatorCode[], words: Words) {
  return codes.map((code) => ({ code, unit: getIndicator(code).unit, name: words.name(code), definition: words.definition(code) }))
}

/** The same names in the same order, whatever order they were found in. */
function sorted(names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1)))
}
