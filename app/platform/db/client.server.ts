import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '~/platform/env/env.server'
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client'
import { PrismaClient as SqliteClient } from './generated/sqlite/client'
import { postgresqlBulk, sqliteBulk, type BulkReads } from './bulk-read.server'
import { postgresqlFullText, sqliteFullText, type FullText } from './full-text.server'
import { postgresqlReads, sqliteReads, type PreparedReads } from './prepared-read.server'
import { sqliteAdapter } from './sqlite-adapter.server'
import { SqliteLines } from './sqlite-lines.server'

export type { Prisma } from './generated/sqlite/client'

/** The database. Both generated clients have the same models; the type of the SQLite one stands for both. */
export type Database = SqliteClient
/** What a use case gets inside `database().$transaction(…)`. */
export type DatabaseTransaction = Parameters<Parameters<Database['$transaction']>[0]>[0]

// What somebody typed stays out of error messages, and so out of the log.
const errorFormat = 'minimal'

interface Opened {
  client: Database
  reads: PreparedReads
  bulk: BulkReads
  fullText: FullText
  close: () => Promise<void>
}

function open(url: string): Opened {
  if (url.startsWith('file:')) {
    const file = url.slice('file:'.length)
    const client = new SqliteClient({ adapter: sqliteAdapter(file), errorFormat })
    const reads = sqliteReads(file)
    const lines = new SqliteLines(file)
    const close = () => Promise.all([lines.close(), reads.close()]).then(() => client.$disconnect())
    return { client, reads, bulk: sqliteBulk(file, lines), fullText: sqliteFullText, close }
  }
  // Ten connections serve two cores well and leave room on a shared server.
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // A connection that is lost while nobody uses it: the next query opens another one and says so if that fails.
  pool.on('error', () => {})
  const client = new PostgresqlClient({ adapter: new PrismaPg(pool), errorFormat })
  // Files and reports read whole tables: they may wait for each other, and nobody else for them.
  const bulkPool = new pg.Pool({ connectionString: url, max: 4 })
  bulkPool.on('error', () => {})
  // They are long enough for PostgreSQL to compile them first (JIT), which takes longer than it saves.
  bulkPool.on('connect', (connected) => void connected.query('SET jit = off').catch(() => {}))
  const close = () =>
    client
      .$disconnect()
      .then(() => Promise.all([pool.end(), bulkPool.end()]))
      .then(() => {})
  return {
    client: client as unknown as Database,
    reads: postgresqlReads(pool),
    bulk: postgresqlBulk(bulkPool),
    fullText: postgresqlFullText,
    close,
  }
}

/**
 * Opens a database besides that of this process; who opens it closes it.
 * @param url `file:/absolute/path` or `postgresql://…`
 */
export function openDatabase(url: string): { client: Database; close: () => Promise<void> } {
  return open(url)
}

let current: Opened | undefined

function opened(): Opened {
  return (current ??= open(env().databaseUrl))
}

/** The database of this process, opened at the first call. */
export function database(): Database {
  return opened().client
}

/** Prepared reads on the database of this process, for what every request asks. */
export function preparedReads(): PreparedReads {
  return opened().reads
}

/** Reads of whole tables of the database of this process. */
export function bulkReads(): BulkReads {
  return opened().bulk
}

/** How the full-text engine of this process's database is spoken to. */
export function fullText(): FullText {
  return opened().fullText
}

/** Closes the database of this process, if it was opened. */
export async function closeDatabase(): Promise<void> {
  const closing = current
  current = undefined
  await closing?.close()
}
