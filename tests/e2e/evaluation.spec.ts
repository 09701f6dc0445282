import { expect, t, test, wordsOf, type MadeCohort } from './journey'
import type { Page } from '@playwright/test'

const ar = wordsOf('ar')

/** A coordinator makes an evaluation for a cohort. @returns the link that goes out, as it is shown */
async function makeEvaluation(page: Page, cohort: MadeCohort): Promise<string> {
  await page.goto(`/nl/coordinate/evaluations/new?cohort=${cohort.id}`)
  await expect(page.getByRole('main')).toContainText(cohort.name)
  await page
    .getByRole('main')
    .getByRole('button', { name: t('evaluations:new.button') })
    .click()
  await expect(page.getByRole('status')).toContainText(t('evaluations:one.created'))
  return (await page.locator('.lk-copy bdi').innerText()).trim()
}

test.describe('without scripting', () => {
  test.use({ javaScriptEnabled: false })

  test('a trainer answers in Arabic by QR code, without a cookie; the coordinator reads it', async ({
    page,
    site,
    makeCohort,
    makeCoordinator,
    another,
    browser,
  }) => {
    const cohort = await makeCohort({ language: 'ar' })
    const coordinator = await another(await makeCoordinator(cohort.organisationId))
    const link = await makeEvaluation(coordinator, cohort)
    const path = new URL(link).pathname
    const telephone = await browser.newContext({ javaScriptEnabled: false, locale: 'ar', viewport: { width: 360, height: 640 } })
    const hers = await telephone.newPage()

    await test.step('the code opens in the language of the telephone', async () => {
      await hers.goto(site.url + path)
      await expect(hers).toHaveURL(`${site.url}/ar${path}`)
      await expect(hers.locator('html')).toHaveAttribute('dir', 'rtl')
      await expect(hers.getByRole('heading', { level: 1 })).toHaveText(ar('evaluations:answer.title'))
      await expect(hers.getByRole('radiogroup')).toHaveCount(4)
    })

    await test.step('the language can be changed, and back', async () => {
      await hers.locator('.lk-languages summary').click()
      await hers.getByRole('link', { name: 'ትግርኛ' }).click()
      await expect(hers).toHaveURL(`${site.url}/ti${path}`)
      await hers.goto(`${site.url}/ar${path}`)
    })

    await test.step('nothing filled in is said, and leads to the first question', async () => {
      await hers.getByRole('button', { name: ar('evaluations:answer.send'), exact: true }).click()
      await expect(hers.locator('.lk-errors a')).toHaveText([ar('errors:answerMissing')])
    })

    await test.step('faces with words, and a text with what looks like a name', async () => {
      for (const group of await hers.getByRole('radiogroup').all())
        await group.getByRole('radio', { name: ar('evaluations:faces.good'), exact: true }).check()
      await hers.getByRole('textbox').first().fill('ما قالته السيدة فاطمة')
      await hers.getByRole('button', { name: ar('evaluations:answer.send'), exact: true }).click()
      await expect(hers.getByRole('main')).toContainText(ar('evaluations:answer.nameTitle'))
      await expect(hers.getByRole('textbox').first()).toHaveValue('ما قالته السيدة فاطمة')
      await hers.getByRole('textbox').first().fill('الأمثلة من الحياة')
      await hers.getByRole('button', { name: ar('evaluations:answer.send'), exact: true }).click()
    })

    await test.step('is thanked, and led on', async () => {
      await expect(hers).toHaveURL(`${site.url}/ar${path}?sent`)
      await expect(hers.getByRole('heading', { level: 1 })).toHaveText(ar('evaluations:sent.title'))
      await expect(hers.getByRole('main').locator('form')).toHaveCount(0)
      await expect(hers.getByRole('link', { name: ar('evaluations:help') })).toHaveAttribute('href', '/ar/help')
      expect(await telephone.cookies()).toEqual([])
    })

    await test.step('the coordinator reads it, and that it is few', async () => {
      await coordinator.reload()
      await expect(coordinator.getByRole('main')).toContainText(t('evaluations:results.answers', { count: 1 }))
      await expect(coordinator.getByRole('main')).toContainText(t('evaluations:results.fewTitle'))
      await expect(coordinator.getByRole('main')).toContainText('الأمثلة من الحياة')
    })

    await test.step('closes it; the code says so kindly', async () => {
      await coordinator.getByRole('button', { name: t('evaluations:one.close') }).click()
      await expect(coordinator.getByRole('status')).toContainText(t('evaluations:one.closed'))
      const answer = await page.goto(`/nl${path}`)
      expect(answer!.status()).toBe(410)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('evaluations:gone.closedTitle'))
    })
    await telephone.close()
  })
})

test('the questions carry one small script and nothing of the framework', async ({ site }) => {
  const { evaluationCode } = site.samples
  for (const address of [`/nl/evaluate/${evaluationCode}`, `/ar/evaluate/${evaluationCode}?sent`]) {
    const html = await (await fetch(site.url + address)).text()
    expect([...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)).toEqual([
      expect.stringMatching(/^<script type="module" src="\/assets\/main-[\w-]+\.js"[^>]*>$/),
    ])
    expect(html).not.toMatch(/__remix|modulepreload|hydrat|\son\w+=|style="/i)
  }
})

test('a face is chosen with the keyboard alone', async ({ page, site }) => {
  await page.goto(`/nl/evaluate/${site.samples.evaluationCode}`)
  const first = page.getByRole('radiogroup').first()
  await first.getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(first.getByRole('radio', { name: t('evaluations:faces.bad'), exact: true })).toBeChecked()
  // The touch area is that of the whole word and face.
  const box = (await first.locator('.lk-face').first().boundingBox())!
  expect(box.height).toBeGreaterThanOrEqual(44)
})
