import { beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { checkSpreadsheet } from '~/domain/groups/import/check-spreadsheet.server'
import { decodeSpreadsheet } from '~/domain/groups/import/decode'
import { importSpreadsheet } from '~/domain/groups/import/import-spreadsheet.server'
import { findImport, listImports, undoImport } from '~/domain/groups/import/imports.server'
import { templateOf } from '~/domain/groups/import/template'
import { findGroup, listGroups } from '~/domain/groups/groups.server'
import { groupSearch } from '~/domain/groups/schema'
import { findSessionRow, listSessionRevisions, listSessionRows } from '~/domain/groups/sessions-repository.server'
import { withdrawSession } from '~/domain/groups/register-session.server'
import { makeAccount, makeOrganisation } from '../factories/accounts'
import { addMember, makeCohort } from '../factories/cohorts'

let number = 0
const headings = 'group;organisation;programme;kind;municipality;place;audience;languages;trainer;date;present;firstTime;women;men;note'

async function coordinatorOf(organisationId: string): Promise<Person> {
  const { id } = await makeAccount({ roles: [{ role: 'coordinator', organisationId }] })
  return { id, roles: [{ role: 'coordinator', organisationId }] }
}

// An organisation with one under it, a neighbour, and a spreadsheet of two groups with three sessions.
async function world() {
  const [east, west] = await Promise.all([makeOrganisation(), makeOrganisation()])
  const team = await makeOrganisation({ parentId: east.id })
  const name = `Groep ${(number += 1)}`
  const text = [
    headings,
    `${name};${east.name};Opvoeding;Oudergroep;Utrecht;Buurthuis;moeders;ar,nl;;3-3-2026;8;8;7;1;`,
    `${name};${east.name};;;;;;;;10-3-2026;9;1;8;1;Over grenzen`,
    `${name} team;${team.name};financieel;women;Den Haag;;vrouwen;tr;;2026-03-05;5;5;5;0;`,
  ].join('\n')
  const [coordinator, teamCoordinator, neighbour] = await Promise.all([
    coordinatorOf(east.id),
    coordinatorOf(team.id),
    coordinatorOf(west.id),
  ])
  return { east, west, team, name, text, coordinator, teamCoordinator, neighbour }
}

const groupsOf = async (person: Person) => (await listGroups(person, groupSearch.parse({}), { skip: 0, take: 100 })).groups
const made = async (person: Person, text: string) => {
  const result = await importSpreadsheet(person, text, { noNames: false })
  if (!('outcome' in result) || result.outcome !== 'made') throw new Error(JSON.stringify(result))
  return result.id
}

let given: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  given = await world()
})

describe('a dry run', () => {
  it('counts what would come in, and writes nothing', async () => {
    const { coordinator, text } = given
    expect(await checkSpreadsheet(coordinator, text)).toMatchObject({
      faults: [],
      before: null,
      counts: { newGroups: 2, knownGroups: 0, sessions: 3, attendances: 22, reached: 14 },
    })
    expect(await groupsOf(coordinator)).toEqual([])
    expect(await listImports(coordinator)).toEqual([])
  })

  it('tells every fault of every row', async () => {
    const { coordinator, east } = given
    const text = [headings, `A groep;${east.name};x;y;z;;q;w;niemand;morgen;-1;9999;a;;`, `B groep;${east.name};;;;;;;;;;;;;`].join('\n')
    const checked = await checkSpreadsheet(coordinator, text)
    if ('code' in checked) throw new Error(checked.code)
    const found = checked.faults.map(({ row, column }) => `${row} ${column}`)
    const expected = [
      'programme',
      'kind',
      'municipality',
      'audience',
      'languages',
      'trainer',
      'date',
      'present',
      'firstTime',
      'women',
      'men',
    ]
    expect(found.filter((line) => line.startsWith('2 ')).sort()).toEqual(expected.map((column) => `2 ${column}`).sort())
    // What a new group lacks is told at once with what its session lacks.
    const missing = ['programme', 'kind', 'municipality', 'audience', 'languages', 'date', 'present', 'firstTime', 'women', 'men']
    expect(found.filter((line) => line.startsWith('3 ')).sort()).toEqual(missing.map((column) => `3 ${column}`).sort())
  })

  it('knows nothing of an organisation, a trainer or a group of somebody else', async () => {
    const { west, east, neighbour, coordinator, name, text } = await world()
    await made(coordinator, text)
    const strange = await checkSpreadsheet(neighbour, text)
    expect(strange).toMatchObject({ before: null, plan: null })
    expect('faults' in strange && new Set(strange.faults.map(({ code }) => code))).toEqual(new Set(['organisationUnknown']))
    // The same name at her own organisation is another group.
    const own = text.split('\n').slice(0, 2).join('\n').replace(east.name, west.name)
    expect(await checkSpreadsheet(neighbour, own)).toMatchObject({ faults: [], counts: { newGroups: 1, knownGroups: 0 } })
    expect(name).not.toBe('')
  })
})

