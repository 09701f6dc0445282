import { note } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { today } from '~/i18n/formats'
import { changeMembershipRow, getMembershipRow, holdOpenCohort, inTransaction } from './repository.server'
import type { backgrounds } from './schema'

/** A member who changes. */
interface ChangingMember {
  id: string
  accountId: string | null
  joinedAt: Date
  leftOn: string | null
}

/** What of a membership can be changed. */
export interface ChangedMember {
  /** The revision that was on the screen. */
  revision: number
  background: (typeof backgrounds)[number]
  /** The day she left; undefined while she takes part. */
  leftOn?: string | undefined
}

/** The first day on which a member can have left: when the training began, or when she joined it later. */
export function firstDayToLeave(cohort: { startsOn: string }, member: { joinedAt: Date }): string {
  const joinedOn = today(member.joinedAt)
  return joinedOn > cohort.startsOn ? joinedOn : cohort.startsOn
}

/**
 * Changes the background of a member, or notes that she left or came back. The person must reach the cohort: see `findCohort`.
 * @param onDay YYYY-MM-DD
 * @returns 'stale' when somebody changed it meanwhile, 'closed' when the cohort takes no changes, or the code of what is wrong
 * with the day she left
 */
export function changeMember(
  person: Person,
  cohort: { id: string; startsOn: string },
  member: ChangingMember,
  { revision, background, leftOn = undefined }: ChangedMember,
  onDay = today(),
): Promise<'changed' | 'stale' | 'closed' | 'dateInFuture' | 'endBeforeStart'> {
  return inTransaction(async (tx) => {
    // A day that stands there already may stay, also when the training was moved.
    if (leftOn !== undefined && leftOn !== member.leftOn) {
      if (leftOn > onDay) return 'dateInFuture'
      if (leftOn < firstDayToLeave(cohort, member)) return 'endBeforeStart'
    }
    if (!(await holdOpenCohort(tx, cohort.id))) return 'closed'
    const left = leftOn !== undefined && member.leftOn === null
    const act = left ? 'withdrawn' : leftOn === undefined && member.leftOn !== null ? 'reopened' : 'changed'
    const data = { background, leftOn: leftOn ?? null }
    if (!(await changeMembershipRow(tx, { id: member.id, seen: revision }, data, { act, authorId: person.id }))) {
      // Pressed twice: the first one was it.
      const now = await getMembershipRow(tx, member.id)
      return now.background === data.background && now.leftOn === data.leftOn ? 'changed' : 'stale'
    }
    await note(
      {
        actorId: person.id,
        action: left ? 'member.left' : 'member.changed',
        subjectType: 'account',
        subjectId: member.accountId ?? member.id,
        detail: { cohort: cohort.id },
      },
      tx,
    )
    return 'changed'
  })
}
