import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, watch } from './site'

// The library in the pages of somebody else: a site of its own, at another address.

let other: Server
let otherUrl: string
let body = ''

test.beforeAll(async () => {
  other = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!DOCTYPE html><html lang="nl"><title>Gemeente</title><h1>Gemeente</h1>${body}</html>`)
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  otherUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
})

test.afterAll(() => new Promise<void>((resolve) => void other.close(() => resolve())))

test('an episode plays in a page of another site, without a cookie', async ({ page, context, site }) => {
  const answer = await page.request.get(`${site.url}/oembed?url=${encodeURIComponent(`${site.url}/ar/library/the-ring`)}`)
  body = ((await answer.json()) as { html: string }).html
  await page.goto(otherUrl)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(frame.locator('html')).toHaveAttribute('dir', 'rtl')
  const audio = frame.locator('audio')
  await audio.evaluate(async (element: HTMLAudioElement) => {
    element.muted = true
    await element.play()
  })
  await expect.poll(() => audio.evaluate((element: HTMLAudioElement) => element.currentTime)).toBeGreaterThan(0)
  const link = frame.locator('a[href="/ar/library/the-ring"]')
  await expect(link).toHaveAttribute('target', '_blank')
  expect(await context.cookies()).toEqual([])
})

test('no other page is shown in a frame', async ({ page, site }) => {
  body = `<iframe src="${site.url}/nl/library/the-ring" title="x"></iframe>`
  const refused = page.waitForEvent('console', (message) => /frame-ancestors|X-Frame-Options/i.test(message.text()))
  await page.goto(otherUrl)
  await refused
  await expect(page.frameLocator('iframe').locator('main')).toHaveCount(0)
})

test('data for search engines are let through, and the message is copied', async ({ page, context, site }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const faults = watch(page, site)
  await page.goto('/nl/library/the-ring')
  await page.locator('.lk-sharing > summary').click()
  await page.getByRole('button', { name: 'Kopieer het bericht' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(`${site.url}/nl/library/the-ring`)
  expect(copied).not.toMatch(/huwelijk|dwang/i)
  expect(faults).toEqual([])
})

test('a poster is one sheet of paper', async ({ page }) => {
  for (const language of ['nl', 'ar', 'ti']) {
    await page.goto(`/${language}/library/the-ring/poster`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  }
})
