import { hasRole, type Person } from '../accounts/policy'

/** May see what is out of date, get files for translators and put translations on the site. */
export function mayTranslate(person: Person): boolean {
  return hasRole(person, 'editor', 'administrator')
}
