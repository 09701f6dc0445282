import { database } from '~/platform/db/client.server'

export type ExportedBy = 'account' | 'command' | 'visitor'

/** What an export begins with. */
export interface BegunExport {
  by: ExportedBy
  accountId: string | null
  request: string
  format: string
  shape: string
  disclosure: string
  asOf: Date
  version: string
}

/** @returns the id of the line in the log */
export async function beginExportRow(data: BegunExport): Promise<string> {
  return (await database().exportLogEntry.create({ data, select: { id: true } })).id
}

export async function finishExportRow(id: string, file: { hash: string; bytes: number }): Promise<void> {
  await database().exportLogEntry.update({ where: { id }, data: { finishedAt: new Date(), hash: file.hash, bytes: BigInt(file.bytes) } })
}

/** The finished exports with this hash, the earliest first. */
export function listExportRowsWith(hash: string) {
  return database().exportLogEntry.findMany({
    where: { hash, finishedAt: { not: null } },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    take: 20,
  })
}

/** One page of the log, the newest first, and how long it is. */
export function listExportRows({ skip, take }: { skip: number; take: number }) {
  return Promise.all([
    database().exportLogEntry.findMany({ orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], skip, take }),
    database().exportLogEntry.count(),
  ])
}
