/** Roles of design §5, from the narrowest to the widest. */
export const roles = ['trainer', 'coordinator', 'manager', 'editor', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Somebody who is signed in, as far as permission goes. */
export interface Person {
  id: string
  roles: { role: string; organisationId: string | null }[]
}

export function hasRole(person: Person, ...wanted: Role[]): boolean {
  return person.roles.some(({ role }) => (wanted as string[]).includes(role))
}

/** May see the coordination pages at all; which cohorts and people is decided by `reachesOrganisation`. */
export function mayCoordinate(person: Person): boolean {
  return hasRole(person, 'coordinator', 'manager', 'administrator')
}

/** May act for all organisations. */
export function mayActForAll(person: Person): boolean {
  return hasRole(person, 'manager', 'administrator')
}

/** Ids of the organisations a person coordinates herself, without those under them. */
export function coordinatedOrganisations(person: Person): string[] {
  return person.roles.flatMap(({ role, organisationId }) => (role === 'coordinator' && organisationId ? [organisationId] : []))
}

/**
 * Whether a person may see and change what belongs to an organisation.
 * @param ancestry id of the organisation, of the one above it, and so on up
 */
export function reachesOrganisation(person: Person, ancestry: string[]): boolean {
  if (mayActForAll(person)) return true
  const own = new Set(coordinatedOrganisations(person))
  return ancestry.some((id) => own.has(id))
}

/** May manage accounts, roles and organisations, and read the audit log. */
export function mayAdminister(person: Person): boolean {
  return hasRole(person, 'administrator')
}

/**
 * May deactivate an account, end its sessions and give a code for a new password. Nobody does so to herself here: her own
 * password and devices are on her own page, where she has to know the password.
 */
export function mayChangeAccount(person: Person, accountId: string): boolean {
  return mayAdminister(person) && person.id !== accountId
}

/** May see the list of organisations and people, without changing them. */
export function mayOversee(person: Person): boolean {
  return hasRole(person, 'manager', 'administrator')
}

/** May see the state of the content in all languages. */
export function maySeeContentState(person: Person): boolean {
  return hasRole(person, 'editor', 'administrator')
}
