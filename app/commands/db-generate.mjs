// Makes the PostgreSQL variant of the schema and generates both clients, without any download.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './tools.mjs'

const generated = path.join(root, 'app/platform/db/generated')
const prisma = path.join(root, 'node_modules/prisma/build/index.js')

const source = readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8')
const variant = source
  .replace('provider = "sqlite"', 'provider = "postgresql"')
  .replace('"../app/platform/db/generated/sqlite"', '"./postgresql"')
mkdirSync(generated, { recursive: true })
const variantFile = 'app/platform/db/generated/postgresql.prisma'
writeFileSync(path.join(root, variantFile), variant)

for (const [schema, DATABASE_URL] of [
  ['prisma/schema.prisma', 'file:data/leerkring.db'],
  [variantFile, 'postgresql://localhost/leerkring'],
]) {
  const result = spawnSync(process.execPath, [prisma, 'generate', '--schema', schema], {
    cwd: root,
    env: { ...process.env, DATABASE_URL, CHECKPOINT_DISABLE: '1' },
    encoding: 'utf8',
  })
  if (result.status !== 0) {
    process.stderr.write(result.stdout + result.stderr)
    process.exit(1)
  }
}
