import { note } from '~/domain/accounts/audit.server'
import { looksPersonal } from '~/domain/accounts/personal-data'
import type { Person } from '~/domain/accounts/policy'
import { isTaken } from '~/platform/db/faults.server'
import { idFrom } from '~/platform/db/id-from.server'
import { holdGroups, inTransaction } from './groups-repository.server'
import { factsIn } from './register-session.server'
import type { PlanForm } from './schema'
import { createSessionRow, emptySession, reviseSessionRow, type SessionRow } from './sessions-repository.server'

export interface PlanFault {
  field: 'date' | 'place'
  code: 'groupClosed' | 'textHasContact'
}

/** Plans a row of sessions, so many weeks apart. Sending the same form again plans nothing. @returns how many there are */
export async function planSessions(
  person: Person,
  group: { id: string; closedOn: string | null },
  form: PlanForm,
): Promise<number | PlanFault> {
  const days = daysOf(form)
  if (group.closedOn) return { field: 'date', code: 'groupClosed' }
  if (hasContact(form.place)) return { field: 'place', code: 'textHasContact' }
  try {
    return await inTransaction(async (tx) => {
      const [held] = await holdGroups(tx, [group.id])
      if (!held || held.withdrawnAt || held.closedOn) return { field: 'date', code: 'groupClosed' }
      for (const [index, date] of days.entries()) {
        const { startsAt = null, place = null } = form
        const facts = { ...emptySession, groupId: group.id, status: 'planned' as const, date, startsAt, place }
        await createSessionRow(tx, idFrom('planned', group.id, form.key, days, startsAt, place, index), facts, {
          act: 'created',
          authorId: person.id,
        })
      }
      await note(
        { actorId: person.id, action: 'session.planned', subjectType: 'group', subjectId: group.id, detail: { sessions: days.length } },
        tx,
      )
      return days.length
    })
  } catch (error) {
    // The same form once more.
    if (!isTaken(error)) throw error
    return days.length
  }
}

/** The days of a row of sessions, YYYY-MM-DD. */
export function daysOf({ date, number, everyWeeks }: Pick<PlanForm, 'date' | 'number' | 'everyWeeks'>): string[] {
  const start = Date.parse(`${date}T00:00:00Z`)
  return Array.from({ length: number }, (_, index) =>
    new Date(start + index * everyWeeks * 7 * 24 * 3600 * 1000).toISOString().slice(0, 10),
  )
}

/**
 * Moves a planned session to another day, time or place.
 * @returns 'conflict' when somebody changed or registered it meanwhile
 */
export async function movePlanned(
  person: Person,
  session: SessionRow,
  form: { date: string; startsAt?: string | undefined; place?: string | undefined; revision: number },
): Promise<'saved' | 'conflict' | PlanFault> {
  const { id, groupId } = session
  const { date, startsAt = null, place = null, revision } = form
  if (session.status !== 'planned') return 'conflict'
  if (hasContact(place)) return { field: 'place', code: 'textHasContact' }
  return inTransaction(async (tx) => {
    const [held] = await holdGroups(tx, [groupId])
    if (!held || held.withdrawnAt || (held.closedOn && date > held.closedOn)) return { field: 'date', code: 'groupClosed' }
    const facts = { ...factsIn(session), date, startsAt, place }
    if (!(await reviseSessionRow(tx, id, revision, facts, { act: 'changed', authorId: person.id }))) return 'conflict'
    await note({ actorId: person.id, action: 'session.moved', subjectType: 'session', subjectId: id, detail: { groupId } }, tx)
    return 'saved'
  })
}

/** A street has a name with capitals too, so only what is surely no place is refused. */
function hasContact(place: string | null | undefined): boolean {
  const found = looksPersonal(place ?? '')
  return found.includes('email') || found.includes('phone')
}
