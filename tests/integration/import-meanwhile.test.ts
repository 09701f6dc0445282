import { describe, expect, it } from 'vitest'
import type { Person } from '~/domain/accounts/policy'
import { findGroup, listGroups, type Group } from '~/domain/groups/groups.server'
import { checkSpreadsheet } from '~/domain/groups/import/check-spreadsheet.server'
import { importSpreadsheet, writeChecked } from '~/domain/groups/import/import-spreadsheet.server'
import { findImport, listImports, undoImport } from '~/domain/groups/import/imports.server'
import { registerSession, withdrawSession } from '~/domain/groups/register-session.server'
import { changeGroup, closeGroup } from '~/domain/groups/save-group.server'
import { groupForm, groupSearch, sessionForm } from '~/domain/groups/schema'
import { findSessionRow, listSessionRows } from '~/domain/groups/sessions-repository.server'
import { database } from '~/platform/db/client.server'
import { makeAccount, makeOrganisation } from '../factories/accounts'
import { addMember, makeCohort } from '../factories/cohorts'
import { headCount, makeGroup, makeSession } from '../factories/groups'

// Between the check of a spreadsheet and its writing others go on working.

const name = 'Oudergroep Voorbeeld'
const headings = 'groep;programma;soort;gemeente;doelgroep;talen;datum;aanwezig;eerste keer;vrouwen;mannen'

async function coordinatorOf(organisationId: string): Promise<Person> {
  const { id } = await makeAccount({ roles: [{ role: 'coordinator', organisationId }] })
  return { id, roles: [{ role: 'coordinator', organisationId }] }
}

async function world() {
  const [own, other] = await Promise.all([makeOrganisation(), makeOrganisation()])
  const [coordinator, neighbour] = await Promise.all([coordinatorOf(own.id), coordinatorOf(other.id)])
  const { id } = await makeAccount({ roles: [{ role: 'manager' }] })
  const manager: Person = { id, roles: [{ role: 'manager', organisationId: null }] }
  return { own, other, coordinator, neighbour, manager }
}

/** A group that met once, and a spreadsheet with its second session. */
async function knownGroup(organisationId: string) {
  const id = await makeGroup({ organisationId, name })
  const sessionId = await makeSession(id, { date: '2026-03-03', ...headCount(8, { firstTime: 8 }) })
  return { id, sessionId, text: `${headings}\n${name};;;;;;10-3-2026;8;1;8;0` }
}

const newGroup = (day: string, heading = '') =>
  `${headings};${heading}\nNieuw;opvoeding;oudergroep;Utrecht;moeders;ar;${day};8;8;8;0;\nOok nieuw;geld;vrouwen;Utrecht;vrouwen;nl;${day};6;6;6;0;`

async function checkedBy(person: Person, text: string) {
  const checked = await checkSpreadsheet(person, text)
  if ('code' in checked || !checked.plan) throw new Error(JSON.stringify(checked))
  return checked
}

const write = async (person: Person, checked: Awaited<ReturnType<typeof checkedBy>>) =>
  (await writeChecked(person, checked, { noNames: false })).outcome
const groupOf = async (person: Person, id: string): Promise<Group> => (await findGroup(person, id))!
const namesOf = async (person: Person) =>
  (await listGroups(person, groupSearch.parse({}), { skip: 0, take: 10 })).groups.map((row) => row.name)
const register = (person: Person, group: Group, date: string) => {
  const fields = { date, present: '8', firstTime: '1', women: '8', men: '0', unknown: '', revision: '1' }
  return registerSession(person, group, { ...sessionForm.parse(fields), key: crypto.randomUUID() })
}

describe('two files with the same rows', () => {
  it.each([0, 1])('come in once, whichever is written first', async (first) => {
    const { coordinator } = await world()
    const both = [await checkedBy(coordinator, newGroup('2026-03-03', 'een')), await checkedBy(coordinator, newGroup('2026-03-03', 'twee'))]
    expect(await write(coordinator, both[first]!)).toBe('made')
    expect(await write(coordinator, both[1 - first]!)).toBe('changed')
    expect(await namesOf(coordinator)).toEqual(['Nieuw', 'Ook nieuw'])
    expect(await listImports(coordinator)).toMatchObject([{ groupCount: 2, sessionCount: 2 }])
    // Looked at anew it is told what is there already.
    const again = await checkSpreadsheet(coordinator, newGroup('2026-03-03', 'drie'))
    expect('faults' in again && again.faults.map(({ code }) => code)).toContain('sessionExists')
  })

  it('come in once at the same moment too', async () => {
    const { coordinator, own } = await world()
    const { id, text } = await knownGroup(own.id)
    for (const texts of [
      [newGroup('2026-03-03', 'een'), newGroup('2026-03-03', 'twee')] as const,
      [text, text.replace(';8;1;', ';8;0;')] as const,
    ]) {
      const checked = await Promise.all(texts.map((each) => checkedBy(coordinator, each)))
      expect((await Promise.all(checked.map((each) => write(coordinator, each)))).sort()).toEqual(['changed', 'made'])
    }
    expect(await namesOf(coordinator)).toHaveLength(3)
    expect(await groupOf(coordinator, id)).toMatchObject({ sessionsHeld: 2 })
  })

  it('with other days of the same new group make that group once', async () => {
    const { coordinator } = await world()
    const later = await checkedBy(coordinator, newGroup('2026-03-10'))
    await importSpreadsheet(coordinator, newGroup('2026-03-03'), { noNames: false })
    expect(await write(coordinator, later)).toBe('changed')
    expect(await namesOf(coordinator)).toHaveLength(2)
  })
})

