import type { Page } from '@playwright/test'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { errorSummary, expect, lessons, course, pieces, sessionCookie, sessionCookieName, signIn, someName, t, test } from './journey'

const isSignedIn = async (page: Page) => {
  await page.goto('/nl/learn')
  await expect(page).toHaveURL('/nl/learn')
}
const isSignedOut = async (page: Page) => {
  await page.goto('/nl/learn')
  await expect(page).toHaveURL(/\/nl\/sign-in\?next=%2Fnl%2Flearn$/)
}
const save = (page: Page, key: 'account.save' | 'password.button') =>
  page.getByRole('button', { name: t(`accounts:${key}`), exact: true }).click()

test('a wrong password and an unknown name get the same answer, and the name stays', async ({ page, makeAccount }) => {
  const account = await makeAccount()
  const answers: string[] = []
  for (const userName of [account.userName, someName('niemand')]) {
    await signIn(page, { userName, password: 'niet het goede' })
    await expect(errorSummary(page)).toBeFocused()
    await expect(page.getByLabel(t('accounts:signIn.identifier'))).toHaveValue(userName)
    await expect(page.getByLabel(t('accounts:signIn.password'))).toHaveValue('')
    answers.push(await errorSummary(page).innerText())
  }
  expect(answers[0]).toContain(t('errors:signInFailed'))
  expect(answers[1]).toBe(answers[0])
  expect(await sessionCookie(page)).toBeUndefined()

  await test.step('nothing typed is said of each field', async () => {
    await signIn(page, { userName: '', password: '' })
    await expect(errorSummary(page).getByRole('link')).toHaveText([t('errors:userNameMissing'), t('errors:passwordMissing')])
  })

  await test.step('the right one signs in and leads on to where she wanted to be', async () => {
    await page.goto('/nl/account/password')
    await expect(page).toHaveURL('/nl/sign-in?next=%2Fnl%2Faccount%2Fpassword')
    // In capitals and with blanks around it, as a telephone types it.
    await page.getByLabel(t('accounts:signIn.identifier')).fill(` ${account.userName.toUpperCase()} `)
    await page.getByLabel(t('accounts:signIn.password')).fill(account.password)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/nl/account/password')
  })
})

test('an address after signing in is one of this site', async ({ page, makeAccount }) => {
  const { userName, password } = await makeAccount()
  for (const next of ['https://example.org/', '//example.org/nl/learn', '/\\example.org', '/nl/../../x//y', 'javascript:alert(1)']) {
    await page.context().clearCookies()
    await page.goto(`/nl/sign-in?next=${encodeURIComponent(next)}`)
    await page.getByLabel(t('accounts:signIn.identifier')).fill(userName)
    await page.getByLabel(t('accounts:signIn.password')).fill(password)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/nl/learn')
  }
})

test('after several tries there is a wait, which does not touch another account', async ({ page, makeAccount }) => {
  const [account, other] = [await makeAccount(), await makeAccount()]
  const [wait = ''] = pieces(t('errors:tooManyTries_other'))
  let status: number | undefined
  page.on('response', (response) => {
    if (response.request().method() === 'POST') status = response.status()
  })
  let tries = 0
  do {
    await signIn(page, { userName: account.userName, password: `gok ${tries}` })
    await expect(errorSummary(page)).toBeFocused()
    tries += 1
  } while (status !== 429 && tries < 20)
  expect(status).toBe(429)
  expect(tries).toBeGreaterThan(5)
  await expect(errorSummary(page)).toContainText(wait)
  await expect(page.getByLabel(t('accounts:signIn.identifier'))).toHaveValue(account.userName)

  await signIn(page, other)
  await expect(page).toHaveURL('/nl/learn')
})

