import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { databaseUrl, onServer } from './template'

/** A database with nothing in it, not even tables, of the engine of this run; it goes when the test is over. */
export async function freshDatabase(): Promise<string> {
  const template = inject('template')
  if (template.engine === 'sqlite') {
    const folder = freshFolder()
    return `file:${path.join(folder, 'not/yet/there/leerkring.db')}`
  }
  const { server } = template
  const name = `${template.name}_${randomBytes(4).toString('hex')}`
  await onServer(server, `CREATE DATABASE "${name}"`)
  onTestFinished(() => onServer(server, `DROP DATABASE "${name}" WITH (FORCE)`))
  return databaseUrl(server, name)
}

/** A folder that goes when the test is over. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(inject('template').folder, 'fresh-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
