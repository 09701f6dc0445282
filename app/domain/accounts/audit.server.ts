import type { DatabaseTransaction } from '~/platform/db/client.server'
import { insertAuditEntry, listAuditEntries, userNamesOf, wasNotedSince, type AuditLine } from './audit-repository.server'

/** What is noted. The page translates these codes. */
export const auditActions = [
  'account.joined',
  'account.deactivated',
  'account.reactivated',
  'account.deleted',
  'account.passwordChanged',
  'account.emailChanged',
  'account.viewed',
  'account.passwordReset',
  'account.sessionsEnded',
  'code.issued',
  'invitation.created',
  'invitation.withdrawn',
  'organisation.created',
  'organisation.changed',
  'cohort.created',
  'cohort.changed',
  'cohort.closed',
  'cohort.reopened',
  'cohort.membersViewed',
  'member.viewed',
  'member.changed',
  'member.left',
  'meeting.planned',
  'meeting.withdrawn',
  'meeting.attendance',
  'practice.logged',
  'practice.withdrawn',
  'certificate.issued',
  'group.created',
  'group.changed',
  'group.closed',
  'group.reopened',
  'session.planned',
  'session.moved',
  'session.registered',
  'session.corrected',
  'session.withdrawn',
  'import.made',
  'import.undone',
  'quality.accepted',
  'quality.reopened',
  'evaluation.created',
  'evaluation.closed',
  'evaluation.reopened',
  'calendar.made',
  'calendar.renewed',
  'calendar.withdrawn',
  'target.created',
  'target.changed',
  'target.withdrawn',
  'translation.uploaded',
  'translation.reviewed',
  'translation.restored',
  'translation.withdrawn',
  'media.uploaded',
  'media.published',
  'media.withdrawn',
  'media.restored',
  'media.deleted',
] as const
export type AuditAction = (typeof auditActions)[number]

/** Notes who did what to which thing. Only ids, codes and numbers go into `detail`. */
export async function note(line: AuditLine & { action: AuditAction }, tx?: DatabaseTransaction): Promise<void> {
  await insertAuditEntry(line, tx)
}

/** Notes that somebody looked at something, unless the same was noted in the last hour: a page is often opened twice. */
export async function noteOnceAnHour(line: AuditLine & { action: AuditAction }, now = new Date()): Promise<void> {
  if (!(await wasNotedSince(line, new Date(now.getTime() - 60 * 60 * 1000)))) await note(line)
}

/** One page of the audit log, newest first. An account that was deleted since has an id but no name any more. */
export async function listAudit(page: { skip: number; take: number }) {
  const [rows, total] = await listAuditEntries(page)
  const ids = rows.flatMap((row) => [row.actorId, row.subjectType === 'account' ? row.subjectId : null]).filter((id) => id !== null)
  const names = await userNamesOf([...new Set(ids)])
  const lines = rows.map((row) => ({
    id: row.id,
    at: row.at,
    action: row.action,
    actor: row.actorId === null ? null : { id: row.actorId, userName: names.get(row.actorId) ?? null },
    subject: { type: row.subjectType, id: row.subjectId, userName: names.get(row.subjectId) ?? null },
  }))
  return { lines, total }
}
