// Runs before each test file, in the file's own process: its own database, named in the environment before a module of the
// site reads it, and gone afterwards.
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, inject } from 'vitest'
import { testEnvironment, useEnvironment } from './environment'
import { databaseUrl, onServer } from './template'

const template = inject('template')
const folder = mkdtempSync(path.join(template.folder, 'file-'))

async function copyTemplate(): Promise<{ url: string; drop: () => Promise<void> }> {
  if (template.engine === 'sqlite') {
    const file = path.join(folder, 'leerkring.db')
    copyFileSync(template.file, file)
    return { url: `file:${file}`, drop: () => Promise.resolve() }
  }
  const { server } = template
  const name = `${template.name}_${randomBytes(4).toString('hex')}`
  await onServer(server, `CREATE DATABASE "${name}" TEMPLATE "${template.name}"`)
  return { url: databaseUrl(server, name), drop: () => onServer(server, `DROP DATABASE "${name}" WITH (FORCE)`) }
}

const { url, drop } = await copyTemplate()
useEnvironment(testEnvironment({ DATABASE_URL: url, MAIL_FOLDER: path.join(folder, 'mail'), STORAGE_DIR: path.join(folder, 'storage') }))

afterAll(async () => {
  const { closeDatabase } = await import('~/platform/db/client.server')
  await closeDatabase()
  await drop()
  rmSync(folder, { recursive: true, force: true })
})
