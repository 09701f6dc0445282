import { describe, expect, it } from 'vitest'
import { listAudit } from '~/domain/accounts/audit.server'
import { clearExpired } from '~/domain/accounts/clear-expired.server'
import { endDevice, listDevices } from '~/domain/accounts/devices.server'
import { createInvitationsFor, findInvitationWithCode } from '~/domain/accounts/invitations.server'
import { endSessionsOf, findAccount, setAccountActive } from '~/domain/accounts/manage-account.server'
import { changeEmail, changePassword, deleteOwnAccount, saveOwnSettings } from '~/domain/accounts/own-account.server'
import { issuePasswordCode, resetPasswordWithCode } from '~/domain/accounts/password-codes.server'
import { makeSignInLink, signInLinkIsOpen, signInWithLink } from '~/domain/accounts/sign-in-links.server'
import { signIn } from '~/domain/accounts/sign-in.server'
import { takeTry } from '~/domain/accounts/throttle.server'
import { findCertificateByCode, issueCertificate } from '~/domain/courses/certificates.server'
import { findCourse } from '~/content/read'
import { listLessons } from '~/content/lessons'
import { finishLesson } from '~/domain/courses/finish-lesson.server'
import { hashSessionId } from '~/platform/auth/lucia-adapter.server'
import { findSession, startSession } from '~/platform/auth/sessions.server'
import { database } from '~/platform/db/client.server'
import { makeAccount, usualPassword } from '../factories/accounts'

let count = 0
/** An address from which nobody tried before. */
const freshAddress = () => `192.0.2.${(count += 1)}`
const from = () => ({ address: freshAddress(), device: 'Android, Chrome' })

const idIn = (cookie: string) => cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';'))
const sessionOf = (cookie: string) => findSession(cookie.slice(0, cookie.indexOf(';')))

/** Runs work with another administrator about, so that the one in the test is not the last. */
async function spareAdministrator() {
  await makeAccount({ roles: [{ role: 'administrator' }] })
}

describe('signing in', () => {
  it('works by name or e-mail address, however it is typed', async () => {
    const { id, userName } = await makeAccount({ userName: 'fatma.yıldız', email: 'fatma@voorbeeld.example' })
    for (const identifier of [userName, ' FATMA.yıldız ', 'fatma@voorbeeld.example', 'Fatma@Voorbeeld.example']) {
      expect(await signIn({ identifier, password: usualPassword, ...from() })).toMatchObject({ ok: true, accountId: id })
    }
  })

  it('fails the same way with a wrong password, for nobody, and for an account that is off', async () => {
    const { userName } = await makeAccount()
    const off = await makeAccount()
    await database().account.update({ where: { id: off.id }, data: { deactivatedAt: new Date() } })
    const failed = { ok: false, code: 'signInFailed' }
    expect(await signIn({ identifier: userName, password: 'iets anders', ...from() })).toEqual(failed)
    expect(await signIn({ identifier: 'niemand', password: usualPassword, ...from() })).toEqual(failed)
    expect(await signIn({ identifier: off.userName, password: usualPassword, ...from() })).toEqual(failed)
  })

  it('takes a password as it was meant, whichever way a keyboard composes its letters', async () => {
    const { userName } = await makeAccount({ password: 'caf\u00e9 en \u1230\u120b\u121d' })
    expect(await signIn({ identifier: userName, password: 'cafe\u0301 en \u1230\u120b\u121d', ...from() })).toMatchObject({ ok: true })
  })

  it('has to wait after five tries from one place, and not elsewhere', async () => {
    const { userName } = await makeAccount()
    const here = from()
    for (let tries = 0; tries < 6; tries += 1) await signIn({ identifier: userName, password: 'mis', ...here })
    const result = await signIn({ identifier: userName, password: usualPassword, ...here })
    expect(result).toMatchObject({ ok: false, code: 'tooManyTries', seconds: expect.any(Number) as number })
    expect(await signIn({ identifier: userName, password: usualPassword, ...from() })).toMatchObject({ ok: true })
  })

  it('counts afresh after it succeeded', async () => {
    const { userName } = await makeAccount()
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) await signIn({ identifier: userName, password: 'mis', ...from() })
      expect(await signIn({ identifier: userName, password: usualPassword, ...from() })).toMatchObject({ ok: true })
    }
  })
})

