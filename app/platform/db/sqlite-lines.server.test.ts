import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SqliteLines } from './sqlite-lines.server'

let folder: string
let file: string
let lines: SqliteLines

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'leerkring-lines-'))
  file = path.join(folder, 'numbers.db')
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.exec(`CREATE TABLE "Number" ("n" INTEGER PRIMARY KEY);
    WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 30000) INSERT INTO "Number" SELECT n FROM up;`)
  db.close()
  lines = new SqliteLines(file)
})

afterEach(async () => {
  await lines.close()
  rmSync(folder, { recursive: true })
  expect(existsSync(folder)).toBe(false)
})

// Longer than what is read ahead.
const end = 'x'.repeat(100)
const all = `SELECT concat('number,', "n", ',${end}') FROM "Number" ORDER BY "n"`
const expected = Array.from({ length: 30_000 }, (_, index) => `number,${index + 1},${end}\n`).join('')

async function read(sql: string): Promise<string> {
  let text = ''
  for await (const portion of lines.read(sql)) text += String(portion)
  return text
}

/** Whether somebody reads: then the log of changes cannot be emptied. */
function isRead(): boolean {
  const db = new Sqlite(file, { timeout: 0 })
  try {
    db.exec('DELETE FROM "Number" WHERE "n" = 0; INSERT INTO "Number" VALUES (0)')
    const [{ busy }] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
    return busy === 1
  } finally {
    db.close()
  }
}

describe('lines of SQLite', () => {
  test('come in portions that are whole lines, in order', async () => {
    let text = ''
    let portions = 0
    for await (const portion of lines.read(all)) {
      expect(portion.at(-1)).toBe(10)
      text += String(portion)
      portions += 1
    }
    expect(text).toBe(expected)
    expect(portions).toBeGreaterThan(10)
  })

  test('may be none, empty, longer than a portion, and of any letters', async () => {
    expect(await read(`SELECT 'x' WHERE 1 = 0`)).toBe('')
    expect(await read(`SELECT '' UNION ALL SELECT ''`)).toBe('\n\n')
    const long = 'ሰላም'.repeat(100_000)
    expect(await read(`SELECT '${long}' UNION ALL SELECT 'a'`)).toBe(`${long}\na\n`)
  })

  test('of two readings at once do not mix, and each is of one moment', async () => {
    const one = lines.read(all)[Symbol.asyncIterator]()
    let text = String((await one.next()).value)
    const db = new Sqlite(file)
    db.exec('DELETE FROM "Number" WHERE "n" > 10')
    db.close()
    const other = read(all)
    for (let next = await one.next(); !next.done; next = await one.next()) text += String(next.value)
    expect(text).toBe(expected)
    expect(await other).toBe(expected.slice(0, expected.indexOf('number,11,')))
  })

  test('that somebody leaves are not read on', async () => {
    for await (const portion of lines.read(all)) {
      expect(portion.length).toBeGreaterThan(0)
      expect(isRead()).toBe(true)
      break
    }
    expect(isRead()).toBe(false)
    expect(await read(all)).toContain('number,30000,')
  })

  test('bring the error of SQLite with them, at the start and halfway, and the next reading is as good as any', async () => {
    await expect(read('SELECT nowhere')).rejects.toMatchObject({ message: 'no such column: nowhere', code: 'SQLITE_ERROR' })
    const halfway = `SELECT CASE WHEN "n" < 20000 THEN "n" || '' ELSE json_extract('{', '$') END FROM "Number" ORDER BY "n"`
    await expect(read(halfway)).rejects.toThrow('malformed JSON')
    expect(isRead()).toBe(false)
    expect(await read(`SELECT '1'`)).toBe('1\n')
  })

  test('break off when the database is closed, and can be read anew', async () => {
    const reading = lines.read(all)[Symbol.asyncIterator]()
    await reading.next()
    await lines.close()
    await expect(
      (async () => {
        while (!(await reading.next()).done);
      })(),
    ).rejects.toThrow('The thread that reads the database has ended')
    expect(await read(`SELECT '1'`)).toBe('1\n')
  })

  test('of a file that is not there are an error', async () => {
    const none = new SqliteLines(path.join(folder, 'none.db'))
    await expect(none.read(`SELECT '1'`)[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'SQLITE_CANTOPEN' })
    await none.close()
  })
})

test('the thread ends after a while without a reading', async () => {
  const brief = new SqliteLines(file, 1)
  for await (const portion of brief.read(`SELECT '1'`)) expect([String(portion), brief.running]).toEqual(['1\n', true])
  await vi.waitFor(() => expect(brief.running).toBe(false))
})

test('a program that has read, or left a reading, ends by itself', () => {
  const module = new URL('./sqlite-lines.server.ts', import.meta.url).href
  const program = `
    import { SqliteLines } from ${JSON.stringify(module)}
    const lines = new SqliteLines(${JSON.stringify(file)})
    for await (const portion of lines.read(${JSON.stringify(all)})) { process.stdout.write(String(portion.length)); break }
  `
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    encoding: 'utf8',
    timeout: 30_000,
  })
  expect([status, stderr]).toEqual([0, ''])
  expect(Number(stdout)).toBeGreaterThan(0)
})
