import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { listAudit } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { addMedia } from '~/domain/library/add-media.server'
import { clearMedia } from '~/domain/library/clear-media.server'
import { findSlot, type Slot } from '~/domain/library/find-slot.server'
import { listVersions } from '~/domain/library/list-media.server'
import { publishMedia, restoreMedia, withdrawMedia } from '~/domain/library/publish-media.server'
import { database } from '~/platform/db/client.server'
import { storage } from '~/platform/storage/storage.server'
import { makeAccount } from '../factories/accounts'
import { sampleMedia } from '../setup/multipart'
import type { Order } from '../setup/media-worker'

// What is cleared away of the uploaded files, and above all what is not.

const day = 24 * 60 * 60 * 1000
let editor: Person
beforeAll(async () => {
  editor = { id: (await makeAccount({ roles: [{ role: 'editor' }] })).id, roles: [{ role: 'editor', organisationId: null }] }
})

const folder = () => process.env.STORAGE_DIR!
const later = (days: number) => new Date(Date.now() + days * day)
const slotOf = (language: string, role = 'captions') => findSlot('the-ring', language, role)!

let count = 0
/** Captions that no other test has. @returns their id and their key */
async function add(slot: Slot): Promise<{ id: string; key: string }> {
  count += 1
  mkdirSync(folder(), { recursive: true })
  const file = path.join(folder(), `${randomUUID()}.vtt`)
  writeFileSync(file, `WEBVTT\n\n00:00.000 --> 00:01.000\nregel ${count} ${randomUUID()}\n`)
  const added = await addMedia(editor, slot, file, { title: '', voices: null })
  if ('code' in added) throw new Error(added.code)
  const { storageKey } = await database().mediaFile.findUniqueOrThrow({ where: { id: added.id } })
  return { id: added.id, key: storageKey }
}

const isThere = async (key: string) => (await (await storage()).size(key)) !== null
const standing = async (slot: Slot, id: string) => (await listVersions(slot)).find((each) => each.id === id)?.standing ?? 'gone'
const setOlder = (key: string) => utimesSync(path.join(folder(), key), new Date(0), new Date(0))

describe('clearing', () => {
  it('takes drafts and what was taken back after thirty days, and leaves what is or was on the site', async () => {
    const slot = slotOf('tr')
    const old = await add(slot)
    await publishMedia(editor, slot, old.id)
    const current = await add(slot)
    await publishMedia(editor, slot, current.id)
    const draft = await add(slot)
    const discarded = await add(slot)
    await withdrawMedia(editor, slot, discarded.id)
    const other = slotOf('ar')
    const withdrawn = await add(other)
    await publishMedia(editor, other, withdrawn.id)
    await withdrawMedia(editor, other, withdrawn.id)

    await clearMedia(later(29))
    for (const { key } of [old, current, draft, discarded, withdrawn]) expect(await isThere(key)).toBe(true)
    await clearMedia(later(31))
    expect([await standing(slot, old.id), await standing(slot, current.id), await standing(slot, draft.id)]).toEqual([
      'superseded',
      'current',
      'gone',
    ])
    expect([await standing(slot, discarded.id), await standing(other, withdrawn.id)]).toEqual(['gone', 'gone'])
    expect([await isThere(old.key), await isThere(current.key)]).toEqual([true, true])
    for (const { key } of [draft, discarded, withdrawn]) expect(await isThere(key)).toBe(false)
    expect(await restoreMedia(editor, other, withdrawn.id)).toBe('conflict')
    const { lines } = await listAudit({ skip: 0, take: 200 })
    const deleted = lines.filter(({ action }) => action === 'media.deleted').map(({ subject }) => subject.id)
    expect(deleted.sort()).toEqual([draft.id, discarded.id, withdrawn.id].sort())
  })

  it('takes an older version that somebody took back, with the voice in it', async () => {
    const slot = slotOf('so')
    const old = await add(slot)
    await publishMedia(editor, slot, old.id)
    const current = await add(slot)
    await publishMedia(editor, slot, current.id)
    expect(await withdrawMedia(editor, slot, old.id)).toBe('saved')
    expect(await withdrawMedia(editor, slot, old.id)).toBe('conflict')
    expect([await standing(slot, old.id), await standing(slot, current.id)]).toEqual(['withdrawn', 'current'])
    await clearMedia(later(31))
    expect([await isThere(old.key), await isThere(current.key)]).toEqual([false, true])
  })

  it('leaves a file to which anything refers, whatever else of it goes', async () => {
    const file = path.join(folder(), 'tone.mp3')
    mkdirSync(folder(), { recursive: true })
    const put = async (language: string) => {
      writeFileSync(file, sampleMedia('tone.mp3'))
      const added = await addMedia(editor, slotOf(language, 'audio'), file, { title: '', voices: 'person' })
      return 'id' in added ? added.id : ''
    }
    const [one, two] = [await put('tr'), await put('ar')]
    const { storageKey } = await database().mediaFile.findUniqueOrThrow({ where: { id: one } })
    await publishMedia(editor, slotOf('tr', 'audio'), one)
    await clearMedia(later(31))
    expect([await standing(slotOf('tr', 'audio'), one), await standing(slotOf('ar', 'audio'), two)]).toEqual(['current', 'gone'])
    expect(await isThere(storageKey)).toBe(true)
  })

  it('takes what nobody knows of once it is a day old, and nothing that came today', async () => {
    const store = await storage()
    const { key } = await store.put(Readable.from([randomUUID()]))
    const { key: old } = await store.put(Readable.from([randomUUID()]))
    setOlder(old)
    await clearMedia()
    expect([await isThere(key), await isThere(old)]).toEqual([true, false])
  })

  it('leaves an upload that is under way', async () => {
    const store = await storage()
    const coming = new Readable({ read: () => {} })
    coming.push('the first half, ')
    const put = store.put(coming)
    const partial = () => readdirSync(path.join(folder(), 'unfinished')).filter((name) => name.endsWith('.part'))
    await expect.poll(partial).toHaveLength(1)
    await clearMedia()
    coming.push('the second half')
    coming.push(null)
    const { key } = await put
    // What lay there unused since long is new again when somebody sends the same.
    setOlder(key)
    await store.put(Readable.from(['the first half, the second half']))
    await clearMedia()
    expect(String(await buffer(await store.read(key)))).toBe('the first half, the second half')
  })

  it('takes uploads in pieces that nobody went on with for more than a day, and halves of them', async () => {
    const place = path.join(folder(), 'unfinished/resumable')
    mkdirSync(place, { recursive: true })
    const upload = (
      id: string,
      begunAt: Date,
      words = JSON.stringify({ id, size: 10, offset: 0, metadata: {}, creation_date: begunAt }),
    ) => {
      writeFileSync(path.join(place, id), 'half')
      writeFileSync(path.join(place, `${id}.json`), words)
    }
    const [young, old, broken, alone] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    upload(young, new Date())
    upload(old, later(-1.1))
    upload(broken, new Date(), '{ "id": ')
    utimesSync(path.join(place, broken), later(-2), later(-2))
    writeFileSync(path.join(place, `${alone}.json`), JSON.stringify({ id: alone, size: 10, creation_date: later(-3) }))
    utimesSync(path.join(place, `${alone}.json`), later(-3), later(-3))
    await clearMedia()
    expect(readdirSync(place).sort()).toEqual([young, `${young}.json`].sort())
    for (const name of [young, `${young}.json`]) expect(existsSync(path.join(place, name))).toBe(true)
  })
})

