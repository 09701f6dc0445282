import { findMunicipality } from '~/content/municipalities'
import { splitLanguages, type Group } from '~/domain/groups/groups.server'
import { spokenDirectionOf, spokenLanguageNames, type SpokenLanguage } from '~/i18n/spoken-languages'

/** What is known of a group, in words where they are the same in every language. */
export function groupFacts(group: Group) {
  const { programme, kind, audience, place, closedOn, organisation, trainers } = group
  return {
    programme,
    kind,
    audience,
    place,
    closedOn,
    organisation: organisation.name,
    municipality: findMunicipality(group.municipality)?.name ?? group.municipality,
    languages: splitLanguages(group.languages).map((code) => ({
      code,
      name: spokenLanguageNames[code as SpokenLanguage] ?? code,
      dir: spokenDirectionOf(code as SpokenLanguage),
    })),
    trainers: trainers.map(({ membershipId, membership }) => ({
      id: membershipId,
      userName: membership.account?.userName ?? null,
      cohort: membership.cohort.name,
    })),
  }
}
export type ShownGroupFacts = ReturnType<typeof groupFacts>
