import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '~/platform/env/env.server'
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client'
import { PrismaClient as SqliteClient } from './generated/sqlite/client'
import { sqliteAdapter } from './sqlite-adapter.server'

/** The database. Both generated clients have the same models; the type of the SQLite one stands for both. */
export type Database = SqliteClient
/** What a use case gets inside `database().$transaction(…)`. */
export type DatabaseTransaction = Parameters<Parameters<Database['$transaction']>[0]>[0]

// What somebody typed stays out of error messages, and so out of the log.
const errorFormat = 'minimal'

/**
 * Opens a database.
 * @param url `file:/absolute/path` or `postgresql://…`
 */
export function openDatabase(url: string): Database {
  if (url.startsWith('file:')) return new SqliteClient({ adapter: sqliteAdapter(url.slice('file:'.length)), errorFormat })
  // Ten connections serve two cores well and leave room on a shared server.
  const client = new PostgresqlClient({ adapter: new PrismaPg({ connectionString: url, max: 10 }), errorFormat })
  return client as unknown as Database
}

let current: Database | undefined

/** The database of this process, opened at the first call. */
export function database(): Database {
  current ??= openDatabase(env().databaseUrl)
  return current
}

/** Closes the database of this process, if it was opened. */
export async function closeDatabase(): Promise<void> {
  await current?.$disconnect()
  current = undefined
}
