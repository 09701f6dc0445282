import type { Page } from '@playwright/test'
import { course, expect, lessons, sessionCookieName, t, test } from './journey'
import { addressOf, listedRoutes } from './route-list'

const lesson = `/nl/courses/${course}/${lessons[0]}`
const leaveLink = (page: Page) => page.getByRole('link', { name: t('common:leave.link'), exact: true })
const spoken = (page: Page) => page.locator('body > [role="status"].lk-hidden')

/** A network on which the way out does not come: what is left on the screen is what somebody would see. */
const cutExit = (page: Page) => page.route('**/exit', (route) => route.fulfill({ status: 204 }))

async function pressShift(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press('Shift')
}

const ways: [name: string, leave: (page: Page) => Promise<void>][] = [
  ['a click', (page) => leaveLink(page).click()],
  ['Shift three times', (page) => pressShift(page, 3)],
]

for (const [name, leave] of ways) {
  test(`${name} blanks the page at once, whatever the network does`, async ({ page }) => {
    await page.goto(lesson)
    await cutExit(page)
    await leave(page)
    await expect(page.locator('.lk-blank')).toBeVisible()
    await expect(page.getByRole('main')).toBeHidden()
    await expect(page.getByRole('heading')).toHaveCount(0)
    await expect(page).toHaveTitle(t('common:leave.blankTitle'))
    expect(await page.locator('.lk-blank').boundingBox()).toEqual({ x: 0, y: 0, ...page.viewportSize() })
    await expect(spoken(page)).toHaveText(t('common:leave.leaving'))
    await expect(spoken(page)).toHaveCount(1)
  })

  test(`${name} ends the session and leads to a neutral page`, async ({ page, site, makeMember, signInAs }) => {
    const member = await makeMember()
    await signInAs(member)
    await page.goto('/nl')
    await page.goto(lesson)
    await leave(page)
    await expect(page).toHaveURL(site.exitUrl)
    await expect(page).toHaveTitle('Het weer')

    await test.step('the session is over, here and on the server', async () => {
      expect((await page.context().cookies()).filter(({ name: cookie }) => cookie.startsWith('__Host-'))).toEqual([])
      const answer = await fetch(`${site.url}/nl/learn`, {
        redirect: 'manual',
        headers: { Cookie: `${sessionCookieName}=${member.session}` },
      })
      expect(answer.status).toBe(302)
    })

    await test.step('back leads past the page that was left', async () => {
      await page.goBack()
      await expect(page).toHaveURL('/nl')
      await expect(page.getByRole('navigation', { name: t('common:account.label') })).toHaveCount(0)
      expect(await page.content()).not.toContain(member.userName)
    })
  })
}

test('back goes to where somebody came from when the lesson was the first page', async ({ page, site }) => {
  await page.goto(site.exitUrl)
  await page.goto(lesson)
  await leaveLink(page).click()
  await expect(page).toHaveURL(site.exitUrl)
  await page.goBack()
  await expect(page).toHaveURL(site.exitUrl)
  await expect(page).toHaveTitle('Het weer')
})

test('the link to try it on the page about leaving works the same way', async ({ page, site }) => {
  await page.goto('/nl')
  await page.goto('/nl/leaving')
  await page.getByRole('link', { name: t('public:leaving.try') }).click()
  await expect(page).toHaveURL(site.exitUrl)
  await page.goBack()
  await expect(page).toHaveURL('/nl')
})

test('Shift is counted aloud, and another key begins again', async ({ page, site }) => {
  await page.goto(lesson)
  await pressShift(page, 1)
  await expect(spoken(page)).toHaveText(t('common:leave.twoMore'))
  await pressShift(page, 1)
  await expect(spoken(page)).toHaveText(t('common:leave.oneMore'))
  await page.keyboard.press('ArrowDown')
  await expect(spoken(page)).toHaveText(t('common:leave.expired'))
  await pressShift(page, 2)
  await expect(spoken(page)).toHaveText(t('common:leave.oneMore'))
  await expect(page.getByRole('main')).toBeVisible()
  await pressShift(page, 1)
  await expect(page).toHaveURL(site.exitUrl)
})

