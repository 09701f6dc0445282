import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import type { organisationKinds } from './schema'

export type OrganisationKind = (typeof organisationKinds)[number]

/** All organisations by name. There are hundreds at the most. */
export function listOrganisationRows(db: DatabaseTransaction = database()) {
  return db.organisation.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true, kind: true, parentId: true, municipality: true },
  })
}

export function createOrganisationRow(
  data: { name: string; kind: OrganisationKind; parentId: string | null; municipality?: string | null },
  db: DatabaseTransaction = database(),
) {
  return db.organisation.create({ data })
}

export async function updateOrganisationRow(
  id: string,
  data: { name: string; municipality: string | null },
  db: DatabaseTransaction = database(),
): Promise<void> {
  await db.organisation.update({ where: { id }, data })
}

/** Whether another organisation has this name, in whichever capitals. */
export async function organisationNameIsTaken(name: string, exceptId?: string): Promise<boolean> {
  const rows = await database().organisation.findMany({ select: { id: true, name: true } })
  return rows.some((row) => row.id !== exceptId && row.name.toLowerCase() === name.toLowerCase())
}
