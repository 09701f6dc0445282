// The process behind the end-to-end tests. It starts the built site in a process of its own, on a database in a temporary
// folder with the demo data; it makes accounts and invitations for tests that ask for them; and it is the neutral page that
// the leave control leads to. It ends, and takes everything with it, when the process that started it does.
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AccountToMake } from '../factories/accounts'
import { testEnvironment, useEnvironment } from './environment'
import type { Samples } from './samples'

/** What the tests know of the running site. */
export interface Site {
  url: string
  /** Where the leave control leads to: another origin than the site. */
  exitUrl: string
  /** Where accounts and invitations are made. */
  makeUrl: string
  mailFolder: string
  samples: Samples
}

const folder = mkdtempSync(path.join(tmpdir(), 'leerkring-e2e-'))
// Not there yet when somebody stops the tests early.
const running: { site?: ChildProcess } = {}

function end(): void {
  const remove = () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    process.exit(0)
  }
  const { site } = running
  if (!site?.connected) return remove()
  site.removeAllListeners('exit').once('exit', remove)
  site.disconnect()
}
process.once('disconnect', end)
// A signal that goes to the whole group reaches the parent too, which then lets go of us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})

const listener = createServer(
  (request, response) => void answer(request).then(([type, body]) => response.setHeader('Content-Type', type).end(body)),
)
await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
const own = `http://localhost:${(listener.address() as AddressInfo).port}`

const port = await freePort()
const url = `http://localhost:${port}`
const mailFolder = path.join(folder, 'mail')
const settings = testEnvironment({
  APP_URL: url,
  PORT: String(port),
  DATABASE_URL: `file:${path.join(folder, 'leerkring.db')}`,
  EXIT_URL: `${own}/neutral`,
  MAIL_FOLDER: mailFolder,
  STORAGE_DIR: path.join(folder, 'storage'),
  LOG_LEVEL: 'error',
})
useEnvironment(settings)
process.env.NODE_ENV = 'production'
const site = fork(fileURLToPath(new URL('./built-site.mjs', import.meta.url)), { stdio: 'inherit', execArgv: [] })
running.site = site
site.once('exit', () => process.exit(1))
await new Promise((resolve) => site.once('message', resolve))

// Only now: these modules read the environment, and the database is there.
const { makeAccount } = await import('../factories/accounts')
const { startSession } = await import('~/platform/auth/sessions.server')
const { findSamples, makeInvitation } = await import('./samples')
process.send!({ url, exitUrl: `${own}/neutral`, makeUrl: own, mailFolder, samples: await findSamples() } satisfies Site)

/** A made account, with a session to use at once. */
async function accountWithSession(given: AccountToMake) {
  const account = await makeAccount(given)
  return { ...account, session: cookieValue(await startSession(account.id, 'Linux, Chrome')) }
}

function cookieValue(setCookie: string): string {
  return setCookie.slice(setCookie.indexOf('=') + 1, setCookie.indexOf(';'))
}

async function answer(request: IncomingMessage): Promise<[type: string, body: string]> {
  if (request.method === 'POST') {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const given: unknown = JSON.parse(text)
    const made = request.url === '/invitation' ? await makeInvitation(given as object) : await accountWithSession(given as AccountToMake)
    return ['application/json', JSON.stringify(made)]
  }
  return ['text/html; charset=utf-8', '<!DOCTYPE html><html lang="nl"><title>Het weer</title><h1>Het weer</h1>']
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo
      server.close(() => resolve(free))
    })
  })
}
