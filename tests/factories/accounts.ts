import { addRole, createAccount, inTransaction } from '~/domain/accounts/repository.server'
import type { Role } from '~/domain/accounts/policy'
import { createOrganisationRow, type OrganisationKind } from '~/domain/accounts/organisations-repository.server'
import { hashPassword } from '~/platform/auth/passwords.server'
import { today } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'

let counter = 0
const unique = () => `${Date.now().toString(36)}${(counter += 1).toString(36)}`

/** Makes an organisation; every part of it can be given. */
export function makeOrganisation(given: { name?: string; kind?: OrganisationKind; parentId?: string | null; municipality?: string } = {}) {
  return createOrganisationRow({ name: `Organisatie ${unique()}`, kind: 'self_organisation', parentId: null, ...given })
}

const hashes = new Map<string, Promise<string>>()

export interface AccountToMake {
  userName?: string
  password?: string
  email?: string
  language?: Language
  demo?: boolean
  roles?: { role: Role; organisationId?: string }[]
}

export const usualPassword = 'drie losse woorden'

/** Makes an account with its roles. Its password is `usualPassword` unless another one is given. */
export async function makeAccount(given: AccountToMake = {}): Promise<{ id: string; userName: string; password: string }> {
  const { userName = `naam-${unique()}`, password = usualPassword, email, language = 'nl', demo = false, roles = [] } = given
  // The same few passwords come back; hashing is slow by design.
  if (!hashes.has(password)) hashes.set(password, hashPassword(password))
  const passwordHash = await hashes.get(password)!
  const id = await inTransaction(async (tx) => {
    const account = await createAccount(tx, { userName, email, passwordHash, language, demo, today: today() })
    for (const { role, organisationId } of roles) await addRole(tx, account.id, role, organisationId ?? null)
    return account.id
  })
  return { id, userName, password }
}