describe('two processes on one folder', () => {
  /** Starts another process. @returns what has it carry out an order */
  async function another(): Promise<(order: Order) => Promise<void>> {
    const worker = fileURLToPath(new URL('../setup/media-worker.ts', import.meta.url))
    const child: ChildProcess = fork(worker, { execArgv: ['--import', 'tsx'] })
    onTestFinished(() => void child.kill())
    const hears = (word: string) =>
      new Promise<void>((resolve, reject) => {
        child.once('exit', (code) => reject(new Error(`the other process ended with ${code}`)))
        child.once('message', (said) => (said === word ? resolve() : reject(new Error(JSON.stringify(said)))))
      })
    await hears('ready')
    return (order) => {
      const done = hears('done')
      child.send(order)
      return done
    }
  }

  it('clear at once: what goes goes once, and what stays stays', async () => {
    const slot = slotOf('fa')
    const stays = await add(slot)
    await publishMedia(editor, slot, stays.id)
    const drafts = await Promise.all(Array.from({ length: 12 }, () => add(slot)))
    const processes = [await another(), await another()]
    const clearAt = later(31).getTime()
    await Promise.all([...processes.map((order) => order({ clearAt })), clearMedia(new Date(clearAt))])
    for (const { key } of drafts) expect(await isThere(key)).toBe(false)
    expect(await isThere(stays.key)).toBe(true)
    const ids = new Set(drafts.map(({ id }) => id))
    const lines = await database().auditEntry.findMany({ where: { action: 'media.deleted', subjectId: { in: [...ids] } } })
    expect(lines.map(({ subjectId }) => subjectId).sort()).toEqual([...ids].sort())
  })

  it('put the same files away while the other one clears: each is there, whole', async () => {
    const texts = Array.from({ length: 15 }, (_, index) => `text ${index} `)
    const processes = [await another(), await another()]
    await Promise.all([...processes.map((order) => order({ put: texts })), clearMedia(), clearMedia()])
    const store = await storage()
    const found: string[] = []
    for await (const { key, bytes } of store.list()) {
      const whole = await buffer(await store.read(key))
      expect(whole).toHaveLength(bytes)
      const content = String(whole)
      if (/^text \d+ text/.test(content)) found.push(content.slice(0, content.indexOf(' ', 5) + 1))
    }
    expect(found.sort()).toEqual([...texts].sort())
    expect(readdirSync(path.join(folder(), 'unfinished')).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
