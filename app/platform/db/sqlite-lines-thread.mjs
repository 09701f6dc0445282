/**
 * What runs in the thread that reads lines of SQLite; `sqlite-lines.server.ts` starts it with this text and nothing else.
 * A message with `sql` begins a reading. Each later one with its id asks for a portion, or to stop. The answers: `lines`, and
 * at last `end`, with an `error` where there was one.
 */
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

const { driver, file, portion } = workerData
const Sqlite = createRequire(driver)(driver)

/** Readings under way, by id. While rows come in, a connection does nothing else: each has its own. */
const readings = new Map()

function begin(id, sql) {
  const db = new Sqlite(file, { readonly: true })
  readings.set(id, { db, rows: undefined })
  readings.get(id).rows = db.prepare(sql).pluck().iterate()
}

function end(id, error) {
  const reading = readings.get(id)
  readings.delete(id)
  try {
    // A connection does not close while a statement is read.
    reading?.rows?.return()
    reading?.db.close()
  } finally {
    parentPort.postMessage({ id, end: true, ...(error && { error: { message: String(error.message ?? error), code: error.code } }) })
  }
}

/** Gives the next lines: as many as go into a portion. */
function give(id, rows) {
  let bytes = Buffer.from(new ArrayBuffer(portion))
  let used = 0
  let next = rows.next()
  while (!next.done) {
    const { value } = next
    // Three bytes is the most that a letter takes.
    const room = used + 3 * value.length + 1
    if (room > bytes.length) {
      const larger = Buffer.from(new ArrayBuffer(2 * room))
      larger.set(bytes.subarray(0, used))
      bytes = larger
    }
    used += bytes.write(value, used)
    bytes[used] = 10
    used += 1
    // The next line may find room without making it.
    if (used >= portion - 512) break
    next = rows.next()
  }
  if (used > 0) parentPort.postMessage({ id, lines: bytes.subarray(0, used) }, [bytes.buffer])
  if (next.done) end(id)
}

parentPort.on('message', ({ id, sql, stop }) => {
  try {
    if (sql !== undefined) begin(id, sql)
    else if (!readings.has(id)) return
    else if (stop) end(id)
    else give(id, readings.get(id).rows)
  } catch (error) {
    end(id, error)
  }
})
