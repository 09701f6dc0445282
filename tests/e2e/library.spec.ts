import type { Page } from '@playwright/test'
import { expect, t, test, watch, wordsOf } from './journey'

const episode = '/nl/library/the-ring'
const film = '/ar/library/open-conversation'

/** What a browser does with a recording, as the page's own script sees it. */
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const { paused, currentTime, playbackRate, currentSrc, networkState } = document.querySelector<HTMLMediaElement>('audio, video')!
    return { paused, currentTime, playbackRate, currentSrc, networkState }
  })

const timeOf = async (page: Page) => (await stateOf(page)).currentTime

/** Notes which files of recordings the page asks for. */
function noteMedia(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/^\/media\/.*\.mp[34]$/.test(pathname)) asked.push(pathname)
  })
  return asked
}

const openTranscript = (page: Page) => page.getByText(t('library:player.transcript')).click()
const turn = (page: Page, index: number) => page.locator('.lk-turn').nth(index)

test.describe('an episode', () => {
  test('loads nothing before it is played, then plays from the turn that is chosen and marks it', async ({ page, site }) => {
    const faults = watch(page, site)
    const asked = noteMedia(page)
    await page.goto(episode, { waitUntil: 'networkidle' })
    expect(asked).toEqual([])
    expect((await stateOf(page)).paused).toBe(true)

    await openTranscript(page)
    const start = Number(await turn(page, 8).getAttribute('data-start'))
    await turn(page, 8).getByRole('button').click()
    await expect.poll(() => timeOf(page)).toBeGreaterThan(start)
    expect((await stateOf(page)).paused).toBe(false)
    await expect(turn(page, 8)).toHaveAttribute('aria-current', 'true')
    await expect(page.locator('[aria-current="true"].lk-turn')).toHaveCount(1)
    expect(asked.length).toBeGreaterThan(0)
    expect(faults).toEqual([])
  })

  test('plays from a chapter, and at another speed', async ({ page }) => {
    await page.goto(episode)
    const chapter = page.locator('.lk-chapters a').nth(2)
    const start = Number(await chapter.getAttribute('data-at'))
    await chapter.click()
    await expect.poll(() => timeOf(page)).toBeGreaterThan(start)
    await expect(page).toHaveURL(episode)
    const fast = page.getByRole('group', { name: t('library:player.speed') }).getByRole('button', { name: '1,5' })
    await fast.click()
    await expect(fast).toHaveAttribute('aria-pressed', 'true')
    expect((await stateOf(page)).playbackRate).toBe(1.5)
  })

  test('goes on where she was: it stands in the address and nowhere else', async ({ page }) => {
    await page.goto(episode)
    await page.locator('.lk-chapters a').nth(1).click()
    await expect.poll(() => timeOf(page)).toBeGreaterThan(0)
    await page.evaluate(() => document.querySelector('audio')!.pause())
    await expect(page).toHaveURL(/#t=\d+$/)
    const time = Number(new URL(page.url()).hash.slice('#t='.length))
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])

    // By way of another page: what the player was still fetching is not counted.
    const here = page.url()
    await page.goto('about:blank')
    const asked = noteMedia(page)
    await page.goto(here, { waitUntil: 'networkidle' })
    expect(asked).toEqual([])
    expect((await stateOf(page)).paused).toBe(true)
    await page.evaluate(() => document.querySelector('audio')!.play())
    await expect.poll(() => timeOf(page)).toBeGreaterThan(time)
    expect(await timeOf(page)).toBeLessThan(time + 30)
  })

  test('takes the small file instead, where it was', async ({ page }) => {
    await page.goto(episode)
    await page.locator('.lk-chapters a').nth(3).click()
    const start = Number(await page.locator('.lk-chapters a').nth(3).getAttribute('data-at'))
    await expect.poll(() => timeOf(page)).toBeGreaterThan(start)
    await page.locator('[data-small] a').click()
    await expect(page.getByRole('status').filter({ hasText: t('library:player.small') })).toBeVisible()
    await expect.poll(() => timeOf(page)).toBeGreaterThan(start)
    expect((await stateOf(page)).currentSrc).toContain('nl.small.')
    expect((await stateOf(page)).paused).toBe(false)
    await expect(page.locator('[data-small]')).toBeHidden()
  })

  test('goes on after the connection was lost', async ({ page }) => {
    await page.goto(episode)
    // As in a lift: no file comes.
    await page.route('**/media/**/*.mp3', (route) => route.abort('connectionfailed'))
    await page.locator('.lk-chapters a').nth(1).click()
    const resume = page.getByRole('button', { name: t('library:player.resume') })
    await expect(resume).toBeVisible()
    await page.unroute('**/media/**/*.mp3')
    await resume.click()
    const start = Number(await page.locator('.lk-chapters a').nth(1).getAttribute('data-at'))
    await expect.poll(() => timeOf(page)).toBeGreaterThan(start)
    await expect(resume).toBeHidden()
  })

  test('can be played with the keyboard alone', async ({ page }) => {
    await page.goto(episode)
    await page.locator('.lk-chapters a').first().focus()
    await page.keyboard.press('Tab')
    await expect(page.locator('.lk-chapters a').nth(1)).toBeFocused()
    await page.keyboard.press('Enter')
    const start = Number(await page.locator('.lk-chapters a').nth(1).getAttribute('data-at'))
    await expect.poll(() => timeOf(page)).toBeGreaterThan(start)
    await page.locator('.lk-transcript > summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(turn(page, 0).getByRole('button')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(() => timeOf(page)).toBeLessThan(start)
    await expect(turn(page, 0)).toHaveAttribute('aria-current', 'true')
  })
})