test('a lost password is replaced with a code from the coordinator', async ({ page, makeCohort, makeMember, makeCoordinator, another }) => {
  const cohort = await makeCohort()
  const member = await makeMember(cohort)
  const elsewhere = await another(member)
  await isSignedIn(elsewhere)
  const coordinator = await another(await makeCoordinator(cohort.organisationId))
  const code = await test.step('the code is shown once', async () => {
    await coordinator.goto(`/nl/coordinate/cohorts/${cohort.id}/members/${member.id}`)
    await coordinator.getByRole('button', { name: t('coordinate:member.codeButton') }).click()
    const shown = await coordinator.locator('.lk-big-code').innerText()
    expect(shown).toMatch(/^\w{4}-\w{4}-\w{2}$/)
    await expect(coordinator.getByRole('status')).toContainText(member.userName)
    await coordinator.goto(coordinator.url())
    await expect(coordinator.locator('.lk-big-code')).toHaveCount(0)
    expect(await coordinator.content()).not.toContain(shown)
    return shown
  })

  const fill = async (userName: string, typed: string, password: string) => {
    await page.goto('/nl/sign-in')
    await page.getByRole('link', { name: t('accounts:signIn.withCode') }).click()
    await page.getByLabel(t('accounts:signIn.identifier')).fill(userName)
    await page.getByLabel(t('accounts:code.code'), { exact: true }).fill(typed)
    await page.getByLabel(t('accounts:code.newPassword')).fill(password)
    await page.getByRole('button', { name: t('accounts:code.button') }).click()
  }

  await test.step('it does not work with another name, nor with a weak password, and what was typed stays', async () => {
    await fill(someName('iemand'), code, 'een nieuw wachtwoord')
    await expect(errorSummary(page)).toContainText(t('errors:codeNotValid'))
    await fill(member.userName, code, 'kort')
    await expect(errorSummary(page)).toContainText(t('errors:passwordTooShort'))
    await expect(page.getByLabel(t('accounts:code.code'), { exact: true })).toHaveValue(code)
  })

  await test.step('it works once, typed in small letters without dashes', async () => {
    await fill(member.userName, code.replaceAll('-', '').toLowerCase(), 'een nieuw wachtwoord')
    await expect(page).toHaveURL('/nl/learn')
  })

  await test.step('sessions elsewhere are over, the old password and the code no longer work', async () => {
    await isSignedOut(elsewhere)
    await page.context().clearCookies()
    await signIn(page, member)
    await expect(errorSummary(page)).toContainText(t('errors:signInFailed'))
    await fill(member.userName, code, 'nog een ander wachtwoord')
    await expect(errorSummary(page)).toContainText(t('errors:codeNotValid'))
    await signIn(page, { userName: member.userName, password: 'een nieuw wachtwoord' })
    await expect(page).toHaveURL('/nl/learn')
  })
})

test('a link by e-mail signs in once, and looking at it does not use it up', async ({ page, site, makeAccount, another }) => {
  const email = `${someName('post')}@voorbeeld.example`
  const account = await makeAccount({ email, language: 'tr' })
  const ask = async (address: string) => {
    await page.goto('/nl/sign-in')
    await page.getByRole('link', { name: t('accounts:signIn.withLink') }).click()
    await page.getByLabel(t('accounts:link.email')).fill(address)
    await page.getByRole('button', { name: t('accounts:link.button') }).click()
    await expect(page.getByRole('status')).toContainText(t('accounts:link.sentTitle'))
    return page.getByRole('main').innerText()
  }
  const mailTo = (address: string) =>
    // Mail is written after the page was answered.
    (existsSync(site.mailFolder) ? readdirSync(site.mailFolder) : [])
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(path.join(site.mailFolder, name), 'utf8')) as { to: string; text: string })
      .filter(({ to }) => to === address)

  const link = await test.step('the page says the same whether the address is known or not', async () => {
    const unknown = `${someName('onbekend')}@voorbeeld.example`
    expect(await ask(unknown)).toBe(await ask(email))
    await expect.poll(() => mailTo(email).length).toBe(1)
    expect(mailTo(unknown)).toEqual([])
    const found = /https?:\S+/.exec(mailTo(email)[0]!.text)![0]
    expect(found).toContain(`${site.url}/tr/sign-in/link/`)
    return found
  })

  await test.step('mail programs may look', async () => {
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200)
  })

  await test.step('one press signs in', async () => {
    await page.goto(link)
    expect(await sessionCookie(page)).toBeUndefined()
    await page.getByRole('main').getByRole('button').click()
    await expect(page).toHaveURL('/tr/learn')
    await expect(page.locator('.lk-account__name')).toHaveText(account.userName)
  })

  await test.step('and never again', async () => {
    const other = await another()
    await other.goto(link.replace('/tr/', '/nl/'))
    await expect(other.getByRole('main')).toContainText(t('accounts:link.closed'))
    await expect(other.getByRole('main').getByRole('button')).toHaveCount(0)
  })
})

