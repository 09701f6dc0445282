import { municipalities, readMunicipality } from '~/content/municipalities'
import { listOrganisations, listOrganisationsOf } from '~/domain/accounts/organisations.server'
import { coordinatedOrganisations, mayActForAll, mayCoordinate, type Person } from '~/domain/accounts/policy'
import { today } from '~/i18n/formats'
import { findEdition } from './editions.server'
import { findFirstMoment } from './facts/facts-repository.server'
import { tooPreciseFor } from './public-figures'
import { endOfDay, reportQuery, type Disclosure, type Filter, type ReportRequest } from './request'

/** A request that may be answered. */
export interface Asked {
  request: ReportRequest
  /** Whether nobody said of which moment it should tell: then it tells of the present. */
  ofNow: boolean
  /** Ids of the organisations whose exact figures may be given; null: all. Public figures are always of all. */
  organisations: string[] | null
}

export type RequestFault = { field: string; code: string }
export type ReadRequest = { asked: Asked } | { faults: RequestFault[] } | { refused: 'signIn' | 'forbidden' }

/** May see exact figures at all: all of them, or those of her own organisations. */
export function maySeeExact(person: Person | null): boolean {
  return person !== null && mayCoordinate(person) && (mayActForAll(person) || coordinatedOrganisations(person).length > 0)
}

/**
 * Reads what an address or a command asks for, and decides whether this person gets it.
 * @param query names and values as text
 * @param person null: somebody who is not signed in
 */
export async function readRequest(query: Record<string, string>, person: Person | null): Promise<ReadRequest> {
  const parsed = reportQuery.safeParse(query)
  if (!parsed.success) {
    const { issues } = parsed.error
    return { faults: issues.map(({ path, message }) => ({ field: String(path[0] ?? 'from'), code: message })) }
  }
  const { shape = 'figures', from = null, to = null, by = [], disclosure: wanted, asOf, ...rest } = parsed.data
  const disclosure = wanted ?? (shape === 'sessions' || maySeeExact(person) ? 'exact' : 'public')
  if (disclosure === 'exact' && !maySeeExact(person)) return { refused: person ? 'forbidden' : 'signIn' }
  if (shape === 'sessions' && disclosure === 'public') return { faults: [{ field: 'shape', code: 'sessionsNotPublic' }] }

  const places = readPlaces(rest)
  if ('field' in places) return { faults: [places] }
  const organisations =
    disclosure === 'exact' && person && !mayActForAll(person) ? (await listOrganisationsOf(person)).map(({ id }) => id) : null
  const { organisation } = places
  // An organisation of others and one that is not there look the same.
  const known = organisations ?? (organisation ? (await listOrganisations()).map(({ id }) => id) : [])
  if (organisation && !known.includes(organisation)) return { faults: [{ field: 'organisation', code: 'choiceUnknown' }] }

  const moment = await readMoment(asOf, disclosure)
  if ('field' in moment) return { faults: [moment] }
  const request: ReportRequest = { from, to, by, filter: places, disclosure, shape, asOf: moment.asOf }
  const tooPrecise = disclosure === 'public' ? tooPreciseFor(request) : null
  if (tooPrecise) return { faults: [tooPrecise] }
  return { asked: { request, ofNow: moment.ofNow, organisations } }
}

function readPlaces(filter: Filter): Filter | RequestFault {
  const municipality = filter.municipality ? readMunicipality(filter.municipality) : undefined
  if (municipality === null) return { field: 'municipality', code: 'municipalityUnknown' }
  const { province } = filter
  if (province && !municipalities.some((each) => each.province === province)) return { field: 'province', code: 'provinceUnknown' }
  const all: Filter = { ...filter, municipality: municipality?.code }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

async function readMoment(asOf: Date | undefined, disclosure: Disclosure): Promise<{ asOf: Date; ofNow: boolean } | RequestFault> {
  const now = new Date()
  // Today has not ended yet: what is known of it is what is known now.
  const ofNow = !asOf || (asOf > now && asOf <= endOfDay(today(now)))
  if (!ofNow && asOf > now) return { field: 'asOf', code: 'asOfInFuture' }
  const moment = ofNow ? now : asOf
  if (!ofNow) {
    const first = await findFirstMoment()
    if (first === null || moment < first) return { field: 'asOf', code: 'asOfTooEarly' }
  }
  if (disclosure === 'exact') return { asOf: moment, ofNow }
  const edition = await findEdition(moment)
  return edition ? { asOf: edition, ofNow: false } : { field: 'asOf', code: 'noEditionYet' }
}
