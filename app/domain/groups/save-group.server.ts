import { readMunicipality } from '~/content/municipalities'
import { note } from '~/domain/accounts/audit.server'
import { looksPersonal } from '~/domain/accounts/personal-data'
import { listOrganisationsOf } from '~/domain/accounts/organisations.server'
import type { Person } from '~/domain/accounts/policy'
import type { DatabaseTransaction } from '~/platform/db/client.server'
import { isTaken } from '~/platform/db/faults.server'
import { idFrom } from '~/platform/db/id-from.server'
import { factsOf, joinLanguages, type Group } from './groups.server'
import { createGroupRow, holdGroups, inTransaction, listTrainerRows, reviseGroupRow, type GroupFacts } from './groups-repository.server'
import { factsIn } from './register-session.server'
import type { GroupForm } from './schema'
import { listPlannedAfter, reviseSessionRow } from './sessions-repository.server'

export interface GroupFault {
  field: 'organisation' | 'municipality' | 'trainers' | 'name' | 'place'
  code: 'organisationMissing' | 'municipalityUnknown' | 'choiceUnknown' | 'textHasContact'
}

/**
 * Makes a group. Sending the same form again, by its key, makes no second one.
 * @returns its id, or what is wrong
 */
export async function createGroup(person: Person, form: GroupForm & { key: string }): Promise<{ id: string } | GroupFault> {
  const facts = await readFacts(person, form, null)
  if ('field' in facts) return facts
  // Sent again it is the same group; with something changed in it, another one.
  const id = idFrom('group', person.id, form.key, facts)
  try {
    await inTransaction(async (tx) => {
      await createGroupRow(tx, id, facts, { act: 'created', authorId: person.id })
      await note({ actorId: person.id, action: 'group.created', subjectType: 'group', subjectId: id }, tx)
    })
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  return { id }
}

/** Changes what a group is. @returns 'conflict' when somebody changed it since the form was made */
export async function changeGroup(
  person: Person,
  group: Group,
  form: GroupForm & { revision: number },
): Promise<'saved' | 'conflict' | GroupFault> {
  const facts = await readFacts(person, form, group)
  if ('field' in facts) return facts
  return inTransaction((tx) => revise(tx, person, group, form.revision, facts, 'changed'))
}

/**
 * Closes a group: no session after this day, so what was planned for later is taken out of the plan.
 * @returns 'heldLater' when there is one that was registered for a later day
 */
export async function closeGroup(
  person: Person,
  group: Group,
  form: { closedOn: string; revision: number },
): Promise<'saved' | 'conflict' | 'heldLater'> {
  const facts = { ...factsOf(group), closedOn: form.closedOn }
  return inTransaction(async (tx) => {
    // Nobody registers in it until this is done.
    const [held] = await holdGroups(tx, [group.id])
    if (held?.lastHeldOn && held.lastHeldOn > form.closedOn) return 'heldLater'
    if ((await revise(tx, person, group, form.revision, facts, 'closed')) === 'conflict') return 'conflict'
    for (const session of await listPlannedAfter(tx, group.id, form.closedOn)) {
      const by = { act: 'withdrawn' as const, authorId: person.id }
      await reviseSessionRow(tx, session.id, session.revision, { ...factsIn(session), status: 'withdrawn' }, by)
    }
    return 'saved'
  })
}

/** Opens a closed group again. */
export function reopenGroup(person: Person, group: Group, form: { revision: number }): Promise<'saved' | 'conflict'> {
  const facts = { ...factsOf(group), closedOn: null }
  return inTransaction((tx) => revise(tx, person, group, form.revision, facts, 'reopened'))
}

async function revise(
  tx: DatabaseTransaction,
  person: Person,
  group: Group,
  base: number,
  facts: GroupFacts,
  act: 'changed' | 'closed' | 'reopened',
): Promise<'saved' | 'conflict'> {
  if (!(await reviseGroupRow(tx, group.id, base, facts, { act, authorId: person.id }))) return 'conflict'
  await note({ actorId: person.id, action: `group.${act}`, subjectType: 'group', subjectId: group.id }, tx)
  return 'saved'
}

/** What a form says, held against what there is: the organisation within reach, the municipality, the trainers. */
async function readFacts(person: Person, form: GroupForm, group: Group | null): Promise<GroupFacts | GroupFault> {
  const organisations = await listOrganisationsOf(person)
  const organisation = organisations.find(({ id }) => id === form.organisation)
  if (!organisation) return { field: 'organisation', code: 'organisationMissing' }
  for (const field of ['name', 'place'] as const) {
    const found = looksPersonal(form[field] ?? '')
    if (found.includes('email') || found.includes('phone')) return { field, code: 'textHasContact' }
  }
  const municipality = readMunicipality(form.municipality)
  if (!municipality) return { field: 'municipality', code: 'municipalityUnknown' }
  const known = new Set((await listPossibleTrainers(person)).map(({ id }) => id))
  // Who was a trainer of it stays one, also after leaving her cohort.
  for (const { membershipId } of group?.trainers ?? []) known.add(membershipId)
  if (!form.trainers.every((id) => known.has(id))) return { field: 'trainers', code: 'choiceUnknown' }
  const { name, programme, kind, audience, place = null } = form
  return {
    name,
    programme,
    kind,
    organisationId: organisation.id,
    municipality: municipality.code,
    place,
    audience,
    languages: joinLanguages(form.languages),
    closedOn: group?.closedOn ?? null,
    withdrawnAt: null,
    trainers: [...new Set(form.trainers)].sort(),
  }
}

/** Members of cohorts whom a person can make trainer of a group: those of the organisations she reaches. */
export async function listPossibleTrainers(person: Person) {
  const organisations = await listOrganisationsOf(person)
  const rows = await listTrainerRows(organisations.map(({ id }) => id))
  return rows.map(({ id, account, cohort }) => ({ id, userName: account?.userName ?? '', cohort: cohort.name }))
}
