import { note } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import type { DatabaseTransaction } from '~/platform/db/client.server'
import { isTaken } from '~/platform/db/faults.server'
import { storage } from '~/platform/storage/storage.server'
import { aboutSlot, keyOfSlot } from './add-media.server'
import type { Slot } from './find-slot.server'
import { createPublished, findMediaRow, inTransaction, isThereStill, publishDraft, withdrawRow } from './media-repository.server'
import { listShown, showPublished } from './published-files.server'

/** `conflict`: somebody did something with it meanwhile. `gone`: the file itself is not in the storage. Nothing was changed. */
export type Published = 'saved' | 'conflict' | 'gone'

/** Puts a draft on the site. What was there before stays, as an older version. */
export async function publishMedia(person: Person, slot: Slot, id: string): Promise<Published> {
  const row = await findMediaRow(keyOfSlot(slot), id)
  if (row?.state !== 'draft') return 'conflict'
  if (!(await isThere(row))) return 'gone'
  return change(person, slot, 'media.published', async (tx) => ((await publishDraft(tx, keyOfSlot(slot), id)) ? id : null))
}

/**
 * Takes a version back: a draft, the file that is on the site (then the item's own file is there again, if it has one), or an older
 * one. After a while it is cleared away.
 */
export function withdrawMedia(person: Person, slot: Slot, id: string): Promise<Published> {
  return change(person, slot, 'media.withdrawn', async (tx) => ((await withdrawRow(tx, keyOfSlot(slot), id)) ? id : null))
}

/**
 * Puts a version that was on the site before on it again, as a new version: what happened in between stays to be seen. So do captions
 * that gave way to a newer recording, when they fit it after all.
 */
export async function restoreMedia(person: Person, slot: Slot, id: string): Promise<Published> {
  const row = await findMediaRow(keyOfSlot(slot), id)
  if (!row || row.publishedAt === null || (await listShown(row.itemId)).has(id)) return 'conflict'
  if (!(await isThere(row))) return 'gone'
  const { storageKey, sha256, contentType, bytes, seconds, title, voices } = row
  const facts = { storageKey, sha256, contentType, bytes, seconds, title, voices }
  // Where the row was cleared away since, its file is on its way out too.
  return change(person, slot, 'media.restored', async (tx) =>
    (await isThereStill(tx, id)) ? createPublished(tx, keyOfSlot(slot), facts, person.id) : null,
  )
}

async function isThere({ storageKey, bytes }: { storageKey: string; bytes: number }): Promise<boolean> {
  return (await (await storage()).size(storageKey)) === bytes
}

class Conflict extends Error {}

async function change(
  person: Person,
  slot: Slot,
  action: 'media.published' | 'media.withdrawn' | 'media.restored',
  work: (tx: DatabaseTransaction) => Promise<string | null>,
): Promise<Published> {
  try {
    await inTransaction(async (tx) => {
      const subjectId = await work(tx)
      // What was ended for it comes back with the transaction.
      if (subjectId === null) throw new Conflict()
      await note({ actorId: person.id, action, subjectType: 'media', subjectId, detail: aboutSlot(slot) }, tx)
    })
  } catch (error) {
    if (error instanceof Conflict || isTaken(error)) return 'conflict'
    throw error
  }
  await showPublished()
  return 'saved'
}
