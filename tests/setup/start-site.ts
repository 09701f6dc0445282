// Playwright's global setup: the built site with demo data, for the length of the run.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Site } from './site-process'

export default async function startSite(): Promise<() => Promise<void>> {
  const child = fork(fileURLToPath(new URL('./site-process.ts', import.meta.url)), {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    execArgv: ['--import', 'tsx'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const site = await Promise.race([
    new Promise<Site>((resolve) => child.once('message', (message) => resolve(message as Site))),
    ended.then(() => Promise.reject(new Error('The site did not start; was it built (npm run build)?'))),
  ])
  // Workers are started after this and get it with their environment.
  process.env.E2E_SITE = JSON.stringify(site)
  return async () => {
    child.disconnect()
    await ended
  }
}
