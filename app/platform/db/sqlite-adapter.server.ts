import { PrismaBetterSQLite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'

/**
 * Prisma's adapter for SQLite has one connection and lets a query from another request slip into a transaction that is
 * open on it: rolled back with it, or reading what is not yet true. This factory makes such queries wait.
 * @param file absolute path of the database file, or `:memory:`
 */
export function sqliteAdapter(file: string): SqlDriverAdapterFactory {
  const factory = new PrismaBetterSQLite3({ url: `file:${file}` })
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect()
      // The build of SQLite in better-sqlite3 has NORMAL as its default with WAL, which can lose the last
      // registrations when the power fails.
      await adapter.executeScript('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;')
      return isolated(adapter)
    },
  }
}

function isolated(adapter: SqlDriverAdapter): SqlDriverAdapter {
  let turn: Promise<void> = Promise.resolve()
  const queryRaw = adapter.queryRaw.bind(adapter)
  const executeRaw = adapter.executeRaw.bind(adapter)
  const startTransaction = adapter.startTransaction.bind(adapter)
  return Object.assign(adapter, {
    async queryRaw(query: SqlQuery) {
      await turn
      return queryRaw(query)
    },
    async executeRaw(query: SqlQuery) {
      await turn
      return executeRaw(query)
    },
    async startTransaction(...args: Parameters<typeof startTransaction>): Promise<Transaction> {
      const before = turn
      let finish = () => {}
      turn = new Promise((resolve) => (finish = resolve))
      await before
      try {
        const transaction = await startTransaction(...args)
        const commit = transaction.commit.bind(transaction)
        const rollback = transaction.rollback.bind(transaction)
        transaction.commit = () => commit().finally(finish)
        transaction.rollback = () => rollback().finally(finish)
        return transaction
      } catch (error) {
        finish()
        throw error
      }
    },
  })
}
