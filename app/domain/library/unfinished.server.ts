import type { Person } from '~/domain/accounts/policy'
import { findResumable, listResumable, removeResumable } from '~/platform/storage/resumable.server'
import { addMedia, type GivenWords } from './add-media.server'
import { findSlot, type Slot } from './find-slot.server'

function isFor(slot: Slot, facts: Record<string, string>): boolean {
  return facts.item === slot.item.id && facts.language === slot.language && facts.role === slot.role
}

/** What somebody began to send to a place, so that the same file goes on where it was. */
export async function listUnfinished(accountId: string, slot: Slot): Promise<{ id: string; mark: string }[]> {
  const all = await listResumable(accountId)
  return all.flatMap(({ id, facts }) => (isFor(slot, facts) && facts.mark ? [{ id, mark: facts.mark }] : []))
}

/** A file that somebody began to send and that is not a version of anything yet. */
export interface Unfinished {
  id: string
  slot: Slot
  begunAt: Date
  /** Bytes that came, and all there are. */
  offset: number
  size: number
}

/** All that somebody began to send and that takes room until it is finished, thrown away, or a day old. The oldest first. */
export async function listAllUnfinished(accountId: string): Promise<Unfinished[]> {
  return (await listResumable(accountId)).flatMap(({ id, facts, begunAt, offset, size }) => {
    const slot = findSlot(facts.item, facts.language, facts.role)
    return slot ? [{ id, slot, begunAt, offset, size }] : []
  })
}

/** Throws away what somebody began to send. @returns false when it is not there (any more), or is being taken in */
export async function discardUnfinished(accountId: string, id: string): Promise<boolean> {
  if (taking.has(id) || !(await findResumable(accountId, id))) return false
  await removeResumable(id)
  return true
}

/**
 * Takes in a file that came in pieces. Whatever comes of it, the pieces are cleared away.
 * @returns as `addMedia`; `uploadGone` when there is no such upload for this place, or not all of it
 */
export async function addResumable(person: Person, slot: Slot, id: string, given: GivenWords): Promise<{ id: string } | { code: string }> {
  const upload = await findResumable(person.id, id)
  if (!upload || taking.has(id) || !isFor(slot, upload.facts) || upload.offset !== upload.size) return { code: 'uploadGone' }
  taking.add(id)
  try {
    return await addMedia(person, slot, upload.file, given)
  } finally {
    taking.delete(id)
    await removeResumable(id)
  }
}

/** Those that are being taken in now: looking at one takes a while, and somebody may press again. */
const taking = new Set<string>()
