import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { inject } from 'vitest'

/** Whether anybody is in the middle of reading the database of this test file. */
export async function isBeingRead(): Promise<boolean> {
  const url = process.env.DATABASE_URL!
  if (inject('template').engine === 'sqlite') {
    const db = new Sqlite(url.slice('file:'.length), { timeout: 0 })
    try {
      // The log of changes cannot be emptied while somebody reads at an earlier moment.
      const [{ busy }] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
      return busy === 1
    } finally {
      db.close()
    }
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ reading: string }>(
      `SELECT count(*) AS reading FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY%' AND state <> 'idle'`,
    )
    return Number(rows[0]!.reading) > 0
  } finally {
    await client.end()
  }
}