describe('a file of a group that somebody works in', () => {
  it('does not bring in a session that was registered meanwhile', async () => {
    const { coordinator, own } = await world()
    const { id, text } = await knownGroup(own.id)
    const checked = await checkedBy(coordinator, text)
    expect(await register(coordinator, await groupOf(coordinator, id), '2026-03-10')).toMatchObject({ outcome: 'saved' })
    expect(await write(coordinator, checked)).toBe('changed')
    expect(await listSessionRows(id, { withdrawn: true })).toHaveLength(2)
    expect(await listImports(coordinator)).toEqual([])
    expect(await importSpreadsheet(coordinator, text, { noNames: false })).toMatchObject({ outcome: 'faults' })
  })

  it('brings in its session beside one of another day, and all of them are in the sums', async () => {
    const { coordinator, own } = await world()
    const { id, text } = await knownGroup(own.id)
    const [checked, group] = await Promise.all([checkedBy(coordinator, text), groupOf(coordinator, id)])
    expect(await write(coordinator, checked)).toBe('made')
    expect(await register(coordinator, group, '2026-03-17')).toMatchObject({ outcome: 'saved' })
    expect(await groupOf(coordinator, id)).toMatchObject({ sessionsHeld: 3, reached: 10, lastHeldOn: '2026-03-17' })
  })

  it('is refused when the group was closed, moved or left without its first session meanwhile', async () => {
    const { coordinator, manager, own, other } = await world()
    const { id, sessionId, text } = await knownGroup(own.id)
    const checked = await checkedBy(coordinator, text)
    const session = (await findSessionRow(sessionId))!
    expect(await withdrawSession(coordinator, session, { revision: 1, reason: 'ging niet door' })).toBe('saved')
    expect(await write(coordinator, checked)).toBe('changed')
    expect(await closeGroup(coordinator, await groupOf(coordinator, id), { closedOn: '2026-03-05', revision: 1 })).toBe('saved')
    expect(await write(coordinator, checked)).toBe('changed')
    await move(manager, await groupOf(manager, id), other.id)
    expect(await write(coordinator, checked)).toBe('changed')
    expect(await listSessionRows(id, { withdrawn: false })).toEqual([])
  })

  it('is refused when the import that made the group was undone meanwhile', async () => {
    const { coordinator } = await world()
    const made = await importSpreadsheet(coordinator, newGroup('2026-03-03'), { noNames: false })
    const checked = await checkedBy(coordinator, `${headings}\nNieuw;;;;;;10-3-2026;8;1;8;0`)
    await undoImport(coordinator, (await findImport(coordinator, 'id' in made ? made.id : ''))!)
    expect(await write(coordinator, checked)).toBe('changed')
    expect(await namesOf(coordinator)).toEqual([])
  })
})

async function move(person: Person, group: Group, organisationId: string): Promise<void> {
  const { programme, kind, municipality, audience, revision } = group
  const kept = { name: group.name, programme, kind, municipality, audience, languages: ['ar'], trainers: [] }
  const form = groupForm.parse({ ...kept, organisation: organisationId, revision })
  expect(await changeGroup(person, group, { ...form, revision })).toBe('saved')
}

describe('an import whose group moved to an organisation elsewhere', () => {
  it('is not undone, and says nothing of that group', async () => {
    const { coordinator, neighbour, manager, own, other } = await world()
    const { id, text } = await knownGroup(own.id)
    const made = await importSpreadsheet(coordinator, text, { noNames: false })
    const importId = 'id' in made ? made.id : ''
    expect(await findImport(coordinator, importId)).toMatchObject({ groups: [{ id }], changed: [], moved: false })
    await move(manager, await groupOf(manager, id), other.id)
    for (const person of [coordinator, manager]) {
      const found = (await findImport(person, importId))!
      expect(found).toMatchObject({ groups: [], changed: [], moved: true })
      expect(await undoImport(person, found)).toBe('changed')
    }
    expect(await groupOf(neighbour, id)).toMatchObject({ sessionsHeld: 2 })
    expect((await findImport(coordinator, importId))!.undoneAt).toBeNull()
  })
})

describe('a trainer with more memberships', () => {
  it('leads a new group by the one she joined last', async () => {
    const { coordinator, own } = await world()
    const trainer = await makeAccount({ roles: [{ role: 'trainer', organisationId: own.id }] })
    const cohorts = [await makeCohort({ organisationId: own.id }), await makeCohort({ organisationId: own.id })]
    const [newest] = [await addMember(cohorts[0]!, trainer.id), await addMember(cohorts[1]!, trainer.id)]
    await database().membership.update({ where: { id: newest }, data: { joinedAt: new Date(Date.now() + 60_000) } })
    const text = newGroup('2026-03-03', 'trainer').replace('8;0;\n', `8;0;${trainer.userName}\n`)
    const { plan } = await checkedBy(coordinator, text)
    expect(plan!.groups[0]!.facts!.trainers).toEqual([newest])
  })
})
