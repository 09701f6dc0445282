import { clearExpiredSessions } from '~/platform/auth/sessions.server'
import { note } from './audit.server'
import { deleteAuditEntriesBefore } from './audit-repository.server'
import { deleteExpiredCodes } from './codes-repository.server'
import { deleteAccountRow, inTransaction, isLastAdministrator, listAccountIdsUnusedSince, lockAdministrators } from './repository.server'
import { terms } from './terms'
import { deleteThrottlesFreeBefore } from './throttle-repository.server'

const day = 24 * 60 * 60 * 1000

/**
 * Takes away what has had its time: accounts that nobody used for two years, sessions, codes, tries and old lines of
 * the audit log. The last administrator stays. Safe to run at any moment and by several servers at once.
 */
export async function clearExpired(now = new Date()): Promise<void> {
  const unusedSince = new Date(now)
  unusedSince.setUTCMonth(unusedSince.getUTCMonth() - terms.unusedAccountMonths)
  for (const id of await listAccountIdsUnusedSince(unusedSince.toISOString().slice(0, 10))) {
    await inTransaction(async (tx) => {
      await lockAdministrators(tx)
      if (await isLastAdministrator(id, tx)) return
      await note({ actorId: null, action: 'account.deleted', subjectType: 'account', subjectId: id }, tx)
      await deleteAccountRow(id, tx)
    })
  }
  await clearExpiredSessions()
  await deleteExpiredCodes(new Date(now.getTime() - terms.expiredCodeDays * day))
  await deleteThrottlesFreeBefore(new Date(now.getTime() - day))
  await deleteAuditEntriesBefore(new Date(now.getTime() - terms.auditYears * 366 * day))
}
