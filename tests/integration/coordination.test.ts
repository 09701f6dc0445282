import { beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '~/domain/accounts/audit.server'
import { changeAccount } from '~/domain/accounts/change-account.server'
import { createInvitationsFor } from '~/domain/accounts/invitations.server'
import { resetPasswordWithCode } from '~/domain/accounts/password-codes.server'
import type { Person, Role } from '~/domain/accounts/policy'
import { createCohort } from '~/domain/cohorts/create-cohort.server'
import { findCohort, findMember, listCohorts } from '~/domain/cohorts/cohorts.server'
import { findInvitation, inviteMembers, listInvitationsTo, withdrawInvitation } from '~/domain/cohorts/invite-members.server'
import { issueCodeToMember } from '~/domain/cohorts/issue-code.server'
import { makeAccount, makeOrganisation, usualPassword } from '../factories/accounts'
import { addMember, makeCohort } from '../factories/cohorts'

async function personWith(role: Role, organisationId?: string): Promise<Person> {
  const roles = [{ role, ...(organisationId ? { organisationId } : {}) }]
  const { id } = await makeAccount({ roles })
  return { id, roles: [{ role, organisationId: organisationId ?? null }] }
}

// Two organisations beside each other, and one under the first.
async function twoNeighbours() {
  const [east, west] = await Promise.all([makeOrganisation(), makeOrganisation()])
  const team = await makeOrganisation({ parentId: east.id })
  return {
    east,
    west,
    cohort: await makeCohort({ organisationId: east.id, name: 'Oost' }),
    below: await makeCohort({ organisationId: team.id, name: 'Team' }),
    coordinator: await personWith('coordinator', east.id),
    neighbour: await personWith('coordinator', west.id),
    manager: await personWith('manager'),
    administrator: await personWith('administrator'),
  }
}

let world: Awaited<ReturnType<typeof twoNeighbours>>
beforeAll(async () => {
  world = await twoNeighbours()
})

describe('cohorts', () => {
  it('are seen by who reaches their organisation, and look like nothing to a neighbour', async () => {
    const { cohort, below, coordinator, neighbour, manager } = world
    const names = async (person: Person) => (await listCohorts(person)).map(({ name }) => name).sort()
    expect(await names(coordinator)).toEqual(['Oost', 'Team'])
    expect(await names(neighbour)).toEqual([])
    expect(await names(manager)).toEqual(['Oost', 'Team'])
    expect(await findCohort(coordinator, below.id)).toMatchObject({ id: below.id })
    expect(await findCohort(neighbour, cohort.id)).toBeNull()
  })

  it('are made once, however often the same form is sent', async () => {
    const { east, west, coordinator } = world
    const form = {
      key: crypto.randomUUID(),
      name: 'Nieuw',
      course: 'opvoeding',
      language: 'nl',
      organisation: east.id,
      startsOn: '2026-12-01',
      endsOn: '2027-03-01',
      withoutTests: false,
    }
    const [first, second] = await Promise.all([createCohort(coordinator, form), createCohort(coordinator, form)])
    expect(first).toEqual(second)
    expect(await createCohort(coordinator, form)).toEqual(first)
    expect(await createCohort(coordinator, { ...form, name: 'Andere' })).not.toEqual(first)
    expect(await createCohort(coordinator, { ...form, organisation: west.id })).toEqual({ field: 'organisation' })
    expect(await createCohort(coordinator, { ...form, course: 'handboek' })).toEqual({ field: 'course' })
  })
})

describe('invitations', () => {
  it('are listed with their codes, and withdrawn once', async () => {
    const { cohort, coordinator, neighbour } = world
    const ids = await inviteMembers(coordinator, cohort, { number: 2, background: 'pool' })
    const listed = await listInvitationsTo(cohort)
    expect(listed.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(listed.every(({ readableCode }) => /^(\w{4}-){3}\w{4}$/.test(readableCode))).toBe(true)
    expect(await findInvitation(neighbour, ids[0]!)).toBeNull()
    expect(await findInvitation(coordinator, ids[0]!)).toMatchObject({ state: 'open' })
    expect(await withdrawInvitation(ids[0]!, coordinator.id)).toBe(true)
    expect(await withdrawInvitation(ids[0]!, coordinator.id)).toBe(false)
    expect(await findInvitation(coordinator, ids[0]!)).toMatchObject({ state: 'withdrawn' })
    expect(await listInvitationsTo(cohort)).toHaveLength(1)
  })

  it('for administrators are shown to administrators alone', async () => {
    const { manager, coordinator, administrator } = world
    const [id] = await createInvitationsFor(
      { role: 'administrator', organisationId: null, cohortId: null, background: null },
      1,
      administrator.id,
    )
    expect(await findInvitation(manager, id!)).toBeNull()
    expect(await findInvitation(coordinator, id!)).toBeNull()
    expect(await findInvitation(administrator, id!)).toMatchObject({ role: 'administrator' })
  })
})

describe('a code for a new password', () => {
  it('opens the account of a member once', async () => {
    const { east, cohort, coordinator } = world
    const member = await makeAccount({ roles: [{ role: 'trainer', organisationId: east.id }] })
    await addMember(cohort, member.id)
    const issued = await issueCodeToMember(coordinator, cohort, member.id)
    if (typeof issued === 'string') throw new Error(issued)
    const reset = {
      identifier: member.userName,
      typedCode: issued.code.toUpperCase(),
      password: usualPassword,
      address: '192.0.2.1',
      device: '',
    }
    expect(await resetPasswordWithCode(reset)).toMatchObject({ ok: true })
    expect(await resetPasswordWithCode(reset)).toMatchObject({ ok: false })
  })

  it('is refused for somebody who may do more, and unknown for who is no member', async () => {
    const { east, west, cohort, coordinator, manager, administrator } = world
    const editor = await makeAccount({ roles: [{ role: 'trainer', organisationId: east.id }, { role: 'editor' }] })
    const elsewhere = await makeAccount({
      roles: [
        { role: 'trainer', organisationId: east.id },
        { role: 'coordinator', organisationId: west.id },
      ],
    })
    const stranger = await makeAccount({ roles: [{ role: 'trainer', organisationId: west.id }] })
    for (const { id } of [editor, elsewhere]) await addMember(cohort, id)
    expect(await issueCodeToMember(coordinator, cohort, editor.id)).toBe('refused')
    expect(await issueCodeToMember(manager, cohort, editor.id)).toBe('refused')
    expect(await issueCodeToMember(coordinator, cohort, elsewhere.id)).toBe('refused')
    expect(await issueCodeToMember(manager, cohort, elsewhere.id)).toMatchObject({ userName: elsewhere.userName })
    expect(await issueCodeToMember(administrator, cohort, editor.id)).toMatchObject({ userName: editor.userName })
    expect(await issueCodeToMember(coordinator, cohort, stranger.id)).toBe('unknown')
  })
})

describe('an account', () => {
  it('is changed by administrators alone, and never by its owner', async () => {
    const { manager, administrator } = world
    const { id } = await makeAccount()
    expect(await changeAccount(manager, id, 'deactivate')).toEqual({ done: false, why: 'refused' })
    expect(await changeAccount(administrator, administrator.id, 'issueCode')).toEqual({ done: false, why: 'refused' })
    expect(await changeAccount(administrator, crypto.randomUUID(), 'deactivate')).toEqual({ done: false, why: 'unknown' })
    expect(await changeAccount(administrator, id, 'deactivate')).toEqual({ done: true })
    expect(await changeAccount(administrator, id, 'issueCode')).toEqual({ done: false, why: 'refused' })
    expect(await changeAccount(administrator, id, 'reactivate')).toEqual({ done: true })
    expect(await changeAccount(administrator, id, 'issueCode')).toMatchObject({
      done: true,
      issued: { code: expect.stringMatching(/^\w{4}-\w{4}-\w{2}$/) },
    })
  })
})

describe('the audit log', () => {
  it('notes a look at a member, once an hour', async () => {
    const { cohort, coordinator, manager } = world
    const { id } = await makeAccount()
    await addMember(cohort, id)
    for (const person of [coordinator, coordinator, manager]) await findMember(person, cohort.id, id)
    const { lines } = await listAudit({ skip: 0, take: 200 })
    const looks = lines.filter(({ action, subject }) => action === 'member.viewed' && subject.id === id)
    expect(looks.map(({ actor }) => actor?.id).sort()).toEqual([coordinator.id, manager.id].sort())
  })
})
