import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { createInstance, type TFunction } from 'i18next'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { languages, type Language } from '../../app/i18n/languages'
import { namespaces } from '../../app/i18n/namespaces'
import type { AccountToMake } from '../factories/accounts'
import type { DemoRole } from '../setup/samples'
import type { Site } from '../setup/site-process'
import { test as base, expect, sessionCookieName, type MadeAccount } from './site'

export { expect, sessionCookieName, watch, type MadeAccount } from './site'

// What journeys share: the words of the interface, the lessons of the course, and organisations and cohorts of their own.

const root = fileURLToPath(new URL('../..', import.meta.url))
const readJson = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, unknown>

const instance = createInstance()
void instance.init({
  fallbackLng: 'nl',
  ns: namespaces,
  initAsync: false,
  interpolation: { escapeValue: false },
  showSupportNotice: false,
  resources: Object.fromEntries(
    languages.map((language) => {
      const files = namespaces
        .map((name) => [name, `locales/${language}/${name}.json`] as const)
        .filter(([, file]) => existsSync(path.join(root, file)))
      return [language, Object.fromEntries(files.map(([name, file]) => [name, readJson(file)]))]
    }),
  ),
})

/** The interface strings of a language: `t('accounts:signIn.button')`. */
export function wordsOf(language: Language): TFunction<typeof namespaces> {
  return instance.getFixedT(language, namespaces)
}

/** The Dutch interface strings. */
export const t = wordsOf('nl')

/** What stands around the values in an interface string, where the values are not known or are marked up. */
export function pieces(text: string): string[] {
  return text
    .split(/\{\{\w+\}\}|<\/?\w+>/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 2)
}

export const course = 'opvoeding'

/** The lessons of the parenting course, in their order. */
export const lessons: string[] = (
  parse(readFileSync(path.join(root, `content/courses/${course}/course.yaml`), 'utf8')) as { modules: { lessons: { id: string }[] }[] }
).modules.flatMap((module) => module.lessons.map((lesson) => lesson.id))

/** Whether a lesson is there in a language of its own. */
export function isTranslated(lesson: string, language: Language): boolean {
  return readdirSync(path.join(root, `content/courses/${course}/${lesson}`)).includes(`${language}.md`)
}

/** The title of a lesson in a language. */
export function lessonTitle(lesson: string, language: Language): string {
  const source = readFileSync(path.join(root, `content/courses/${course}/${lesson}/${language}.md`), 'utf8')
  return (parse(source.split(/^---$/m)[1]!) as { title: string }).title
}

/** A name that nobody has yet. */
export const someName = (kind = 'naam') => `${kind}-${randomBytes(5).toString('hex')}`

export interface MadeCohort {
  id: string
  name: string
  organisationId: string
}

interface JourneyFixtures {
  /** Sends a form as somebody who is signed in, without a browser. @returns status and where the answer leads to */
  post: (
    who: DemoRole | { session: string },
    address: string,
    fields: Record<string, string>,
  ) => Promise<{ status: number; location: string | null }>
  /** An organisation for this test alone. @returns its id */
  makeOrganisation: (name?: string) => Promise<string>
  makeCohort: (given?: { organisationId?: string; withoutTests?: boolean; language?: Language }) => Promise<MadeCohort>
  /** A coordinator of an organisation. */
  makeCoordinator: (organisationId: string) => Promise<MadeAccount>
  /** A member of a cohort, or of one of her own. */
  makeMember: (cohort?: MadeCohort, given?: AccountToMake) => Promise<MadeAccount>
  /** Another browser: of nobody, or of somebody who is signed in. */
  another: (who?: DemoRole | { session: string }) => Promise<Page>
}

