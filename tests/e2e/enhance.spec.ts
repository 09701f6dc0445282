import type { Page, Route } from '@playwright/test'
import { course, expect, lessons, t, test, wordsOf } from './journey'

const lesson = `/nl/courses/${course}/${lessons[0]}`
const explanation = (page: Page) => page.getByRole('heading', { name: t('common:question.explanation') })
const submit = (page: Page) => page.getByRole('button', { name: t('common:question.submit') })

/** Puts a mark on the document, which a page load would take away. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { marked: true }))
const isMarked = (page: Page) => page.evaluate(() => 'marked' in window)

function countPosts(page: Page): { posts: number } {
  const count = { posts: 0 }
  page.on('request', (request) => (count.posts += request.method() === 'POST' ? 1 : 0))
  return count
}

test.describe('lk-swap', () => {
  test('answers in place, without a page load', async ({ page }) => {
    await page.goto(lesson)
    await mark(page)
    const length = await page.evaluate(() => history.length)
    const count = countPosts(page)
    await page.getByRole('radio').first().check()
    await submit(page).click()
    await expect(explanation(page)).toBeFocused()
    await expect(explanation(page)).toBeInViewport()
    await expect(page.getByRole('radio').first()).toBeChecked()
    expect(await isMarked(page)).toBe(true)
    expect(count.posts).toBe(1)
    expect(await page.evaluate(() => history.length)).toBe(length)
    await expect(page).toHaveURL(lesson)

    // What was put in its place answers as well.
    await page.getByRole('radio').nth(1).check()
    await page.getByRole('button', { name: t('common:question.again') }).click()
    await expect(explanation(page)).toBeFocused()
    await expect(page.getByRole('radio').nth(1)).toBeChecked()
    expect(await isMarked(page)).toBe(true)
  })

  test('asks for a choice in place', async ({ page }) => {
    await page.goto(lesson)
    await mark(page)
    await submit(page).click()
    await expect(page.getByText(t('courses:lesson.chooseFirst'))).toBeFocused()
    expect(await isMarked(page)).toBe(true)
  })

  test('sends one request, however often the button is pressed', async ({ page }) => {
    await page.goto(lesson)
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    let posts = 0
    await page.route(`**${lesson}`, async (route) => {
      posts += 1
      await held
      await route.continue()
    })
    await page.getByRole('radio').first().check()
    await submit(page).dblclick()
    await submit(page).press('Enter')
    await expect(page.locator('lk-swap[aria-busy="true"]')).toHaveCount(1)
    release()
    await expect(explanation(page)).toBeFocused()
    expect(posts).toBe(1)
  })

  const broken: [name: string, reply: (route: Route) => Promise<void>][] = [
    ['the network is gone', (route) => route.abort('connectionreset')],
    ['something on the way answers', (route) => route.fulfill({ status: 502, contentType: 'application/json', body: '{}' })],
    [
      'another page comes back',
      (route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>Wifi</title><p>Accept' }),
    ],
  ]
  for (const [name, reply] of broken) {
    test(`sends the form the ordinary way when ${name}`, async ({ page }) => {
      await page.goto(lesson)
      await mark(page)
      let posts = 0
      await page.route(`**${lesson}`, (route) => ((posts += 1) === 1 ? reply(route) : route.continue()))
      await page.getByRole('radio').nth(1).check()
      await submit(page).click()
      await expect(explanation(page)).toBeFocused()
      await expect(page.getByRole('radio').nth(1)).toBeChecked()
      expect(await isMarked(page)).toBe(false)
      expect(posts).toBe(2)
    })
  }

  test('goes to the page to sign in when the session has ended meanwhile', async ({ page, makeMember, signInAs, post }) => {
    const member = await makeMember()
    await post(member, '/nl/account', { language: 'nl', email: '', keepReflections: 'on' })
    await signInAs(member)
    await page.goto(lesson)
    await page.context().clearCookies()
    await page.getByLabel(t('common:reflection.label')).fill('Een gedachte')
    await page.getByRole('button', { name: t('common:reflection.save') }).click()
    await expect(page).toHaveURL(/\/nl\/sign-in/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('accounts:signIn.title'))
  })
})

test('lk-print prints the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { printed: 0, print: () => void ((window as unknown as { printed: number }).printed += 1) })
  })
  await page.goto(lesson)
  await page.getByRole('button', { name: t('common:print.button') }).click()
  expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1)
})

test('lk-copy copies the link of an invitation, and says so', async ({ page, context, site, signInAs }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs('coordinator')
  await page.goto(`/nl/coordinate/invitations/${site.samples.params.invitation}`)
  await page.getByRole('button', { name: t('coordinate:invitation.copy') }).click()
  await expect(page.getByRole('button', { name: t('common:copy.done') })).toBeVisible()
  await expect(page.locator('body > [role="status"]')).toHaveText(t('common:copy.done'))
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}/nl/join/${site.samples.joinCode}`)
})

test.describe('without scripting', () => {
  test.use({ javaScriptEnabled: false })

  test('no button is there that would do nothing', async ({ page, site, signInAs }) => {
    await signInAs('coordinator')
    for (const address of [lesson, `/nl/courses/${course}/print`, `/nl/coordinate/invitations/${site.samples.params.invitation}`]) {
      await page.goto(address)
      await expect(page.locator('lk-print, lk-copy').first()).toBeAttached()
      await expect(page.locator('lk-print:visible, lk-copy:visible')).toHaveCount(0)
      await expect(page.locator('button[type="button"]:visible')).toHaveCount(0)
    }
  })

  test('Shift and the keyboard do nothing unexpected', async ({ page }) => {
    await page.goto(lesson)
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('Shift')
    await expect(page).toHaveURL(lesson)
    await expect(page.getByRole('main')).toBeVisible()
  })
})

test.describe('text of two directions', () => {
  /** The signs of an element as they stand from left to right. */
  const fromLeftToRight = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        const signs: { sign: string; left: number }[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const [index, sign] of [...(node.textContent ?? '')].entries()) {
            const range = document.createRange()
            range.setStart(node, index)
            range.setEnd(node, index + 1)
            signs.push({ sign, left: range.getBoundingClientRect().left })
          }
        }
        return signs
          .sort((a, b) => a.left - b.left)
          .map(({ sign }) => sign)
          .join('')
      })

  for (const [language, address] of [
    ['ar', '/ar/help'],
    ['fa', '/fa/help'],
    ['ar', `/ar/courses/${course}/${lessons[1]}`],
  ] as const) {
    test(`a Dutch telephone number reads from left to right on ${address}`, async ({ page }) => {
      await page.goto(address)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      const number = 'main a[href="tel:08002000"]'
      await expect(page.locator(number).first()).toHaveAttribute('dir', 'ltr')
      expect(
        await page
          .locator(number)
          .first()
          .evaluate((each) => getComputedStyle(each).direction),
      ).toBe('ltr')
      expect(await fromLeftToRight(page, number)).toBe('0800-2000')
    })
  }

  test('a lesson’s number, a code and an address do so in an Arabic page', async ({ page, site, signInAs }) => {
    await page.goto(`/ar/courses/${course}`)
    expect(await fromLeftToRight(page, '.lk-lesson__number')).toBe('1.1')
    await page.goto(`/ar/certificates/${site.samples.params.code}`)
    expect(await fromLeftToRight(page, '.lk-certificate__foot [dir="ltr"]')).toBe(site.samples.params.code)
    await signInAs('coordinator')
    await page.goto(`/ar/coordinate/invitations/${site.samples.params.invitation}?sheet=ar`)
    await page.setViewportSize({ width: 1280, height: 900 })
    await expect(page.locator('.lk-invitation')).toHaveAttribute('dir', 'rtl')
    await expect(page.locator('.lk-invitation')).toContainText(wordsOf('ar')('coordinate:sheet.eyebrow'))
    expect(await page.locator('.lk-invitation__address bdi').evaluate((each) => getComputedStyle(each).direction)).toBe('ltr')
    expect(await fromLeftToRight(page, '.lk-copy [dir="ltr"]')).toBe(`${site.url}/nl/join/${site.samples.joinCode}`.replace('/nl/', '/ar/'))
  })
})
