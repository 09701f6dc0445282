import { hasRole, type Person } from '../accounts/policy'

/** May put files into the library, publish them and take them off the site. */
export function mayManageLibrary(person: Person): boolean {
  return hasRole(person, 'editor', 'administrator')
}
