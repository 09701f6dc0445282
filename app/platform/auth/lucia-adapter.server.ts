import { createHash } from 'node:crypto'
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'
import type { Database } from '~/platform/db/client.server'

/** What is stored of a session id: who reads the database cannot sign in with it. */
export function hashSessionId(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}

/** Lucia's storage on our Prisma models; Lucia's own adapter stops at Prisma 5. */
export class SessionAdapter implements Adapter {
  constructor(private readonly db: () => Database) {}

  /** Every request of somebody who is signed in begins here, so it is one statement; Prisma's own would be three. */
  async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const rows = await this.db().$queryRaw<SessionRow[]>`
      SELECT s."accountId", s."expiresAt", s."createdAt", s."device",
             a."userName", a."email", a."language", a."withoutTests", a."keepReflections", a."demo", a."lastSeenOn",
             r."role", r."organisationId"
      FROM "Session" s
      JOIN "Account" a ON a."id" = s."accountId" AND a."deactivatedAt" IS NULL
      LEFT JOIN "RoleAssignment" r ON r."accountId" = a."id"
      WHERE s."id" = ${hashSessionId(id)}`
    const [row] = rows
    if (!row) return [null, null]
    const { userName, email, language, withoutTests, keepReflections, demo, lastSeenOn } = row
    const roles = rows.flatMap(({ role, organisationId }) => (role === null ? [] : [{ role, organisationId }]))
    const attributes = { userName, email, language, withoutTests, keepReflections, demo, lastSeenOn, roles }
    return [asLuciaSession(row, id), { id: row.accountId, attributes }]
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

interface SessionRow {
  accountId: string
  expiresAt: Date
  createdAt: Date
  device: string
  userName: string
  email: string | null
  language: string
  withoutTests: boolean
  keepReflections: boolean
  demo: boolean
  lastSeenOn: string
  role: string | null
  organisationId: string | null
}

function asLuciaSession(row: { accountId: string; expiresAt: Date; device: string; createdAt: Date }, id: string): DatabaseSession {
  const { accountId, expiresAt, device, createdAt } = row
  return { id, userId: accountId, expiresAt, attributes: { device, createdAt } }
}