test('devices are listed and ended, one or all', async ({ page, makeAccount, another }) => {
  const account = await makeAccount()
  const [phone, library] = [await another(), await another()]
  for (const browser of [page, phone, library]) {
    await signIn(browser, account)
    await expect(browser).toHaveURL('/nl/learn')
  }
  await page.goto('/nl/account/sessions')
  // The session that came with the account is one as well.
  await expect(page.getByRole('row')).toHaveCount(1 + 4)
  await expect(page.getByText(t('accounts:sessions.this'))).toHaveCount(1)
  // The newest first: the library's.
  await page.getByRole('row').nth(1).getByRole('button').click()
  await expect(page.getByRole('status')).toHaveText(t('accounts:sessions.ended'))
  await isSignedOut(library)
  await isSignedIn(phone)
  await page.getByRole('button', { name: t('accounts:sessions.endOthers') }).click()
  await expect(page.getByRole('row')).toHaveCount(1 + 1)
  await isSignedOut(phone)
  await isSignedIn(page)
})

test('nobody ends the device of somebody else', async ({ page, makeAccount, signInAs, another, post }) => {
  const [mine, hers] = [await makeAccount(), await makeAccount()]
  const phone = await another()
  await signIn(phone, hers)
  await expect(phone).toHaveURL('/nl/learn')
  await signInAs(hers)
  await page.goto('/nl/account/sessions')
  const key = await page.getByRole('row').getByRole('button').getAttribute('value')
  await post(mine, '/nl/account/sessions', { key: key! })
  await isSignedIn(phone)
  await post(hers, '/nl/account/sessions', { key: key! })
  await isSignedOut(phone)
})

test('a password is changed with the old one, and other devices are signed out', async ({ page, makeAccount, another }) => {
  const account = await makeAccount()
  const elsewhere = await another(account)
  await isSignedIn(elsewhere)
  await signIn(page, account)
  await expect(page).toHaveURL('/nl/learn')
  await page.goto('/nl/account/password')
  const change = async (current: string, next: string) => {
    await page.getByLabel(t('accounts:password.current')).fill(current)
    await page.getByLabel(t('accounts:password.next')).fill(next)
    await save(page, 'password.button')
  }
  await change('iets anders', 'vier heel andere woorden')
  await expect(errorSummary(page)).toContainText(t('errors:passwordWrong'))
  await change(account.password, '12345678')
  await expect(errorSummary(page)).toContainText(t('errors:passwordTooCommon'))
  await isSignedIn(elsewhere)
  await page.goto('/nl/account/password')
  await change(account.password, 'vier heel andere woorden')
  await expect(page.getByRole('status')).toHaveText(t('accounts:password.changed'))
  await isSignedOut(elsewhere)
  await isSignedIn(page)
  await page.context().clearCookies()
  await signIn(page, account)
  await expect(errorSummary(page)).toContainText(t('errors:signInFailed'))
  await signIn(page, { ...account, password: 'vier heel andere woorden' })
  await expect(page).toHaveURL('/nl/learn')
})

