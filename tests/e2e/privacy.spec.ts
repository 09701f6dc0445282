import type { Page } from '@playwright/test'
import { course, expect, lessons, t, test } from './journey'

const publicPages = [
  '/nl',
  '/nl/courses',
  `/nl/courses/${course}`,
  `/nl/courses/${course}/${lessons[1]}`,
  `/ar/courses/${course}/${lessons[2]}`,
  '/nl/courses/handboek',
  '/ti/help',
  '/nl/leaving',
  '/nl/privacy',
  '/so/accessibility',
  '/nl/sign-in',
]

/** Notes every request of a browser with what it says of where it comes from. */
function listen(page: Page) {
  const requests: { url: string; referer: string | undefined; cookie: string | undefined }[] = []
  page.on('request', (request) => {
    void request.allHeaders().then(({ referer, cookie }) => requests.push({ url: request.url(), referer, cookie }))
  })
  return requests
}

test('reading without an account leaves nothing behind and tells nobody', async ({ page, context, site }) => {
  const requests = listen(page)
  const set: string[] = []
  page.on(
    'response',
    (response) =>
      void response
        .headersArray()
        .then((headers) => set.push(...headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value))),
  )

  await test.step('page after page', async () => {
    for (const address of publicPages) {
      await page.goto(address)
      await page.waitForLoadState('networkidle')
    }
  })

  await test.step('by links, so that there is something to refer to', async () => {
    await page.goto('/nl')
    await page.getByRole('link', { name: t('public:home.parent') }).click()
    await expect(page).toHaveURL(`/nl/courses/${course}`)
    expect(await page.evaluate(() => document.referrer)).toBe('')
    await page.getByRole('link', { name: t('common:nav.help'), exact: true }).click()
    await expect(page).toHaveURL('/nl/help')
    expect(await page.evaluate(() => document.referrer)).toBe('')
  })

  await test.step('by answering a question', async () => {
    await page.goto(`/nl/courses/${course}/${lessons[0]}`)
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: t('common:question.submit') }).click()
    await expect(page.getByRole('heading', { name: t('common:question.explanation') })).toBeFocused()
  })

  expect(requests.length).toBeGreaterThan(publicPages.length)
  expect(requests.filter(({ url }) => new URL(url).origin !== site.url)).toEqual([])
  expect(requests.filter(({ referer, cookie }) => referer || cookie)).toEqual([])
  expect(set).toEqual([])
  expect(await context.cookies()).toEqual([])
  expect(context.serviceWorkers()).toEqual([])
  expect(
    await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookie: document.cookie,
    })),
  ).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookie: '' })
})

test('pages carry one small script and nothing of the framework', async ({ site, makeMember }) => {
  const { session } = await makeMember()
  for (const address of publicPages) {
    for (const headers of [{}, { Cookie: `__Host-session=${session}` }] as Record<string, string>[]) {
      const answer = await fetch(site.url + address, { headers })
      const html = await answer.text()
      // Who is signed in is sent on from the page to sign in.
      expect(answer.status).toBe(200)
      // What search engines read is no script; a lesson has one more, to be read aloud.
      const scripts = [...html.matchAll(/<script\b(?! type="application\/ld\+json")[^>]*>/g)].map(([tag]) => tag)
      const wanted = ['main', ...(html.includes('<lk-listen') ? ['listen-main'] : [])]
      expect(scripts).toEqual(
        wanted.map((name) => expect.stringMatching(new RegExp(`^<script type="module" src="/assets/${name}-[\\w-]+\\.js"[^>]*>$`))),
      )
      expect(html).not.toMatch(/__remix|modulepreload|react|hydrat|\son\w+=|style="/i)
      const script = await (await fetch(site.url + /\/assets\/main-[\w-]+\.js/.exec(html)![0])).text()
      expect(script).not.toMatch(/react|remix|localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon|serviceWorker/i)
      expect(Buffer.byteLength(script)).toBeLessThan(8 * 1024)
    }
  }
})

test('the headers of a page let in nothing from elsewhere', async ({ site }) => {
  for (const address of publicPages) {
    const { headers } = await fetch(site.url + address)
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
  }
})

test('the title of a page never says what it is about', async ({ page }) => {
  for (const address of publicPages) {
    await page.goto(address)
    const heading = await page.getByRole('heading', { level: 1 }).innerText()
    if (address.includes('/courses/')) expect(await page.title()).not.toContain(heading)
    expect(await page.title()).toMatch(/ · Leerkring$/)
  }
})

test('a page of somebody who is signed in is kept nowhere', async ({ site, makeMember }) => {
  const { session } = await makeMember()
  for (const address of [...publicPages.filter((each) => !each.includes('sign-in')), '/nl/learn', '/nl/account', '/nl/account/sessions']) {
    const { headers, status } = await fetch(site.url + address, { headers: { Cookie: `__Host-session=${session}` } })
    expect(status).toBe(200)
    expect(`${address} ${headers.get('cache-control')}`).toBe(`${address} no-store`)
  }
})