describe('an import', () => {
  it('brings in all rows with their revisions, and is noted', async () => {
    const { coordinator, teamCoordinator, neighbour, text, name, east } = await world()
    const trainer = await makeAccount({ roles: [{ role: 'trainer', organisationId: east.id }] })
    await addMember(await makeCohort({ organisationId: east.id }), trainer.id)
    const id = await made(coordinator, text.replace(';;3-3-2026', `;${trainer.userName.toUpperCase()};3-3-2026`))
    const [group, team] = await groupsOf(coordinator)
    expect(group).toMatchObject({ name, sessionsHeld: 2, reached: 9, lastHeldOn: '2026-03-10', municipality: 'GM0344' })
    expect(team).toMatchObject({ name: `${name} team`, sessionsHeld: 1, reached: 5 })
    expect((await findGroup(coordinator, group!.id))!.trainers).toHaveLength(1)
    const sessions = await listSessionRows(group!.id, { withdrawn: false })
    expect(sessions[0]).toMatchObject({ date: '2026-03-10', present: 9, firstTime: 1, women: 8, men: 1, unknown: 0, note: 'Over grenzen' })
    expect(await listSessionRevisions(sessions[0]!.id)).toMatchObject([
      { number: 1, act: 'registered', authorId: coordinator.id, present: 9 },
    ])
    const { lines } = await listAudit({ skip: 0, take: 5 })
    expect(lines[0]).toMatchObject({ action: 'import.made', subject: { type: 'import', id } })
    // Who reaches a part of it sees the groups of that part, and not the import.
    expect(await groupsOf(teamCoordinator)).toHaveLength(1)
    for (const person of [teamCoordinator, neighbour]) {
      expect(await listImports(person)).toEqual([])
      expect(await findImport(person, id)).toBeNull()
    }
    expect(await listImports(coordinator)).toMatchObject([{ id, groupCount: 2, sessionCount: 3 }])
  })

  it('is all or nothing', async () => {
    const { coordinator, text } = await world()
    const wrong = `${text}\nLaatste;;opvoeding;parents;Utrecht;;mothers;ar;;2026-03-05;5;5;4;0;`
    expect(await importSpreadsheet(coordinator, wrong, { noNames: true })).toMatchObject({ outcome: 'faults' })
    expect(await groupsOf(coordinator)).toEqual([])
    expect(await listImports(coordinator)).toEqual([])
  })

  it('of the same file happens once, also at the same moment, and in whatever way the file was saved', async () => {
    const { coordinator, text } = await world()
    const both = await Promise.all([
      importSpreadsheet(coordinator, text, { noNames: false }),
      importSpreadsheet(coordinator, text, { noNames: false }),
    ])
    const ids = new Set(both.map((each) => 'id' in each && each.id))
    expect(ids.size).toBe(1)
    const again = decodeSpreadsheet(Buffer.from(`${text.replaceAll('\n', '\r\n')}\r\n`, 'latin1'))
    if ('code' in again) throw new Error(again.code)
    expect(await checkSpreadsheet(coordinator, again.text)).toMatchObject({ before: { id: [...ids][0] }, faults: [] })
    expect(await importSpreadsheet(coordinator, again.text, { noNames: false })).toEqual({ outcome: 'before', id: [...ids][0] })
    expect(await groupsOf(coordinator)).toHaveLength(2)
    expect(await listImports(coordinator)).toHaveLength(1)
  })

  it('asks about what may be a name', async () => {
    const { coordinator, text } = await world()
    const doubtful = text.replace('Over grenzen', 'gesprek met Anna de Vries')
    expect(await importSpreadsheet(coordinator, doubtful, { noNames: false })).toMatchObject({ outcome: 'faults', checked: { faults: [] } })
    expect(await groupsOf(coordinator)).toEqual([])
    expect(await importSpreadsheet(coordinator, doubtful, { noNames: true })).toMatchObject({ outcome: 'made' })
  })

  it('of a group that is there adds its sessions to it', async () => {
    const { coordinator, text, name, east } = await world()
    await made(coordinator, text)
    const more = [
      'groep;organisatie;datum;aanwezig;eerste keer;vrouwen;mannen',
      `${name.toUpperCase()};${east.name};17-3-2026;7;0;7;0`,
    ].join('\n')
    const id = await made(coordinator, more)
    const [group, ...others] = await groupsOf(coordinator)
    expect(group).toMatchObject({ sessionsHeld: 3, reached: 9, lastHeldOn: '2026-03-17' })
    expect(others).toHaveLength(1)
    await undoImport(coordinator, (await findImport(coordinator, id))!)
    expect((await groupsOf(coordinator))[0]).toMatchObject({ sessionsHeld: 2, lastHeldOn: '2026-03-10' })
  })

  it('of the template works as it is', async () => {
    const { coordinator, east } = await world()
    const template = decodeSpreadsheet(Buffer.from(templateOf(east.name)))
    if ('code' in template) throw new Error(template.code)
    await made(coordinator, template.text)
    expect(await groupsOf(coordinator)).toHaveLength(1)
  })

  it('of a thousand rows is one act too, and of more than five thousand none', async () => {
    const { coordinator, east } = await world()
    const facts = `${east.name};opvoeding;parents;Utrecht;;mothers;ar;`
    const rows = Array.from({ length: 5_001 }, (_, index) => {
      const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 50))).toISOString().slice(0, 10)
      return `Groot ${index % 50};${facts};${day};6;${index < 50 ? 6 : 0};6;0;`
    })
    await made(coordinator, [headings, ...rows.slice(0, 1_000)].join('\n'))
    expect(await groupsOf(coordinator)).toHaveLength(50)
    expect(await importSpreadsheet(coordinator, [headings, ...rows].join('\n'), { noNames: false })).toEqual({
      code: 'fileTooManyRows',
    })
  })
})

