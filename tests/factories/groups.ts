import { randomUUID } from 'node:crypto'
import { createGroupRow, inTransaction, type GroupFacts } from '~/domain/groups/groups-repository.server'
import { createSessionRow, emptySession, sumUpGroup, type SessionFacts } from '~/domain/groups/sessions-repository.server'

/** Makes a group in Amsterdam, unless other parts are given. @returns its id */
export async function makeGroup(given: Partial<GroupFacts> & { organisationId: string; authorId?: string }): Promise<string> {
  const id = randomUUID()
  const { authorId = null, ...facts } = given
  await inTransaction((tx) =>
    createGroupRow(
      tx,
      id,
      {
        name: 'Oudergroep Voorbeeld',
        programme: 'opvoeding',
        kind: 'parents',
        municipality: 'GM0363',
        place: null,
        audience: 'parents',
        languages: ',ar,nl,',
        closedOn: null,
        withdrawnAt: null,
        trainers: [],
        ...facts,
      },
      { act: 'created', authorId },
    ),
  )
  return id
}

/** Makes a session of a group: planned, or registered as soon as a head count is given. @returns its id */
export async function makeSession(groupId: string, given: Partial<SessionFacts> & { date: string; authorId?: string }): Promise<string> {
  const id = randomUUID()
  const { authorId = null, ...facts } = given
  const status = facts.present === undefined ? ('planned' as const) : ('registered' as const)
  await inTransaction(async (tx) => {
    await createSessionRow(
      tx,
      id,
      { ...emptySession, groupId, status, ...facts },
      { act: status === 'planned' ? 'created' : 'registered', authorId },
    )
    await sumUpGroup(tx, groupId)
  })
  return id
}

/** A head count in which everybody is a woman, unless other parts are given. */
export function headCount(present: number, given: { firstTime?: number; women?: number; men?: number; unknown?: number } = {}) {
  return { present, firstTime: given.firstTime ?? 0, women: given.women ?? present, men: given.men ?? 0, unknown: given.unknown ?? 0 }
}
