import { readFileSync } from 'node:fs'
import { answerQuestions, course, errorSummary, expect, lessons, lessonTitle, sessionCookie, someName, t, test, wordsOf } from './journey'

// An old telephone, or a browser without scripting: every step has to work with links and forms alone.
test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

test('reads, answers and chooses without an account, and nothing is kept', async ({ page, context, site }) => {
  await page.goto('/')
  await expect(page).toHaveURL('/nl')
  await page.getByRole('link', { name: t('public:home.parent') }).click()
  await expect(page).toHaveURL(`/nl/courses/${course}`)
  await page.getByRole('link', { name: `${t('courses:course.startLabel')}: ${lessonTitle('choosing', 'nl')}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lessonTitle('choosing', 'nl'))

  await test.step('who chooses nothing is asked to, without a fault', async () => {
    await page.getByRole('button', { name: t('common:question.submit') }).click()
    await expect(page.getByText(t('courses:lesson.chooseFirst'))).toBeFocused()
    await expect(page.getByRole('heading', { name: t('common:question.explanation') })).toHaveCount(0)
  })

  await test.step('who chooses reads the explanation and what there is to say about the choice', async () => {
    const choice = page.getByRole('radio').first()
    await choice.check()
    await page.getByRole('button', { name: t('common:question.submit') }).click()
    await expect(page.getByRole('heading', { name: t('common:question.explanation') })).toBeFocused()
    await expect(page.locator('.lk-feedback__chosen')).toBeVisible()
    await expect(choice).toBeChecked()
    await page.getByRole('radio').nth(1).check()
    await page.getByRole('button', { name: t('common:question.again') }).click()
    await expect(page.getByRole('radio').nth(1)).toBeChecked()
    await page.goto(`/nl/courses/${course}/choosing`)
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  })

  await test.step('a scenario opens choice by choice', async () => {
    await page.getByRole('link', { name: `${t('common:next.continue')}: ${lessonTitle('limits', 'nl')}` }).click()
    const [first, second] = [page.locator('.lk-scenario > details').nth(0), page.locator('.lk-scenario > details').nth(1)]
    await first.locator('> summary').click()
    await expect(first.locator('> p')).toBeVisible()
    await first.locator('> details > summary').first().click()
    await expect(first.locator('> details > p').first()).toBeVisible()
    // The other way closes the first: one story at a time.
    await second.locator('> summary').click()
    await expect(second.locator('> p')).toBeVisible()
    await expect(first.locator('> p')).toBeHidden()
  })

  await test.step('another language is the same page', async () => {
    await page.locator('.lk-languages summary').click()
    await page.getByRole('link', { name: 'Türkçe' }).click()
    await expect(page).toHaveURL(`/tr/courses/${course}/limits`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lessonTitle('limits', 'tr'))
    await expect(page.getByRole('button', { name: wordsOf('tr')('common:question.submit') })).toBeVisible()
    expect(page.url().startsWith(site.url)).toBe(true)
  })

  expect(await context.cookies()).toEqual([])
  await expect(page.locator('lk-print')).toBeHidden()
})

test('joins, does the whole course, and gets a certificate that anybody can verify', async ({
  page,
  makeCohort,
  makeInvitation,
  another,
}) => {
  test.setTimeout(240_000)
  const cohort = await makeCohort()
  const { code } = await makeInvitation({ organisationId: cohort.organisationId, cohortId: cohort.id, background: 'volunteer' })
  const userName = someName('aisha')

  await test.step('a name that cannot be and a short password are said, and what was typed stays', async () => {
    await page.goto(`/nl/join/${code}`)
    await expect(page.getByRole('main')).toContainText(cohort.name)
    await page.getByLabel(t('accounts:join.userName')).fill('a b')
    await page.getByLabel(t('accounts:join.password'), { exact: true }).fill('kort')
    await page.getByLabel(t('accounts:join.email')).fill('geen adres')
    await page.getByRole('button', { name: t('accounts:join.button') }).click()
    await expect(errorSummary(page)).toBeFocused()
    await expect(errorSummary(page).getByRole('link')).toHaveText([
      t('errors:userNameCharacters'),
      t('errors:passwordTooShort'),
      t('errors:emailNotValid'),
    ])
    await expect(page.getByLabel(t('accounts:join.userName'))).toHaveValue('a b')
    await expect(page.getByLabel(t('accounts:join.email'))).toHaveValue('geen adres')
    await expect(page.getByLabel(t('accounts:join.password'), { exact: true })).toHaveValue('')
    await errorSummary(page)
      .getByRole('link', { name: t('errors:userNameCharacters') })
      .click()
    await expect(page.getByLabel(t('accounts:join.userName'))).toBeFocused()
  })

  await test.step('the focus is on the summary at a second try as well', async () => {
    await page.getByLabel(t('accounts:join.userName')).fill(userName)
    await page.getByLabel(t('accounts:join.password'), { exact: true }).fill(userName)
    await page.getByLabel(t('accounts:join.email')).fill('')
    await page.getByRole('button', { name: t('accounts:join.button') }).click()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:passwordIsUserName')])
    await expect(errorSummary(page)).toBeFocused()
    await expect(page.getByLabel(t('accounts:join.userName'))).toHaveValue(userName)
  })

  await test.step('a user name and a password are enough', async () => {
    await page.getByLabel(t('accounts:join.userName')).fill(userName)
    await page.getByLabel(t('accounts:join.password'), { exact: true }).fill('thee met munt')
    await page.getByLabel(t('accounts:join.email')).fill('')
    await page.getByRole('button', { name: t('accounts:join.button') }).click()
    await expect(page).toHaveURL('/nl/learn')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('courses:learn.title'))
    await expect(page.getByText(t('common:progress.lessons', { done: 0, count: lessons.length }))).toBeVisible()
  })

  const start = page.getByRole('link', { name: `${t('courses:course.continue')}: ${lessonTitle(lessons[0]!, 'nl')}` })

  await test.step('the first lesson is finished, and "Mijn cursussen" leads to the second', async () => {
    await start.click()
    await page.getByRole('button', { name: t('courses:lesson.finish') }).click()
    await expect(page).toHaveURL(`/nl/courses/${course}/${lessons[1]}`)
    await page.goto('/nl/learn')
    await expect(page.getByRole('link', { name: `${t('courses:course.continue')}: ${lessonTitle(lessons[1]!, 'nl')}` })).toBeVisible()
  })

  await test.step('the certificate waits for the rest', async () => {
    await page.goto(`/nl/learn/${course}/certificate`)
    await expect(page.getByText(t('courses:claim.notYet'))).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
  })

  await test.step('the other lessons are read and finished', async () => {
    await page.goto(`/nl/courses/${course}/${lessons[1]}`)
    for (const [index, lesson] of lessons.entries()) {
      if (index === 0) continue
      await expect(page).toHaveURL(`/nl/courses/${course}/${lesson}`)
      // Two lessons' questions are left for later.
      if (index > 1) await answerQuestions(page)
      await page
        .getByRole('button', { name: t(index < lessons.length - 1 ? 'courses:lesson.finish' : 'courses:lesson.finishLast'), exact: true })
        .click()
    }
  })

  await test.step('the course says which questions are still open; they are answered', async () => {
    await expect(page).toHaveURL(`/nl/courses/${course}`)
    await expect(page.getByRole('heading', { name: t('courses:course.openTitle') })).toBeVisible()
    for (const lesson of lessons.slice(0, 2)) {
      await page.goto(`/nl/courses/${course}`)
      await page
        .locator('section', { hasText: t('courses:course.openText') })
        .getByRole('link', { name: lessonTitle(lesson, 'nl') })
        .click()
      expect(await answerQuestions(page)).toBeGreaterThan(0)
    }
  })

  await test.step('the certificate bears the name that is typed', async () => {
    await page.goto('/nl/learn')
    await expect(page.getByText(t('common:progress.lessons', { done: lessons.length, count: lessons.length }))).toBeVisible()
    await page.getByRole('link', { name: `${t('courses:course.certificateButton')}: ${t('courses:course.certificateTitle')}` }).click()
    await page.getByRole('button', { name: t('courses:claim.button') }).click()
    await expect(errorSummary(page)).toBeFocused()
    await page.getByLabel(t('courses:claim.name')).fill('Aïsha  van der Berg-El Idrissi')
    await page.getByRole('button', { name: t('courses:claim.button') }).click()
    await expect(page).toHaveURL(/\/nl\/certificates\/\w{16}$/)
    await expect(page.locator('.lk-certificate')).toContainText('Aïsha van der Berg-El Idrissi')
    await expect(page.locator('.lk-certificate')).toContainText(cohort.name)
  })

  const address = new URL(page.url()).pathname

  await test.step('the PDF is there to download', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: t('public:certificate.download') }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^leerkring-\w{16}\.pdf$/)
    expect(
      readFileSync(await file.path())
        .subarray(0, 5)
        .toString('latin1'),
    ).toBe('%PDF-')
    const answer = await page.request.get(`${address}.pdf`)
    expect(answer.headers()['content-type']).toBe('application/pdf')
  })

  await test.step('somebody else verifies it by its code, also as it is typed over', async () => {
    const other = await another()
    const code16 = address.split('/').at(-1)!
    for (const typed of [code16, code16.toLowerCase(), code16.replace(/.{4}(?=.)/g, '$&-')]) {
      const answer = await other.goto(`/nl/certificates/${typed}`)
      expect(answer!.status()).toBe(200)
      await expect(other.getByText(t('public:certificate.valid'))).toBeVisible()
      await expect(other.locator('.lk-certificate')).toContainText('Aïsha van der Berg-El Idrissi')
      // Nothing leads from the certificate to the account.
      await expect(other.locator('body')).not.toContainText(userName)
    }
    const wrong = await other.goto(`/nl/certificates/${'0'.repeat(16)}`)
    expect(wrong!.status()).toBe(404)
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('public:certificate.invalidTitle'))
    expect((await other.request.get(`/nl/certificates/${'0'.repeat(16)}.pdf`)).status()).toBe(404)
  })

  await test.step('signs out', async () => {
    await page
      .getByRole('navigation', { name: t('common:account.label') })
      .getByRole('link', { name: t('common:account.signOut') })
      .click()
    await page
      .getByRole('main')
      .getByRole('button', { name: t('accounts:signOut.button') })
      .click()
    await expect(page).toHaveURL('/nl')
    await expect(page.getByRole('link', { name: t('common:nav.signIn') })).toBeVisible()
    expect(await sessionCookie(page)).toBeUndefined()
    await page.goto('/nl/learn')
    await expect(page).toHaveURL(/\/nl\/sign-in\?next=/)
  })
})
