import { ByteWriter } from '~/platform/exports/byte-writer'
import { writeCell } from '~/platform/exports/csv'
import { csvHeader, type Dialect } from '~/platform/exports/csv-stream'
import type { SessionBatch } from '../session-batch'
import { ownCells, type SessionCell } from '../session-columns'
import { onceForGroup, onceForText } from './once-for-group'

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
  const shared = onceForText((text) => writeCell(text, delimiter))
  const write = (cell: SessionCell, index: number) =>
    typeof cell === 'string' && index >= ownCells ? shared(cell) : writeCell(cell, delimiter)
  const group = onceForGroup(({ cells }) => Buffer.from(`${delimiter}${cells.map(write).join(delimiter)}${delimiter}`))
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
