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

  async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await this.db().session.findUnique({
      where: { id: hashSessionId(id) },
      include: { account: { include: { roles: { select: { role: true, organisationId: true } } } } },
    })
    if (!row || row.account.deactivatedAt) return [null, null]
    const { account, ...session } = row
    const { passwordHash: _passwordHash, ...attributes } = account
    return [asLuciaSession(session, id), { id: account.id, attributes }]
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

function asLuciaSession(
  row: { accountId: string; expiresAt: Date; device: string; createdAt: Date },
  id: string,
): DatabaseSession {
  const { accountId, expiresAt, device, createdAt } = row
  return { id, userId: accountId, expiresAt, attributes: { device, createdAt } }
}
