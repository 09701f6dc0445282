import { today } from '~/i18n/formats'
import { updateAccount } from './repository.server'

/** Notes the day of a visit, to know later which accounts are unused. Writes once a day at the most. */
export async function noteVisit(account: { id: string; lastSeenOn: string }): Promise<void> {
  const day = today()
  if (account.lastSeenOn !== day) await updateAccount(account.id, { lastSeenOn: day })
}