describe('tries', () => {
  const start = new Date('2026-11-21T12:00:00Z')
  const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)

  it('are five for an account, then the waits grow, and no wait is longer than five minutes', async () => {
    const address = freshAddress()
    let now = 0
    let taken = 0
    const waits: number[] = []
    while (taken < 20) {
      const wait = await takeTry({ account: 'growing', address }, after(now))
      if (wait === 0) taken += 1
      else waits.push(wait)
      now += wait
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300, 300].slice(0, waits.length))
    expect(waits.length).toBe(14)
  })

  it('are sixty for an address, for whichever accounts', async () => {
    const address = freshAddress()
    const answers: number[] = []
    for (let tries = 0; tries < 62; tries += 1) answers.push(await takeTry({ account: `one-of-many-${tries}`, address }, start))
    expect(answers.slice(0, 61)).toEqual(Array.from({ length: 61 }, () => 0))
    expect(answers[61]).toBeGreaterThan(0)
    // Somebody else's address is free, and so is this one when its time is over.
    expect(await takeTry({ account: 'one-of-many-x', address: freshAddress() }, start)).toBe(0)
    expect(await takeTry({ account: 'one-of-many-y', address }, after(2))).toBe(0)
  })

  it('are forgotten after an hour', async () => {
    const trier = { account: 'forgotten', address: freshAddress() }
    for (let tries = 0; tries < 6; tries += 1) await takeTry(trier, start)
    expect(await takeTry(trier, start)).toBeGreaterThan(0)
    for (let tries = 0; tries < 5; tries += 1) expect(await takeTry(trier, after(2 * 3600))).toBe(0)
  })

  it('count for one account however its name is written', async () => {
    const address = freshAddress()
    const names = ['noor', ' Noor', 'NOOR ', '\uff4eoor', 'no\uff4fr', 'noo\uff52']
    const answers: number[] = []
    for (const account of [...names, ...names]) answers.push(await takeTry({ account, address }, start))
    expect(answers.filter((wait) => wait === 0)).toHaveLength(6)
  })

  it('that come at the same moment count as well', async () => {
    const address = freshAddress()
    const answers = await Promise.all(Array.from({ length: 40 }, () => takeTry({ account: 'at-once', address }, start)))
    expect(answers.filter((wait) => wait === 0)).toHaveLength(6)
  })

  it('of somebody elsewhere do not shut the owner out, however many', async () => {
    for (let tries = 0; tries < 120; tries += 1) await takeTry({ account: 'gewild', address: `198.51.100.${tries % 250}` }, after(tries))
    // She waits two seconds at the most.
    const wait = await takeTry({ account: 'gewild', address: '203.0.113.200' }, after(120))
    expect(wait).toBeLessThanOrEqual(2)
    expect(await takeTry({ account: 'gewild', address: '203.0.113.200' }, after(122))).toBe(0)
  })

  it('from one IPv6 network count as from one place', async () => {
    const answers: number[] = []
    for (let host = 1; host <= 10; host += 1) answers.push(await takeTry({ account: 'zes', address: `2001:db8:7::${host}` }, start))
    expect(answers.filter((wait) => wait === 0)).toHaveLength(6)
  })

  it('are stored without the name or the address', async () => {
    await takeTry({ account: 'geheim@voorbeeld.example', address: '203.0.113.77' }, start)
    const rows = JSON.stringify(await database().throttle.findMany())
    expect(rows).not.toContain('geheim')
    expect(rows).not.toContain('203.0.113.77')
  })
})