test('a film shows captions in Arabic to who reads Arabic', async ({ page, site }) => {
  const faults = watch(page, site)
  await page.goto(film)
  await page.locator('.lk-chapters a').nth(1).click()
  await expect.poll(() => timeOf(page)).toBeGreaterThan(0)
  const shown = await page.waitForFunction(() => {
    const tracks = [...document.querySelector('video')!.textTracks]
    const showing = tracks.filter(({ mode }) => mode === 'showing')
    const cue = showing[0]?.activeCues?.[0] as VTTCue | undefined
    return cue && { languages: showing.map(({ language }) => language), label: showing[0]!.label, text: cue.text }
  })
  const { languages, label, text } = (await shown.jsonValue())!
  expect(languages).toEqual(['ar'])
  expect(label).toBe('العربية')
  expect(text).toMatch(/\p{Script=Arabic}/u)
  // What is said lies open too, in Arabic and from right to left.
  const transcript = page.locator('.lk-transcript > div')
  await expect(transcript).toHaveAttribute('dir', 'rtl')
  await expect(transcript).toBeVisible()
  await expect(page.getByText(wordsOf('ar')('library:player.transcript'))).toBeVisible()
  expect(faults).toEqual([])
})

test.describe('without scripting', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

  test('there are the browser’s controls, files to open and to save, chapters and what is said', async ({ page }) => {
    await page.goto('/nl')
    await page.getByRole('link', { name: t('public:home.professional') }).click()
    await expect(page).toHaveURL('/nl/library')
    await page.locator(`a[href="${episode}"]`).click()
    await expect(page.locator('audio[controls]')).toBeVisible()
    // What only a script can do is not offered.
    await expect(page.locator('[data-scripted]').first()).toBeHidden()
    await expect(page.getByRole('button', { name: t('library:player.resume') })).toBeHidden()

    await openTranscript(page)
    await expect(turn(page, 0)).toBeVisible()
    await expect(turn(page, 0)).toContainText('Gespreksleider')

    const saved = page.waitForEvent('download')
    await page.locator('.lk-player__files a[download]').first().click()
    expect((await saved).suggestedFilename()).toBe('leerkring-the-ring.nl.mp3')

    const chapter = page.locator('.lk-chapters a').nth(1)
    expect(await chapter.getAttribute('href')).toMatch(/^\/media\/the-ring\/nl\.[0-9a-f]{8}\.mp3#t=\d+(\.\d+)?$/)
  })
})
