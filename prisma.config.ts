import { PrismaBetterSQLite3 } from '@prisma/adapter-better-sqlite3'
import { defineConfig } from 'prisma/config'

// Without an address the schema cannot be read, and Prisma then tries to download an engine.
process.env.DATABASE_URL ??= 'file:data/leerkring.db'

// The js engine needs no download. Migrations are applied by app/platform/db (see docs/decisions); what is set here
// serves `prisma generate`, `prisma migrate diff` and `prisma migrate status` on SQLite.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations/sqlite' },
  experimental: { adapter: true },
  engine: 'js',
  adapter: async () => new PrismaBetterSQLite3({ url: process.env.DATABASE_URL! }),
})
