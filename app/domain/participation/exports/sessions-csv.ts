import { ByteWriter } from '~/platform/exports/byte-writer'
import { csvHeader, writeTail, type Dialect } from '~/platform/exports/csv-stream'
import type { SessionBatch } from '../session-batch'
import { onceForGroup } from './once-for-group'

/**
 * Sessions as CSV: a piece a batch. Ids, days and numbers need no quotes, and what a group has is written once.
 * @param always what every line ends with, as `writeTail` gives it
 */
export async function* sessionsText(
  columns: readonly string[],
  batches: AsyncIterable<SessionBatch>,
  dialect: Dialect,
  always = '',
): AsyncGenerator<Uint8Array> {
  const { delimiter } = dialect
  const group = onceForGroup(({ cells }) => Buffer.from(writeTail(cells, dialect) + delimiter))
  const end = Buffer.from(`${always}\r\n`)
  const comma = delimiter.charCodeAt(0)
  const writer = new ByteWriter()
  yield Buffer.from(csvHeader(columns, dialect))
  for await (const { bytes, groups, places } of batches) {
    for (let index = 0; index < groups.length; index += 1) {
      const place = 4 * index
      writer.part(bytes, places[place]!, places[place + 1]!, comma)
      writer.ready(group(groups[index]!))
      writer.part(bytes, places[place + 2]!, places[place + 3]!, comma)
      writer.ready(end)
    }
    yield writer.take()
  }
}
