import type { Page } from '@playwright/test'
import { errorSummary, expect, someName, t, test, wordsOf, type MadeAccount, type MadeCohort } from './journey'

const phone = { width: 360, height: 740 }

/** A group that a member of a cohort leads, made by its coordinator. @returns its address after the language */
async function makeGroup(
  post: (who: MadeAccount, address: string, fields: Record<string, string>) => Promise<{ status: number; location: string | null }>,
  page: Page,
  coordinator: MadeAccount,
  cohort: MadeCohort,
): Promise<string> {
  await page.goto('/nl/coordinate/groups/new')
  const trainer = await page.locator('input[name=trainers]').first().getAttribute('value')
  const { status, location } = await post(coordinator, '/nl/coordinate/groups/new', {
    name: someName('Oudergroep'),
    programme: 'opvoeding',
    kind: 'parents',
    organisation: cohort.organisationId,
    municipality: 'Den Haag',
    audience: 'parents',
    languages: 'nl',
    trainers: trainer!,
  })
  expect(status).toBe(303)
  return /^\/nl(\/coordinate\/groups\/[\w-]+)/.exec(location!)![1]!
}

const fill = async (page: Page, values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value)
}

test.describe('without scripting', () => {
  test.use({ javaScriptEnabled: false, viewport: phone })

  test('a trainer fills in numbers on her phone, is told what does not add up, and corrects them later', async ({
    page,
    makeCohort,
    makeMember,
    makeCoordinator,
    another,
    signInAs,
    post,
  }) => {
    const cohort = await makeCohort()
    const coordinator = await makeCoordinator(cohort.organisationId)
    const trainer = await makeMember(cohort)
    const group = await makeGroup(post, await another(coordinator), coordinator, cohort)
    await signInAs(trainer)

    await page.goto('/nl')
    await page.getByRole('link', { name: t('common:account.groups') }).click()
    await page.getByRole('link', { name: new RegExp(`^${t('groups:list.registerLabel', { name: '' }).trim()}`) }).click()
    await expect(page).toHaveURL(`/nl${group}/sessions/new`)
    await fill(page, { present: '8', firstTime: '8', women: '5', men: '2', unknown: '0', note: 'Gesprek over school' })
    await page.getByRole('button', { name: t('groups:session.button') }).click()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:sexesDoNotAddUp')])
    await expect(page.locator('[name=note]')).toHaveValue('Gesprek over school')

    await fill(page, { women: '6', note: 'Gesprek met Anna de Vries over school' })
    await page.getByRole('button', { name: t('groups:session.button') }).click()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:textLooksLikeName')])
    await expect(page.getByLabel(t('groups:session.isNoName'))).toBeVisible()
    await fill(page, { note: 'Gesprek over school' })
    await page.getByRole('button', { name: t('groups:session.button') }).click()
    await expect(page.getByRole('status')).toContainText(t('groups:done.registered'))
    await expect(page.getByText(t('groups:session.who', { women: '6', men: '2', unknown: '0' })).first()).toBeVisible()

    await page.getByRole('link', { name: t('groups:session.correct') }).click()
    await fill(page, { present: '9', firstTime: '9', women: '7' })
    await page.getByRole('button', { name: t('groups:session.correctButton') }).click()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:reasonMissing')])
    await fill(page, { reason: 'verkeerd geteld' })
    await page.getByRole('button', { name: t('groups:session.correctButton') }).click()
    await expect(page.getByRole('status')).toContainText(t('groups:done.corrected'))
    const history = page.locator('.lk-history > li')
    await expect(history).toHaveCount(2)
    await expect(history.first()).toContainText(t('groups:act.corrected'))
    await expect(history.first()).toContainText(trainer.userName)
    await expect(history.first()).toContainText('verkeerd geteld')

    await page.goto(`/nl${group}`)
    await expect(page.getByText(t('groups:group.reached', { count: 9 }))).toBeVisible()
  })

  test('a coordinator makes a group, plans a series, copies the group and closes it', async ({
    page,
    makeCohort,
    makeCoordinator,
    signInAs,
  }) => {
    const cohort = await makeCohort()
    await signInAs(await makeCoordinator(cohort.organisationId))
    const name = someName('Vrouwengroep')
    await page.goto('/nl/coordinate/groups')
    await page.getByRole('link', { name: t('groups:list.new') }).click()
    await page.getByRole('button', { name: t('groups:new.button') }).click()
    await expect(errorSummary(page)).toContainText(t('errors:groupKindMissing'))
    await page.getByLabel(t('groups:form.name'), { exact: true }).fill(name)
    await page.getByLabel(t('groups:form.programme')).selectOption('financieel')
    await page.getByLabel(t('groups:kind.women'), { exact: true }).check()
    await page.getByLabel(t('groups:form.municipality')).fill('Atlantis')
    await page.getByLabel(t('groups:audience.women'), { exact: true }).check()
    await page.locator('[name=languages][value=so]').check()
    await page.locator('[name=languages][value=ar]').check()
    await page.getByRole('button', { name: t('groups:new.button') }).click()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:municipalityUnknown')])
    await expect(page.locator('[name=languages]:checked')).toHaveCount(2)
    await expect(page.getByLabel(t('groups:kind.women'), { exact: true })).toBeChecked()
    await page.getByLabel(t('groups:form.municipality')).fill('den bosch')
    await page.getByRole('button', { name: t('groups:new.button') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page.getByText("'s-Hertogenbosch")).toBeVisible()

    await page.getByRole('link', { name: t('groups:group.plan') }).click()
    await fill(page, { date: '2026-10-05', number: '4', everyWeeks: '2', startsAt: '13:30' })
    await page.getByRole('button', { name: t('groups:plan.button') }).click()
    await expect(page.getByRole('table', { name: t('groups:group.plannedCaption', { count: 4 }) }).getByRole('row')).toHaveCount(5)

    await page.getByRole('link', { name: t('groups:group.copy') }).click()
    await expect(page.getByLabel(t('groups:form.municipality'))).toHaveValue("'s-Hertogenbosch")
    await page.goBack()
    await page.getByRole('link', { name: t('groups:group.close') }).click()
    await page.getByRole('button', { name: t('groups:close.button') }).click()
    await expect(page.getByRole('status')).toContainText(t('groups:done.closed'))
    await expect(page.getByRole('link', { name: t('groups:group.plan') })).toHaveCount(0)
    // What was planned before the last day can still be filled in.
    await expect(page.getByRole('link', { name: t('groups:group.register') })).toHaveCount(4)
  })
})

test('two who correct the same session at once: the second sees what the first did, and keeps her own', async ({
  page,
  makeCohort,
  makeMember,
  makeCoordinator,
  another,
  signInAs,
  post,
}) => {
  const cohort = await makeCohort()
  const coordinator = await makeCoordinator(cohort.organisationId)
  const trainer = await makeMember(cohort)
  const desk = await another(coordinator)
  const group = await makeGroup(post, desk, coordinator, cohort)
  const counts = { date: '2026-10-06', present: '8', firstTime: '8', women: '8', men: '0' }
  const { location } = await post(trainer, `/nl${group}/sessions/new`, counts)
  const session = new URL(location!, 'http://localhost').pathname
  await signInAs(trainer)
  await page.goto(`${session}/register`)
  await desk.goto(`${session}/register`)
  await fill(desk, { present: '7', firstTime: '7', women: '7', reason: 'dubbel geteld' })
  await desk.getByRole('button', { name: t('groups:session.correctButton') }).click()
  await expect(desk).toHaveURL(`${session}?corrected`)
  await fill(page, { present: '9', firstTime: '9', women: '9', reason: 'een vergeten' })
  await page.getByRole('button', { name: t('groups:session.correctButton') }).click()
  await expect(page.getByText(t('groups:conflict.title'), { exact: true })).toBeVisible()
  await expect(page.locator('[name=present]')).toHaveValue('9')
  await page.getByRole('button', { name: t('groups:session.correctButton') }).click()
  await expect(page).toHaveURL(`${session}?corrected`)
  await expect(page.locator('.lk-history > li')).toHaveCount(3)
})

test('large buttons count on a phone in Arabic, and the sum says what is left', async ({
  page,
  makeCohort,
  makeMember,
  makeCoordinator,
  another,
  signInAs,
  post,
}) => {
  const ar = wordsOf('ar')
  await page.setViewportSize(phone)
  const cohort = await makeCohort()
  const coordinator = await makeCoordinator(cohort.organisationId)
  await signInAs(await makeMember(cohort))
  const group = await makeGroup(post, await another(coordinator), coordinator, cohort)
  await page.goto(`/ar${group}/sessions/new`)
  const more = (what: 'present' | 'firstTime' | 'women' | 'men') =>
    page.getByRole('button', { name: ar('groups:stepper.more', { what: ar(`groups:count.${what}`) }) })
  for (const what of ['present', 'present', 'firstTime', 'firstTime', 'women'] as const) await more(what).click()
  await expect(page.locator('[data-sum]')).toHaveText(ar('groups:sum.less', { difference: '1' }))
  await more('men').click()
  await expect(page.locator('[data-sum]')).toHaveText(ar('groups:sum.right'))
  const box = (await more('women').boundingBox())!
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
  await page.getByRole('button', { name: ar('groups:session.button') }).click()
  await expect(page.getByRole('status').filter({ hasText: ar('groups:done.registered') })).toBeVisible()
})
