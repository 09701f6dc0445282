import type { Page } from '@playwright/test'
import { course, expect, lessons, test, wordsOf } from './journey'

const unrecorded = (language: string) => `/${language}/courses/${course}/${lessons[0]}`

interface Spoken {
  text: string
  lang: string
  voice: string
}

/** A device with these voices. What it is told to say stands in `spoken`; it says each piece at once. */
async function giveVoices(page: Page, voices: { name: string; lang: string; localService: boolean }[]): Promise<void> {
  await page.addInitScript((given) => {
    const spoken: Spoken[] = []
    class Utterance {
      voice: { name: string } | null = null
      lang = ''
      onend: (() => void) | null = null
      constructor(readonly text: string) {}
    }
    const speechSynthesis = Object.assign(new EventTarget(), {
      getVoices: () => given,
      cancel: () => undefined,
      speak: (words: Utterance) => {
        spoken.push({ text: words.text, lang: words.lang, voice: words.voice?.name ?? '' })
        queueMicrotask(() => words.onend?.())
      },
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis })
    Object.assign(window, { spoken, SpeechSynthesisUtterance: Utterance })
  }, voices)
}

const spokenOn = (page: Page) => page.evaluate(() => (window as unknown as { spoken: Spoken[] }).spoken)

test('a recorded text plays once it is asked for, and nothing is loaded before', async ({ page }) => {
  const sounds: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('.mp3')) sounds.push(request.url())
  })
  await page.goto('/nl/courses/thuis/first-listen')
  const player = page.locator('audio')
  await expect(player).toHaveAttribute('preload', 'none')
  expect(sounds).toEqual([])
  await player.evaluate((audio: HTMLAudioElement) => {
    audio.muted = true
    return audio.play()
  })
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0)
  expect(await player.evaluate((audio: HTMLAudioElement) => audio.duration)).toBeGreaterThan(60)
})

test('the device reads with its own voice in the language of the text, from the title to the end', async ({ page }) => {
  await giveVoices(page, [
    { name: 'far away', lang: 'nl-NL', localService: false },
    { name: 'English', lang: 'en-GB', localService: true },
    { name: 'Dutch', lang: 'nl_NL', localService: true },
  ])
  await page.goto(unrecorded('nl'))
  await page.getByRole('button', { name: wordsOf('nl')('common:listen.start') }).click()
  await expect.poll(async () => (await spokenOn(page)).length).toBeGreaterThan(10)
  const spoken = await spokenOn(page)
  expect(spoken[0]?.text).toBe(await page.getByRole('heading', { level: 1 }).innerText())
  expect(new Set(spoken.map(({ voice, lang }) => `${voice} ${lang}`))).toEqual(new Set(['Dutch nl_NL']))
  expect(spoken.filter(({ text }, index) => index > 0 && text === spoken[index - 1]?.text)).toEqual([])
  // At the end it can be heard again.
  await expect(page.getByRole('button', { name: wordsOf('nl')('common:listen.start') })).toBeVisible()
})

for (const [name, voices] of [
  ['no voice at all', []],
  ['voices of other languages', [{ name: 'English', lang: 'en-GB', localService: true }]],
  ['a voice that is somewhere else', [{ name: 'far away', lang: 'ar-SA', localService: false }]],
] as const) {
  test(`a device with ${name} says that there is no sound`, async ({ page }) => {
    await giveVoices(page, [...voices])
    await page.goto(unrecorded('ar'))
    await expect(page.getByText(wordsOf('ar')('common:listen.noVoice'))).toBeVisible()
    await expect(page.locator('lk-listen button')).toBeHidden()
  })
}

test('a Dutch voice does not read a text in Arabic, nor an Arabic one the Dutch', async ({ page }) => {
  await giveVoices(page, [{ name: 'Arabic', lang: 'ar', localService: true }])
  await page.goto(unrecorded('nl'))
  await expect(page.locator('lk-listen button')).toBeHidden()
  await page.goto(unrecorded('ar'))
  await page.locator('lk-listen button').click()
  await expect.poll(async () => (await spokenOn(page)).length).toBeGreaterThan(10)
  const texts = (await spokenOn(page)).map(({ text }) => text)
  expect(texts.filter((text) => !/\p{Script=Arabic}/u.test(text) && /\p{L}/u.test(text))).toEqual([])
})

test.describe('without scripting', () => {
  test.use({ javaScriptEnabled: false })
  test('the page says whether there is a recording', async ({ page }) => {
    await page.goto(unrecorded('nl'))
    await expect(page.getByText(wordsOf('nl')('common:listen.none'))).toBeVisible()
    await expect(page.locator('lk-listen button')).toBeHidden()
    await page.goto('/nl/courses/thuis/first-listen')
    await expect(page.locator('audio')).toBeVisible()
  })
})
