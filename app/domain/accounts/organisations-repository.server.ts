import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import type { organisationKinds } from './schema'

export type OrganisationKind = (typeof organisationKinds)[number]

/** All organisations by name. There are hundreds at the most. */
export function listOrganisationRows(db: DatabaseTransaction = database()) {
  return db.organisation.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true, kind: true, parentId: true },
  })
}

export function createOrganisationRow(
  data: { name: string; kind: OrganisationKind; parentId: string | null },
  db: DatabaseTransaction = database(),
) {
  return db.organisation.create({ data })
}

export async function organisationNameIsTaken(name: string): Promise<boolean> {
  const names = await database().organisation.findMany({ select: { name: true } })
  return names.some((row) => row.name.toLowerCase() === name.toLowerCase())
}
