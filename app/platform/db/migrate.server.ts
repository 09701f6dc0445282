import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import pg from 'pg'

/** The database cannot be used as it is; the message is one line for who runs the site. Nothing was changed. */
export class MigrationError extends Error {}

interface Migration {
  name: string
  sql: string
  checksum: string
}

interface Connection {
  applied(): Promise<Map<string, string>>
  /** Runs one migration and notes it, both or neither. */
  apply(migration: Migration): Promise<void>
  close(): Promise<void>
}

/**
 * Brings a database up to date with the files of prisma/migrations. The bookkeeping is Prisma's own (`_prisma_migrations`
 * with the same checksums), so that `prisma migrate deploy` can take over where its engine can be had.
 * @param url `file:/absolute/path` or `postgresql://…`
 * @param folder prisma/migrations
 * @returns names of the migrations that were applied now
 * @throws MigrationError when the database is damaged, newer than this version, changed by hand or out of reach
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const sqlite = url.startsWith('file:')
  const migrations = readMigrations(path.join(folder, sqlite ? 'sqlite' : 'postgresql'))
  const connection = sqlite ? connectSqlite(url.slice('file:'.length)) : await connectPostgresql(url)
  try {
    const pending = pendingOf(migrations, await connection.applied())
    for (const migration of pending) await connection.apply(migration)
    return pending.map((migration) => migration.name)
  } finally {
    await connection.close()
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

function pendingOf(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const [name, checksum] of applied) {
    const migration = known.get(name)
    if (!migration) {
      throw new MigrationError(`The database was made by a newer version of Leerkring (it has "${name}"). Install that version or newer.`)
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(`The file of the migration "${name}" was changed after it was applied to this database.`)
    }
  }
  return migrations.filter((migration) => !applied.has(migration.name))
}

const bookkeeping = (time: string) => `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" ${time},
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" ${time},
  "started_at" ${time} NOT NULL DEFAULT CURRENT_TIMESTAMP, "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

const selectApplied = `SELECT migration_name, checksum FROM "_prisma_migrations"
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`

type AppliedRow = { migration_name: string; checksum: string }
const asMap = (rows: AppliedRow[]) => new Map(rows.map((row) => [row.migration_name, row.checksum]))

function connectSqlite(file: string): Connection {
  let db: Sqlite.Database
  try {
    if (!existsSync(file)) mkdirSync(path.dirname(file), { recursive: true })
    db = new Sqlite(file)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    const health = db.pragma('quick_check(1)', { simple: true })
    if (health !== 'ok') throw new Error(String(health))
    db.exec(bookkeeping('DATETIME'))
  } catch (error) {
    throw new MigrationError(sqliteTrouble(file, error))
  }
  return {
    applied: async () => asMap(db.prepare<[], AppliedRow>(selectApplied).all()),
    apply: async (migration) => {
      // Switching foreign keys off works only outside a transaction; table changes in SQLite need it.
      db.pragma('foreign_keys = OFF')
      db.transaction(() => {
        // Another server may have started at the same moment and been first.
        if (asMap(db.prepare<[], AppliedRow>(selectApplied).all()).has(migration.name)) return
        db.exec(migration.sql)
        db.prepare(
          `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
           VALUES (?, ?, ?, ?, ?, 1)`,
        ).run(randomUUID(), migration.checksum, migration.name, Date.now(), Date.now())
      }).immediate()
      db.pragma('foreign_keys = ON')
    },
    close: async () => void db.close(),
  }
}

function sqliteTrouble(file: string, error: unknown): string {
  const code = (error as { code?: string }).code ?? ''
  if (/CANTOPEN|READONLY|EACCES|EPERM|EROFS/.test(code))
    return `The database ${file} cannot be written; check the permissions of its folder.`
  if (/BUSY|LOCKED/.test(code)) return `The database ${file} is in use by another program.`
  if (!/CORRUPT|NOTADB/.test(code) && code !== '') return `The database ${file} cannot be opened (${code}).`
  return `The database ${file} is damaged and was left as it is; put back a copy, or move it away to start anew.`
}

async function connectPostgresql(url: string): Promise<Connection> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    // Two servers that start at the same moment take turns.
    await client.query('SELECT pg_advisory_lock(72707369)')
    await client.query(bookkeeping('TIMESTAMPTZ'))
  } catch (error) {
    await client.end().catch(() => {})
    const reason = error instanceof Error && error.message ? error.message : String((error as { code?: string }).code)
    throw new MigrationError(`The PostgreSQL database cannot be reached: ${reason.split('\n')[0]}`)
  }
  return {
    applied: async () => asMap((await client.query<AppliedRow>(selectApplied)).rows),
    apply: async (migration) => {
      await client.query('BEGIN')
      try {
        await client.query(migration.sql)
        await client.query(
          `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
           VALUES ($1, $2, $3, now(), now(), 1)`,
          [randomUUID(), migration.checksum, migration.name],
        )
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      }
    },
    close: () => client.end(),
  }
}
