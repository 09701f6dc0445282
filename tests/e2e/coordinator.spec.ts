import type { Page } from '@playwright/test'
import jsQR from 'jsqr'
import { course, errorSummary, expect, lessons, lessonTitle, someName, t, test, wordsOf } from './journey'

/** What a telephone's camera reads. */
async function scan(page: Page): Promise<string | undefined> {
  await page.setViewportSize({ width: 1280, height: 1200 })
  const picture = (await page.locator('.lk-qr svg').screenshot()).toString('base64')
  // A page without a policy, to look at the picture in.
  const desk = await page.context().newPage()
  const { pixels, width, height } = await desk.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    pen.drawImage(bitmap, 0, 0)
    return { pixels: [...pen.getImageData(0, 0, bitmap.width, bitmap.height).data], width: bitmap.width, height: bitmap.height }
  }, picture)
  await desk.close()
  return jsQR(new Uint8ClampedArray(pixels), width, height)?.data
}

test('makes a group, invites, withdraws, and sees a member learn', async ({
  page,
  makeOrganisation,
  makeCoordinator,
  signInAs,
  another,
  site,
}) => {
  const organisationId = await makeOrganisation()
  const coordinator = await makeCoordinator(organisationId)
  const name = someName('Dinsdaggroep')
  const userName = someName('amina')
  await signInAs(coordinator)

  await test.step('there is no group yet', async () => {
    await page.goto('/nl')
    await page
      .getByRole('navigation', { name: t('common:account.label') })
      .getByRole('link', { name: t('common:account.coordinate') })
      .click()
    await expect(page).toHaveURL('/nl/coordinate/groups')
    await page
      .getByRole('navigation', { name: t('groups:nav.label') })
      .getByRole('link', { name: t('groups:nav.cohorts') })
      .click()
    await expect(page).toHaveURL('/nl/coordinate/cohorts')
    await expect(page.getByText(t('coordinate:cohorts.empty'))).toBeVisible()
    await page.getByRole('link', { name: t('coordinate:cohorts.new') }).click()
  })

  await test.step('a fault in the dates is said, and all that was typed stays', async () => {
    await page.getByLabel(t('coordinate:new.name'), { exact: true }).fill(name)
    await page.getByRole('combobox', { name: t('coordinate:new.course') }).selectOption(course)
    await page.getByRole('combobox', { name: t('coordinate:new.language') }).selectOption('ar')
    await page.getByLabel(t('coordinate:new.startsOn')).fill('2026-10-01')
    await page.getByLabel(t('coordinate:new.endsOn')).fill('2026-09-01')
    await page.getByLabel(t('coordinate:new.withoutTests')).check()
    await page.getByRole('button', { name: t('coordinate:new.button') }).click()
    await expect(errorSummary(page)).toBeFocused()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:endBeforeStart')])
    await expect(page.getByLabel(t('coordinate:new.name'), { exact: true })).toHaveValue(name)
    await expect(page.getByRole('combobox', { name: t('coordinate:new.language') })).toHaveValue('ar')
    await expect(page.getByLabel(t('coordinate:new.withoutTests'))).toBeChecked()
    await expect(page.getByLabel(t('coordinate:new.endsOn'))).toHaveValue('2026-09-01')
  })

  await test.step('the group is made, and is listed', async () => {
    await page.getByLabel(t('coordinate:new.endsOn')).fill('2026-12-15')
    await page.getByRole('button', { name: t('coordinate:new.button') }).click()
    await expect(page).toHaveURL(/\/nl\/coordinate\/cohorts\/[\w-]{36}\?created$/)
    await expect(page.getByRole('status')).toHaveText(t('coordinate:cohort.created'))
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    await expect(page.getByText(t('coordinate:cohort.noTests'))).toBeVisible()
  })
  const cohortPage = new URL(page.url()).pathname

  await test.step('without a choice no invitation is made', async () => {
    // A group without members has one thing to do next.
    await page.getByRole('link', { name: t('coordinate:todo.invite') }).click()
    await expect(page).toHaveURL(`${cohortPage}/invitations`)
    await page.getByLabel(t('coordinate:cohort.number')).fill('3')
    await page.getByRole('button', { name: t('coordinate:cohort.inviteButton') }).click()
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:backgroundMissing')])
    await expect(page.getByLabel(t('coordinate:cohort.number'))).toHaveValue('3')
  })

  await test.step('two invitations are made', async () => {
    await page.getByLabel(t('coordinate:cohort.number')).fill('2')
    await page.getByRole('radio', { name: t('coordinate:background.pool') }).check()
    await page.getByRole('button', { name: t('coordinate:cohort.inviteButton') }).click()
    await expect(page.getByRole('status')).toHaveText(t('coordinate:cohort.invited'))
    await expect(page.getByRole('link', { name: /QR/ })).toHaveCount(2)
  })

  const link = await test.step('a sheet has a link and a QR code that lead to the same place, in the language of the group', async () => {
    await page.getByRole('link', { name: /QR/ }).first().click()
    const sheet = page.locator('.lk-invitation')
    await expect(sheet).toHaveAttribute('lang', 'ar')
    await expect(sheet).toHaveAttribute('dir', 'rtl')
    await expect(sheet).toContainText(name)
    await expect(sheet).toContainText(wordsOf('ar')('coordinate:sheet.step2'))
    const shown = await page.locator('.lk-copy [dir="ltr"]').innerText()
    expect(shown).toContain(`${site.url}/ar/join/`)
    expect(await scan(page)).toBe(shown)
    await page
      .getByRole('navigation', { name: t('coordinate:invitation.languageTitle') })
      .getByRole('link', { name: 'Soomaali' })
      .click()
    await expect(sheet).toHaveAttribute('lang', 'so')
    expect(await scan(page)).toBe(shown.replace('/ar/', '/so/'))
    await page
      .getByRole('navigation', { name: t('coordinate:invitation.languageTitle') })
      .getByRole('link', { name: 'ትግርኛ' })
      .click()
    await expect(sheet).toHaveAttribute('lang', 'ti')
    return shown
  })

  await test.step('the other one is withdrawn', async () => {
    await page.goto(`${cohortPage}/invitations`)
    const codes = await page.locator('.lk-nowrap [translate="no"]').allInnerTexts()
    const other = codes.find((code) => !link.includes(code.replaceAll('-', '')))!
    await page.getByRole('link', { name: new RegExp(other) }).click()
    const withdrawnLink = await page.locator('.lk-copy [dir="ltr"]').innerText()
    await page.getByRole('button', { name: t('coordinate:invitation.withdraw') }).click()
    await expect(page.getByRole('status')).toHaveText(t('coordinate:cohort.withdrawn'))
    await expect(page.getByRole('link', { name: /QR/ })).toHaveCount(1)
    const visitor = await another()
    await visitor.goto(withdrawnLink.replace('/ar/', '/nl/'))
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(t('accounts:join.withdrawnTitle'))
    await expect(visitor.getByRole('main').getByRole('button')).toHaveCount(0)
  })

  const member = await another()
  await test.step('a member joins, and the invitation is used up', async () => {
    await member.goto(link.replace('/ar/', '/nl/'))
    await member.getByLabel(t('accounts:join.userName')).fill(userName)
    await member.getByLabel(t('accounts:join.password'), { exact: true }).fill('drie losse woorden')
    await member.getByRole('button', { name: t('accounts:join.button') }).click()
    await expect(member).toHaveURL('/nl/learn')
    const late = await another()
    await late.goto(link.replace('/ar/', '/nl/'))
    await expect(late.getByRole('heading', { level: 1 })).toHaveText(t('accounts:join.usedTitle'))
  })

  await test.step('her progress shows, lesson by lesson', async () => {
    await member.goto(`/nl/courses/${course}/${lessons[0]}`)
    await member.getByRole('button', { name: t('courses:lesson.finish') }).click()
    await member.getByRole('button', { name: t('courses:lesson.finish') }).click()
    await expect(member).toHaveURL(`/nl/courses/${course}/${lessons[2]}`)
    await page.goto(`${cohortPage}/members`)
    const row = page.getByRole('row', { name: userName })
    await expect(row).toContainText(t('coordinate:cohort.progressValue', { finished: 2, total: lessons.length }))
    await expect(row).toContainText(t('coordinate:background.pool'))
    await row.getByRole('link', { name: userName }).click()
    await expect(page.getByRole('row', { name: lessonTitle(lessons[1]!, 'nl') })).toContainText(t('coordinate:member.done'))
    await expect(page.getByRole('row', { name: lessonTitle(lessons[2]!, 'nl') })).toContainText(t('coordinate:member.open'))
    await expect(page.getByText(t('coordinate:member.privacy'))).toBeVisible()
  })

  await test.step('that she looked is noted', async () => {
    const administrator = await another('administrator')
    await administrator.goto('/nl/manage/audit')
    await expect(
      administrator
        .getByRole('row', { name: coordinator.userName })
        .filter({ hasText: t('manage:audit.actions.member.viewed') })
        .first(),
    ).toContainText(userName)
  })
})

