import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, inject, it } from 'vitest'
import { openDatabase } from '~/platform/db/client.server'
import { migrate, MigrationError } from '~/platform/db/migrate.server'
import { freshDatabase, freshFolder } from '../setup/fresh-database'

const folder = path.resolve('prisma/migrations')
const { engine } = inject('template')
const names = readdirSync(path.join(folder, engine), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const { client: db, close } = openDatabase(url)
  try {
    return await db.$queryRawUnsafe<Row[]>(sql)
  } finally {
    await close()
  }
}

interface BookkeepingRow {
  id: string
  checksum: string
  migration_name: string
  logs: string | null
  rolled_back_at: Date | null
  finished_at: Date | null
  started_at: Date
  applied_steps_count: number
}

describe('migrations', () => {
  it('make a fresh database, in their order, and do nothing the second time', async () => {
    const url = await freshDatabase()
    expect(await migrate(url, folder)).toEqual(names)
    expect(await migrate(url, folder)).toEqual([])
    expect(await query(url, 'SELECT * FROM "Account"')).toEqual([])
  })

  it('are both applied once when two servers start at the same moment', async () => {
    const url = await freshDatabase()
    await Promise.all([migrate(url, folder), migrate(url, folder)])
    const rows = await query<BookkeepingRow>(url, 'SELECT * FROM "_prisma_migrations" ORDER BY migration_name')
    expect(rows.map((row) => row.migration_name)).toEqual(names)
  })

  it('are noted as Prisma does it, so that it can take over', async () => {
    const url = await freshDatabase()
    await migrate(url, folder)
    const rows = await query<BookkeepingRow>(url, 'SELECT * FROM "_prisma_migrations" ORDER BY migration_name')
    expect(rows.map((row) => row.migration_name)).toEqual(names)
    for (const row of rows) {
      const sql = readFileSync(path.join(folder, engine, row.migration_name, 'migration.sql'))
      expect(row.checksum).toBe(createHash('sha256').update(sql).digest('hex'))
      expect(row.id).toMatch(/^[0-9a-f-]{36}$/)
      expect(row).toMatchObject({
        logs: null,
        rolled_back_at: null,
        finished_at: expect.anything() as unknown,
        started_at: expect.anything() as unknown,
      })
      expect(Number(row.applied_steps_count)).toBe(1)
    }
  })

  it('of a newer version are left alone, with a line that says so', async () => {
    const url = await freshDatabase()
    await migrate(url, folder)
    const { client: db, close } = openDatabase(url)
    await db.$executeRawUnsafe(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'y', '29990101000000_later', CURRENT_TIMESTAMP)`,
    )
    await close()
    await expect(migrate(url, folder)).rejects.toThrow(MigrationError)
    await expect(migrate(url, folder)).rejects.toThrow(
      /^The database was made by a newer version of Leerkring \(it has "29990101000000_later"\)\. [^\n]+$/,
    )
  })

  it('whose file was changed afterwards are refused', async () => {
    const url = await freshDatabase()
    await migrate(url, folder)
    const changed = path.join(freshFolder(), 'migrations')
    cpSync(folder, changed, { recursive: true })
    appendFileSync(path.join(changed, engine, names[0]!, 'migration.sql'), '-- changed\n')
    await expect(migrate(url, changed)).rejects.toThrow(`The file of the migration "${names[0]}" was changed`)
  })

  it('that fail are undone wholly, and can be tried again', async () => {
    const url = await freshDatabase()
    await migrate(url, folder)
    const more = path.join(freshFolder(), 'migrations')
    cpSync(folder, more, { recursive: true })
    const later = path.join(more, engine, '29990101000000_later')
    cpSync(path.join(more, engine, names[0]!), later, { recursive: true })
    writeFileSync(path.join(later, 'migration.sql'), 'CREATE TABLE "Extra" ("id" TEXT); INSERT INTO "NotThere" VALUES (1);')
    await expect(migrate(url, more)).rejects.toThrow()
    await expect(query(url, 'SELECT * FROM "Extra"')).rejects.toThrow()
    writeFileSync(path.join(later, 'migration.sql'), 'CREATE TABLE "Extra" ("id" TEXT);')
    expect(await migrate(url, more)).toEqual(['29990101000000_later'])
  })

  it('say in one line that there is no database to be reached', async () => {
    const url = engine === 'sqlite' ? `file:${freshFolder()}` : 'postgresql://nobody@127.0.0.1:1/none'
    const error = await migrate(url, folder).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(MigrationError)
    expect((error as Error).message).toMatch(/^The [^\n]+$/)
  })
})

// Nothing of this exists on PostgreSQL.
if (engine === 'sqlite')
  describe('a database file', () => {
    /** A file with tables and some rows, in the journal mode that Prisma itself leaves it in, or in ours. */
    async function fileInMode(mode: 'wal' | 'delete'): Promise<string> {
      const url = await freshDatabase()
      await migrate(url, folder)
      const file = url.slice('file:'.length)
      const db = new Sqlite(file)
      for (let index = 0; index < 500; index += 1) db.prepare('INSERT INTO "Setting" VALUES (?, ?)').run(`key ${index}`, 'x'.repeat(200))
      db.pragma(`journal_mode = ${mode}`)
      db.close()
      return file
    }

    it.each(['wal', 'delete'] as const)('that is damaged is left as it is, to the byte (journal mode %s)', async (mode) => {
      const file = await fileInMode(mode)
      const bytes = readFileSync(file)
      // Everything but the header, which says what the file is.
      bytes.fill(0x5a, 4096)
      writeFileSync(file, bytes)
      await expect(migrate(`file:${file}`, folder)).rejects.toThrow(`The database ${file} is damaged and was left as it is`)
      expect(readFileSync(file).equals(bytes)).toBe(true)
    })

    it('that is something else is left as it is, to the byte', async () => {
      const file = path.join(freshFolder(), 'letter.db')
      const bytes = Buffer.from('Beste mensen,\n'.repeat(1000))
      writeFileSync(file, bytes)
      await expect(migrate(`file:${file}`, folder)).rejects.toThrow(MigrationError)
      expect(readFileSync(file).equals(bytes)).toBe(true)
    })

    it('is up to date in the eyes of Prisma itself', async () => {
      const url = await freshDatabase()
      await migrate(url, folder)
      const prisma = path.resolve('node_modules/prisma/build/index.js')
      const { status, stdout } = spawnSync(process.execPath, [prisma, 'migrate', 'status'], {
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1' },
      })
      expect(stdout).toContain('Database schema is up to date!')
      expect(status).toBe(0)
    })
  })
