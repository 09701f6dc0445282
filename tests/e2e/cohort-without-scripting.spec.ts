import { errorSummary, expect, someName, t, test } from './journey'

// A coordinator on an old telephone: links and forms alone.
test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

test('a group meets, practises and is closed', async ({ page, makeCohort, makeMember, makeCoordinator, signInAs, another }) => {
  const cohort = await makeCohort()
  const [one, two] = [await makeMember(cohort), await makeMember(cohort)]
  const coordinator = await makeCoordinator(cohort.organisationId)
  const colleague = await another(await makeCoordinator(cohort.organisationId))
  const base = `/nl/coordinate/cohorts/${cohort.id}`
  const sections = page.getByRole('navigation', { name: t('coordinate:pages.label') })
  const mark = (on: typeof page, userName: string, state: 'present' | 'excused' | 'absent') =>
    on.getByRole('radiogroup', { name: userName }).getByRole('radio', { name: t(`coordinate:meeting.attendance.${state}`), exact: true })
  await signInAs(coordinator)

  await test.step('a meeting is planned; what is wrong is said, and what was typed stays', async () => {
    await page.goto(base)
    await sections.getByRole('link', { name: t('coordinate:pages.meetings') }).click()
    await page.getByRole('link', { name: t('coordinate:todo.planMeeting') }).click()
    await page.getByLabel(t('coordinate:meetings.date')).fill('2025-01-01')
    await page.getByLabel(t('coordinate:meetings.place')).fill('Zaal \u202e3 🙂')
    await page.getByRole('button', { name: t('coordinate:todo.planMeeting') }).click()
    await expect(errorSummary(page)).toBeFocused()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:dateOutsideCohort')])
    await page.getByLabel(t('coordinate:meetings.date')).fill('2026-10-01')
    await page.getByRole('button', { name: t('coordinate:todo.planMeeting') }).click()
    await expect(page.getByRole('status')).toHaveText(t('coordinate:meetings.planned'))
    await expect(page.getByRole('cell', { name: 'Zaal 3 🙂' })).toBeVisible()
  })

  await test.step('who was there is noted, and the second of two sees what the first one noted', async () => {
    await page
      .getByRole('region', { name: t('coordinate:meetings.caption') })
      .getByRole('link')
      .click()
    await colleague.goto(page.url())
    await mark(page, one.userName, 'present').check()
    await mark(page, two.userName, 'excused').check()
    await page.getByRole('button', { name: t('coordinate:form.save') }).click()
    await expect(page.getByRole('status')).toHaveText(t('coordinate:meeting.saved'))
    await expect(mark(page, two.userName, 'excused')).toBeChecked()

    await mark(colleague, one.userName, 'absent').check()
    await colleague.getByRole('button', { name: t('coordinate:form.save') }).click()
    await expect(errorSummary(colleague)).toContainText(t('errors:changedMeanwhile'))
    await expect(mark(colleague, one.userName, 'absent')).toBeChecked()
    const now = t('coordinate:meeting.now', { state: t('coordinate:meeting.attendance.present') })
    await expect(colleague.getByRole('radiogroup', { name: one.userName })).toContainText(now)
    await page.reload()
    await expect(mark(page, one.userName, 'present')).toBeChecked()
  })

  const [first, second] = [someName('Oostgroep'), someName('Westgroep')]
  await test.step('two change the group at once: the second sees the first’s change and keeps her own', async () => {
    await colleague.goto(`${base}/edit`)
    await page.goto(base)
    await page.getByRole('link', { name: t('coordinate:cohort.edit') }).click()
    await page.getByLabel(t('coordinate:new.name'), { exact: true }).fill(first)
    await page.getByLabel(t('coordinate:new.endsOn')).fill('2026-09-20')
    await page.getByLabel(t('coordinate:edit.targetSize')).fill('12')
    await page.getByRole('button', { name: t('coordinate:form.save') }).click()
    await expect(page.getByRole('status')).toHaveText(t('coordinate:cohort.saved'))
    await expect(page.getByText(t('coordinate:cohort.progressValue', { finished: 2, total: 12 }))).toBeVisible()

    await colleague.getByLabel(t('coordinate:new.name'), { exact: true }).fill(second)
    await colleague.getByRole('button', { name: t('coordinate:form.save') }).click()
    await expect(errorSummary(colleague)).toContainText(t('errors:changedMeanwhile'))
    await expect(colleague.locator('.lk-notice--warning')).toContainText(first)
    await expect(colleague.getByLabel(t('coordinate:new.name'), { exact: true })).toHaveValue(second)
  })

  await test.step('a member logs her practice herself', async () => {
    const hers = await another(one)
    await hers.goto('/nl/learn')
    await hers.getByRole('link', { name: t('courses:learn.toPractice') }).click()
    await hers.getByRole('radio', { name: t('coordinate:practice.kinds.visit') }).check()
    await hers.getByLabel(t('coordinate:meetings.date')).fill('2026-10-05')
    await hers.getByLabel(t('coordinate:practiceLog.note')).fill('x'.repeat(301))
    await hers.getByRole('button', { name: t('coordinate:practiceLog.button') }).click()
    await expect(errorSummary(hers).getByRole('link')).toHaveText([t('errors:noteTooLong')])
    await expect(hers.getByLabel(t('coordinate:practiceLog.note'))).toHaveValue('x'.repeat(301))
    await hers.getByLabel(t('coordinate:practiceLog.note')).fill('Meegekeken bij een collega')
    await hers.getByRole('button', { name: t('coordinate:practiceLog.button') }).click()
    await expect(hers.getByRole('status')).toHaveText(t('coordinate:practiceLog.logged'))
    await expect(hers.getByText('Meegekeken bij een collega')).toBeVisible()
  })

  await test.step('the coordinator reads it, and logs for the other member', async () => {
    await page.goto(base)
    await sections.getByRole('link', { name: t('coordinate:pages.practice') }).click()
    await page.getByRole('link', { name: one.userName }).click()
    await expect(page.getByText('Meegekeken bij een collega')).toBeVisible()
    await page.getByRole('link', { name: t('coordinate:practiceLog.back') }).click()
    await page.getByRole('link', { name: two.userName }).click()
    await page.getByRole('radio', { name: t('coordinate:practice.kinds.reflection') }).check()
    await page.getByLabel(t('coordinate:meetings.date')).fill('2026-10-06')
    await page.getByRole('button', { name: t('coordinate:practiceLog.button') }).click()
    await expect(page.getByRole('status')).toHaveText(t('coordinate:practiceLog.logged'))
    await page.getByRole('button', { name: t('coordinate:practiceLog.withdraw') }).click()
    await expect(page.getByRole('status')).toHaveText(t('coordinate:practiceLog.withdrawn'))
    await expect(page.getByText(t('coordinate:practiceLog.noLines'))).toBeVisible()
  })

  await test.step('the group is closed with its figures, and takes no change', async () => {
    await page.goto(base)
    await page.getByRole('link', { name: t('coordinate:cohort.close') }).click()
    const figure = (name: 'members' | 'present' | 'excused' | 'visits' | 'reflections') =>
      page
        .locator('.lk-data > div')
        .filter({ has: page.getByText(t(`coordinate:figures.${name}`), { exact: true }) })
        .locator('dd')
    const figures = async () => {
      await expect(figure('members')).toHaveText('2')
      await expect(figure('present')).toHaveText('1')
      await expect(figure('excused')).toHaveText('1')
      await expect(figure('visits')).toHaveText('1')
      await expect(figure('reflections')).toHaveText('0')
    }
    await figures()
    await page.getByRole('button', { name: t('coordinate:cohort.close') }).click()
    await expect(page.getByRole('status')).toHaveText(t('coordinate:cohort.closed'))
    for (const place of ['edit', 'meetings/new', 'invitations', 'invitations/mail', `practice/${one.id}`]) {
      await page.goto(`${base}/${place}`)
      await expect(page.getByText(t('coordinate:cohort.isClosed'))).toBeVisible()
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    }
    await colleague.getByRole('button', { name: t('coordinate:form.save') }).click()
    await expect(errorSummary(colleague)).toContainText(t('errors:cohortClosed'))

    await page.goto(`${base}/close`)
    await figures()
    await page.getByRole('button', { name: t('coordinate:close.reopen') }).click()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:reasonMissing')])
    await page.getByLabel(t('coordinate:close.reason')).fill('Er kwam nog een bijeenkomst bij')
    await page.getByRole('button', { name: t('coordinate:close.reopen') }).click()
    await expect(page.getByRole('status')).toHaveText(t('coordinate:cohort.reopened'))
    await expect(page.getByRole('link', { name: t('coordinate:cohort.edit') })).toBeVisible()
  })
})

