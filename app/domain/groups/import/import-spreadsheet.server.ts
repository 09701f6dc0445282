import { randomUUID } from 'node:crypto'
import { note } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { isTaken } from '~/platform/db/faults.server'
import { idFrom } from '~/platform/db/id-from.server'
import { holdGroups, inTransaction, type GroupFacts } from '../groups-repository.server'
import { joinLanguages } from '../groups.server'
import { sumUpGroup, type SessionFacts } from '../sessions-repository.server'
import { writeTally } from '../tally'
import { checkSpreadsheet, stillPlansSo, type Checked } from './check-spreadsheet.server'
import { createImportRow, holdOrganisations, insertGroups, insertSessions, listSameFile, type GroupSums } from './imports-repository.server'
import type { Plan, PlannedGroup } from './plan'

export type Imported =
  | { outcome: 'made' | 'before'; id: string }
  | { outcome: 'faults'; checked: Checked }
  // Somebody changed what it speaks about since it was checked; nothing was written.
  | { outcome: 'changed' }
  | { code: 'fileEmpty' | 'fileTooManyRows' }

/**
 * Brings in a spreadsheet: all of it, or nothing. Everything is checked again; the same file is brought in once.
 * @param noNames who sends it has seen what may be a name, and says that it is none
 */
export async function importSpreadsheet(person: Person, text: string, { noNames }: { noNames: boolean }): Promise<Imported> {
  const checked = await checkSpreadsheet(person, text)
  return 'code' in checked ? checked : writeChecked(person, checked, { noNames })
}

/** Writes what was checked, when it still is as it was then. */
export async function writeChecked(
  person: Person,
  checked: Checked,
  { noNames }: { noNames: boolean },
): Promise<Exclude<Imported, { code: string }>> {
  const { plan, fileHash, before } = checked
  if (before) return { outcome: 'before', id: before.id }
  if (!plan || (checked.doubts.length > 0 && !noNames)) return { outcome: 'faults', checked }
  const earlier = await listSameFile([plan.organisationId], fileHash)
  const id = idFrom('import', plan.organisationId, fileHash, earlier.length)
  try {
    await write(person, { ...checked, plan }, id)
    return { outcome: 'made', id }
  } catch (error) {
    if (error instanceof ChangedSince) return { outcome: 'changed' }
    if (!isTaken(error)) throw error
    // Both at the same moment: the other one was it.
    return { outcome: 'before', id }
  }
}

async function write(person: Person, checked: Checked & { plan: Plan }, id: string): Promise<void> {
  const { plan, fileHash } = checked
  const by = { authorId: person.id, importId: id }
  const groups = plan.groups.map((planned) => ({ planned, groupId: planned.id ?? randomUUID() }))
  const made = groups.flatMap(({ planned, groupId }) => {
    const facts = groupFactsOf(planned)
    return facts ? [{ id: groupId, facts, sums: sumsOf(planned) }] : []
  })
  const known = plan.groups.flatMap(({ id: groupId }) => groupId ?? [])
  const sessions = groups.flatMap(({ planned, groupId }) => sessionFactsOf(planned, groupId).map((facts) => ({ id: randomUUID(), facts })))
  await inTransaction(async (tx) => {
    const { organisationId } = plan
    await createImportRow(tx, {
      id,
      organisationId,
      accountId: person.id,
      fileHash,
      groupCount: made.length,
      sessionCount: sessions.length,
    })
    // Of two files, or of a file and a session of the same day, the second one waits here and finds what the first one wrote.
    await holdOrganisations(
      tx,
      made.map(({ facts }) => facts.organisationId),
    )
    await holdGroups(tx, known)
    if (!(await stillPlansSo(checked, tx))) throw new ChangedSince()
    await insertGroups(tx, made, by)
    await insertSessions(tx, sessions, by)
    for (const groupId of known) await sumUpGroup(tx, groupId)
    const detail = { groups: made.length, sessions: sessions.length }
    await note({ actorId: person.id, action: 'import.made', subjectType: 'import', subjectId: id, detail }, tx)
  })
}

/** Rolls the transaction back. */
class ChangedSince extends Error {}

/** What stands with a new group: the sums of the sessions that come in with it. */
function sumsOf({ sessions }: PlannedGroup): GroupSums {
  const days = sessions.map(({ date }) => date).sort()
  const reached = sessions.reduce((total, { count }) => total + count.firstTime, 0)
  const tally = writeTally(sessions.map(({ date, count }) => ({ date, ...count, registeredAt: new Date(), corrected: false })))
  return { lastHeldOn: days.at(-1) ?? null, sessionsHeld: sessions.length, reached, tally }
}

function groupFactsOf({ facts, organisationId }: PlannedGroup): GroupFacts | null {
  if (!facts) return null
  return { ...facts, organisationId, languages: joinLanguages(facts.languages), closedOn: null, withdrawnAt: null }
}

function sessionFactsOf({ sessions }: PlannedGroup, groupId: string): SessionFacts[] {
  const noAges = { ageUnder25: null, age25to39: null, age40to54: null, age55plus: null, ageUnknown: null }
  return sessions.map(({ date, startsAt, place, topic, note: text, count: { ages, ...count } }) => ({
    ...{ groupId, status: 'registered', date, startsAt, place, lessonId: null, topic, note: text },
    ...count,
    ...(ages ?? noAges),
  }))
}