describe('undoing an import', () => {
  it('withdraws all of it, leaves the traces, and lets the same file come in again', async () => {
    const { coordinator, text } = await world()
    const id = await made(coordinator, text)
    const [group] = await groupsOf(coordinator)
    const [session] = await listSessionRows(group!.id, { withdrawn: false })
    const found = (await findImport(coordinator, id))!
    expect(found).toMatchObject({ changed: [], groups: [{}, {}] })
    expect(await Promise.all([undoImport(coordinator, found), undoImport(coordinator, found)])).toEqual(['undone', 'undone'])
    expect(await groupsOf(coordinator)).toEqual([])
    expect(await findGroup(coordinator, group!.id)).toBeNull()
    expect(await findSessionRow(session!.id)).toMatchObject({ status: 'withdrawn', revision: 2 })
    const revisions = await listSessionRevisions(session!.id)
    expect(revisions).toMatchObject([
      { number: 2, act: 'withdrawn', supersededAt: null, present: 9 },
      { number: 1, act: 'registered' },
    ])
    expect(revisions[1]!.supersededAt).toEqual(revisions[0]!.recordedAt)
    expect((await findImport(coordinator, id))!.undoneAt).not.toBeNull()
    const second = await made(coordinator, text)
    expect(second).not.toBe(id)
    expect(await groupsOf(coordinator)).toHaveLength(2)
  })

  it('is refused when something of it was changed since, and then undoes nothing', async () => {
    const { coordinator, text } = await world()
    const id = await made(coordinator, text)
    const [group] = await groupsOf(coordinator)
    const [session] = await listSessionRows(group!.id, { withdrawn: false })
    await withdrawSession(coordinator, session!, { revision: 1, reason: 'ging niet door' })
    const found = (await findImport(coordinator, id))!
    expect(found.changed).toMatchObject([{ id: group!.id }])
    expect(await undoImport(coordinator, found)).toBe('changed')
    expect(await groupsOf(coordinator)).toHaveLength(2)
    expect((await findImport(coordinator, id))!.undoneAt).toBeNull()
  })
})