test('a neighbour finds nothing of another organisation: not in lists, not by address, not by sending forms', async ({
  page,
  site,
  makeCohort,
  makeMember,
  makeOrganisation,
  makeCoordinator,
  makeInvitation,
  signInAs,
  post,
}) => {
  const cohort = await makeCohort()
  const member = await makeMember(cohort)
  const invitation = await makeInvitation({ organisationId: cohort.organisationId, cohortId: cohort.id, background: 'pool' })
  const own = await makeCoordinator(cohort.organisationId)
  const neighbour = await makeCoordinator(await makeOrganisation())
  await signInAs(neighbour)

  await page.goto('/nl/coordinate/cohorts')
  await expect(page.getByText(cohort.name)).toHaveCount(0)
  const base = `/nl/coordinate/cohorts/${cohort.id}`
  const addresses = [
    `${base}/invitations`,
    `${base}/invitations/mail`,
    `${base}/edit`,
    `${base}/close`,
    `${base}/meetings/new`,
    `${base}/members/${member.id}`,
    `${base}/members/${member.id}/edit`,
    `${base}/practice/${member.id}`,
    `/nl/coordinate/invitations/${invitation.id}`,
  ]
  for (const address of addresses) {
    const answer = await page.goto(address)
    expect(answer!.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('public:notFound.title'))
    expect(await page.content()).not.toContain(cohort.name)
    // What is not there at all looks the same.
    const nothing = await page.goto(address.replace(/[\w-]{36}(?!.*[\w-]{36})/, '00000000-0000-4000-8000-000000000000'))
    expect(nothing!.status()).toBe(404)
    expect((await post(neighbour, address, { background: 'pool', number: '1' })).status).toBe(404)
    expect((await post(member, address, { background: 'pool', number: '1' })).status).toBe(403)
  }
  // A group of her own under the other organisation cannot be made either, nor a member be reached through it.
  const fields = {
    name: 'Zo maar',
    organisation: cohort.organisationId,
    course,
    language: 'nl',
    startsOn: '2026-09-01',
    endsOn: '2026-12-15',
  }
  expect((await post(neighbour, '/nl/coordinate/cohorts/new', fields)).status).toBe(422)
  const ownCohort = await makeCohort({ organisationId: await makeOrganisation() })
  const boss = await makeCoordinator(ownCohort.organisationId)
  expect((await post(boss, `/nl/coordinate/cohorts/${ownCohort.id}/members/${member.id}`, {})).status).toBe(404)

  // For the coordinator of the organisation all of it is there, and nothing was changed.
  for (const address of addresses) {
    const answer = await fetch(site.url + address, { headers: { Cookie: `__Host-session=${own.session}` } })
    expect(answer.status).toBe(200)
  }
  await page.context().clearCookies()
  await signInAs(own)
  await page.goto(addresses[0]!)
  await expect(page.getByRole('link', { name: /QR/ })).toHaveCount(1)
})