describe('sessions', () => {
  it('are stored under a hash of what stands in the cookie', async () => {
    const { id } = await makeAccount()
    const cookie = await startSession(id, 'iOS, Safari')
    const rows = await database().session.findMany({ where: { accountId: id } })
    expect(rows.map((row) => row.id)).toEqual([hashSessionId(idIn(cookie))])
    expect(rows[0]!.id).not.toContain(idIn(cookie))
    expect(await findSession(`__Host-session=${rows[0]!.id}`)).toBeNull()
  })

  it('get a new id at every sign-in', async () => {
    const { userName } = await makeAccount()
    const cookies = new Set<string>()
    for (let time = 0; time < 3; time += 1) {
      const result = await signIn({ identifier: userName, password: usualPassword, ...from() })
      if (result.ok) cookies.add(idIn(result.cookie))
    }
    expect(cookies.size).toBe(3)
  })

  it('bring the account with its roles along, and never its password', async () => {
    const { id, userName } = await makeAccount({ roles: [{ role: 'trainer' }, { role: 'editor' }] })
    const session = await sessionOf(await startSession(id, ''))
    expect(session).toMatchObject({ account: { id, userName } })
    expect(session!.account.roles.map(({ role }) => role).sort()).toEqual(['editor', 'trainer'])
    expect(JSON.stringify(session)).not.toContain('argon2')
  })

  it('are listed without what signs in, and ended one by one or all the others at once', async () => {
    const { id } = await makeAccount()
    const [phone, laptop, library] = [
      await startSession(id, 'Android, Chrome'),
      await startSession(id, 'Windows, Edge'),
      await startSession(id, 'Linux, Firefox'),
    ]
    const lines = await listDevices(id, idIn(phone))
    expect(lines.map((line) => [line.device, line.current]).sort()).toEqual([
      ['Android, Chrome', true],
      ['Linux, Firefox', false],
      ['Windows, Edge', false],
    ])
    expect(JSON.stringify(lines)).not.toContain(idIn(laptop))
    await endDevice(id, idIn(phone), lines.find((line) => line.device === 'Windows, Edge')!.key)
    expect(await sessionOf(laptop)).toBeNull()
    expect(await sessionOf(library)).not.toBeNull()
    await endDevice(id, idIn(phone), 'others')
    expect(await sessionOf(library)).toBeNull()
    expect(await sessionOf(phone)).not.toBeNull()
  })

  it('of somebody else cannot be ended', async () => {
    const [own, other] = [await makeAccount(), await makeAccount()]
    const cookie = await startSession(other.id, '')
    await endDevice(own.id, 'x', hashSessionId(idIn(cookie)))
    expect(await sessionOf(cookie)).not.toBeNull()
  })

  it('end with their term, and are moved on in its second half', async () => {
    const { id } = await makeAccount()
    const cookie = await startSession(id, '')
    const days = (number: number) => new Date(Date.now() + number * 24 * 60 * 60 * 1000)
    const leave = (expiresAt: Date) => database().session.updateMany({ where: { accountId: id }, data: { expiresAt } })
    expect((await sessionOf(cookie))!.renewedCookie).toBeNull()
    await leave(days(3))
    expect((await sessionOf(cookie))!.renewedCookie).toMatch(/^__Host-session=/)
    expect((await database().session.findFirstOrThrow({ where: { accountId: id } })).expiresAt.getTime()).toBeGreaterThan(
      days(13).getTime(),
    )
    await leave(days(-1))
    expect(await sessionOf(cookie)).toBeNull()
  })

  it('all end when an account is turned off, or when its password changes elsewhere', async () => {
    await spareAdministrator()
    const { id } = await makeAccount()
    const cookie = await startSession(id, '')
    await setAccountActive(id, false, id)
    expect(await sessionOf(cookie)).toBeNull()
    await setAccountActive(id, true, id)
    const [here, there] = [await startSession(id, ''), await startSession(id, '')]
    expect(
      await changePassword({ accountId: id, sessionId: idIn(here), current: 'mis', next: 'een nieuw woord', address: freshAddress() }),
    ).toBe('wrongPassword')
    expect(
      await changePassword({
        accountId: id,
        sessionId: idIn(here),
        current: usualPassword,
        next: 'een nieuw woord',
        address: freshAddress(),
      }),
    ).toBe('changed')
    expect(await sessionOf(there)).toBeNull()
    expect(await sessionOf(here)).not.toBeNull()
    await endSessionsOf(id, id)
    expect(await sessionOf(here)).toBeNull()
  })
})

