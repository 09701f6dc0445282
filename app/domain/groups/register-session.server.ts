import { note } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { isTaken } from '~/platform/db/faults.server'
import { idFrom } from '~/platform/db/id-from.server'
import { holdGroups, inTransaction } from './groups-repository.server'
import { faultsOf } from './head-count'
import { lessonsOf } from './lessons-of.server'
import { looksPersonal } from '~/domain/accounts/personal-data'
import { headCountOf, type SessionForm } from './schema'
import {
  createSessionRow,
  findSessionRow,
  isFirstOfGroup,
  reviseSessionRow,
  sumUpGroup,
  type SessionFacts,
  type SessionRow,
} from './sessions-repository.server'

export interface SessionFault {
  field: string
  code: 'firstMeetingAllNew' | 'choiceUnknown' | 'groupClosed' | 'textHasContact' | 'textLooksLikeName' | 'reasonMissing'
}

/** How sending a head count ended. With 'exists' something else was registered with this form before, with 'conflict' meanwhile. */
export type Registered = { outcome: 'saved' | 'exists' | 'conflict'; id: string } | SessionFault

interface GroupOfSession {
  id: string
  closedOn: string | null
  programme: string
}

/**
 * Registers a session that was not planned. Sending the same form again registers nothing.
 * @param form with the key that the page made
 */
