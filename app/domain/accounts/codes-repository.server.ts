import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import type { Role } from './policy'

type Db = DatabaseTransaction

export interface NewInvitation {
  id: string
  codeHash: string
  role: Role
  organisationId: string | null
  cohortId: string | null
  background: 'pool' | 'volunteer' | 'employee' | null
  createdById: string | null
  expiresAt: Date
}

const withPlace = {
  organisation: { select: { id: true, name: true } },
  cohort: { select: { id: true, name: true, courseId: true, withoutTests: true, language: true, organisationId: true } },
} as const

export function createInvitations(rows: NewInvitation[], db: Db = database()) {
  return db.invitation.createMany({ data: rows })
}

export function findInvitationByHash(codeHash: string) {
  return database().invitation.findUnique({ where: { codeHash }, include: withPlace })
}

export function findInvitation(id: string) {
  return database().invitation.findUnique({ where: { id }, include: withPlace })
}

export function listInvitations(where: { cohortId: string } | { cohortId: null }) {
  return database().invitation.findMany({
    where: { ...where, usedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    include: { organisation: { select: { name: true } } },
  })
}

/** Marks an invitation as used. Two who use it at the same moment: only one of them gets true. */
export async function useInvitation(tx: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, usedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count === 1
}

/** Marks an invitation as withdrawn; true for the one caller who did it first, before it was used. */
export async function withdrawInvitationRow(id: string, now: Date): Promise<boolean> {
  const { count } = await database().invitation.updateMany({ where: { id, usedAt: null, withdrawnAt: null }, data: { withdrawnAt: now } })
  return count === 1
}

export function createOneTimeCode(row: {
  id: string
  codeHash: string
  accountId: string
  purpose: 'password' | 'email'
  createdById: string | null
  expiresAt: Date
}) {
  return database().$transaction(async (tx) => {
    // The newest code is the only one that works.
    await tx.oneTimeCode.deleteMany({ where: { accountId: row.accountId, purpose: row.purpose } })
    return tx.oneTimeCode.create({ data: row })
  })
}

export function findOneTimeCode(codeHash: string, purpose: 'password' | 'email') {
  return database().oneTimeCode.findFirst({
    where: { codeHash, purpose, usedAt: null, expiresAt: { gt: new Date() } },
    include: { account: true },
  })
}

/** Marks a one-time code as used; true for the one caller who did it first. */
export async function useOneTimeCode(id: string, db: Db = database()): Promise<boolean> {
  const now = new Date()
  const { count } = await db.oneTimeCode.updateMany({ where: { id, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } })
  return count === 1
}

/** Takes away every open code and link of an account: what they open was just closed by other means. */
export async function deleteOneTimeCodesOf(accountId: string, db: Db = database()): Promise<void> {
  await db.oneTimeCode.deleteMany({ where: { accountId } })
}

/** Takes away invitations and codes whose term was over before a moment. */
export async function deleteExpiredCodes(before: Date): Promise<void> {
  await database().invitation.deleteMany({ where: { expiresAt: { lt: before } } })
  await database().oneTimeCode.deleteMany({ where: { expiresAt: { lt: before } } })
}
