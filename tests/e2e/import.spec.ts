import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { errorSummary, expect, someName, t, test } from './journey'

// Old machines in a community centre: a spreadsheet goes in, and out again, without a script.
test.use({ javaScriptEnabled: false })

async function check(page: Page, text: string, name = 'groepen.csv'): Promise<void> {
  await page.getByLabel(t('import:file')).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: t('import:check') }).click()
}

test('brings in a spreadsheet, from the template to undoing it', async ({ page, makeOrganisation, makeCoordinator, signInAs, another }) => {
  const coordinator = await makeCoordinator(await makeOrganisation())
  const name = someName('Dinsdaggroep')
  await signInAs(coordinator)
  await page.goto('/nl/coordinate/import')

  const template = await test.step('the template has an example of her own organisation', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t('import:template') }).click()])
    expect(download.suggestedFilename()).toBe('leerkring-groups.csv')
    return readFileSync(await download.path(), 'utf8').replace('Voorbeeldgroep (verzonnen)', name)
  })

  await test.step('nothing, and a workbook, are refused with how to go on', async () => {
    await page.getByRole('button', { name: t('import:check') }).click()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:fileMissing')])
    await check(page, 'PK\u0003\u0004', 'groepen.xlsx')
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:fileIsWorkbook')])
  })

  await test.step('a fault is told with its row, its column and how to mend it', async () => {
    await check(page, template.replace(';8;8;8;', ';8;8;7;'))
    await expect(page.getByRole('status')).toContainText(t('import:faultsTitle', { count: 1 }))
    const row = page.getByRole('row').filter({ hasText: t('import:faults.sexesDoNotAddUp.what') })
    await expect(row.getByRole('rowheader')).toHaveText('2')
    await expect(row).toContainText('women')
    await expect(row).toContainText(t('import:faults.sexesDoNotAddUp.mend'))
    await expect(page.getByRole('button', { name: t('import:write') })).toHaveCount(0)
  })

  await test.step('a dry run shows what would come in, and writes nothing', async () => {
    await check(page, template)
    await expect(page.getByRole('status')).toContainText(t('import:readyTitle'))
    await expect(page.getByText(t('import:counts.attendances')).locator('..')).toContainText('8')
    const other = await another(coordinator)
    await other.goto('/nl/coordinate/groups')
    await expect(other.getByText(name)).toHaveCount(0)
  })

  await test.step('it is brought in', async () => {
    await page.getByRole('button', { name: t('import:write') }).click()
    await expect(page).toHaveURL(/\/coordinate\/import\/[\w-]{36}\?made$/)
    await expect(page.getByRole('status')).toHaveText(t('import:one.made'))
    await page.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  })

  await test.step('the same file is recognised', async () => {
    await page.goto('/nl/coordinate/import')
    await check(page, template)
    await expect(page.getByRole('status')).toContainText(t('import:beforeTitle'))
    await page.getByRole('link', { name: t('import:beforeLink') }).click()
  })

  await test.step('it is undone, and can come in again', async () => {
    await page.getByRole('button', { name: t('import:one.undo') }).click()
    await expect(page.getByText(t('import:one.undoneTitle'))).toBeVisible()
    await page.goto('/nl/coordinate/groups')
    await expect(page.getByText(name)).toHaveCount(0)
    await page.goto('/nl/coordinate/import')
    await expect(page.getByText(t('import:list.undone'))).toBeVisible()
    await check(page, template)
    await expect(page.getByRole('status')).toContainText(t('import:readyTitle'))
  })

  await test.step('a neighbour finds nothing of it', async () => {
    await page.goto('/nl/coordinate/import')
    const address = await page.getByRole('rowheader').getByRole('link').getAttribute('href')
    const neighbour = await another(await makeCoordinator(await makeOrganisation()))
    await neighbour.goto('/nl/coordinate/import')
    await expect(neighbour.getByText(t('import:list.title'))).toHaveCount(0)
    expect((await neighbour.goto(address!))!.status()).toBe(404)
  })
})

test('asks whether a name is one, and marks a line of the to-do list as right', async ({
  page,
  makeOrganisation,
  makeCoordinator,
  signInAs,
}) => {
  const organisation = someName('Organisatie')
  await signInAs(await makeCoordinator(await makeOrganisation(organisation)))
  const name = someName('Groep')
  const yesterday = new Date(Date.now() - 24 * 3600 * 1000).toISOString().slice(0, 10)
  const text = `groep,programma,soort,gemeente,doelgroep,talen,datum,aanwezig,eerste keer,vrouwen,mannen,opmerking
${name},Opvoeding,Oudergroep,Utrecht,moeders,Arabisch,${yesterday},3,3,3,0,we spraken over Anna de Vries`

  await test.step('a name is asked about before anything is written', async () => {
    await page.goto('/nl/coordinate/import')
    await check(page, text)
    await expect(page.getByRole('heading', { name: t('import:doubtsTitle') })).toBeVisible()
    await page.getByRole('button', { name: t('import:write') }).click()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:noNamesMissing')])
    await page.getByLabel(t('import:noNamesBox')).check()
    await page.getByRole('button', { name: t('import:write') }).click()
    await expect(page.getByRole('status')).toHaveText(t('import:one.made'))
  })

  await test.step('the small group is on the list, and leads to its session', async () => {
    await page.goto('/nl/coordinate/to-do')
    await expect(page.getByRole('heading', { name: t('quality:rules.size.title') })).toBeVisible()
    await page.getByRole('link', { name: new RegExp(name) }).click()
    await expect(page).toHaveURL(/\/coordinate\/groups\/[\w-]{36}\/sessions\/[\w-]{36}$/)
    await page.goBack()
  })

  await test.step('it is right, with a reason, and can be put back', async () => {
    await page.getByText(t('quality:isRight')).click()
    await page.getByRole('button', { name: t('quality:accept') }).click()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:reasonMissing')])
    await page.getByLabel(t('quality:reason')).fill('Het regende hard')
    await page.getByRole('button', { name: t('quality:accept') }).click()
    await expect(page.getByRole('status')).toHaveText(t('quality:accepted'))
    await expect(page.getByText(t('quality:empty'))).toBeVisible()
    await expect(page.getByText('Het regende hard')).toBeVisible()
    await page.getByRole('button', { name: t('quality:reopen') }).click()
    await expect(page.getByRole('heading', { name: t('quality:rules.size.title') })).toBeVisible()
  })
})
