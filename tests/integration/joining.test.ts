import { describe, expect, it } from 'vitest'
import { listAudit } from '~/domain/accounts/audit.server'
import { readable } from '~/domain/accounts/codes.server'
import {
  createInvitationsFor,
  findInvitationByCode,
  findInvitationWithCode,
  withdrawInvitation,
  type InvitationRequest,
} from '~/domain/accounts/invitations.server'
import { findAccount } from '~/domain/accounts/manage-account.server'
import { mayActFor } from '~/domain/accounts/organisations.server'
import { JoinError, joinWithNewAccount, joinWithOwnAccount } from '~/domain/cohorts/join.server'
import { findMembership } from '~/domain/cohorts/repository.server'
import { findEnrolment } from '~/domain/courses/repository.server'
import { findSession } from '~/platform/auth/sessions.server'
import { database } from '~/platform/db/client.server'
import { makeAccount, makeOrganisation } from '../factories/accounts'
import { makeCohort } from '../factories/cohorts'

async function invitation(given: Partial<InvitationRequest> = {}, now?: Date) {
  const [id] = await createInvitationsFor(
    { role: 'trainer', organisationId: null, cohortId: null, background: null, ...given },
    1,
    null,
    now,
  )
  const { code } = (await findInvitationWithCode(id!))!
  return { id: id!, code, open: async () => (await findInvitationByCode(code))! }
}

let count = 0
const person = (given: { userName?: string; email?: string; language?: string } = {}) => ({
  userName: `nieuw-${(count += 1)}`,
  password: 'drie nieuwe woorden',
  email: undefined as string | undefined,
  language: 'so',
  ...given,
})

const accountBehind = async (cookie: string) => (await findSession(cookie.slice(0, cookie.indexOf(';'))))!.account