test('a coordinator invites with a pasted list and prints all invitations', async ({
  page,
  makeCohort,
  makeCoordinator,
  signInAs,
  another,
}) => {
  const cohort = await makeCohort({ language: 'tr' })
  await signInAs(await makeCoordinator(cohort.organisationId))
  const base = `/nl/coordinate/cohorts/${cohort.id}/invitations`
  const [one, two] = [`${someName()}@voorbeeld.example`, `${someName()}@voorbeeld.example`]

  await page.goto(base)
  await page.getByRole('link', { name: t('coordinate:invitations.byMail') }).click()
  await page.getByLabel(t('coordinate:invitations.addresses')).fill(`${one}, geen adres`)
  await page.getByRole('radio', { name: t('coordinate:background.volunteer') }).check()
  await page.getByRole('button', { name: t('coordinate:invitations.send') }).click()
  await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:emailNotValid')])
  await expect(page.getByLabel(t('coordinate:invitations.addresses'))).toHaveValue(`${one}, geen adres`)
  await page.getByLabel(t('coordinate:invitations.addresses')).fill(`${one},\n${two}`)
  await page.getByRole('button', { name: t('coordinate:invitations.send') }).click()
  await expect(page.getByRole('status')).toHaveText(t('coordinate:invitations.sent'))
  await expect(page.getByRole('link', { name: /QR/ })).toHaveCount(2)

  const administrator = await another('administrator')
  await administrator.goto('/nl/manage/mail')
  for (const address of [one, two])
    await expect(administrator.locator('.lk-mail').filter({ hasText: address })).toContainText(/\/tr\/join\/[0-9a-z]{16}/)

  await page.getByRole('link', { name: t('coordinate:invitations.print') }).click()
  await expect(page.locator('.lk-invitation[lang="tr"]')).toHaveCount(2)
  await expect(page.locator('.lk-invitation .lk-qr svg')).toHaveCount(2)
})
