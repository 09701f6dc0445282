import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import {
  changeTarget,
  createTarget,
  findTarget,
  listTargetHistory,
  listTargetsAsOf,
  withdrawTarget,
  type Target,
} from '~/domain/participation/targets.server'
import { targetForm, type TargetForm } from '~/domain/participation/targets-schema'
import { makeAccount, makeOrganisation } from '../factories/accounts'

let manager: Person
let organisation: string

beforeAll(async () => {
  organisation = (await makeOrganisation()).id
  const { id } = await makeAccount({ roles: [{ role: 'manager' }] })
  manager = { id, roles: [{ role: 'manager', organisationId: null }] }
})

const typed = { indicator: 'people-reached', target: '40', from: '2023-09-01', to: '2025-08-31', programme: 'financieel', source: 'Brief' }
const formOf = (given: Record<string, string> = {}): TargetForm => targetForm.parse({ ...typed, ...given })
const codesOf = (given: Record<string, string>) =>
  (targetForm.safeParse({ ...typed, ...given }).error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`)

async function make(given: Record<string, string> = {}): Promise<Target> {
  const made = await createTarget(manager, { ...formOf(given), key: randomUUID() })
  if (!('id' in made)) throw new Error(made.code)
  return (await findTarget(made.id))!
}

const present = async () => (await listTargetsAsOf(new Date())).map(({ id }) => id)

describe('a target', () => {
  it('is kept as it was agreed', async () => {
    const target = await make({ municipality: 'Den Haag', organisation, kind: 'women' })
    expect(target).toMatchObject({
      indicator: 'people-reached',
      programme: 'financieel',
      kind: 'women',
      organisation,
      municipality: 'GM0518',
      background: null,
      from: '2023-09-01',
      to: '2025-08-31',
      target: 40,
      source: 'Brief',
      revision: 1,
    })
    expect(await present()).toContain(target.id)
  })

  it('is one target when the form is sent twice', async () => {
    const form = { ...formOf(), key: randomUUID() }
    const [first, second] = [await createTarget(manager, form), await createTarget(manager, form)]
    expect(first).toEqual(second)
    expect(await listTargetHistory('id' in first ? first.id : '')).toHaveLength(1)
  })

  it('changes as a revision, and an earlier moment keeps what it was', async () => {
    const target = await make()
    const before = new Date()
    // The next revision is of a later moment than `before`.
    while (new Date() <= before) await new Promise((resolve) => setImmediate(resolve))
    expect(await changeTarget(manager, target, { ...formOf({ target: '60' }), revision: 1 })).toBe('saved')
    const at = async (moment: Date) => (await listTargetsAsOf(moment)).find(({ id }) => id === target.id)?.target
    expect(await at(before)).toBe(40)
    expect(await at(new Date())).toBe(60)
    expect((await listTargetHistory(target.id)).map(({ number, act, value }) => [number, act, value])).toEqual([
      [2, 'changed', 60],
      [1, 'created', 40],
    ])
  })

  it('does not change under somebody who read an older one', async () => {
    const target = await make()
    const outcomes = await Promise.all(
      [41, 42].map((number) => changeTarget(manager, target, { ...formOf({ target: String(number) }), revision: 1 })),
    )
    expect([...outcomes].sort()).toEqual(['conflict', 'saved'])
    expect((await findTarget(target.id))?.revision).toBe(2)
    expect(await withdrawTarget(manager, target, { revision: 1 })).toBe('conflict')
    expect(await present()).toContain(target.id)
  })

  it('is withdrawn from now on', async () => {
    const target = await make()
    const before = new Date()
    while (new Date() <= before) await new Promise((resolve) => setImmediate(resolve))
    expect(await withdrawTarget(manager, target, { revision: 1 })).toBe('saved')
    expect(await findTarget(target.id)).toBeNull()
    expect(await present()).not.toContain(target.id)
    expect((await listTargetsAsOf(before)).map(({ id }) => id)).toContain(target.id)
    // What was withdrawn is not withdrawn or changed again.
    expect(await changeTarget(manager, target, { ...formOf(), revision: 1 })).toBe('conflict')
  })

  it('is noted in the audit log with each thing that is done to it', async () => {
    const target = await make()
    await changeTarget(manager, target, { ...formOf({ target: '50' }), revision: 1 })
    await withdrawTarget(manager, target, { revision: 2 })
    const { lines } = await listAudit({ skip: 0, take: 200 })
    const about = lines.filter(({ subject }) => subject.id === target.id)
    expect(about.map(({ action }) => action).sort()).toEqual(['target.changed', 'target.created', 'target.withdrawn'])
    expect(about.every(({ actor }) => actor?.id === manager.id)).toBe(true)
  })

  it('stands in the order of the list of indicators', async () => {
    const [people, sessions, trained] = [
      await make(),
      await make({ indicator: 'sessions-held' }),
      await make({ indicator: 'trainers-trained', background: 'pool' }),
    ]
    const ids = await present()
    const places = [trained, sessions, people].map(({ id }) => ids.indexOf(id))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})

describe('a form', () => {
  it.each([
    [{ indicator: '' }, 'indicator: indicatorMissing'],
    [{ indicator: 'group-size-mean' }, 'indicator: indicatorMissing'],
    [{ target: '' }, 'target: targetMissing'],
    [{ target: '0' }, 'target: targetNotValid'],
    [{ target: '4,5' }, 'target: targetNotValid'],
    [{ target: '-3' }, 'target: targetNotValid'],
    [{ target: '12345678' }, 'target: targetNotValid'],
    [{ from: '2024-02-30' }, 'from: dateNotValid'],
    [{ to: '2023-08-31' }, 'to: periodReversed'],
    [{ programme: 'anders' }, 'programme: choiceUnknown'],
    [{ organisation: 'niet-een-id' }, 'organisation: choiceUnknown'],
    [{ background: 'pool' }, 'background: notWithIndicator'],
    [{ indicator: 'cohorts-held', kind: 'women' }, 'kind: notWithIndicator'],
    [{ source: '  ' }, 'source: sourceMissing'],
    [{ source: 'x'.repeat(201) }, 'source: reasonTooLong'],
  ])('%j is refused: %s', (given, expected) => {
    expect(codesOf(given as Record<string, string>)).toContain(expected)
  })

  it('takes digits of every keyboard', () => {
    expect(formOf({ target: '٤٠' }).target).toBe(40)
  })

  it.each([
    [{ municipality: 'Nergens' }, { field: 'municipality', code: 'municipalityUnknown' }],
    [{ organisation: randomUUID() }, { field: 'organisation', code: 'organisationMissing' }],
    [{ source: 'bel 06 12 34 56 78' }, { field: 'source', code: 'textHasContact' }],
  ])('%j is held against what there is', async (given, expected) => {
    const before = await present()
    expect(await createTarget(manager, { ...formOf(given as Record<string, string>), key: randomUUID() })).toEqual(expected)
    expect(await present()).toEqual(before)
  })
})
