import { listAccounts } from './repository.server'

/** Accounts by user name, a page at a time. `search` finds a part of the name; no e-mail address is searched or shown. */
export async function listPeople(search: string, page: { skip: number; take: number }) {
  const [people, total] = await listAccounts({ search, ...page })
  return { people, total }
}