test('an account is deleted for good; its certificate can still be verified', async ({
  page,
  makeCohort,
  makeMember,
  makeCoordinator,
  signInAs,
  another,
  post,
}) => {
  const cohort = await makeCohort({ withoutTests: true })
  const member = await makeMember(cohort)
  for (const lesson of lessons) await post(member, `/nl/courses/${course}/${lesson}`, { intent: 'finish' })
  const { location } = await post(member, `/nl/learn/${course}/certificate`, { name: 'Wie Weg Gaat' })
  const elsewhere = await another(member)
  await signInAs(member)
  await page.goto('/nl/account')
  await page.getByRole('link', { name: t('accounts:account.delete') }).click()
  await page.getByLabel(t('accounts:delete.password')).fill('verkeerd')
  await page.getByRole('button', { name: t('accounts:delete.button') }).click()
  await expect(errorSummary(page)).toContainText(t('errors:passwordWrong'))
  await page.getByLabel(t('accounts:delete.password')).fill(member.password)
  await page.getByRole('button', { name: t('accounts:delete.button') }).click()
  await expect(page).toHaveURL('/nl')
  expect(await sessionCookie(page)).toBeUndefined()
  await isSignedOut(elsewhere)
  await signIn(page, member)
  await expect(errorSummary(page)).toContainText(t('errors:signInFailed'))

  await page.goto(location!)
  await expect(page.locator('.lk-certificate__name')).toHaveText('Wie Weg Gaat')
  const coordinator = await another(await makeCoordinator(cohort.organisationId))
  // The membership stays for the count, without her.
  await coordinator.goto(`/nl/coordinate/cohorts/${cohort.id}/members`)
  await expect(coordinator.getByText(t('coordinate:cohort.accountRemoved'))).toBeVisible()
  expect(await coordinator.content()).not.toContain(member.userName)
})

test('an account that is blocked is out at once, and can come back', async ({ page, makeAccount, another }) => {
  const account = await makeAccount()
  const [administrator, hers] = [await another('administrator'), await another(account)]
  await isSignedIn(hers)
  await administrator.goto('/nl/manage/people')
  await administrator.getByLabel(t('manage:people.search')).fill(account.userName)
  await administrator.getByRole('button', { name: t('manage:people.searchButton') }).click()
  // The tab of this part stays marked, also with a search in the address.
  await expect(
    administrator.getByRole('navigation', { name: t('manage:sections.label') }).getByRole('link', { name: t('manage:sections.people') }),
  ).toHaveAttribute('aria-current', 'page')
  await administrator.getByRole('link', { name: account.userName }).click()
  await administrator.getByRole('button', { name: t('manage:person.deactivate') }).click()
  await expect(administrator.getByRole('status')).toHaveText(t('manage:person.done.deactivate'))

  await isSignedOut(hers)
  await signIn(page, account)
  // Nobody is told that there is such an account.
  await expect(errorSummary(page)).toContainText(t('errors:signInFailed'))

  await administrator.getByRole('button', { name: t('manage:person.reactivate') }).click()
  await expect(administrator.getByRole('status')).toHaveText(t('manage:person.done.reactivate'))
  await signIn(page, account)
  await expect(page).toHaveURL('/nl/learn')
  await isSignedOut(hers)
})

