import type { Locator, Page } from '@playwright/test'
import { course, expect, lessons, lessonTitle, t, test } from './journey'

// The main road with the keyboard alone, on a telephone with a keyboard (the way out is a bar at the lower edge) and on a
// wide screen (it stays at the upper edge).
for (const size of [
  { width: 360, height: 640 },
  { width: 1280, height: 720 },
]) {
  test(`signs in, learns and leaves by keyboard at ${size.width} pixels`, async ({ page, makeMember, site }) => {
    const member = await makeMember()
    await page.setViewportSize(size)

    await test.step('the first key leads past the navigation', async () => {
      await page.goto('/nl')
      await page.keyboard.press('Tab')
      await expect(page.getByRole('link', { name: t('common:skip.toContent') })).toBeFocused()
      await expectSeen(page)
      await page.keyboard.press('Enter')
      await expect(page.locator('#main')).toBeFocused()
      await page.keyboard.press('Tab')
      await expect(page.getByRole('link', { name: t('public:home.parent') })).toBeFocused()
      await expectSeen(page)
    })

    await test.step('signs in', async () => {
      await page.goto('/nl')
      await tabTo(page, page.getByRole('link', { name: t('common:nav.signIn') }))
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL('/nl/sign-in')
      await tabTo(page, page.getByLabel(t('accounts:signIn.identifier')))
      await page.keyboard.type(member.userName)
      await page.keyboard.press('Tab')
      await page.keyboard.type(member.password)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL('/nl/learn')
    })

    await test.step('goes on with the course', async () => {
      await tabTo(page, page.getByRole('link', { name: `${t('courses:course.continue')}: ${lessonTitle(lessons[0]!, 'nl')}` }))
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(`/nl/courses/${course}/${lessons[0]}`)
    })

    await test.step('answers a question; the focus lands on the explanation', async () => {
      await tabTo(page, page.getByRole('radio').first())
      await page.keyboard.press('ArrowDown')
      await expect(page.getByRole('radio').nth(1)).toBeChecked()
      await expectSeen(page)
      await page.keyboard.press('ArrowDown')
      await expect(page.getByRole('radio').nth(2)).toBeChecked()
      await expectSeen(page)
      await page.keyboard.press('Tab')
      await expect(page.getByRole('button', { name: t('common:question.submit') })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: t('common:question.explanation') })).toBeFocused()
      await expectSeen(page)
      // Back to the options, to choose again.
      await page.keyboard.press('Shift+Tab')
      await expect(page.getByRole('button', { name: t('common:question.again') })).toBeFocused()
      await page.keyboard.press('Shift+Tab')
      await expect(page.getByRole('radio').nth(2)).toBeFocused()
      await expectSeen(page)
    })

    await test.step('finishes the lesson', async () => {
      await tabTo(page, page.getByRole('button', { name: t('courses:lesson.finish') }))
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(`/nl/courses/${course}/${lessons[1]}`)
    })

    await test.step('opens a choice of the scenario', async () => {
      await tabTo(page, page.locator('.lk-scenario > details > summary').first())
      await page.keyboard.press('Enter')
      await expect(page.locator('.lk-scenario > details > p').first()).toBeVisible()
      await page.keyboard.press('Tab')
      await expect(page.locator('.lk-scenario > details > details > summary').first()).toBeFocused()
      await expectSeen(page)
    })

    await test.step('goes back through the page with Shift+Tab, and stays', async () => {
      for (let times = 0; times < 8; times += 1) {
        await page.keyboard.press('Shift+Tab')
        await expectSeen(page)
      }
      await expect(page).toHaveURL(`/nl/courses/${course}/${lessons[1]}`)
    })

    await test.step('leaves', async () => {
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift')
      await expect(page).toHaveURL(site.exitUrl)
    })
  })
}

/** Presses Tab until something has the focus; every stop on the way can be seen. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible()
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    await expectSeen(page)
    if (await goal.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('the keyboard does not get there')
}

/** What has the focus has a ring, is on the screen, and is not under the way out or anything else that stays in its place. */
async function expectSeen(page: Page): Promise<void> {
  const stop = await page.evaluate(() => {
    const element = document.activeElement!
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const around = getComputedStyle(element.closest('label') ?? element)
    const ring =
      [outlineStyle, around.outlineStyle].some((style) => style !== 'none') || parseFloat(outlineWidth) > 2 || boxShadow !== 'none'
    const box = element.getBoundingClientRect()
    const [x, y] = [box.left + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, 40) / 2]
    const top = document.elementFromPoint(x, y)
    const seen =
      box.top >= 0 && box.top + Math.min(box.height, 40) <= innerHeight && top !== null && (element.contains(top) || top.contains(element))
    return { element: element.outerHTML.slice(0, 120), ring, seen }
  })
  expect(stop).toEqual({ element: stop.element, ring: true, seen: true })
}
