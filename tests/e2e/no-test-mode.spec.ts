import type { Page } from '@playwright/test'
import { course, expect, lessons, someName, t, test, type MadeAccount } from './journey'

const [first = '', second = '', third = ''] = lessons
const coursePage = `/nl/courses/${course}`
const tickWithoutTests = (page: Page) => page.getByLabel(t('accounts:account.withoutTests'))
const tickReflections = (page: Page) => page.getByLabel(t('accounts:account.keepReflections'))

/** Looks at a page of the course: nothing is asked, and nothing speaks of tests. */
async function expectNoQuestions(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('main').locator('input[type="radio"], input[type="checkbox"], select, input[value="answer"]')).toHaveCount(0)
  const main = await page.getByRole('main').innerText()
  expect(main).not.toContain(t('courses:course.withoutTests'))
  const words = (['title', 'submit', 'again', 'explanation', 'hint.one', 'hint.several', 'hint.order'] as const).map((key) =>
    t(`common:question.${key}`),
  )
  for (const word of words) expect(main).not.toContain(word)
  expect(main).not.toMatch(/\b(toets|toetsen|test|tests|quiz|score|scores|opgaven?|goed beantwoord|fout beantwoord)\b/i)
}

async function expectQuestions(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('button', { name: t('common:question.submit') }).first()).toBeVisible()
  await expect(page.locator('input[type="radio"], input[type="checkbox"], select').first()).toBeVisible()
}

/** Has the questions of a course shown again. The way to that is on the account's page: a course without them does not speak of them. */
async function askAgain(page: Page): Promise<void> {
  await page.goto('/nl/account')
  await expect(page.getByText(t('accounts:account.withoutTestsCourses'))).toBeVisible()
  await page.getByRole('button', { name: t('courses:course.withoutTestsOff') }).click()
  await expect(page).toHaveURL('/nl/account')
  await expect(page.getByText(t('accounts:account.withoutTestsCourses'))).toHaveCount(0)
}

