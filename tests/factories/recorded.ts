import { inTransaction } from '~/domain/groups/groups-repository.server'
import { sumUpGroup } from '~/domain/groups/sessions-repository.server'
import { database } from '~/platform/db/client.server'

const dayLength = 24 * 60 * 60 * 1000

/**
 * Makes what was written in one go look as it would have come in: groups before they met, sessions two days after, certificates
 * on the day after they were earned. Only first revisions move, and only to the past.
 */
export async function recordWhenItHappened(): Promise<void> {
  const db = database()
  const now = Date.now()
  /** Noon of a day, so many days later; never later than now. */
  const at = (day: string, days: number) => new Date(Math.min(now, Date.parse(`${day}T12:00:00Z`) + days * dayLength))
  const first = { number: 1 }
  await db.organisationRevision.updateMany({ where: first, data: { recordedAt: at('2022-01-03', 0) } })
  for (const { id, from } of await db.targetRevision.findMany({ where: first }))
    await db.targetRevision.update({ where: { id }, data: { recordedAt: at(from, 0) } })
  for (const { id, startsOn } of await db.cohort.findMany()) {
    await db.cohortRevision.updateMany({ where: { cohortId: id, ...first }, data: { recordedAt: at(startsOn, -30) } })
    await db.membershipRevision.updateMany({ where: { cohortId: id, ...first }, data: { recordedAt: at(startsOn, -7) } })
  }
  for (const { id, issuedOn } of await db.certificate.findMany())
    await db.certificate.update({ where: { id }, data: { createdAt: at(issuedOn, 1) } })
  for (const { id, sessions } of await db.group.findMany({ include: { sessions: { orderBy: { date: 'asc' } } } })) {
    const begun = sessions[0] ? at(sessions[0].date, -14) : new Date(now)
    await db.groupRevision.updateMany({ where: { groupId: id, ...first }, data: { recordedAt: begun } })
    for (const { id: sessionId, date, status } of sessions) {
      const recordedAt = status === 'planned' ? begun : at(date, 2)
      await db.groupSessionRevision.updateMany({ where: { sessionId, ...first }, data: { recordedAt } })
    }
    await inTransaction((tx) => sumUpGroup(tx, id))
  }
}
