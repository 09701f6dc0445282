import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import { momentAfter } from '~/platform/db/revisions.server'
import type { organisationKinds } from './schema'

export type OrganisationKind = (typeof organisationKinds)[number]

/** All organisations by name. There are hundreds at the most. */
export function listOrganisationRows(db: DatabaseTransaction = database()) {
  return db.organisation.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true, kind: true, parentId: true, municipality: true },
  })
}

/** Id of the organisation above one; null where there is none, and for one that is not there. */
export async function findParentId(id: string): Promise<string | null> {
  const row = await database().organisation.findUnique({ where: { id }, select: { parentId: true } })
  return row?.parentId ?? null
}

/** Makes an organisation with its first revision. */
export async function createOrganisationRow(
  data: { name: string; kind: OrganisationKind; parentId: string | null; municipality?: string | null },
  authorId: string | null = null,
) {
  return database().$transaction(async (tx) => {
    const row = await tx.organisation.create({ data })
    await tx.organisationRevision.create({ data: { organisationId: row.id, number: 1, recordedAt: row.createdAt, authorId, ...data } })
    return row
  })
}

/** Changes an organisation, as a new revision. */
export async function updateOrganisationRow(
  id: string,
  data: { name: string; municipality: string | null },
  authorId: string | null = null,
): Promise<void> {
  await database().$transaction(async (tx) => {
    // Writing first locks the row: of two changes the second one waits and finds the revision of the first.
    const { kind, parentId } = await tx.organisation.update({ where: { id }, data })
    const before = await tx.organisationRevision.findFirst({ where: { organisationId: id, supersededAt: null } })
    const recordedAt = momentAfter(before)
    await tx.organisationRevision.updateMany({ where: { organisationId: id, supersededAt: null }, data: { supersededAt: recordedAt } })
    const number = (before?.number ?? 0) + 1
    await tx.organisationRevision.create({ data: { organisationId: id, number, recordedAt, authorId, kind, parentId, ...data } })
  })
}

/** Whether another organisation has this name, in whichever capitals. */
export async function organisationNameIsTaken(name: string, exceptId?: string): Promise<boolean> {
  const rows = await database().organisation.findMany({ select: { id: true, name: true } })
  return rows.some((row) => row.id !== exceptId && row.name.toLowerCase() === name.toLowerCase())
}
