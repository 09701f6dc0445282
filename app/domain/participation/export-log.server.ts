import { userNamesOf } from '~/domain/accounts/audit-repository.server'
import { listExportRows, listExportRowsWith, type ExportedBy } from './export-log-repository.server'

/** A file with figures that was given out. */
export interface ExportLine {
  id: string
  startedAt: Date
  /** Null: it was broken off, or is still on its way. */
  finishedAt: Date | null
  by: ExportedBy
  /** Whose account, as far as it is there still. */
  userName: string | null
  /** The whole request, as it stands behind the question mark of an address. */
  request: string
  format: string
  shape: string
  disclosure: string
  asOf: Date
  version: string
  hash: string | null
  bytes: number | null
}

type Row = Awaited<ReturnType<typeof listExportRowsWith>>[number]

async function linesOf(rows: Row[]): Promise<ExportLine[]> {
  const names = await userNamesOf([...new Set(rows.flatMap(({ accountId }) => accountId ?? []))])
  return rows.map(({ accountId, by, bytes, ...rest }) => ({
    ...rest,
    by: by as ExportedBy,
    bytes: bytes === null ? null : Number(bytes),
    userName: accountId === null ? null : (names.get(accountId) ?? null),
  }))
}

/** SHA-256 as somebody typed or pasted it; null when it is none. */
export function readHash(typed: string): string | null {
  const hash = typed
    .toLowerCase()
    .replace(/^sha-?256[:=]?/, '')
    .replace(/[\s:]/g, '')
  return /^[0-9a-f]{64}$/.test(hash) ? hash : null
}

/** The exports that gave out a file with this hash, the earliest first. @param publicOnly leaves out those with exact figures */
export async function findExportsByHash(hash: string, { publicOnly }: { publicOnly: boolean }): Promise<ExportLine[]> {
  const rows = await listExportRowsWith(hash)
  return linesOf(publicOnly ? rows.filter(({ disclosure }) => disclosure === 'public') : rows)
}

/** One page of the log of exports, the newest first, and how many there are. */
export async function listExports(page: { skip: number; take: number }): Promise<{ lines: ExportLine[]; total: number }> {
  const [rows, total] = await listExportRows(page)
  return { lines: await linesOf(rows), total }
}
