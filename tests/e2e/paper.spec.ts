import type { Locator } from '@playwright/test'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { languages } from '../../app/i18n/languages'
import { expect, t, test, wordsOf } from './journey'

/** What a telephone's camera reads. */
async function scan(code: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await code.screenshot())
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

/** How many pages a PDF of Chromium has. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length

/** The room on an A4 between the margins of the site, in CSS pixels. */
const room = { width: Math.floor((174 / 25.4) * 96), height: Math.floor((259 / 25.4) * 96) }

test('a trainer prints a sheet for one meeting, and its QR code leads to the form of that very meeting', async ({
  page,
  site,
  signInAs,
}) => {
  const { group } = site.samples.params
  await signInAs('trainer')
  await page.goto(`/nl/coordinate/groups/${group}/sheet`)
  const choice = page.getByRole('combobox', { name: t('paper:page.session') })
  const session = (await choice.getByRole('option').nth(1).getAttribute('value'))!

  await test.step('it is chosen in another language than that of the page', async () => {
    await page.getByRole('combobox', { name: t('paper:page.language') }).selectOption('ar')
    await choice.selectOption(session)
    await page.getByRole('button', { name: t('paper:page.show') }).click()
    await expect(page).toHaveURL(`/nl/coordinate/groups/${group}/sheet?language=ar&session=${session}`)
    await expect(choice).toHaveValue(session)
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
    await expect(page.locator('.lk-tally')).toHaveCount(1)
    await expect(page.locator('.lk-tally')).toHaveAttribute('dir', 'rtl')
    await expect(page.locator('.lk-tally')).toContainText(wordsOf('ar')('paper:sheet.noNames'))
  })

  const address = `${site.url}/ar/coordinate/groups/${group}/sessions/${session}/register`
  await test.step('on paper there is nothing but the sheet, on one page', async () => {
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
    await page.emulateMedia({ media: 'print' })
    for (const chrome of [
      page.getByRole('banner'),
      page.getByRole('contentinfo'),
      page.getByRole('button'),
      choice,
      page.locator('lk-leave'),
    ])
      await expect(chrome.filter({ visible: true })).toHaveCount(0)
    expect(await scan(page.locator('.lk-qr svg'))).toBe(address)
    expect(`http://${await page.locator('.lk-tally__address').innerText()}`).toBe(address)
  })

  await test.step('the form is there', async () => {
    const answer = await page.goto(address)
    expect(answer!.status()).toBe(200)
    await expect(page.locator('form input[name="present"]')).toBeVisible()
  })

  await test.step('a sheet without a date leads to the form for any meeting', async () => {
    await page.goto(`/nl/coordinate/groups/${group}/sheet?blank`)
    expect(await scan(page.locator('.lk-qr svg'))).toBe(`${site.url}/nl/coordinate/groups/${group}/sessions/new`)
  })
})

for (const language of languages) {
  test(`a row of sheets in ${language} has one page for each meeting, and nothing is cut off`, async ({ page, site, signInAs }) => {
    await signInAs('coordinator')
    await page.setViewportSize(room)
    await page.goto(`/nl/coordinate/groups/${site.samples.params.group}/sheet?language=${language}`)
    const sheets = await page.locator('.lk-tally').count()
    expect(sheets).toBeGreaterThan(1)
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(sheets)
    await page.emulateMedia({ media: 'print' })
    const faults = await page.locator('.lk-tally').evaluateAll(
      (all, { width, height }) =>
        all.flatMap((sheet) => {
          const frame = sheet.getBoundingClientRect()
          const out = [...sheet.querySelectorAll('*')].filter((element) => {
            const { left, right, top, bottom, width: wide } = element.getBoundingClientRect()
            // A place where a line may break has no size, nor a position.
            if (wide === 0) return false
            return left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1
          })
          const boxes = [...sheet.querySelectorAll('.lk-tally__box')].filter((box) => box.scrollHeight > box.clientHeight + 1)
          return [
            ...(frame.width > width || frame.height > height ? [`${frame.width} × ${frame.height}`] : []),
            ...[...out, ...boxes].map((element) => element.outerHTML.slice(0, 120)),
          ]
        }),
      room,
    )
    expect(faults).toEqual([])
  })
}

test('a trainer puts her meetings in her own calendar, and stops with it', async ({ page, site, makeAccount, signInAs }) => {
  await signInAs(await makeAccount({ roles: [{ role: 'trainer' }] }))
  const shown = page.locator('.lk-copy [dir="ltr"]')
  await page.goto('/nl/account/calendar')
  await expect(shown).toHaveCount(0)
  await page.getByRole('button', { name: t('paper:calendar.make') }).click()
  await expect(page.getByRole('status')).toHaveText(t('paper:calendar.done.make'))
  const first = await shown.innerText()
  expect(first).toMatch(new RegExp(`^${site.url}/calendar/[0-9a-z]{26}$`))
  await expect(page.getByRole('link', { name: t('paper:calendar.open') })).toHaveAttribute('href', first.replace('http:', 'webcal:'))
  const answer = await fetch(first)
  expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)

  await page.getByRole('button', { name: t('paper:calendar.renew') }).click()
  await expect(page.getByRole('status')).toHaveText(t('paper:calendar.done.renew'))
  const second = await shown.innerText()
  expect(second).not.toBe(first)
  expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200])

  await page.getByRole('button', { name: t('paper:calendar.withdraw') }).click()
  await expect(page.getByRole('status')).toHaveText(t('paper:calendar.done.withdraw'))
  await expect(shown).toHaveCount(0)
  expect((await fetch(second)).status).toBe(404)
})
