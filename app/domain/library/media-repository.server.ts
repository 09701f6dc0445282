import type { Voices } from '~/content/library/types'
import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import { momentAfter } from '~/platform/db/revisions.server'

type Db = DatabaseTransaction

/** Where a file belongs, in words. */
export interface SlotKey {
  itemId: string
  language: string
  role: string
}

export interface MediaFacts {
  storageKey: string
  sha256: string
  contentType: string
  bytes: number
  seconds: number | null
  title: string
  voices: Voices | null
}

export function inTransaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return database().$transaction(work)
}

const currentKey = ({ itemId, language, role }: SlotKey) => `${itemId}/${language}/${role}`

/** Writes down a file that was uploaded and is not on the site yet. @returns its id */
export async function createDraft(tx: Db, slot: SlotKey, facts: MediaFacts, accountId: string): Promise<string> {
  return (await tx.mediaFile.create({ data: { ...slot, ...facts, accountId }, select: { id: true } })).id
}

/** Another published row with the same file, for putting an older version back. @returns its id */
export async function createPublished(tx: Db, slot: SlotKey, facts: MediaFacts, accountId: string): Promise<string> {
  const publishedAt = await endCurrent(tx, slot)
  const state = { state: 'published', recordedAt: publishedAt, publishedAt, currentFor: currentKey(slot) } as const
  return (await tx.mediaFile.create({ data: { ...slot, ...facts, ...state, accountId }, select: { id: true } })).id
}

/**
 * Puts a draft on the site, in place of what was uploaded before.
 * @returns false when it is no draft any more. Throws P2002 when somebody else published at the same moment.
 */
export async function publishDraft(tx: Db, slot: SlotKey, id: string): Promise<boolean> {
  const publishedAt = await endCurrent(tx, slot)
  const { count } = await tx.mediaFile.updateMany({
    where: { id, ...slot, state: 'draft' },
    data: { state: 'published', publishedAt, currentFor: currentKey(slot) },
  })
  return count === 1
}

async function endCurrent(tx: Db, slot: SlotKey): Promise<Date> {
  const current = await tx.mediaFile.findUnique({ where: { currentFor: currentKey(slot) }, select: { publishedAt: true } })
  const moment = momentAfter(current?.publishedAt ? { recordedAt: current.publishedAt } : null)
  await tx.mediaFile.updateMany({ where: { currentFor: currentKey(slot) }, data: { currentFor: null, supersededAt: moment } })
  return moment
}

/**
 * Takes back a draft, the file that is on the site, or an older version.
 * @returns false when it was taken back already
 */
export async function withdrawRow(tx: Db, slot: SlotKey, id: string): Promise<boolean> {
  const row = await tx.mediaFile.findFirst({ where: { id, ...slot }, select: { storageKey: true, state: true } })
  const supersededAt = new Date()
  const { count } = await tx.mediaFile.updateMany({
    where: { id, ...slot, state: { not: 'withdrawn' } },
    data: { state: 'withdrawn', supersededAt, currentFor: null },
  })
  // The same file may have been on the site before: as an older version it would still be handed out.
  if (count === 1 && row?.state === 'published') {
    const same = { ...slot, storageKey: row.storageKey, state: 'published', currentFor: null } as const
    await tx.mediaFile.updateMany({ where: same, data: { state: 'withdrawn', supersededAt } })
  }
  return count === 1
}

/** Whether a version is still there, seen from a transaction. */
export async function isThereStill(tx: Db, id: string): Promise<boolean> {
  return (await tx.mediaFile.count({ where: { id } })) === 1
}

export function findMediaRow(slot: SlotKey, id: string) {
  return database().mediaFile.findFirst({ where: { id, ...slot } })
}

/** All versions in a place, the newest first. */
export function listMediaRows(slot: SlotKey) {
  return database().mediaFile.findMany({ where: { ...slot }, orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }] })
}

/** What is on the site of everything that was uploaded, or of one item. */
export function listCurrentRows(itemId?: string) {
  return database().mediaFile.findMany({ where: { currentFor: { not: null }, ...(itemId ? { itemId } : {}) }, orderBy: { id: 'asc' } })
}

/** What was on the site of an item and gave way to something else; what was taken back is not among it. */
export function listSupersededRows(itemId: string) {
  return database().mediaFile.findMany({ where: { itemId, state: 'published', currentFor: null } })
}

/** How many files wait to be published, by place. */
export async function countDrafts(itemId?: string): Promise<(SlotKey & { count: number })[]> {
  const groups = await database().mediaFile.groupBy({
    by: ['itemId', 'language', 'role'],
    where: { state: 'draft', ...(itemId ? { itemId } : {}) },
    _count: { _all: true },
  })
  return groups.map(({ _count, ...slot }) => ({ ...slot, count: _count._all }))
}

/**
 * Takes away the rows of files that did not come on the site before a moment, and of those that were taken back before it.
 * @returns the ids of those that went now; two processes at once share them between them
 */
export async function deleteUnusedBefore(moment: Date): Promise<string[]> {
  const where = {
    OR: [
      { state: 'draft' as const, recordedAt: { lt: moment } },
      { state: 'withdrawn' as const, supersededAt: { lt: moment } },
    ],
  }
  const rows = await database().mediaFile.findMany({ where, select: { id: true } })
  const gone: string[] = []
  // One by one: somebody may publish one meanwhile, and then it stays.
  for (const { id } of rows) if ((await database().mediaFile.deleteMany({ where: { ...where, id } })).count === 1) gone.push(id)
  return gone
}

/** Whether any version, old or new, is in the storage under this key. */
export async function isKept(storageKey: string): Promise<boolean> {
  return (await database().mediaFile.findFirst({ where: { storageKey }, select: { id: true } })) !== null
}

/** A version of any file of an item, whatever its state. */
export function findMediaById(itemId: string, id: string) {
  return database().mediaFile.findFirst({ where: { id, itemId } })
}
