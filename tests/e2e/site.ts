import { test as base, expect, type BrowserContext, type ConsoleMessage, type Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import type { AccountToMake } from '../factories/accounts'
import type { Site } from '../setup/site-process'
import type { DemoRole } from '../setup/samples'

export { expect }

export const sessionCookieName = '__Host-session'

export interface MadeAccount {
  id: string
  userName: string
  password: string
  /** What stands in the session cookie. */
  session: string
}

interface Fixtures {
  site: Site
  /** Signs the test's browser in without the sign-in page: as somebody of the demo data, or with a session. */
  signInAs: (who: DemoRole | { session: string }) => Promise<void>
  /** An account for this test alone; tests that change an account need one. */
  makeAccount: (given?: AccountToMake) => Promise<MadeAccount>
  makeInvitation: (given?: {
    role?: string
    organisationId?: string
    cohortId?: string
    background?: string
  }) => Promise<{ id: string; code: string }>
}

/** Playwright's test, at the site of this run. */
export const test = base.extend<Fixtures>({
  site: async ({}, use) => use(JSON.parse(process.env.E2E_SITE!) as Site),
  baseURL: async ({ site }, use) => use(site.url),
  // Every test comes from its own address, so that none uses up the tries of another.

  extraHTTPHeaders: async ({}, use, { testId }) => {
    const [a, b, c] = createHash('sha256').update(testId).digest()
    await use({ 'X-Forwarded-For': `10.${a}.${b}.${c}` })
  },
  signInAs: async ({ context, site }, use) => {
    await use((who) => addSession(context, site, typeof who === 'string' ? site.samples.sessions[who] : who.session))
  },
  makeAccount: async ({ site }, use) => use((given = {}) => make<MadeAccount>(site, 'account', given)),
  makeInvitation: async ({ site }, use) => use((given = {}) => make(site, 'invitation', given)),
})

async function addSession(context: BrowserContext, site: Site, value: string): Promise<void> {
  // A cookie with `__Host-` cannot be put in for http, although browsers send it to http://localhost.
  const url = site.url.replace('http:', 'https:')
  await context.addCookies([{ name: sessionCookieName, value, url, secure: true, httpOnly: true, sameSite: 'Lax' }])
}

async function make<T>(site: Site, thing: string, given: object): Promise<T> {
  const answer = await fetch(`${site.makeUrl}/${thing}`, { method: 'POST', body: JSON.stringify(given) })
  if (!answer.ok) throw new Error(`no ${thing} was made: ${answer.status}`)
  return (await answer.json()) as T
}

/** Whether the browser only says that the page itself was answered with a 4xx, which a test looks at by itself. */
const isOwnStatus = (message: ConsoleMessage, page: Page) =>
  message.text().startsWith('Failed to load resource') && message.location().url === page.url()

/**
 * Watches what should never happen on a page: errors in the console (a breach of the Content-Security-Policy is one), and
 * requests to another origin.
 * @returns the list, which grows
 */
export function watch(page: Page, site: Site): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isOwnStatus(message, page)) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== site.url) faults.push(`request to ${request.url()}`)
  })
  return faults
}
