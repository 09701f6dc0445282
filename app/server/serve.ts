import type { Server } from 'node:http'
import path from 'node:path'
import type { Express } from 'express'
import { clearExpired } from '~/domain/accounts/clear-expired.server'
import { findSetting, putSetting } from '~/domain/accounts/repository.server'
import { forgetVisitors, writeReach } from '~/domain/library/reach/count-uses.server'
import { refreshSearch } from '~/domain/library/search/refresh-search.server'
import { clearMedia } from '~/domain/library/clear-media.server'
import { showPublished } from '~/domain/library/published-files.server'
import { prepareEdition } from '~/domain/participation/get-report.server'
import { lookForTranslations, showTranslations } from '~/domain/translations/show-translations.server'
import { closeDatabase } from '~/platform/db/client.server'
import { migrate, MigrationError } from '~/platform/db/migrate.server'
import { env, EnvError } from '~/platform/env/env.server'
import { log } from '~/platform/log/log.server'
import { StorageError } from '~/platform/storage/storage'
import { storage } from '~/platform/storage/storage.server'
import { createApp } from './app'

const minute = 60 * 1000
const hour = 60 * minute

/** Something that who starts the site has to put right; the message is one line. */
export class StartError extends Error {}

/**
 * Makes the database ready: up to date, with demo data in demo mode, and with an index of the texts that the site shows.
 * What was uploaded is shown from then on.
 * @throws StartError
 */
export async function prepare(): Promise<void> {
  try {
    const { databaseUrl, mode } = env()
    await migrate(databaseUrl, path.resolve('prisma/migrations'))
    await holdToMode(mode)
    if (mode === 'demo') {
      const { loadDemoData } = await import('../../prisma/seed/demo')
      await loadDemoData()
    }
    // Nobody gets a text that was replaced.
    await showTranslations()
    await refreshSearch()
  } catch (error) {
    if (error instanceof MigrationError || error instanceof EnvError) throw new StartError(error.message)
    throw error
  }
}

/** What is set wrongly is said at the start, and not to the first editor who uploads something. */
async function checkStorage(): Promise<void> {
  try {
    await (await storage()).check()
  } catch (error) {
    throw error instanceof StorageError ? new StartError(error.message) : error
  }
}

/** A database belongs to one mode for good: demo accounts have passwords that everybody can read. */
async function holdToMode(mode: 'demo' | 'production'): Promise<void> {
  const known = await findSetting('mode')
  if (known === null) await putSetting('mode', mode)
  else if (known !== mode) {
    throw new StartError(
      `This database was set up in ${known} mode and does not open in ${mode} mode; set LEERKRING_MODE=${known} or another DATABASE_URL.`,
    )
  }
}

/**
 * Starts the site and keeps it running until the process is told to stop.
 * @returns the address it listens on
 * @throws StartError with one line
 */
export async function serve(): Promise<{ url: string; stop: () => Promise<void> }> {
  await prepare()
  await checkStorage()
  await showPublished()
  const server = await listen(createApp())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env().port
  const daily = setInterval(() => void tidy(), 24 * hour)
  await tidy()
  let ready = getReady()
  const hourly = setInterval(() => {
    ready = getReady()
    forgetVisitors()
  }, hour)
  // What another process put on the site is shown here a little later.
  const everyMinute = setInterval(() => void lookForPublished(), minute)
  for (const timer of [daily, hourly, everyMinute]) timer.unref()
  const stop = async () => {
    clearInterval(daily)
    clearInterval(hourly)
    clearInterval(everyMinute)
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 5000).unref()
    })
    // What is being prepared reads the database: it gets a moment to come to an end.
    await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, 2000).unref())])
    // Nobody comes any more: what was counted until now is written down.
    await writeReach().catch((error: unknown) => log().error({ err: error }, 'the last counts of the library could not be written'))
    await closeDatabase()
  }
  return { url: `http://localhost:${port}`, stop }
}

async function tidy(): Promise<void> {
  for (const clear of [clearExpired, clearMedia])
    await clear().catch((error: unknown) => log().error({ err: error }, 'clearing expired data failed'))
}

async function lookForPublished(): Promise<void> {
  await showPublished().catch((error: unknown) => log().error({ err: error }, 'looking for published files failed'))
  await lookForTranslations()
}

/** Public figures change at the end of a month, and take seconds to work out in a large database. */
async function getReady(): Promise<void> {
  await prepareEdition().catch((error: unknown) => log().error({ err: error }, 'preparing public figures failed'))
}

function listen(app: Express): Promise<Server> {
  const { port, host } = env()
  return new Promise((resolve, reject) => {
    const server = host ? app.listen(port, host) : app.listen(port)
    // Slow senders do not hold on to a connection.
    server.headersTimeout = 10_000
    // How long a body may take, receiving-time.server.ts says: an upload takes longer than a form.
    server.requestTimeout = 0
    server.keepAliveTimeout = 65_000
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new StartError(`Port ${port} is taken; stop the other program or choose another one with PORT=3001 npm start.`))
      else if (error.code === 'EACCES')
        reject(new StartError(`Port ${port} may not be used by this account; choose one above 1024 with PORT.`))
      else reject(new StartError(`Cannot listen on port ${port}: ${error.code ?? error.message}.`))
    })
  })
}
