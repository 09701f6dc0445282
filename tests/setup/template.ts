// Once a run: a migrated, empty database that every test file gets a copy of.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../app/platform/db/migrate.server'

export type Template =
  { engine: 'sqlite'; folder: string; file: string } | { engine: 'postgresql'; folder: string; server: string; name: string }

declare module 'vitest' {
  interface ProvidedContext {
    template: Template
  }
}

export default async function makeTemplate(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'leerkring-test-'))
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  if (project.name === 'integration-sqlite') {
    const file = path.join(folder, 'template.db')
    await migrate(`file:${file}`, path.resolve('prisma/migrations')).catch((error: unknown) => {
      removeFolder()
      throw error
    })
    project.provide('template', { engine: 'sqlite', folder, file })
    return async () => removeFolder()
  }
  const server = process.env.TEST_POSTGRESQL_URL!
  const name = `leerkring_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `CREATE DATABASE "${name}"`)
  await migrate(databaseUrl(server, name), path.resolve('prisma/migrations'))
  project.provide('template', { engine: 'postgresql', folder, server, name })
  return async () => {
    removeFolder()
    await onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  }
}

/** The address of a database on a server. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Runs statements on a server, outside any of our databases. */
export async function onServer(server: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
