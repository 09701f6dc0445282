import { ByteWriter } from '~/platform/exports/byte-writer'
import { csvHeader, writeTail, type Dialect } from '~/platform/exports/csv-stream'
import type { SessionRow } from '../session-columns'
import { onceForGroup } from './once-for-group'

/**
 * Sessions as CSV: a piece a batch. Ids, days and numbers need no quotes, and what a group has is written once.
 * @param always what every line ends with, as `writeTail` gives it
 */
export async function* sessionsText(
  columns: readonly string[],
  rows: AsyncIterable<SessionRow[]>,
  dialect: Dialect,
  always = '',
): AsyncGenerator<Uint8Array> {
  const { delimiter } = dialect
  const group = onceForGroup(({ cells }) => Buffer.from(writeTail(cells, dialect) + delimiter))
  const end = Buffer.from(`${always}\r\n`)
  const writer = new ByteWriter()
  yield Buffer.from(csvHeader(columns, dialect))
  for await (const batch of rows) {
    for (const { session, date, group: head, rest } of batch) {
      writer.text(session)
      writer.text(delimiter)
      writer.text(date)
      writer.ready(group(head))
      writer.text(delimiter === ',' ? rest : rest.replaceAll(',', delimiter))
      writer.ready(end)
    }
    yield writer.take()
  }
}