test('the session is a new one at each sign-in, in a cookie that only this site gets', async ({ page, site, makeAccount }) => {
  const account = await makeAccount()
  await signIn(page, account)
  await expect(page).toHaveURL('/nl/learn')
  const before = (await sessionCookie(page))!
  expect(before).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/', domain: 'localhost' })
  expect(before.value).not.toBe(account.session)
  const days = (before.expires - Date.now() / 1000) / 86_400
  expect(days).toBeGreaterThan(13)
  expect(days).toBeLessThan(15)

  // Somebody else signs in on the same telephone, from a page that was still open.
  const other = await makeAccount()
  const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: `${sessionCookieName}=${before.value}` }
  const body = new URLSearchParams({ email: other.userName, password: other.password })
  const answer = await fetch(`${site.url}/nl/sign-in`, { method: 'POST', redirect: 'manual', headers, body })
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(answer.status).toBe(303)
  expect(cookie).toMatch(
    /^__Host-session=\w{20,}; .*HttpOnly.*Secure|^__Host-session=\w{20,}; (?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Lax)(?=.*Path=\/)(?!.*Domain)/,
  )
  expect(cookie).not.toContain(before.value)
  await isSignedOut(page)
})

test('a made-up session is no session', async ({ page, signInAs }) => {
  await signInAs({ session: 'a'.repeat(40) })
  await isSignedOut(page)
})

test('an e-mail address is set with the password, and is another way to sign in', async ({ page, makeAccount, signInAs }) => {
  const taken = `${someName('bezet')}@voorbeeld.example`
  await makeAccount({ email: taken })
  const account = await makeAccount()
  const email = `${someName('post')}@voorbeeld.example`
  await signInAs(account)
  await page.goto('/nl/account')
  await page.getByRole('link', { name: t('accounts:account.changeEmail') }).click()
  const set = async (address: string, password: string) => {
    await page.getByLabel(t('accounts:account.email')).fill(address)
    await page.getByLabel(t('accounts:password.current')).fill(password)
    await save(page, 'account.save')
  }
  for (const [address, password, error] of [
    ['geen adres', account.password, t('errors:emailNotValid')],
    [email, 'verkeerd', t('errors:passwordWrong')],
    [taken, account.password, t('errors:emailTaken')],
  ] as const) {
    await set(address, password)
    await expect(errorSummary(page)).toBeFocused()
    await expect(errorSummary(page).getByRole('link')).toHaveText([error])
    await expect(page.getByLabel(t('accounts:account.email'))).toHaveValue(address)
  }
  await set(email, account.password)
  await expect(page.getByRole('status')).toHaveText(t('accounts:account.saved'))
  await page.context().clearCookies()
  await signIn(page, { userName: email.toUpperCase(), password: account.password })
  await expect(page).toHaveURL('/nl/learn')
})

test('who presses "join" twice joins once, and is signed in', async ({ page, makeCohort, makeInvitation }) => {
  const cohort = await makeCohort()
  const { code } = await makeInvitation({ organisationId: cohort.organisationId, cohortId: cohort.id, background: 'volunteer' })
  await page.goto(`/nl/join/${code}`)
  await page.getByLabel(t('accounts:join.userName')).fill(someName('haast'))
  await page.getByLabel(t('accounts:join.password'), { exact: true }).fill('drie losse woorden')
  await page.getByRole('button', { name: t('accounts:join.button') }).dblclick()
  await expect(page).toHaveURL('/nl/learn')
  await expect(page.getByText(t('common:progress.lessons', { done: 0, count: lessons.length }))).toBeVisible()
})

test('another language on the page to sign in leads on to the same place', async ({ page, makeAccount }) => {
  const account = await makeAccount()
  await page.goto('/nl/account/password')
  await page.getByRole('link', { name: 'العربية' }).click()
  await expect(page).toHaveURL('/ar/sign-in?next=%2Fnl%2Faccount%2Fpassword')
  await page.locator('input[name="email"]').fill(account.userName)
  await page.locator('input[name="password"]').fill(account.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/account\/password$/)
})

test('the language somebody chooses is the one she finds at her next visit', async ({ page, makeAccount, signInAs }) => {
  await signInAs(await makeAccount())
  await page.goto('/nl/account')
  await page.getByRole('combobox', { name: t('accounts:account.language') }).selectOption('so')
  await save(page, 'account.save')
  await expect(page).toHaveURL('/so/account?saved')
  await page.goto('/')
  await expect(page).toHaveURL('/so')
})
