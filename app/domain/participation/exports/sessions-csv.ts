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
  const group = onceForGroup(({ cells }) => writeTail(cells, dialect) + delimiter)
  const end = `${always}\r\n`
  yield Buffer.from(csvHeader(columns, dialect))
  for await (const batch of rows) {
    let text = ''
    for (const { session, date, group: head, rest } of batch) {
      text += session + delimiter + date + group(head) + (delimiter === ',' ? rest : rest.replaceAll(',', delimiter)) + end
    }
    yield Buffer.from(text)
  }
}
