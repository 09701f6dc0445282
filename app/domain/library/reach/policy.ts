import { hasRole, type Person } from '~/domain/accounts/policy'

/** May see how often the library is used, item by item. */
export function maySeeReach(person: Person): boolean {
  return hasRole(person, 'editor', 'manager', 'administrator')
}