/** Finishes every lesson with the button at its end, and makes the certificate. */
async function takeCertificate(page: Page, member: MadeAccount): Promise<void> {
  for (const lesson of lessons) {
    await page.goto(`${coursePage}/${lesson}`)
    await page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${t('courses:lesson.finishLast')}`) })
      .click()
  }
  await expect(page).toHaveURL(`/nl/learn/${course}/certificate`)
  await page.getByLabel(t('courses:claim.name')).fill(`Naam van ${member.userName}`)
  await page.getByRole('button', { name: t('courses:claim.button') }).click()
  await expect(page.getByText(t('public:certificate.valid'))).toBeVisible()
}

test('who chooses it for herself sees no question in any lesson, gets her certificate, and can turn it off', async ({
  page,
  makeMember,
  signInAs,
}) => {
  test.setTimeout(180_000)
  const member = await makeMember()
  await signInAs(member)
  await expectQuestions(page, `${coursePage}/${first}`)

  await page.goto('/nl/account')
  await tickWithoutTests(page).check()
  await page.getByRole('button', { name: t('accounts:account.save') }).click()
  await expect(page.getByRole('status')).toHaveText(t('accounts:account.saved'))
  await expect(tickWithoutTests(page)).toBeChecked()

  await expectNoQuestions(page, coursePage)
  for (const lesson of lessons) await expectNoQuestions(page, `${coursePage}/${lesson}`)
  await takeCertificate(page, member)

  await page.goto('/nl/account')
  await tickWithoutTests(page).uncheck()
  await page.getByRole('button', { name: t('accounts:account.save') }).click()
  await expectQuestions(page, `${coursePage}/${first}`)
  // The certificate stays.
  await page.goto('/nl/learn')
  await expect(page.getByRole('heading', { name: t('courses:learn.certificatesTitle') })).toBeVisible()
})

test('one course can be followed without questions, and with them again', async ({ page, makeMember, signInAs }) => {
  await signInAs(await makeMember())
  await page.goto(coursePage)
  await page.getByRole('button', { name: t('courses:course.withoutTestsOn') }).click()
  await expect(page).toHaveURL(coursePage)
  for (const address of [coursePage, ...[first, second, third].map((lesson) => `${coursePage}/${lesson}`)])
    await expectNoQuestions(page, address)
  // Her choice for all courses is another one.
  await page.goto('/nl/account')
  await expect(tickWithoutTests(page)).not.toBeChecked()
  await askAgain(page)
  for (const lesson of [first, second, third]) await expectQuestions(page, `${coursePage}/${lesson}`)
  await page.goto(coursePage)
  await expect(page.getByText(t('courses:course.withoutTestsText'))).toBeVisible()
})

test('a group can learn without questions, and a member has her certificate like anybody', async ({
  page,
  makeCohort,
  makeMember,
  signInAs,
  another,
}) => {
  test.setTimeout(120_000)
  const cohort = await makeCohort({ withoutTests: true })
  const member = await makeMember(cohort)
  await signInAs(member)
  for (const lesson of [first, second, third]) await expectNoQuestions(page, `${coursePage}/${lesson}`)
  await takeCertificate(page, member)

  // It is a choice of this group: others do see questions.
  const other = await another(await makeMember())
  await expectQuestions(other, `${coursePage}/${first}`)
  // A member can choose to have them after all.
  await askAgain(page)
  await expectQuestions(page, `${coursePage}/${first}`)
})

test('what somebody writes is kept for her alone, if she chooses so, and forgotten when she does not any more', async ({
  page,
  makeCohort,
  makeMember,
  makeCoordinator,
  signInAs,
  another,
}) => {
  const cohort = await makeCohort()
  const member = await makeMember(cohort)
  const thought = `Een gedachte ${someName('van')} </textarea><b>&amp;</b>\nover twee regels`
  const lesson = `${coursePage}/${first}`
  const field = page.getByLabel(t('common:reflection.label'))
  const secret = thought.slice(0, 20)
  await signInAs(member)

  await test.step('at first there is nothing to write in', async () => {
    await page.goto(lesson)
    await expect(page.getByText(t('common:reflection.title'))).toBeVisible()
    await expect(field).toHaveCount(0)
  })

  await test.step('she chooses to keep what she writes', async () => {
    await page.goto('/nl/account')
    await tickReflections(page).check()
    await page.getByRole('button', { name: t('accounts:account.save') }).click()
    await page.goto(lesson)
    await expect(page.getByText(t('common:reflection.private'))).toBeVisible()
    await field.fill(thought)
    await page.getByRole('button', { name: t('common:reflection.save') }).click()
    await expect(page.getByText(t('common:reflection.saved'))).toBeFocused()
    await page.goto(lesson)
    await expect(field).toHaveValue(thought)
  })

  await test.step('nobody else sees it', async () => {
    const coordinator = await another(await makeCoordinator(cohort.organisationId))
    const administrator = await another('administrator')
    const manager = await another('manager')
    const places: [Page, string][] = [
      [coordinator, `/nl/coordinate/cohorts/${cohort.id}`],
      [coordinator, `/nl/coordinate/cohorts/${cohort.id}/members`],
      [coordinator, `/nl/coordinate/cohorts/${cohort.id}/members/${member.id}`],
      [manager, `/nl/coordinate/cohorts/${cohort.id}/members/${member.id}`],
      [administrator, `/nl/manage/people/${member.id}`],
      [administrator, '/nl/manage/audit'],
      [coordinator, lesson],
      [await another(await makeMember(cohort)), lesson],
      [await another(), lesson],
    ]
    for (const [browser, address] of places) {
      const answer = await browser.goto(address)
      expect(answer!.status()).toBe(200)
      expect(await browser.content()).not.toContain(secret)
    }
  })

  await test.step('switched off it is gone, for good', async () => {
    await page.goto('/nl/account')
    await tickReflections(page).uncheck()
    await page.getByRole('button', { name: t('accounts:account.save') }).click()
    await page.goto(lesson)
    await expect(field).toHaveCount(0)
    await page.goto('/nl/account')
    await tickReflections(page).check()
    await page.getByRole('button', { name: t('accounts:account.save') }).click()
    await page.goto(lesson)
    await expect(field).toHaveValue('')
  })
})

test('as much can be written as is kept', async ({ page, makeMember, signInAs, post }) => {
  const member = await makeMember()
  await post(member, '/nl/account', { language: 'nl', email: '', keepReflections: 'on' })
  await signInAs(member)
  await page.goto(`${coursePage}/${first}`)
  const field = page.getByLabel(t('common:reflection.label'))
  const limit = Number(await field.getAttribute('maxlength'))
  // Three bytes a sign, nine when sent: still less than a request may hold.
  await field.fill('ሀ'.repeat(limit))
  await page.getByRole('button', { name: t('common:reflection.save') }).click()
  await expect(page.getByText(t('common:reflection.saved'))).toBeVisible()
  await page.goto(`${coursePage}/${first}`)
  expect((await field.inputValue()).length).toBe(limit)
})