export async function registerSession(person: Person, group: GroupOfSession, form: SessionForm & { key: string }): Promise<Registered> {
  const fault = faultOf(group, form)
  if (fault) return fault
  const id = idFrom('session', group.id, form.key)
  const facts = factsOf(group, form)
  const before = await findSessionRow(id)
  if (before) return { outcome: isSame(before, facts) ? 'saved' : 'exists', id }
  try {
    return await inTransaction(async (tx) => {
      const wrong = await faultWithin(tx, facts, form, null)
      if (wrong) return wrong
      await createSessionRow(tx, id, facts, { act: 'registered', authorId: person.id })
      await finish(tx, person, 'session.registered', group.id, id)
      return { outcome: 'saved', id }
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    // Both at the same moment: the other one was it.
    const row = await findSessionRow(id)
    return { outcome: row && isSame(row, facts) ? 'saved' : 'exists', id }
  }
}

/**
 * Registers a planned session, or corrects a registered one with a reason.
 * @param form with the revision that the page showed
 */
export async function reviseSession(
  person: Person,
  group: GroupOfSession,
  session: SessionRow,
  form: SessionForm & { revision: number },
): Promise<Registered> {
  const fault = faultOf(group, form)
  if (fault) return fault
  const { id } = session
  const facts = factsOf(group, form)
  const correcting = session.status === 'registered'
  // The same once more, after a double tap or the back button.
  if (correcting && isSame(session, facts)) return { outcome: 'saved', id }
  if (form.revision !== session.revision || session.status === 'withdrawn') return { outcome: 'conflict', id }
  if (correcting && !form.reason) return { field: 'reason', code: 'reasonMissing' }
  return inTransaction(async (tx) => {
    const wrong = await faultWithin(tx, facts, form, session)
    if (wrong) return wrong
    const act = correcting ? ('corrected' as const) : ('registered' as const)
    const written = await reviseSessionRow(tx, id, form.revision, facts, { act, authorId: person.id, reason: form.reason })
    if (!written) {
      // Tapped twice: the first of the two wrote the same.
      const now = await findSessionRow(id, tx)
      return { outcome: now && isSame(now, facts) ? 'saved' : 'conflict', id }
    }
    await finish(tx, person, correcting ? 'session.corrected' : 'session.registered', group.id, id)
    return { outcome: 'saved', id }
  })
}

/** Withdraws a session: it counts no more, and its trace stays. @returns 'conflict' when somebody changed it meanwhile */
export async function withdrawSession(
  person: Person,
  session: SessionRow,
  form: { revision: number; reason: string },
): Promise<'saved' | 'conflict' | 'textHasContact' | 'textLooksLikeName'> {
  if (session.status === 'withdrawn') return 'saved'
  const found = looksPersonal(form.reason)
  if (found.length > 0) return found.includes('name') && found.length === 1 ? 'textLooksLikeName' : 'textHasContact'
  return inTransaction(async (tx) => {
    await holdGroups(tx, [session.groupId])
    const facts: SessionFacts = { ...factsIn(session), status: 'withdrawn' }
    const by = { act: 'withdrawn' as const, authorId: person.id, reason: form.reason }
    if (!(await reviseSessionRow(tx, session.id, form.revision, facts, by))) return 'conflict'
    await finish(tx, person, 'session.withdrawn', session.groupId, session.id)
    return 'saved'
  })
}

type Tx = Parameters<Parameters<typeof inTransaction>[0]>[0]

async function finish(
  tx: Tx,
  person: Person,
  action: 'session.registered' | 'session.corrected' | 'session.withdrawn',
  groupId: string,
  id: string,
): Promise<void> {
  await sumUpGroup(tx, groupId)
  await note({ actorId: person.id, action, subjectType: 'session', subjectId: id, detail: { groupId } }, tx)
}

/** What is wrong once everybody else who writes in this group has to wait: its last day, and whether this is the first session. */
async function faultWithin(
  tx: Tx,
  { groupId, date, startsAt }: SessionFacts,
  form: SessionForm,
  existing: { id: string; createdAt: Date } | null,
): Promise<SessionFault | null> {
  const [held] = await holdGroups(tx, [groupId])
  if (!held || held.withdrawnAt || (held.closedOn && date > held.closedOn)) return { field: 'date', code: 'groupClosed' }
  const first = await isFirstOfGroup({ groupId, date, startsAt, existing }, tx)
  return (faultsOf(headCountOf(form), first)[0] as SessionFault | undefined) ?? null
}

/** What is wrong with a form that its numbers do not tell. */
function faultOf(group: GroupOfSession, form: SessionForm): SessionFault | null {
  if (group.closedOn && form.date > group.closedOn) return { field: 'date', code: 'groupClosed' }
  if (form.lesson && !lessonsOf(group.programme).some(({ id }) => id === form.lesson)) return { field: 'lesson', code: 'choiceUnknown' }
  for (const field of ['topic', 'note', 'reason', 'place'] as const) {
    const found = looksPersonal(form[field] ?? '')
    if (found.includes('email') || found.includes('phone')) return { field, code: 'textHasContact' }
    // Streets and buildings bear names of people.
    if (field !== 'place' && found.includes('name') && !form.noNames) return { field, code: 'textLooksLikeName' }
  }
  return null
}

function factsOf(group: GroupOfSession, form: SessionForm): SessionFacts {
  const { ages, ...count } = headCountOf(form)
  const { date, startsAt = null, place = null, lesson: lessonId = null, topic = null, note: text = null } = form
  const noAges = { ageUnder25: null, age25to39: null, age40to54: null, age55plus: null, ageUnknown: null }
  return { groupId: group.id, status: 'registered', date, startsAt, place, lessonId, topic, note: text, ...count, ...(ages ?? noAges) }
}

/** The facts of a session without what the database adds. */
export function factsIn(row: SessionFacts): SessionFacts {
  const { groupId, status, date, startsAt, place, lessonId, topic, present, firstTime, women, men, unknown, note: text } = row
  const { ageUnder25, age25to39, age40to54, age55plus, ageUnknown } = row
  const ages = { ageUnder25, age25to39, age40to54, age55plus, ageUnknown }
  return { groupId, status, date, startsAt, place, lessonId, topic, present, firstTime, women, men, unknown, ...ages, note: text }
}

function isSame(row: SessionFacts, facts: SessionFacts): boolean {
  const before = factsIn(row)
  return Object.entries(facts).every(([name, value]) => before[name as keyof SessionFacts] === value)
}
