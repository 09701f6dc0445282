import { describe, expect, it } from 'vitest'
import type { Person, Role } from '~/domain/accounts/policy'
import { accessTo, mayChange, maySeeEvaluations } from './policy'

const person = (role: Role, organisationId: string | null = null, id = 'me'): Person => ({ id, roles: [{ role, organisationId }] })
const place = { ancestry: ['team', 'east'], trainerIds: ['trainer'] }

describe('accessTo', () => {
  it.each([
    ['the coordinator', person('coordinator', 'team'), 'answers'],
    ['the coordinator of an organisation above', person('coordinator', 'east'), 'answers'],
    ['a coordinator who leads the group as well', person('coordinator', 'team', 'trainer'), 'answers'],
    ['a manager', person('manager'), 'figures'],
    ['an administrator', person('administrator'), 'figures'],
    ['a trainer of the group', person('trainer', 'team', 'trainer'), 'counts'],
    ['who leads the group and is no trainer any more', person('editor', null, 'trainer'), null],
    ['another trainer of the organisation', person('trainer', 'team'), null],
    ['a coordinator beside it', person('coordinator', 'west'), null],
    ['an editor', person('editor'), null],
  ])('of %s', (_who, who, access) => {
    expect(accessTo(who, place)).toBe(access)
  })

  it('lets all but trainers open and close', () => {
    expect((['answers', 'figures', 'counts'] as const).map(mayChange)).toEqual([true, true, false])
  })

  it('opens the pages to coordinators and trainers', () => {
    expect(
      (['trainer', 'coordinator', 'manager', 'administrator', 'editor'] as const).map((role) => maySeeEvaluations(person(role))),
    ).toEqual([true, true, true, true, false])
  })
})