export const test = base.extend<JourneyFixtures>({
  post: async ({ site }, use) => use((who, address, fields) => post(site, who, address, fields)),
  makeOrganisation: async ({ site }, use) =>
    use(async (name = someName('Organisatie')) => {
      await post(site, 'administrator', '/nl/manage/organisations', { name, kind: 'self_organisation', parentId: '' })
      const page = await (await get(site, 'administrator', '/nl/manage/people/invite')).text()
      const [, id] = new RegExp(`<option[^>]* value="([^"]+)"[^>]*>${name}</option>`).exec(page) ?? []
      if (!id) throw new Error('no organisation was made')
      return id
    }),
  makeCohort: async ({ site, makeOrganisation }, use) =>
    use(async ({ organisationId, withoutTests = false, language = 'nl' } = {}) => {
      const name = someName('Groep')
      const organisation = organisationId ?? (await makeOrganisation())
      const fields = {
        name,
        organisation,
        course,
        language,
        startsOn: '2026-09-01',
        endsOn: '2026-12-15',
        ...(withoutTests ? { withoutTests: 'on' } : {}),
      }
      const { location } = await post(site, 'administrator', '/nl/coordinate/cohorts/new', fields)
      const [, id] = /cohorts\/([\w-]{36})/.exec(location ?? '') ?? []
      if (!id) throw new Error('no cohort was made')
      return { id, name, organisationId: organisation }
    }),
  makeCoordinator: async ({ makeAccount }, use) =>
    use((organisationId) => makeAccount({ roles: [{ role: 'coordinator', organisationId }] })),
  makeMember: async ({ site, makeAccount, makeInvitation, makeCohort }, use) =>
    use(async (cohort, given) => {
      const { id: cohortId, organisationId } = cohort ?? (await makeCohort())
      const account = await makeAccount(given)
      const { code } = await makeInvitation({ organisationId, cohortId, background: 'volunteer' })
      const { status } = await post(site, account, `/nl/join/${code}`, {})
      if (status !== 303) throw new Error(`nobody joined: ${status}`)
      return account
    }),
  another: async ({ browser, site }, use) => {
    const opened: BrowserContext[] = []
    await use(async (who) => {
      const context = await newContext(browser, site, who)
      opened.push(context)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})

const sessionOf = (site: Site, who: DemoRole | { session: string }) => (typeof who === 'string' ? site.samples.sessions[who] : who.session)

function get(site: Site, who: DemoRole | { session: string }, address: string): Promise<Response> {
  return fetch(site.url + address, { redirect: 'manual', headers: { Cookie: `${sessionCookieName}=${sessionOf(site, who)}` } })
}

async function post(site: Site, who: DemoRole | { session: string }, address: string, fields: Record<string, string>) {
  const answer = await fetch(site.url + address, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { Cookie: `${sessionCookieName}=${sessionOf(site, who)}`, 'Sec-Fetch-Site': 'same-origin' },
  })
  await answer.arrayBuffer()
  return { status: answer.status, location: answer.headers.get('location') }
}

async function newContext(browser: Browser, site: Site, who: DemoRole | { session: string } | undefined): Promise<BrowserContext> {
  const context = await browser.newContext()
  if (who) {
    const url = site.url.replace('http:', 'https:')
    await context.addCookies([{ name: sessionCookieName, value: sessionOf(site, who), url, secure: true, httpOnly: true, sameSite: 'Lax' }])
  }
  return context
}

/** The session cookie of a browser; undefined when it has none. */
export async function sessionCookie(page: Page) {
  return (await page.context().cookies()).find(({ name }) => name === sessionCookieName)
}

/** Signs in on the page for it. */
export async function signIn(page: Page, { userName, password }: { userName: string; password: string }): Promise<void> {
  await page.goto('/nl/sign-in')
  await page.getByLabel(t('accounts:signIn.identifier'), { exact: true }).fill(userName)
  await page.getByLabel(t('accounts:signIn.password'), { exact: true }).fill(password)
  await page
    .getByRole('main')
    .getByRole('button', { name: t('accounts:signIn.button'), exact: true })
    .click()
}

/** The box at the top of a page that says what is wrong with a form. */
export const errorSummary = (page: Page): Locator => page.locator('.lk-errors')

/** Answers every question on the page of a lesson, each in its own way, and sees the explanation. */
export async function answerQuestions(page: Page, words: TFunction<typeof namespaces> = t): Promise<number> {
  const ids = await page.locator('[id^="question-"]:has(> form)').evaluateAll((all) => all.map((each) => each.id))
  for (const id of ids) {
    const question = page.locator(`#${id}`)
    const places = question.getByRole('combobox')
    for (let index = 0, count = await places.count(); index < count; index += 1) await places.nth(index).selectOption(String(index + 1))
    const choices = question.locator('input[name="choice"]')
    if ((await choices.count()) > 0) await choices.first().check()
    await question.getByRole('button').click()
    await expect(question.getByRole('heading', { name: words('common:question.explanation') })).toBeFocused()
  }
  return ids.length
}
