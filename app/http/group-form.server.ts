import { listOrganisationsOf } from '~/domain/accounts/organisations.server'
import type { Person } from '~/domain/accounts/policy'
import { splitLanguages, type Group } from '~/domain/groups/groups.server'
import { listPossibleTrainers } from '~/domain/groups/save-group.server'
import { findMunicipality } from '~/content/municipalities'
import { municipalityOptions } from './municipality-list.server'

/** What the form of a group can choose from. Trainers that a group has already stay among them. */
export async function groupChoices(person: Person, group: Group | null) {
  const [organisations, trainers] = await Promise.all([listOrganisationsOf(person), listPossibleTrainers(person)])
  const known = new Set(trainers.map(({ id }) => id))
  const others = (group?.trainers ?? [])
    .filter(({ membershipId }) => !known.has(membershipId))
    .map(({ membershipId, membership }) => ({
      id: membershipId,
      userName: membership.account?.userName ?? '–',
      cohort: membership.cohort.name,
    }))
  return {
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name, dir: 'auto' as const })),
    municipalities: municipalityOptions(),
    trainers: [...trainers, ...others],
  }
}

/** What the form of a group begins with; nothing for a new one. */
export function groupValues(group: Group | null) {
  return {
    name: group?.name ?? '',
    programme: group?.programme ?? '',
    kind: group?.kind ?? '',
    organisation: group?.organisationId ?? '',
    municipality: group ? (findMunicipality(group.municipality)?.name ?? '') : '',
    place: group?.place ?? '',
    audience: group?.audience ?? '',
    languages: group ? splitLanguages(group.languages) : [],
    trainers: group?.trainers.map(({ membershipId }) => membershipId) ?? [],
  }
}
