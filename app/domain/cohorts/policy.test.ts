import { describe, expect, it } from 'vitest'
import type { Person } from '~/domain/accounts/policy'
import { mayHandleInvitation, mayIssueCodeTo, type CodeHolder, type HeldRole } from './policy'

// Two neighbours under one national organisation; "east/team" stands under "east".
const national = ['national']
const east = ['east', 'national']
const eastTeam = ['team', 'east', 'national']
const west = ['west', 'national']

const person = (...roles: [role: string, organisationId: string | null][]): Person => ({
  id: 'giver',
  roles: roles.map(([role, organisationId]) => ({ role, organisationId })),
})
const coordinator = person(['coordinator', 'east'])
const manager = person(['manager', null])
const administrator = person(['administrator', null])
const trainer = person(['trainer', 'east'])

const member = (roles: HeldRole[], cohortAncestry = east, id = 'member'): CodeHolder => ({ id, roles, cohortAncestry })
const asTrainer: HeldRole = { role: 'trainer', ancestry: east }

describe('mayIssueCodeTo', () => {
  it('lets a coordinator help a trainer in a cohort of her own organisation, or of one under it', () => {
    expect(mayIssueCodeTo(coordinator, member([asTrainer]))).toBe(true)
    expect(mayIssueCodeTo(coordinator, member([asTrainer], eastTeam))).toBe(true)
    expect(mayIssueCodeTo(coordinator, member([]))).toBe(true)
  })

  it('does not reach cohorts of a neighbour, nor of the organisation above', () => {
    expect(mayIssueCodeTo(coordinator, member([asTrainer], west))).toBe(false)
    expect(mayIssueCodeTo(coordinator, member([asTrainer], national))).toBe(false)
  })

  it.each(['manager', 'editor', 'administrator'])('never hands a coordinator the account of a member who is also %s', (role) => {
    expect(mayIssueCodeTo(coordinator, member([asTrainer, { role, ancestry: east }]))).toBe(false)
    expect(mayIssueCodeTo(coordinator, member([asTrainer, { role, ancestry: [] }]))).toBe(false)
  })

  it('refuses roles that it does not know', () => {
    expect(mayIssueCodeTo(coordinator, member([{ role: 'auditor', ancestry: east }]))).toBe(false)
  })

  it('helps a fellow coordinator only within reach', () => {
    expect(mayIssueCodeTo(coordinator, member([{ role: 'coordinator', ancestry: eastTeam }]))).toBe(true)
    expect(mayIssueCodeTo(coordinator, member([{ role: 'coordinator', ancestry: west }]))).toBe(false)
    expect(mayIssueCodeTo(coordinator, member([{ role: 'coordinator', ancestry: national }]))).toBe(false)
    expect(mayIssueCodeTo(coordinator, member([{ role: 'coordinator', ancestry: [] }]))).toBe(false)
    expect(
      mayIssueCodeTo(
        coordinator,
        member([
          { role: 'coordinator', ancestry: eastTeam },
          { role: 'coordinator', ancestry: west },
        ]),
      ),
    ).toBe(false)
  })

  it('lets a manager help trainers and coordinators anywhere, but nobody of her own rank or above', () => {
    expect(mayIssueCodeTo(manager, member([{ role: 'coordinator', ancestry: west }], west))).toBe(true)
    expect(mayIssueCodeTo(manager, member([{ role: 'coordinator', ancestry: [] }], west))).toBe(true)
    expect(mayIssueCodeTo(manager, member([{ role: 'manager', ancestry: [] }], west))).toBe(false)
    expect(mayIssueCodeTo(manager, member([{ role: 'administrator', ancestry: [] }], west))).toBe(false)
  })

  it('lets an administrator help everybody but herself', () => {
    expect(mayIssueCodeTo(administrator, member([{ role: 'administrator', ancestry: [] }], west))).toBe(true)
    expect(mayIssueCodeTo(administrator, member([], west, 'giver'))).toBe(false)
    expect(mayIssueCodeTo(coordinator, member([asTrainer], east, 'giver'))).toBe(false)
  })

  it('lets nobody without a role for it do anything', () => {
    expect(mayIssueCodeTo(trainer, member([asTrainer]))).toBe(false)
    expect(mayIssueCodeTo(person(['editor', null]), member([asTrainer]))).toBe(false)
    expect(mayIssueCodeTo(person(), member([asTrainer]))).toBe(false)
  })
})

describe('mayHandleInvitation', () => {
  it('shows a cohort’s invitations to who reaches its organisation', () => {
    expect(mayHandleInvitation(coordinator, { role: 'trainer', cohortAncestry: eastTeam })).toBe(true)
    expect(mayHandleInvitation(manager, { role: 'trainer', cohortAncestry: west })).toBe(true)
    expect(mayHandleInvitation(coordinator, { role: 'trainer', cohortAncestry: west })).toBe(false)
    expect(mayHandleInvitation(trainer, { role: 'trainer', cohortAncestry: east })).toBe(false)
  })

  it('keeps invitations that give a wider role, or belong to no cohort, for administrators', () => {
    for (const giver of [coordinator, manager]) {
      expect(mayHandleInvitation(giver, { role: 'trainer', cohortAncestry: null })).toBe(false)
      expect(mayHandleInvitation(giver, { role: 'administrator', cohortAncestry: null })).toBe(false)
      expect(mayHandleInvitation(giver, { role: 'coordinator', cohortAncestry: east })).toBe(false)
    }
    expect(mayHandleInvitation(administrator, { role: 'administrator', cohortAncestry: null })).toBe(true)
  })
})