describe('a code for a new password', () => {
  const reset = (identifier: string, typedCode: string, password = 'mijn nieuwe woorden') =>
    resetPasswordWithCode({ identifier, typedCode, password, ...from() })

  it('works once, as it is read aloud, and ends every session', async () => {
    const { id, userName } = await makeAccount()
    const cookie = await startSession(id, '')
    const { code } = await issuePasswordCode(id, id)
    const typed = ` ${code.slice(0, 4).toUpperCase()}-${code.slice(4)} `.replace(/0/g, 'o').replace(/1/g, 'L')
    expect(await reset(userName, typed)).toMatchObject({ ok: true })
    expect(await sessionOf(cookie)).toBeNull()
    expect(await signIn({ identifier: userName, password: 'mijn nieuwe woorden', ...from() })).toMatchObject({ ok: true })
    expect(await signIn({ identifier: userName, password: usualPassword, ...from() })).toMatchObject({ ok: false })
    expect(await reset(userName, code)).toEqual({ ok: false, code: 'codeNotValid' })
  })

  it('works once when it is sent twice at the same moment', async () => {
    const { id, userName } = await makeAccount()
    const { code } = await issuePasswordCode(id, id)
    const results = await Promise.all([reset(userName, code, 'eerste woorden'), reset(userName, code, 'tweede woorden')])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
  })

  it('is for one account, ends when a newer one is given, and is not stored', async () => {
    const [one, other] = [await makeAccount(), await makeAccount()]
    const first = await issuePasswordCode(one.id, one.id)
    expect(await reset(other.userName, first.code)).toMatchObject({ ok: false })
    const second = await issuePasswordCode(one.id, one.id)
    expect(await reset(one.userName, first.code)).toMatchObject({ ok: false })
    expect(JSON.stringify(await database().oneTimeCode.findMany())).not.toContain(second.code)
    expect(await reset(one.userName, second.code)).toMatchObject({ ok: true })
  })

  it('does not work after its day, nor for an account that is off', async () => {
    const { id, userName } = await makeAccount()
    const { code } = await issuePasswordCode(id, id)
    await database().oneTimeCode.updateMany({ where: { accountId: id }, data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await reset(userName, code)).toEqual({ ok: false, code: 'codeNotValid' })
    const fresh = await issuePasswordCode(id, id)
    await database().account.update({ where: { id }, data: { deactivatedAt: new Date() } })
    expect(await reset(userName, fresh.code)).toEqual({ ok: false, code: 'codeNotValid' })
  })
})

describe('a sign-in link', () => {
  const ask = async (email: string) => (await makeSignInLink(email))?.token ?? null

  it('signs in once; looking at it does not use it up', async () => {
    const { id } = await makeAccount({ email: 'link@voorbeeld.example', language: 'ti' })
    const token = (await ask('link@voorbeeld.example'))!
    expect(await signInLinkIsOpen(token)).toBe(true)
    expect(await signInLinkIsOpen(token)).toBe(true)
    const results = await Promise.all([signInWithLink(token, ''), signInWithLink(token, '')])
    const [result] = results.filter((each) => each !== null)
    expect(results.filter((each) => each === null)).toHaveLength(1)
    expect(result).toMatchObject({ language: 'ti' })
    expect((await sessionOf(result!.cookie))!.account.id).toBe(id)
    expect(await signInLinkIsOpen(token)).toBe(false)
  })

  it('is not made for nobody, nor for an account that is off', async () => {
    expect(await ask('niemand@voorbeeld.example')).toBeNull()
    const { id } = await makeAccount({ email: 'uit@voorbeeld.example' })
    await database().account.update({ where: { id }, data: { deactivatedAt: new Date() } })
    expect(await ask('uit@voorbeeld.example')).toBeNull()
  })

  it('is over after half an hour', async () => {
    await makeAccount({ email: 'oud@voorbeeld.example' })
    const token = (await ask('oud@voorbeeld.example'))!
    const row = await database().oneTimeCode.findFirstOrThrow({ where: { account: { email: 'oud@voorbeeld.example' } } })
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBeLessThanOrEqual(31 * 60 * 1000)
    await database().oneTimeCode.update({ where: { id: row.id }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await signInWithLink(token, '')).toBeNull()
  })

  it('is no code for a new password, nor the other way round', async () => {
    const { id, userName } = await makeAccount({ email: 'soort@voorbeeld.example' })
    const token = (await ask('soort@voorbeeld.example'))!
    expect(
      await resetPasswordWithCode({ identifier: userName, typedCode: token, password: 'mijn nieuwe woorden', ...from() }),
    ).toMatchObject({ ok: false })
    const { code } = await issuePasswordCode(id, id)
    expect(await signInWithLink(code, '')).toBeNull()
  })
})

describe('settings', () => {
  const choose = (accountId: string, email: string | undefined, password = usualPassword) =>
    changeEmail({ accountId, email, password, address: freshAddress() })

  it('are kept', async () => {
    const { id } = await makeAccount()
    await saveOwnSettings(id, { withoutTests: false, keepReflections: true, language: 'ar' })
    expect(await findAccount(id)).toMatchObject({ language: 'ar', keepReflections: true })
  })

  it('take no e-mail address of somebody else, and none without the password', async () => {
    const [one, other] = [await makeAccount({ email: 'van-mij@voorbeeld.example' }), await makeAccount()]
    expect(await choose(other.id, 'van-mij@voorbeeld.example')).toBe('taken')
    expect(await choose(one.id, 'nieuw@voorbeeld.example', 'niet haar wachtwoord')).toBe('wrongPassword')
    expect(await findAccount(one.id)).toMatchObject({ email: 'van-mij@voorbeeld.example' })
    expect(await choose(one.id, undefined)).toBe('changed')
    expect(await findAccount(one.id)).toMatchObject({ email: null })
  })

  it('give an e-mail address to one of two who ask for it at the same moment, and the other an answer', async () => {
    const [one, other] = [await makeAccount(), await makeAccount()]
    const results = await Promise.all([choose(one.id, 'samen@voorbeeld.example'), choose(other.id, 'samen@voorbeeld.example')])
    expect(results.sort()).toEqual(['changed', 'taken'])
  })

  it('close a sign-in link to the address of before', async () => {
    const { id } = await makeAccount({ email: 'eerst@voorbeeld.example' })
    const link = (await makeSignInLink('eerst@voorbeeld.example'))!
    expect(await choose(id, 'daarna@voorbeeld.example')).toBe('changed')
    expect(await signInLinkIsOpen(link.token)).toBe(false)
  })
})

describe('an account that goes', () => {
  const course = findCourse('opvoeding')!

  it('takes everything with it but its certificates', async () => {
    const { id } = await makeAccount()
    const learner = { id, withoutTests: true, keepReflections: false }
    for (const lesson of listLessons(course)) await finishLesson(learner, course, lesson, 'nl')
    const code = (await issueCertificate(learner, course, 'Noor de Vries', null))!
    await startSession(id, '')
    expect(await deleteOwnAccount({ accountId: id, password: 'mis', address: freshAddress() })).toBe('wrongPassword')
    expect(await deleteOwnAccount({ accountId: id, password: usualPassword, address: freshAddress() })).toBe('deleted')
    expect(await findAccount(id)).toBeNull()
    for (const count of [
      database().session.count({ where: { accountId: id } }),
      database().enrolment.count({ where: { accountId: id } }),
      database().lessonProgress.count({ where: { accountId: id } }),
      database().roleAssignment.count({ where: { accountId: id } }),
    ]) {
      expect(await count).toBe(0)
    }
    expect(await findCertificateByCode(code)).toMatchObject({ name: 'Noor de Vries', accountId: null })
    const { lines } = await listAudit({ skip: 0, take: 500 })
    expect(lines.filter((line) => line.action === 'account.deleted' && line.subject.id === id)).toMatchObject([
      { actor: null, subject: { userName: null } },
    ])
  })
})

describe('what has had its time', () => {
  const years = (number: number) => new Date(Date.now() + number * 365.25 * 24 * 60 * 60 * 1000)

  it('goes: unused accounts, old codes, old tries, old lines of the audit log', async () => {
    await spareAdministrator()
    const [unused, used] = [await makeAccount(), await makeAccount()]
    await database().account.update({ where: { id: unused.id }, data: { lastSeenOn: years(-2.1).toISOString().slice(0, 10) } })
    await database().account.update({ where: { id: used.id }, data: { lastSeenOn: years(-1.9).toISOString().slice(0, 10) } })
    const [old, recent] = await createInvitationsFor({ role: 'trainer', organisationId: null, cohortId: null, background: null }, 2, null)
    await database().invitation.update({ where: { id: old! }, data: { expiresAt: new Date(Date.now() - 31 * 24 * 60 * 60 * 1000) } })
    await database().invitation.update({ where: { id: recent! }, data: { expiresAt: new Date(Date.now() - 29 * 24 * 60 * 60 * 1000) } })
    await takeTry({ account: 'long-ago', address: freshAddress() }, years(-1))
    const entry = (at: Date, subjectId: string) =>
      database().auditEntry.create({ data: { at, action: 'member.viewed', subjectType: 'account', subjectId } })
    await entry(years(-5.1), 'too-old')
    await entry(years(-4.9), 'still-kept')
    const tries = await database().throttle.count({ where: { freeAt: { lt: years(-0.5) } } })
    expect(tries).toBeGreaterThan(0)

    await Promise.all([clearExpired(), clearExpired()])

    expect(await findAccount(unused.id)).toBeNull()
    expect(await findAccount(used.id)).not.toBeNull()
    expect(await findInvitationWithCode(old!)).toBeNull()
    expect(await findInvitationWithCode(recent!)).toMatchObject({ state: 'expired' })
    expect(await database().throttle.count({ where: { freeAt: { lt: years(-0.5) } } })).toBe(0)
    expect(await database().auditEntry.count({ where: { subjectId: 'too-old' } })).toBe(0)
    expect(await database().auditEntry.count({ where: { subjectId: 'still-kept' } })).toBe(1)
  })
})
