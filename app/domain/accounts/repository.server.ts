import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import type { Role } from './policy'

type Db = DatabaseTransaction

/** Runs work that is done wholly or not at all. */
export function inTransaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return database().$transaction(work)
}

/** The field whose value somebody else has, when that is why the database refused; else null. */
export function takenFieldOf(error: unknown): 'userName' | 'email' | null {
  const { code, meta } = error as { code?: string; meta?: unknown }
  if (code !== 'P2002') return null
  // Where the field is named differs between the databases.
  const where = JSON.stringify(meta ?? '')
  return where.includes('userName') ? 'userName' : where.includes('email') ? 'email' : null
}

/** Lets those who change who is administrator do it one after the other, until the end of their transaction. */
export async function lockAdministrators(tx: Db): Promise<void> {
  const key = 'administrators'
  await tx.setting.upsert({ where: { key }, create: { key, value: 'lock' }, update: { value: 'lock' } })
}

export interface NewAccount {
  userName: string
  email: string | undefined
  passwordHash: string
  language: string
  demo?: boolean
  today: string
}

export async function createAccount(tx: Db, { today, ...account }: NewAccount) {
  return tx.account.create({ data: { ...account, lastSeenOn: today } })
}

export async function addRole(tx: Db, accountId: string, role: Role, organisationId: string | null) {
  const exists = await tx.roleAssignment.findFirst({ where: { accountId, role, organisationId } })
  if (!exists) await tx.roleAssignment.create({ data: { accountId, role, organisationId } })
}

/** Finds by user name or e-mail address; both are stored in lower case. */
export function findAccountByIdentifier(identifier: string) {
  const text = identifier.trim().normalize('NFKC').toLowerCase()
  return database().account.findFirst({ where: { OR: [{ userName: text }, { email: text }] } })
}

export function findAccountByEmail(email: string) {
  return database().account.findUnique({ where: { email: email.toLowerCase() } })
}

export function findAccount(id: string) {
  return database().account.findUnique({ where: { id }, include: { roles: { include: { organisation: true } } } })
}

/** Which of the two is already somebody else's. */
export async function findTakenIdentifiers(userName: string, email: string | undefined, db: Db = database()) {
  const taken = await db.account.findMany({
    where: { OR: [{ userName }, ...(email ? [{ email }] : [])] },
    select: { userName: true, email: true },
  })
  return {
    userName: taken.some((account) => account.userName === userName),
    email: email !== undefined && taken.some((account) => account.email === email),
  }
}

export async function updateAccount(
  id: string,
  data: Partial<{
    email: string | null
    passwordHash: string
    language: string
    withoutTests: boolean
    keepReflections: boolean
    lastSeenOn: string
    deactivatedAt: Date | null
  }>,
  db: Db = database(),
) {
  return db.account.update({ where: { id }, data })
}

/** Deletes an account. Her memberships stay for the count, without her; what was written about her practice goes. */
export async function deleteAccountRow(id: string, db: Db = database()): Promise<void> {
  await db.practiceLogEntry.updateMany({ where: { membership: { accountId: id } }, data: { note: null } })
  await db.account.deleteMany({ where: { id } })
}

export function listAccounts(filter: { search: string; skip: number; take: number }) {
  const where = filter.search ? { userName: { contains: filter.search.toLowerCase() } } : {}
  return Promise.all([
    database().account.findMany({
      where,
      orderBy: { userName: 'asc' },
      skip: filter.skip,
      take: filter.take,
      select: {
        id: true,
        userName: true,
        createdAt: true,
        lastSeenOn: true,
        deactivatedAt: true,
        roles: { select: { role: true, organisation: { select: { name: true } } } },
      },
    }),
    database().account.count({ where }),
  ])
}

export function countAdministrators(db: Db = database()): Promise<number> {
  return db.account.count({ where: { deactivatedAt: null, roles: { some: { role: 'administrator' } } } })
}

/** Whether an account is an administrator, and no other one can sign in. */
export async function isLastAdministrator(accountId: string, db: Db = database()): Promise<boolean> {
  const own = await db.roleAssignment.count({ where: { accountId, role: 'administrator' } })
  if (own === 0) return false
  const others = await db.account.count({
    where: { id: { not: accountId }, deactivatedAt: null, roles: { some: { role: 'administrator' } } },
  })
  return others === 0
}

/** Ids of accounts that nobody used since a day (YYYY-MM-DD). */
export async function listAccountIdsUnusedSince(day: string): Promise<string[]> {
  const rows = await database().account.findMany({ where: { lastSeenOn: { lt: day } }, select: { id: true } })
  return rows.map((row) => row.id)
}

/** A fact about this database, or null. */
export async function findSetting(key: string): Promise<string | null> {
  return (await database().setting.findUnique({ where: { key } }))?.value ?? null
}

export async function putSetting(key: string, value: string): Promise<void> {
  await database().setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}
