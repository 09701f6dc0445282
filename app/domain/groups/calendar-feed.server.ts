import { note, type AuditAction } from '~/domain/accounts/audit.server'
import { codeOf, newCode } from '~/domain/accounts/codes.server'
import { isTaken } from '~/platform/db/faults.server'
import { createFeedRow, deleteFeedRow, findFeedRow, putFeedRow } from './calendar-repository.server'
import type { CalendarChange } from './calendar-schema'
import { inTransaction } from './groups-repository.server'

/** The secret in the address of somebody's calendar; null when she has made none. */
export async function findCalendarCode(accountId: string): Promise<string | null> {
  const feed = await findFeedRow(accountId)
  return feed && codeOf('calendar', feed.id)
}

/**
 * Makes the address of somebody's own calendar, puts another one in its place, or takes it away. An address that was replaced
 * or taken away works no more from that moment. Who makes one twice keeps the first.
 */
export async function changeCalendar(accountId: string, change: CalendarChange): Promise<void> {
  const noted = (action: AuditAction) => ({ actorId: accountId, action, subjectType: 'account', subjectId: accountId })
  try {
    await inTransaction(async (tx) => {
      if (change === 'withdraw') {
        if (await deleteFeedRow(tx, accountId)) await note(noted('calendar.withdrawn'), tx)
        return
      }
      const feed = newCode('calendar')
      await (change === 'make' ? createFeedRow : putFeedRow)(tx, accountId, feed)
      await note(noted(change === 'make' ? 'calendar.made' : 'calendar.renewed'), tx)
    })
  } catch (error) {
    if (change !== 'make' || !isTaken(error)) throw error
  }
}
