import type { Page } from '@playwright/test'
import { longMp3, sampleMedia } from '../setup/multipart'
import { errorSummary, expect, t, test } from './journey'

// An editor puts a person's voice in place of the one of the computer, over a good line and over a bad one.

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel(t('media:slot.file')).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
const sayWhoIsHeard = (page: Page) => page.getByLabel(t('media:slot.voicesPerson')).check()
const upload = (page: Page) => page.getByRole('button', { name: t('media:slot.upload'), exact: true }).click()
const publish = (page: Page) =>
  page
    .getByRole('button', { name: t('media:slot.publish') })
    .first()
    .click()

test.describe('without scripting', () => {
  test.use({ javaScriptEnabled: false })

  test('a file is refused with words, another one taken, looked at and published', async ({ page, another, signInAs }) => {
    await signInAs('editor')
    await page.goto('/nl/manage/library')
    await page.getByRole('link', { name: 'De buren' }).or(page.locator('a[href$="/manage/library/the-neighbours"]')).first().click()
    await page.locator('a[href$="/the-neighbours/en/audio"]').click()
    await choose(page, 'opname.mp3', Buffer.from('This is no sound.'))
    await upload(page)
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:voicesMissing'), t('errors:fileMissing')])
    await sayWhoIsHeard(page)
    await choose(page, 'opname.mp3', Buffer.from('This is no sound.'))
    await upload(page)
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:mediaNotAudio')])
    await choose(page, 'opname.mp3', sampleMedia('tone.mp3'))
    await upload(page)
    await expect(page.getByRole('status')).toHaveText(t('media:done.uploaded'))
    const reader = await another()
    await reader.goto('/en/library/the-neighbours')
    await expect(reader.locator('audio[src*="/en."]')).toHaveCount(0)
    await publish(page)
    await expect(page.getByRole('status')).toHaveText(t('media:done.published'))
    await reader.reload()
    await expect(reader.locator('audio[src*="/en."]')).toHaveCount(1)
  })
})

test.describe('with scripting', () => {
  const address = '/nl/manage/library/summer-holiday/en/audio'
  const sending = /^Verstuurd: \d+ %$/

  test('a large file goes on where it was when the line was lost, and is published', async ({ page, signInAs }) => {
    await signInAs('editor')
    await page.goto(address)
    const whole = longMp3(6_000_000)
    const line = await page.context().newCDPSession(page)
    const conditions = { latency: 0, downloadThroughput: -1, uploadThroughput: 1_500_000 }
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', { offline: false, ...conditions })
    await sayWhoIsHeard(page)
    const begun: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/manage/uploads')) begun.push(`${request.method()} ${request.headers()['upload-offset'] ?? ''}`)
    })
    await choose(page, 'lang.mp3', whole)
    await upload(page)
    const progress = page.locator('[data-progress]')
    await expect(progress).toContainText(sending)
    await expect.poll(async () => Number(await progress.locator('progress').getAttribute('value'))).toBeGreaterThan(0.2)
    await line.send('Network.emulateNetworkConditions', { offline: true, ...conditions })
    await expect(progress).toContainText(t('media:slot.lost'))
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 })
    await expect(page.getByRole('status').first()).toHaveText(t('media:done.uploaded'))
    // It asked how far it had come, and went on from there.
    expect(begun.filter((each) => each.startsWith('POST'))).toHaveLength(1)
    const last = begun.filter((each) => each.startsWith('PATCH')).at(-1)!
    expect(Number(last.split(' ')[1])).toBeGreaterThan(0)
    await publish(page)
    await page.goto('/en/library/summer-holiday')
    const src = await page.locator('audio').getAttribute('src')
    expect((await (await page.request.get(src!)).body()).equals(whole)).toBe(true)
  })

  test('a file that is too large, or lies, is told so; nothing of the page is lost', async ({ page, signInAs }) => {
    await signInAs('editor')
    await page.goto('/nl/manage/library/summer-holiday/tr/captions')
    await page.getByLabel(t('media:slot.title')).fill('tweede vertaling')
    await choose(page, 'x.vtt', Buffer.alloc(700_000, 'WEBVTT'))
    await upload(page)
    await expect(errorSummary(page)).toContainText('0.5 MB')
    await expect(page.getByLabel(t('media:slot.title'))).toHaveValue('tweede vertaling')
    await choose(page, 'x.vtt', Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nSubRip\n'))
    await upload(page)
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:captionsNoStart')])
  })
})
