import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { askAt, type OpenSite } from './http'

/** The built site in a process of its own, on the database of this test file, as a second server beside the first. */
export async function openOtherSite({ quickMinutes = false } = {}): Promise<Pick<OpenSite, 'url' | 'ask'>> {
  const quick = fileURLToPath(new URL('./quick-minutes.mjs', import.meta.url))
  const site = fork(fileURLToPath(new URL('./built-site.mjs', import.meta.url)), {
    execArgv: quickMinutes ? ['--import', quick] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const ended = new Promise<void>((resolve) => site.once('exit', () => resolve()))
  afterAll(async () => {
    if (site.connected) site.disconnect()
    await ended
  })
  const url = await Promise.race([
    new Promise<string>((resolve) => site.once('message', (message) => resolve(message as string))),
    ended.then(() => Promise.reject(new Error('The other site did not start.'))),
  ])
  return { url, ask: (path, asked = {}) => askAt(url, path, asked) }
}