test('who is not a coordinator is told so, and who is not signed in is asked to', async ({ page, makeCohort, makeMember, signInAs }) => {
  const cohort = await makeCohort()
  const addresses = ['/nl/coordinate/cohorts', '/nl/coordinate/cohorts/new', `/nl/coordinate/cohorts/${cohort.id}`]
  for (const address of addresses) {
    await page.goto(address)
    await expect(page).toHaveURL(`/nl/sign-in?next=${encodeURIComponent(address)}`)
  }
  await signInAs(await makeMember(cohort))
  for (const address of [...addresses, '/nl/manage/people', '/nl/manage/content', '/nl/manage/audit', '/nl/manage/mail']) {
    const answer = await page.goto(address)
    expect(`${address} ${answer!.status()}`).toBe(`${address} 403`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('public:forbidden.title'))
  }
  await expect(page.getByRole('link', { name: t('common:account.coordinate') })).toHaveCount(0)
})

test('a coordinator sees what stands under her organisation, and a manager sees all', async ({
  page,
  makeCohort,
  signInAs,
  another,
  site,
  makeAccount,
  post,
}) => {
  const [one, two] = [await makeCohort(), await makeCohort()]
  const manager = await makeAccount({ roles: [{ role: 'manager' }] })
  await signInAs(manager)
  await page.goto('/nl/coordinate/cohorts')
  for (const cohort of [one, two]) await expect(page.getByRole('link', { name: cohort.name })).toBeVisible()
  await page.getByRole('link', { name: two.name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(two.name)

  await test.step('she sees people and organisations, and changes none', async () => {
    await page.goto('/nl/manage/people')
    await expect(page.getByRole('link', { name: t('manage:people.invite') })).toHaveCount(0)
    await page.goto(`/nl/manage/people/${site.samples.params.account}`)
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    for (const [address, fields] of [
      [`/nl/manage/people/${site.samples.params.account}`, { change: 'deactivate' }],
      ['/nl/manage/people/invite', { role: 'administrator' }],
      ['/nl/manage/organisations', { name: 'Zo maar', kind: 'provider' }],
    ] as const) {
      expect((await post(manager, address, fields)).status).toBe(403)
    }
    expect((await page.goto('/nl/manage/audit'))!.status()).toBe(403)
  })

  await test.step('De Brug stands under De Linde in the demo data', async () => {
    const coordinator = await another('coordinator')
    await coordinator.goto('/nl/coordinate/cohorts')
    await expect(coordinator.getByRole('link', { name: 'Demogroep De Brug' })).toBeVisible()
    await expect(coordinator.getByRole('link', { name: one.name })).toHaveCount(0)
    const neighbour = await another('neighbour')
    await neighbour.goto('/nl/coordinate/cohorts')
    await expect(neighbour.getByRole('link', { name: 'Demogroep De Brug' })).toHaveCount(0)
  })
})

test('an administrator invites a coordinator, who finds her organisation', async ({ page, makeOrganisation, signInAs, another }) => {
  const organisation = someName('Vereniging')
  const organisationId = await makeOrganisation(organisation)
  await signInAs('administrator')
  await page.goto('/nl/manage/people')
  await page.getByRole('link', { name: t('manage:people.invite') }).click()
  await page.getByRole('radio', { name: t('accounts:roles.coordinator') }).check()
  await page.getByRole('button', { name: t('manage:invite.button') }).click()
  await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:organisationMissing')])
  await expect(page.getByRole('radio', { name: t('accounts:roles.coordinator') })).toBeChecked()
  await page.getByRole('combobox', { name: t('manage:invite.organisation') }).selectOption(organisationId)
  await page.getByRole('button', { name: t('manage:invite.button') }).click()
  await expect(page.locator('.lk-invitation')).toContainText(organisation)
  const link = await page.locator('.lk-copy [dir="ltr"]').innerText()

  const invited = await another()
  await invited.goto(link)
  await expect(invited.getByRole('main')).toContainText(organisation)
  await expect(invited.getByRole('main')).toContainText(t('accounts:roles.coordinator'))
  await invited.getByLabel(t('accounts:join.userName')).fill(someName('coordinator'))
  await invited.getByLabel(t('accounts:join.password'), { exact: true }).fill('drie losse woorden')
  await invited.getByRole('button', { name: t('accounts:join.button') }).click()
  await expect(invited).toHaveURL(/\/nl\/(learn|coordinate\/cohorts)$/)
  await invited.getByRole('link', { name: t('common:account.coordinate') }).click()
  await invited.getByRole('link', { name: t('coordinate:cohorts.new') }).click()
  await expect(invited.getByRole('combobox', { name: t('coordinate:new.organisation') })).toHaveValue(organisationId)
  await expect(invited.getByRole('combobox', { name: t('coordinate:new.organisation') }).getByRole('option')).toHaveText([organisation])
})

test('an editor sees what is there, missing and out of date in each language, and nothing of people', async ({ page, signInAs }) => {
  await signInAs('editor')
  await page.goto('/nl')
  await page
    .getByRole('navigation', { name: t('common:account.label') })
    .getByRole('link', { name: t('common:account.manage') })
    .click()
  await expect(page).toHaveURL('/nl/manage/content')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('translations:title'))
  const table = page.getByRole('table', { name: t('translations:perLanguage') })
  await expect(table.getByRole('columnheader')).toHaveText([
    t('translations:language'),
    ...(['toDo', 'stale', 'missing', 'draft', 'reviewed'] as const).map((column) => t(`translations:columns.${column}`)),
  ])
  const row = table.getByRole('row', { name: 'العربية' })
  // Every text is there, and no person has read any of them yet.
  await expect(row.getByRole('cell')).toHaveText([/^\d+$/, '0', '0', /^[1-9]\d+$/, '0'])
  await row.getByRole('link').click()
  await expect(page).toHaveURL('/nl/manage/translations/ar')
  for (const address of ['/nl/manage/people', '/nl/manage/organisations', '/nl/manage/audit', '/nl/coordinate/cohorts']) {
    expect((await page.goto(address))!.status()).toBe(403)
  }
})
