import { userNamesOf } from '~/domain/accounts/audit-repository.server'
import { today } from '~/i18n/formats'
import { findMunicipality } from '~/content/municipalities'
import {
  isFirstOfGroup,
  findLastRegistered,
  findNextPlanned,
  findSessionRow,
  listSessionRevisions,
  listSessionRows,
  type SessionAct,
  type SessionRow,
} from './sessions-repository.server'

/** A session of this group, or null. */
export async function findSession(group: { id: string }, sessionId: string): Promise<SessionRow | null> {
  const session = await findSessionRow(sessionId)
  return session?.groupId === group.id ? session : null
}

/** The sessions of a group: those planned, the next one first, and those registered, the last one first. */
export async function listSessionsOf(group: { id: string }): Promise<{ planned: SessionRow[]; past: SessionRow[] }> {
  const sessions = await listSessionRows(group.id, { withdrawn: false })
  return {
    planned: sessions.filter(({ status }) => status === 'planned').reverse(),
    past: sessions.filter(({ status }) => status === 'registered'),
  }
}

/** What a new form begins with: what is usually right. */
export async function sessionDefaults(group: { id: string; municipality: string; place: string | null }) {
  const day = today()
  const [planned, last, first] = await Promise.all([
    findNextPlanned(group.id, day),
    findLastRegistered(group.id),
    isFirstOfGroup({ groupId: group.id, date: day, startsAt: null, existing: null }),
  ])
  return {
    planned: planned && planned.date <= day ? planned : null,
    date: planned && planned.date <= day ? planned.date : day,
    present: last?.present ?? 0,
    women: last?.women ?? 0,
    men: last?.men ?? 0,
    unknown: last?.unknown ?? 0,
    // Nobody is new in a group that has met before, as far as can be known.
    firstTime: first ? (last?.present ?? 0) : 0,
    place: group.place ?? findMunicipality(group.municipality)?.name ?? null,
  }
}

/** Every revision of a session, the newest first, each with who made it; null for an account that is gone. */
export async function listSessionHistory(sessionId: string) {
  const revisions = await listSessionRevisions(sessionId)
  const names = await userNamesOf([...new Set(revisions.flatMap(({ authorId }) => (authorId ? [authorId] : [])))])
  return revisions.map((revision) => ({
    ...revision,
    // The column holds what any revision may have done.
    act: revision.act as SessionAct,
    author: revision.authorId ? (names.get(revision.authorId) ?? null) : null,
  }))
}
