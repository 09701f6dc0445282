import { userNamesOf } from '~/domain/accounts/audit-repository.server'
import { note } from '~/domain/accounts/audit.server'
import { listOrganisations, listOrganisationsOf, mayActFor } from '~/domain/accounts/organisations.server'
import { mayActForAll, type Person } from '~/domain/accounts/policy'
import { holdGroups, inTransaction } from '../groups-repository.server'
import { sumUpGroup } from '../sessions-repository.server'
import {
  findImportRow,
  hasMovedGroup,
  listChangedGroups,
  listImportedGroups,
  listImportedIds,
  listImportRows,
  markUndone,
  withdrawGroupsOf,
  withdrawSessionsOf,
  type ImportRow,
} from './imports-repository.server'

/** How many groups of an import are shown. */
const shownGroups = 50

/** The latest imports within reach, with who made each; null for an account that is gone. */
export async function listImports(person: Person) {
  const ids = mayActForAll(person) ? null : (await listOrganisationsOf(person)).map(({ id }) => id)
  const rows = await listImportRows(ids, 50)
  const names = await userNamesOf([...new Set(rows.flatMap(({ accountId }) => accountId ?? []))])
  return rows.map((row) => ({ ...row, author: (row.accountId && names.get(row.accountId)) || null }))
}

/** Ids of the organisation of an import and of those under it: who sees the import reaches these. */
async function listReached({ organisationId }: ImportRow): Promise<string[]> {
  return (await listOrganisations()).filter(({ ancestry }) => ancestry.includes(organisationId)).map(({ id }) => id)
}

/**
 * An import within reach, with its groups and those of which something was changed since; null when it is not hers to see.
 * Of groups that moved to an organisation elsewhere only that there are some.
 */
export async function findImport(person: Person, id: string) {
  const row = await findImportRow(id)
  if (!row || !(await mayActFor(person, row.organisationId))) return null
  const reached = await listReached(row)
  const [groups, changed, moved, names] = await Promise.all([
    listImportedGroups(id, reached, shownGroups),
    row.undoneAt ? [] : listChangedGroups(id, reached, shownGroups),
    !row.undoneAt && hasMovedGroup(id, reached),
    userNamesOf([row.accountId, row.undoneById].filter((accountId) => accountId !== null)),
  ])
  const nameOf = (accountId: string | null) => (accountId && names.get(accountId)) || null
  return { ...row, author: nameOf(row.accountId), undoneBy: nameOf(row.undoneById), groups, changed, moved }
}

/**
 * Undoes an import as one act: every group it made and every session is withdrawn; their traces stay.
 * @param row of an import within reach
 * @returns 'changed' when something of it was changed since or moved elsewhere; nothing is undone then
 */
export async function undoImport(person: Person, row: ImportRow): Promise<'undone' | 'changed'> {
  const { id } = row
  const reached = await listReached(row)
  return inTransaction(async (tx) => {
    // Whoever comes second waits here, and finds it done.
    if (!(await markUndone(tx, id, person.id))) return 'undone'
    await holdGroups(tx, await listImportedIds(tx, id))
    if ((await hasMovedGroup(id, reached, tx)) || (await listChangedGroups(id, reached, 1, tx)).length > 0) throw new ChangedSince()
    const groupIds = await withdrawSessionsOf(tx, id, person.id)
    if (!groupIds || !(await withdrawGroupsOf(tx, id, person.id))) throw new ChangedSince()
    for (const groupId of groupIds) await sumUpGroup(tx, groupId)
    await note({ actorId: person.id, action: 'import.undone', subjectType: 'import', subjectId: id }, tx)
    return 'undone' as const
  }).catch((error: unknown) => {
    if (error instanceof ChangedSince) return 'changed'
    throw error
  })
}

/** Rolls the transaction back. */
class ChangedSince extends Error {}
