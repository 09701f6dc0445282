import { createHash } from 'node:crypto'
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'
import { preparedReads, type Database } from '~/platform/db/client.server'
import { asBoolean, asDate, type Cell } from '~/platform/db/prepared-read.server'

/** What is stored of a session id: who reads the database cannot sign in with it. */
export function hashSessionId(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}

// Every request of somebody who is signed in begins here, so it is one prepared statement.
const sessionWithAccount = `
  SELECT s."accountId", s."expiresAt", s."createdAt", s."device",
         a."userName", a."email", a."language", a."withoutTests", a."keepReflections", a."demo", a."lastSeenOn",
         r."role", r."organisationId"
  FROM "Session" s
  JOIN "Account" a ON a."id" = s."accountId" AND a."deactivatedAt" IS NULL
  LEFT JOIN "RoleAssignment" r ON r."accountId" = a."id"
  WHERE s."id" = ?`

/** Lucia's storage on our Prisma models; Lucia's own adapter stops at Prisma 5. */
export class SessionAdapter implements Adapter {
  constructor(private readonly db: () => Database) {}

  async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const rows = await preparedReads().read<SessionRow>(sessionWithAccount, hashSessionId(id))
    const [row] = rows
    if (!row) return [null, null]
    const { userName, email, language, lastSeenOn } = row
    const attributes = {
      userName,
      email,
      language,
      lastSeenOn,
      withoutTests: asBoolean(row.withoutTests),
      keepReflections: asBoolean(row.keepReflections),
      demo: asBoolean(row.demo),
      roles: rows.flatMap(({ role, organisationId }) => (role === null ? [] : [{ role, organisationId }])),
    }
    const { accountId, device } = row
    const session = { accountId, device, expiresAt: asDate(row.expiresAt), createdAt: asDate(row.createdAt) }
    return [asLuciaSession(session, id), { id: accountId, attributes }]
  }

  async getUserSessions(accountId: string): Promise<DatabaseSession[]> {
    const rows = await this.db().session.findMany({ where: { accountId }, orderBy: { createdAt: 'desc' } })
    return rows.map((row) => asLuciaSession(row, row.id))
  }

  async setSession(session: DatabaseSession): Promise<void> {
    await this.db().session.create({
      data: {
        id: hashSessionId(session.id),
        accountId: session.userId,
        expiresAt: session.expiresAt,
        device: session.attributes.device,
      },
    })
  }

  async updateSessionExpiration(id: string, expiresAt: Date): Promise<void> {
    await this.db().session.updateMany({ where: { id: hashSessionId(id) }, data: { expiresAt } })
  }

  async deleteSession(id: string): Promise<void> {
    await this.db().session.deleteMany({ where: { id: hashSessionId(id) } })
  }

  async deleteUserSessions(accountId: string): Promise<void> {
    await this.db().session.deleteMany({ where: { accountId } })
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.db().session.deleteMany({ where: { expiresAt: { lte: new Date() } } })
  }
}

// A type, not an interface: only a type fits where rows of cells are asked for.
type SessionRow = {
  accountId: string
  expiresAt: Cell
  createdAt: Cell
  device: string
  userName: string
  email: string | null
  language: string
  withoutTests: Cell
  keepReflections: Cell
  demo: Cell
  lastSeenOn: string
  role: string | null
  organisationId: string | null
}

function asLuciaSession(row: { accountId: string; expiresAt: Date; device: string; createdAt: Date }, id: string): DatabaseSession {
  const { accountId, expiresAt, device, createdAt } = row
  return { id, userId: accountId, expiresAt, attributes: { device, createdAt } }
}
