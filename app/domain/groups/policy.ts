import { hasRole, mayCoordinate, reachesOrganisation, type Person } from '~/domain/accounts/policy'

/** May see the pages of groups at all; which groups is decided by `reachOf`. */
export function maySeeGroups(person: Person): boolean {
  return hasRole(person, 'trainer') || mayCoordinate(person)
}

/** How somebody reaches a group: as who coordinates its organisation, or as one of its trainers. */
export type GroupReach = 'coordinator' | 'trainer'

/**
 * How a person reaches a group; null when she does not.
 * @param group ancestry of its organisation, and the accounts of its trainers
 */
export function reachOf(person: Person, group: { ancestry: string[]; trainerAccounts: (string | null)[] }): GroupReach | null {
  if (mayCoordinate(person) && reachesOrganisation(person, group.ancestry)) return 'coordinator'
  if (hasRole(person, 'trainer') && group.trainerAccounts.includes(person.id)) return 'trainer'
  return null
}

/** Trainers register, correct and plan in their own groups; what a group is, is for who coordinates. */
export function mayChangeGroup(reach: GroupReach): boolean {
  return reach === 'coordinator'
}