describe('an invitation', () => {
  it('makes an account with its role, signed in', async () => {
    const organisation = await makeOrganisation()
    const { open } = await invitation({ role: 'coordinator', organisationId: organisation.id })
    const account = await accountBehind(
      await joinWithNewAccount(await open(), person({ email: 'nieuw@voorbeeld.example' }), 'Android, Chrome'),
    )
    expect(account).toMatchObject({
      email: 'nieuw@voorbeeld.example',
      language: 'so',
      demo: false,
      roles: [{ role: 'coordinator', organisationId: organisation.id }],
    })
    expect((await open()).state).toBe('used')
  })

  it('is found as it is read from paper, and not stored', async () => {
    const { code } = await invitation()
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
    expect(await findInvitationByCode(` ${readable(code).toUpperCase()} `)).toMatchObject({ state: 'open' })
    expect(JSON.stringify(await database().invitation.findMany())).not.toContain(code)
    expect(await findInvitationByCode('0000-0000-0000-0000')).toBeNull()
    expect(await findInvitationByCode('')).toBeNull()
  })

  it('works once, also for many who use it at the same moment', async () => {
    const { open } = await invitation()
    const found = await open()
    const before = await database().account.count()
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => joinWithNewAccount(found, person(), '')))
    const refused = results.filter((result) => result.status === 'rejected').map((result) => result.reason as unknown)
    expect(refused).toHaveLength(4)
    for (const reason of refused) expect(reason).toMatchObject({ code: 'invitationNotOpen' })
    // Nothing is left of those who came too late.
    expect(await database().account.count()).toBe(before + 1)
  })

  it('works for thirty days', async () => {
    const days = (number: number) => new Date(Date.now() - number * 24 * 60 * 60 * 1000)
    expect((await (await invitation({}, days(29))).open()).state).toBe('open')
    const old = await (await invitation({}, days(31))).open()
    expect(old.state).toBe('expired')
    await expect(joinWithNewAccount(old, person(), '')).rejects.toMatchObject({ code: 'invitationNotOpen' })
  })

  it('stops when it is withdrawn, which can be done once', async () => {
    const { id, open } = await invitation()
    const found = await open()
    const { id: actor } = await makeAccount()
    expect(await Promise.all([withdrawInvitation(id, actor), withdrawInvitation(id, actor)]).then((done) => done.sort())).toEqual([
      false,
      true,
    ])
    expect((await open()).state).toBe('withdrawn')
    await expect(joinWithNewAccount(found, person(), '')).rejects.toBeInstanceOf(JoinError)
    const { lines } = await listAudit({ skip: 0, take: 500 })
    expect(lines.filter((line) => line.action === 'invitation.withdrawn' && line.subject.id === id)).toHaveLength(1)
  })

  it('stays open when the name or the address is somebody else’s', async () => {
    await makeAccount({ userName: 'bezet', email: 'bezet@voorbeeld.example' })
    const { open } = await invitation()
    await expect(joinWithNewAccount(await open(), person({ userName: 'bezet' }), '')).rejects.toMatchObject({
      code: 'userNameTaken',
      field: 'userName',
    })
    await expect(joinWithNewAccount(await open(), person({ email: 'bezet@voorbeeld.example' }), '')).rejects.toMatchObject({
      code: 'emailTaken',
      field: 'email',
    })
    expect((await open()).state).toBe('open')
  })

  it('tells one of two who choose the same name at the same moment', async () => {
    const [first, second] = [await invitation(), await invitation()]
    const results = await Promise.allSettled([
      joinWithNewAccount(await first.open(), person({ userName: 'zelfde' }), ''),
      joinWithNewAccount(await second.open(), person({ userName: 'zelfde' }), ''),
    ])
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]!.reason).toMatchObject({ code: 'userNameTaken' })
  })

  it('to a cohort makes a member who follows its course, in the way of the cohort', async () => {
    const organisation = await makeOrganisation()
    const cohort = await makeCohort({ organisationId: organisation.id, withoutTests: true })
    const { open } = await invitation({ organisationId: organisation.id, cohortId: cohort.id, background: 'pool' })
    const { id } = await accountBehind(await joinWithNewAccount(await open(), person(), ''))
    expect(await findMembership(cohort.id, id)).toMatchObject({ background: 'pool' })
    expect(await findEnrolment({ accountId: id, courseId: cohort.courseId })).toMatchObject({ withoutTests: true, lastLanguage: 'so' })
  })

  it('is taken by an account that is there already, without a second one', async () => {
    const organisation = await makeOrganisation()
    const cohort = await makeCohort({ organisationId: organisation.id })
    const { open } = await invitation({ organisationId: organisation.id, cohortId: cohort.id })
    const account = await makeAccount({ language: 'ti' })
    await joinWithOwnAccount(await open(), { id: account.id, language: 'ti' })
    expect(await findMembership(cohort.id, account.id)).toMatchObject({ background: 'volunteer' })
    expect((await findAccount(account.id))!.roles.map(({ role }) => role)).toEqual(['trainer'])
    const { lines } = await listAudit({ skip: 0, take: 500 })
    expect(lines.filter((line) => line.action === 'account.joined' && line.subject.id === account.id)).toHaveLength(1)
  })
})

describe('organisations', () => {
  it('are reached from above, and neither from below nor from beside', async () => {
    const top = await makeOrganisation()
    const middle = await makeOrganisation({ parentId: top.id })
    const low = await makeOrganisation({ parentId: middle.id })
    const beside = await makeOrganisation({ parentId: top.id })
    const coordinator = { id: 'x', roles: [{ role: 'coordinator', organisationId: middle.id }] }
    const reached = await Promise.all([top, middle, low, beside].map(({ id }) => mayActFor(coordinator, id)))
    expect(reached).toEqual([false, true, true, false])
    expect(await mayActFor({ id: 'x', roles: [{ role: 'trainer', organisationId: middle.id }] }, middle.id)).toBe(false)
    expect(await mayActFor({ id: 'x', roles: [{ role: 'coordinator', organisationId: null }] }, middle.id)).toBe(false)
    expect(await mayActFor({ id: 'x', roles: [{ role: 'manager', organisationId: null }] }, low.id)).toBe(true)
    expect(await mayActFor(coordinator, '00000000-0000-0000-0000-000000000000')).toBe(false)
  })
})
