import type { AppLoadContext } from '@remix-run/node'
import { municipalities } from '~/content/municipalities'
import { listOrganisations, listOrganisationsOf } from '~/domain/accounts/organisations.server'
import { mayActForAll, type Person } from '~/domain/accounts/policy'
import { maySeeExact, readRequest, type Asked, type RequestFault } from '~/domain/participation/read-request.server'
import type { ReportRequest } from '~/domain/participation/request'
import type { Language } from '~/i18n/languages'
import { requireAccount, requireLanguage } from './context.server'
import { municipalityOptions } from './municipality-list.server'

interface RouteArgs {
  request: Request
  params: { lang?: string }
  context: AppLoadContext
}

export type ReadReport = {
  language: Language
  person: Person | null
  /** What stands in the address, as it was typed. */
  query: Record<string, string>
} & ({ asked: Asked; faults: [] } | { asked: null; faults: RequestFault[] })

/**
 * What the address of a page of the report asks for.
 * @param given what the page itself decides, whatever the address says
 * @throws Response to sign in, or 403, where exact figures are asked for by who may not see them
 */
export async function readReport({ request, params, context }: RouteArgs, given: Record<string, string> = {}): Promise<ReadReport> {
  const language = requireLanguage(params)
  const person = context.session?.account ?? null
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const read = await readRequest({ ...query, ...given }, person)
  // Somebody who is not signed in is sent to sign in; who is and may not gets 403.
  if ('refused' in read) requireAccount(context, { request, language, may: () => false })
  if ('asked' in read) return { language, person, query, asked: read.asked, faults: [] }
  return { language, person, query, asked: null, faults: 'faults' in read ? read.faults : [] }
}

/** The text behind the question mark that asks for a request again, with changes; null takes something out. */
export function addressOf(
  { from, to, by, filter, disclosure }: ReportRequest,
  changes: Record<string, string | null | undefined> = {},
): string {
  const all: Record<string, string | null | undefined> = { from, to, by: by.join(','), ...filter, disclosure, ...changes }
  return new URLSearchParams(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
}

/** What the form with choices offers. */
export async function reportChoices(person: Person | null) {
  const exact = maySeeExact(person)
  const organisations = person && exact && !mayActForAll(person) ? await listOrganisationsOf(person) : await listOrganisations()
  return {
    mayBeExact: exact,
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name, dir: 'auto' as const })),
    provinces: [...new Set(municipalities.map(({ province }) => province))].sort(),
    municipalities: municipalityOptions(),
  }
}
