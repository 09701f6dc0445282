import Sqlite from 'better-sqlite3'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { SqliteLines } from './sqlite-lines.server'

/** A cell as both databases give it here: numbers may come as text, moments as the database writes them. */
export type BulkCell = string | number | null

/** Reads tables of a million rows, one portion after the other, past Prisma: that would take a minute and a gigabyte. */
export interface BulkReads {
  /**
   * Runs one SELECT and gives its rows in portions, as one moment saw them. Whoever stops early ends the reading.
   * @param sql without values of others in it: only what `moment` and `idList` wrote
   */
  rows: (sql: string) => AsyncIterable<BulkCell[][]>
  /**
   * The same for a SELECT of one text that is never empty (NULL), of letters of ASCII without signs that stand for others (ids, days,
   * numbers, commas). Its rows come as bytes, in portions of whole lines with a line feed behind each: none of them becomes a string.
   */
  lines: (sql: string) => AsyncIterable<Buffer>
  /** A moment as it is written in SQL. */
  moment: (date: Date) => string
  /** First ten characters of a column with a moment: YYYY-MM-DD in UTC. */
  dayOf: (column: string) => string
  /** First thirteen characters of a column with a moment: the hour, YYYY-MM-DDTHH in UTC. */
  hourOf: (column: string) => string
  /** Days from 2000-01-01 to a text YYYY-MM-DD. */
  dayNumberOf: (text: string) => string
  /** Texts of the rows of a group behind one another, in any order. */
  joined: (text: string) => string
}

/** Few enough to be gone again before the next clearing up of memory. */
const portion = 500

/**
 * @param file absolute path of the database file
 * @param lines what reads lines of that file
 */
export function sqliteBulk(file: string, lines: SqliteLines): BulkReads {
  async function* read(sql: string): AsyncGenerator<BulkCell[][]> {
    // While rows come in, a connection does nothing else: each reading has its own.
    const db = new Sqlite(file, { readonly: true })
    try {
      let rows: BulkCell[][] = []
      for (const row of db.prepare(sql).raw().iterate() as Iterable<BulkCell[]>) {
        rows.push(row)
        if (rows.length < portion) continue
        yield rows
        rows = []
        // SQLite reads in this thread: others have a turn between two portions.
        await new Promise(setImmediate)
      }
      if (rows.length > 0) yield rows
    } finally {
      db.close()
    }
  }
  return {
    rows: read,
    lines: (sql) => lines.read(sql),
    moment: (date) => `'${date.toISOString().replace('Z', '+00:00')}'`,
    dayOf: (column) => `substr(${column}, 1, 10)`,
    hourOf: (column) => `substr(${column}, 1, 13)`,
    dayNumberOf: (text) => `CAST(julianday(${text}) - 2451544.5 AS INTEGER)`,
    joined: (text) => `group_concat(${text}, '')`,
  }
}

/** @param pool of its own: a reading holds its connection as long as somebody takes a file, and pages would wait for it */
export function postgresqlBulk(pool: pg.Pool): BulkReads {
  async function* lines(sql: string): AsyncGenerator<Buffer> {
    const client = await pool.connect()
    let finished = false
    try {
      // A cursor would bring each row as a message of its own; COPY brings them as text in large pieces.
      yield* wholeLines(client.query(copyTo(`COPY (${sql}) TO STDOUT`)))
      finished = true
    } finally {
      // A COPY that was left halfway cannot be stopped otherwise than with its connection.
      client.release(!finished)
    }
  }
  async function* rows(sql: string): AsyncGenerator<BulkCell[][]> {
    for await (const bytes of lines(sql))
      yield bytes
        .toString('utf8', 0, bytes.length - 1)
        .split('\n')
        .map(cellsOf)
  }
  return {
    rows,
    lines,
    moment: (date) => `'${date.toISOString().replace('T', ' ').replace('Z', '')}'`,
    dayOf: (column) => `to_char(${column}, 'YYYY-MM-DD')`,
    hourOf: (column) => `to_char(${column}, 'YYYY-MM-DD"T"HH24')`,
    dayNumberOf: (text) => `(CAST(${text} AS date) - DATE '2000-01-01')`,
    joined: (text) => `string_agg(${text}, '')`,
  }
}

const lineFeed = 10

/** Pieces that end where a line ends. */
async function* wholeLines(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(lineFeed) + 1
    if (end > 0) {
      const whole = piece.subarray(0, end)
      yield rest.length > 0 ? Buffer.concat([...rest, whole]) : whole
      rest = []
    }
    if (end < piece.length) rest.push(piece.subarray(end))
  }
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' }

/** A line of COPY's text format. */
function cellsOf(line: string): BulkCell[] {
  const cells = line.split('\t')
  if (!line.includes('\\')) return cells
  return cells.map((cell) => (cell === '\\N' ? null : textOf(cell)))
}

function textOf(cell: string): string {
  return cell.replace(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign)
}

/** Ids as a list in SQL. @throws for one that is no UUID, which could be anything */
export function idList(ids: string[]): string {
  for (const id of ids) if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('An id that is no UUID')
  return ids.map((id) => `'${id}'`).join(', ')
}
