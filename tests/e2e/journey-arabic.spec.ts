import { languages } from '../../app/i18n/languages'
import {
  answerQuestions,
  course,
  expect,
  isTranslated,
  lessons,
  lessonTitle,
  pieces,
  someName,
  t,
  test,
  wordsOf,
  type MadeAccount,
} from './journey'

const ar = wordsOf('ar')
const [first = '', second = '', third = ''] = lessons
const continueTo = (words: typeof ar, title: string) => `${words('courses:course.continue')}: ${title}`

test('follows the first module in Arabic', async ({ page, makeCohort, makeInvitation }) => {
  const cohort = await makeCohort({ language: 'ar' })
  const { code } = await makeInvitation({ organisationId: cohort.organisationId, cohortId: cohort.id, background: 'volunteer' })

  await test.step('joins with a user name in Arabic letters', async () => {
    await page.goto(`/ar/join/${code}`)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await page.getByLabel(ar('accounts:join.userName')).fill(`سعاد-${someName('x')}`)
    await page.getByLabel(ar('accounts:join.password'), { exact: true }).fill('ثلاث كلمات متفرقة')
    await page.getByRole('button', { name: ar('accounts:join.button') }).click()
    await expect(page).toHaveURL('/ar/learn')
    await expect(page.getByText(ar('common:progress.lessons', { done: 0, count: lessons.length }))).toBeVisible()
  })

  await test.step('a lesson is written to the right, all of it', async () => {
    await page.getByRole('link', { name: continueTo(ar, lessonTitle(first, 'ar')) }).click()
    await expect(page).toHaveURL(`/ar/courses/${course}/${first}`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lessonTitle(first, 'ar'))
    const blocks = await page
      .locator('main [lang]')
      .evaluateAll((all) => all.map((each) => `${each.getAttribute('lang')} ${each.getAttribute('dir')}`))
    expect([...new Set(blocks)]).toEqual(['ar rtl'])
    // What is read begins at the right edge, and so do the boxes to tick.
    const [box, words] = await Promise.all([
      page.getByRole('radio').first().boundingBox(),
      page.locator('.lk-option span').first().boundingBox(),
    ])
    expect(box!.x).toBeGreaterThan(words!.x)
  })

  await test.step('the three lessons are answered and finished', async () => {
    for (const lesson of [first, second, third]) {
      await expect(page).toHaveURL(`/ar/courses/${course}/${lesson}`)
      expect(await answerQuestions(page, ar)).toBeGreaterThan(0)
      await page.getByRole('button', { name: ar('courses:lesson.finish'), exact: true }).click()
    }
    await page.goto(`/ar/courses/${course}`)
    await expect(page.getByText(ar('common:progress.lessons', { done: 3, count: lessons.length }))).toBeVisible()
  })
})

test('goes on in the language she read in last, and progress in Dutch counts in Arabic', async ({ page, makeMember, signInAs }) => {
  await signInAs(await makeMember())

  await page.goto(`/nl/courses/${course}/${first}`)
  await page.getByRole('button', { name: t('courses:lesson.finish') }).click()
  await page.goto(`/ar/courses/${course}`)
  await expect(page.getByText(ar('common:progress.lessons', { done: 1, count: lessons.length }))).toBeVisible()
  await expect(page.locator('.lk-lesson--done')).toHaveCount(1)
  await expect(page.locator('.lk-lesson--done')).toContainText(ar('common:lesson.mark.done'))

  await page.goto(`/ar/courses/${course}/${second}`)
  await page.goto('/nl/learn')
  const link = page.getByRole('link', { name: continueTo(t, lessonTitle(second, 'ar')) })
  await expect(page.locator('.lk-next__title')).toHaveAttribute('lang', 'ar')
  await expect(page.locator('.lk-next__title')).toHaveAttribute('dir', 'rtl')
  await link.click()
  await expect(page).toHaveURL(`/ar/courses/${course}/${second}`)

  await page.goto(`/nl/courses/${course}/${second}`)
  await page.goto('/ar/learn')
  await page.getByRole('link', { name: continueTo(ar, lessonTitle(second, 'nl')) }).click()
  await expect(page).toHaveURL(`/nl/courses/${course}/${second}`)
})

test('a lesson that is not there in Arabic is Dutch, says so in one line, and stays left to right', async ({ page }) => {
  const missing = lessons.filter((lesson) => !isTranslated(lesson, 'ar'))
  const fallbackLine = page.locator('main p', { hasText: pieces(ar('common:line.fallback'))[0] })
  for (const lesson of lessons.filter((each) => isTranslated(each, 'ar'))) {
    await page.goto(`/ar/courses/${course}/${lesson}`)
    await expect(fallbackLine).toHaveCount(0)
  }
  for (const lesson of missing.slice(0, 3)) {
    await page.goto(`/ar/courses/${course}/${lesson}`)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(fallbackLine).toHaveCount(1)
    await expect(page.locator('main .lk-line')).toHaveCount(1)
    await expect(page.locator('main .lk-line')).toContainText('Nederlands')
    const title = page.getByRole('heading', { level: 1 })
    await expect(title).toHaveText(lessonTitle(lesson, 'nl'))
    await expect(title).toHaveAttribute('dir', 'ltr')
    for (const block of await page.locator('main .lk-text[lang]').all()) {
      await expect(block).toHaveAttribute('lang', 'nl')
      await expect(block).toHaveAttribute('dir', 'ltr')
    }
    expect(
      await page
        .locator('main .lk-text p')
        .first()
        .evaluate((each) => getComputedStyle(each).direction),
    ).toBe('ltr')
    // The course and the module have an Arabic name, which keeps its own language.
    await expect(page.locator('.lk-lesson-header .lk-eyebrow a')).toHaveAttribute('lang', 'ar')
    await expect(page.locator('.lk-lesson-header .lk-eyebrow span')).toHaveAttribute('dir', 'rtl')
    // The words around it are Arabic.
    await expect(page.getByRole('button', { name: ar('common:question.submit') }).first()).toBeVisible()
  }
})

test('the certificate and its PDF speak the language of their address', async ({ page, makeCohort, makeMember, post, signInAs }) => {
  const cohort = await makeCohort({ withoutTests: true })
  const member: MadeAccount = await makeMember(cohort)
  for (const lesson of lessons) await post(member, `/ar/courses/${course}/${lesson}`, { intent: 'finish' })
  await signInAs(member)

  await page.goto(`/ar/learn`)
  await page.getByRole('link', { name: `${ar('courses:course.certificateButton')}: ${ar('courses:course.certificateTitle')}` }).click()
  await page.getByLabel(ar('courses:claim.name')).fill('سعاد الحسن (Suad)')
  await page.getByRole('button', { name: ar('courses:claim.button') }).click()
  await expect(page).toHaveURL(/\/ar\/certificates\/\w{16}$/)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByText(ar('public:certificate.valid'))).toBeVisible()
  await expect(page.locator('.lk-certificate__name bdi')).toHaveText('سعاد الحسن (Suad)')
  await expect(page.locator('.lk-certificate__course')).toHaveAttribute('lang', 'ar')

  const { pathname } = new URL(page.url())
  for (const language of languages) {
    const address = pathname.replace('/ar/', `/${language}/`)
    const answer = await page.request.get(`${address}.pdf`)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    const pdf = (await answer.body()).toString('latin1')
    expect(pdf).toMatch(/^%PDF-/)
    expect(pdf).toContain(`/Lang (${language})`)
    expect(pdf).toContain(address)
  }
})