test('Shift is forgotten when nothing follows', async ({ page }) => {
  await page.clock.install()
  await page.goto(lesson)
  await pressShift(page, 2)
  await page.clock.runFor(6000)
  await expect(spoken(page)).toHaveText(t('common:leave.expired'))
  await pressShift(page, 2)
  await page.clock.runFor(100)
  await expect(spoken(page)).toHaveText(t('common:leave.oneMore'))
  await expect(page.getByRole('main')).toBeVisible()
})

test('Shift that belongs to another key does not count, and says nothing', async ({ page }) => {
  await page.goto('/nl/sign-in')
  const field = page.getByLabel(t('accounts:signIn.identifier'))
  await field.focus()

  await test.step('capitals', async () => {
    for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`)
    await expect(field).toHaveValue('ABCD')
  })
  await test.step('a capital for which Shift is let go of first', async () => {
    for (const key of ['KeyE', 'KeyF', 'KeyG', 'KeyH']) {
      await page.keyboard.down('Shift')
      await page.keyboard.down(key)
      await page.keyboard.up('Shift')
      await page.keyboard.up(key)
    }
    await expect(field).toHaveValue('ABCDEFGH')
  })
  await test.step('a key that is held down', async () => {
    for (let repeats = 0; repeats < 5; repeats += 1) await page.keyboard.down('Shift')
    await page.keyboard.press('KeyI')
    await page.keyboard.up('Shift')
  })
  for (const modifier of ['Alt', 'Control']) {
    await test.step(`${modifier}+Shift, which changes the language of a keyboard`, async () => {
      await page.keyboard.down(modifier)
      await pressShift(page, 4)
      await page.keyboard.up(modifier)
    })
  }
  await test.step('Shift+Tab', async () => {
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('Shift+Tab')
  })

  await expect(page).toHaveURL('/nl/sign-in')
  await expect(page.getByRole('main')).toBeVisible()
  await expect(spoken(page)).toHaveCount(0)
})

test('the server ends the session, clears what the browser keeps, and tells nobody where she came from', async ({ site, makeMember }) => {
  const { session } = await makeMember()
  const answer = await fetch(`${site.url}/exit`, { redirect: 'manual', headers: { Cookie: `${sessionCookieName}=${session}` } })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(site.exitUrl)
  expect(answer.headers.get('clear-site-data')).toBe('"cookies", "storage"')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const cookies = answer.headers.getSetCookie()
  for (const name of [sessionCookieName, '__Host-language'])
    expect(cookies.find((cookie) => cookie.startsWith(`${name}=;`))).toContain('Max-Age=0')
  const after = await fetch(`${site.url}/nl/learn`, { redirect: 'manual', headers: { Cookie: `${sessionCookieName}=${session}` } })
  expect(after.headers.get('location')).toContain('/nl/sign-in')
})

test.describe('without scripting', () => {
  test.use({ javaScriptEnabled: false })

  test('the link leads out and ends the session', async ({ page, site, makeMember, signInAs }) => {
    const member = await makeMember()
    await signInAs(member)
    await page.goto(lesson)
    const referrers: (string | undefined)[] = []
    page.on('request', (request) => referrers.push(request.headers().referer))
    await leaveLink(page).click()
    await expect(page).toHaveURL(site.exitUrl)
    expect(referrers.filter(Boolean)).toEqual([])
    await page.goto('/nl/learn')
    await expect(page).toHaveURL(/sign-in/)
  })
})

// Pages of the coordination and management are left out of the promise, but have the way out as well. In a frame of another site
// it could neither leave the page around it nor clear that site's history, so there is none.
const withWayOut = listedRoutes.filter(({ kind, path }) => kind === 'page' && path !== ':lang/embed/:item')
for (const { path, role } of withWayOut) {
  test(`the way out is there, and in sight, on ${path}`, async ({ page, site, signInAs }) => {
    if (role) await signInAs(role)
    await page.setViewportSize({ width: 360, height: 640 })
    await page.goto(addressOf({ path }, site.samples, 'nl'))
    await expect(leaveLink(page)).toHaveCount(1)
    await expect(leaveLink(page)).toBeInViewport({ ratio: 1 })
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await expect(leaveLink(page)).toBeInViewport({ ratio: 1 })
    await page.setViewportSize({ width: 1280, height: 720 })
    await expect(leaveLink(page)).toBeInViewport({ ratio: 1 })
  })
}
