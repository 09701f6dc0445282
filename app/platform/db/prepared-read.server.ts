import Sqlite from 'better-sqlite3'
import type pg from 'pg'

/** A cell of a row as both databases give it here: dates and booleans as text or number, to be read with `asDate` and `asBoolean`. */
export type Cell = string | number | null

/** Runs SELECTs that were prepared before. `?` stands for a value, in the order of `values`. */
export interface PreparedReads {
  read: <Row extends Record<string, Cell>>(sql: string, ...values: string[]) => Promise<Row[]>
  close: () => Promise<void>
}

// Prisma builds, plans and translates a statement anew each time, which takes longer than everything else in the answer to
// somebody who is signed in. The two statements that run with every lesson go past it; all others do not.

/**
 * Reads on a connection of its own, which sees what was committed and nothing of an open transaction.
 * @param file absolute path of the database file
 */
export function sqliteReads(file: string): PreparedReads {
  let db: Sqlite.Database | undefined
  const statements = new Map<string, Sqlite.Statement>()
  return {
    async read<Row>(sql: string, ...values: string[]) {
      db ??= new Sqlite(file, { readonly: true })
      let statement = statements.get(sql)
      if (!statement) statements.set(sql, (statement = db.prepare(sql)))
      return statement.all(...values) as Row[]
    },
    async close() {
      db?.close()
    },
  }
}

/** Reads on connections of the pool that Prisma uses too. */
export function postgresqlReads(pool: pg.Pool): PreparedReads {
  const numbered = new Map<string, string>()
  // Without a conversion of its own: the usual one reads a timestamp as if it were in the zone of this machine.
  const types = { getTypeParser: () => (text: string | Buffer) => String(text) }
  return {
    async read<Row extends Record<string, Cell>>(sql: string, ...values: string[]) {
      let text = numbered.get(sql)
      if (!text) {
        let count = 0
        numbered.set(sql, (text = sql.replace(/\?/g, () => `$${++count}`)))
      }
      // A statement with a name is prepared once for each connection.
      const name = `read-${[...numbered.keys()].indexOf(sql)}`
      const { rows } = await pool.query<Row>({ name, text, values, types: types })
      return rows
    },
    async close() {},
  }
}

/** Both databases keep moments in UTC; PostgreSQL writes them without saying so. */
export function asDate(cell: Cell): Date {
  const text = String(cell)
  return new Date(/[zZ]$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`)
}

/** SQLite has 0 and 1, PostgreSQL writes f and t. */
export function asBoolean(cell: Cell): boolean {
  return cell === 1 || cell === 't'
}
