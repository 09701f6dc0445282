import { userNamesOf } from '~/domain/accounts/audit-repository.server'
import { listAncestry, listOrganisationsOf } from '~/domain/accounts/organisations.server'
import { coordinatedOrganisations, hasRole, mayActForAll, type Person } from '~/domain/accounts/policy'
import type { Prisma } from '~/platform/db/client.server'
import { readMunicipality } from '~/content/municipalities'
import { findGroupRow, listGroupRevisions, listGroupRows, type GroupAct, type GroupFacts, type GroupRow } from './groups-repository.server'
import { reachOf, type GroupReach } from './policy'
import type { GroupSearch } from './schema'
import { searchNameOf } from './search-name'

export type Group = GroupRow & { reach: GroupReach }

/** A group that the person reaches, with how; null when it is not there, was withdrawn, or is not hers. */
export async function findGroup(person: Person, id: string): Promise<Group | null> {
  const group = await findGroupRow(id)
  if (!group) return null
  const ancestry = await listAncestry(group.organisationId)
  const trainerAccounts = group.trainers.map(({ membership }) => membership.accountId)
  const reach = reachOf(person, { ancestry, trainerAccounts })
  return reach && { ...group, reach }
}

/** What of a group is kept as revisions. */
export function factsOf(group: GroupRow): GroupFacts {
  const { name, programme, kind, organisationId, municipality, place, audience, languages, closedOn, withdrawnAt, trainers } = group
  const ids = trainers.map(({ membershipId }) => membershipId)
  return { name, programme, kind, organisationId, municipality, place, audience, languages, closedOn, withdrawnAt, trainers: ids }
}

/** Codes of languages as they are stored, and back. */
export function joinLanguages(codes: string[]): string {
  return `,${[...new Set(codes)].sort().join(',')},`
}

export function splitLanguages(stored: string): string[] {
  return stored.split(',').filter(Boolean)
}

/** Which groups a person may see: those of her organisations and those she leads. */
export async function groupsWithinReach(person: Person): Promise<Prisma.GroupWhereInput> {
  if (mayActForAll(person)) return { withdrawnAt: null }
  const ways: Prisma.GroupWhereInput[] = []
  if (coordinatedOrganisations(person).length > 0)
    ways.push({ organisationId: { in: (await listOrganisationsOf(person)).map(({ id }) => id) } })
  if (hasRole(person, 'trainer')) ways.push({ trainers: { some: { membership: { accountId: person.id } } } })
  // Without a way there is no group: an empty OR finds nothing.
  return { withdrawnAt: null, OR: ways }
}

const orders: Record<GroupSearch['order'], Prisma.GroupOrderByWithRelationInput[]> = {
  name: [{ searchName: 'asc' }, { id: 'asc' }],
  // Both databases put what is empty elsewhere; a group that never met comes last on both.
  lastHeld: [{ lastHeldOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
  sessions: [{ sessionsHeld: 'desc' }, { id: 'asc' }],
  reached: [{ reached: 'desc' }, { id: 'asc' }],
}

/** One page of the groups within reach that fit a search, and how many there are in all. */
export async function listGroups(person: Person, search: GroupSearch, page: { skip: number; take: number }) {
  const { q, organisation, municipality, programme, kind, language, state, order } = search
  const words = searchNameOf(q ?? '')
  const typed = municipality?.trim()
  const where: Prisma.GroupWhereInput = {
    AND: [
      await groupsWithinReach(person),
      words ? { searchName: { contains: words } } : {},
      organisation ? { organisationId: organisation } : {},
      // A municipality that does not exist has no groups.
      typed ? { municipality: readMunicipality(typed)?.code ?? '' } : {},
      programme ? { programme } : {},
      kind ? { kind } : {},
      language ? { languages: { contains: `,${language},` } } : {},
      state === 'all' ? {} : { closedOn: state === 'open' ? null : { not: null } },
    ],
  }
  const [groups, total] = await listGroupRows(where, orders[order], page)
  return { groups, total }
}

/** What was done to a group, the newest first, each with who did it; null for an account that is gone. */
export async function listGroupHistory(group: { id: string }) {
  const revisions = await listGroupRevisions(group.id)
  const names = await userNamesOf([...new Set(revisions.flatMap(({ authorId }) => (authorId ? [authorId] : [])))])
  return revisions.map(({ number, act, recordedAt, reason, authorId }) => ({
    number,
    // The column holds what any revision may have done.
    act: act as GroupAct,
    recordedAt,
    reason,
    author: authorId ? (names.get(authorId) ?? null) : null,
  }))
}
