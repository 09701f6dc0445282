import { expect, test, watch } from './site'

// What calls itself a browser without a window is a robot to the counter.
const phone = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36'
test.use({ userAgent: phone })

test('what is heard to its end is told once, and an editor sees it', async ({ page, site, signInAs }) => {
  const faults = watch(page, site)
  const { item } = site.samples.params
  await signInAs('editor')
  // View, download, play, to the end, feed: of what is heard in Dutch. The demo has uses of its own.
  const toTheEnd = async () => {
    await page.goto(`/nl/manage/reach/${item}`)
    const row = page.getByRole('region', { name: 'Per taal' }).getByRole('row').filter({ hasText: 'Nederlands' })
    return Number(await row.getByRole('cell').nth(3).innerText())
  }
  const before = await toTheEnd()
  await page.goto(`/nl/library/${item}`)
  const told = page.waitForRequest((request) => request.url().endsWith('/reach'))
  await page.locator('audio').evaluate(async (audio: HTMLAudioElement) => {
    const known = new Promise((resolve) => audio.addEventListener('loadedmetadata', resolve, { once: true }))
    await audio.play()
    if (Number.isNaN(audio.duration)) await known
    audio.currentTime = audio.duration - 0.2
  })
  const request = await told
  expect(request.postData()).toMatch(new RegExp(`^file=%2Fmedia%2F${item}%2Fnl\\.[0-9a-f]+\\.mp3$`))
  expect((await request.response())?.status()).toBe(204)
  expect(faults).toEqual([])
  expect(await toTheEnd()).toBe(before + 1)
})

test.describe('without scripting', () => {
  test.use({ javaScriptEnabled: false })

  test('a visitor says where she works, and is asked again when it is no municipality', async ({ page, site }) => {
    const faults = watch(page, site)
    const { item } = site.samples.params
    await page.goto(`/nl/library/${item}`)
    await page.getByLabel('Gemeente').fill('Nergenshuizen')
    await page.getByLabel('Soort werk').selectOption({ label: 'Zorg' })
    await page.getByRole('button', { name: 'Tel mij mee' }).click()
    await expect(page.getByRole('alert')).toContainText('gemeente')
    await expect(page.getByLabel('Soort werk')).toHaveValue('care')
    await page.getByLabel('Gemeente').fill('Zoetermeer')
    await page.getByRole('button', { name: 'Tel mij mee' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dank je wel')
    expect(await page.context().cookies()).toEqual([])
    expect(faults).toEqual([])
  })
})
