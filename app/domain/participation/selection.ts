import { findMunicipality } from '~/content/municipalities'
import type { Counted } from './aggregate-trainers'
import type { Dimension } from './dimensions'
import type { AnswersFact, Dataset, ReachFact } from './facts/dataset'
import type { GroupFact } from './facts/groups'
import type { Filter } from './request'

/** What each kind of thing has in each dimension; null where it has nothing. A dimension that is left out does not exist for it. */
export type Reader<T> = Partial<Record<Dimension, (thing: T) => string | null>>

export function provinceOf(municipality: string | null): string | null {
  return (municipality && findMunicipality(municipality)?.province) || null
}

export const groupReader: Reader<GroupFact> = {
  programme: (group) => group.programme,
  kind: (group) => group.kind,
  organisation: (group) => group.organisation,
  municipality: (group) => group.municipality,
  province: (group) => provinceOf(group.municipality),
  language: (group) => group.language,
  audience: (group) => group.audience,
}

/** A cohort or trainer stands where the organisation of the cohort is. */
export function cohortReader({ organisations }: Dataset): Reader<Counted> {
  const municipality = ({ cohort }: Counted) => organisations.get(cohort.organisation)?.municipality ?? null
  return {
    programme: ({ cohort }) => cohort.programme,
    organisation: ({ cohort }) => cohort.organisation,
    municipality,
    province: (counted) => provinceOf(municipality(counted)),
    language: ({ cohort }) => cohort.language,
    background: ({ background }) => background,
  }
}

/** Answers stand where their group is, or their cohort. */
export function answersReader(dataset: Dataset): Reader<AnswersFact> {
  const ofCohort = cohortReader(dataset)
  const read = (name: Dimension) => (answers: AnswersFact) => {
    const group = answers.group === null ? undefined : dataset.groups.get(answers.group)
    if (group) return groupReader[name]?.(group) ?? null
    const cohort = answers.cohort === null ? undefined : dataset.cohorts.get(answers.cohort)
    return cohort ? (ofCohort[name]?.({ cohort, day: answers.day, background: null }) ?? null) : null
  }
  const names = Object.keys(groupReader) as Dimension[]
  return Object.fromEntries(names.map((name) => [name, read(name)]))
}

/** Where a use of the library stands. A municipality is there for views alone, and only where the visitor said so. */
export const reachReader: Reader<ReachFact> = {
  programme: ({ programme }) => programme,
  language: ({ language }) => language,
}
export const viewReader: Reader<ReachFact> = {
  ...reachReader,
  municipality: ({ municipality }) => municipality || null,
  province: ({ municipality }) => provinceOf(municipality),
}

/**
 * Whether a thing is within a filter and a scope.
 * @param scope ids of organisations; null: all of them
 * @returns null when the filter speaks of a dimension that these things do not have
 */
export function selectorOf<T>(reader: Reader<T>, filter: Filter, scope: ReadonlySet<string> | null): ((thing: T) => boolean) | null {
  const wanted = (Object.entries(filter) as [Dimension, string | undefined][]).filter((entry): entry is [Dimension, string] => !!entry[1])
  const tests: ((thing: T) => boolean)[] = []
  for (const [name, value] of wanted) {
    const read = reader[name]
    if (!read) return null
    tests.push((thing) => read(thing) === value)
  }
  if (scope) {
    const read = reader.organisation
    // What belongs to no organisation, such as the library, is nobody's own.
    if (!read) return null
    tests.push((thing) => scope.has(read(thing) ?? ''))
  }
  // A hundred thousand groups are asked for each sum of a page: nothing is made for any of them.
  const [first, second, ...rest] = tests
  if (!first) return () => true
  if (!second) return first
  if (rest.length === 0) return (thing) => first(thing) && second(thing)
  return (thing) => {
    for (let index = 0; index < tests.length; index += 1) if (!tests[index]!(thing)) return false
    return true
  }
}
