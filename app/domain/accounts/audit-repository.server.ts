import { database, type DatabaseTransaction } from '~/platform/db/client.server'

export interface AuditLine {
  actorId: string | null
  action: string
  subjectType: string
  subjectId: string
  detail?: Record<string, string | number | boolean | null>
}

export async function insertAuditEntry(line: AuditLine, db: DatabaseTransaction = database()): Promise<void> {
  await db.auditEntry.create({ data: line })
}

/** Whether the same was noted of the same subject and actor since a moment. */
export async function wasNotedSince(
  line: Pick<AuditLine, 'actorId' | 'action' | 'subjectType' | 'subjectId'>,
  since: Date,
): Promise<boolean> {
  const { actorId, action, subjectType, subjectId } = line
  return (
    (await database().auditEntry.findFirst({
      where: { subjectType, subjectId, actorId, action, at: { gt: since } },
      select: { id: true },
    })) !== null
  )
}

export function listAuditEntries(page: { skip: number; take: number }) {
  return Promise.all([
    database().auditEntry.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], skip: page.skip, take: page.take }),
    database().auditEntry.count(),
  ])
}

/** User names of the accounts that still exist, by id. */
export async function userNamesOf(ids: string[]): Promise<Map<string, string>> {
  const rows = await database().account.findMany({ where: { id: { in: ids } }, select: { id: true, userName: true } })
  return new Map(rows.map((row) => [row.id, row.userName]))
}

export async function deleteAuditEntriesBefore(moment: Date): Promise<void> {
  await database().auditEntry.deleteMany({ where: { at: { lt: moment } } })
}
