import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { errorSummary, expect, t, test } from './journey'

const year = { from: '2024-01-01', to: '2024-12-31' }

test('a manager narrows the report down, follows a number to its sessions, and knows a file again by its hash', async ({
  page,
  signInAs,
}) => {
  await signInAs('manager')
  await page.goto('/nl/coordinate/groups')
  await page
    .getByRole('navigation', { name: t('groups:nav.label') })
    .getByRole('link', { name: t('groups:nav.report') })
    .click()
  await expect(page).toHaveURL('/nl/report')

  await test.step('the view is in the address, without what was left open', async () => {
    await page.getByText(t('report:filter.more')).click()
    await page.getByLabel(t('report:filter.from'), { exact: true }).fill(year.from)
    await page.getByLabel(t('report:filter.to'), { exact: true }).fill(year.to)
    await page.getByRole('combobox', { name: t('groups:form.programme') }).selectOption('financieel')
    await page.getByRole('button', { name: t('report:filter.button') }).click()
    await expect(page).toHaveURL(`/nl/report?from=${year.from}&to=${year.to}&programme=financieel&disclosure=exact`)
    await expect(page.getByText(t('report:period.only', { only: t('groups:programme.financieel') }))).toBeVisible()
    await expect(page.getByRole('img', { name: t('indicators:sessions-held.name') })).toBeVisible()
  })
  const view = page.url()
  const name = t('indicators:sessions-held.name')
  const followed = page.locator('.lk-figures').getByRole('link', { name: new RegExp(`^${name}: \\d+$`) })
  const number = Number((await followed.innerText()).match(/\d+$/)![0])
  expect(number).toBeGreaterThan(0)

  await test.step('a number leads to as many sessions, and each of these to its own page', async () => {
    await followed.click()
    await expect(page.getByText(t('report:sessions.caption', { count: number, number: String(number) }))).toBeVisible()
    await page.getByRole('rowheader').getByRole('link').first().click()
    await expect(page).toHaveURL(/\/nl\/coordinate\/groups\/[\w-]+\/sessions\/[\w-]+$/)
  })

  const hash = await test.step('the file is of the same view', async () => {
    await page.goto(view)
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: t('report:save.csv.name'), exact: true }).click()
    const download = await waiting
    await expect(page.getByText(t('report:save.making')).first()).toBeVisible()
    await expect(page.getByRole('status')).toHaveText(t('report:save.making'))
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
    const bytes = await readFile(await download.path())
    expect(bytes.toString('utf8')).toContain('sessions-held')
    return createHash('sha256').update(bytes).digest('hex')
  })

  await test.step('its hash says what was asked', async () => {
    await page.getByRole('link', { name: t('report:check.title') }).click()
    await page.getByLabel(t('report:check.hash')).fill(hash)
    await page.getByRole('button', { name: t('report:check.button') }).click()
    const found = page.getByRole('status').filter({ hasText: t('report:check.found') })
    await expect(found).toContainText(hash)
    await expect(found).toContainText(t('report:period.only', { only: t('groups:programme.financieel') }))
    await found
      .getByRole('link', { name: t('report:check.open') })
      .first()
      .click()
    await expect(page.locator('.lk-figures').getByRole('link', { name: `${name}: ${number}` })).toBeVisible()
  })

  await test.step('it stands in the list of files', async () => {
    await page.goto('/nl/manage/exports')
    await expect(page.getByText(hash)).toBeVisible()
  })
})

test('somebody without an account reads the figures with scripting off, and is told what is wrong with an address', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url })
  const page = await context.newPage()
  await page.goto('/nl/report')
  await expect(page.getByText(t('report:about.public'))).toBeVisible()
  await expect(page.getByRole('img', { name: t('indicators:people-reached.name') })).not.toHaveCount(0)
  await page.getByText(t('report:chart.table')).first().click()
  await expect(page.getByRole('table', { name: t('indicators:sessions-held.name') })).toBeVisible()

  await page.getByText(t('report:filter.more')).click()
  const municipality = page.getByRole('combobox', { name: t('groups:form.municipality'), exact: true })
  await municipality.fill('Nergens')
  await page.getByRole('button', { name: t('report:filter.button') }).click()
  await expect(page).toHaveURL('/nl/report?municipality=Nergens')
  await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:municipalityUnknown')])
  await expect(municipality).toHaveValue('Nergens')
  await page.getByRole('link', { name: t('report:filter.clear') }).click()
  await expect(page.getByText(t('report:about.public'))).toBeVisible()
  await context.close()
})

test('a table in two directions fits on a small telephone', async ({ page, signInAs }) => {
  await signInAs('manager')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/nl/report?by=municipality,quarter')
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: t('indicators:columns.municipality.name') }) })
  await expect(table.first().getByRole('row')).not.toHaveCount(1)
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(beyond).toBe(0)
})
