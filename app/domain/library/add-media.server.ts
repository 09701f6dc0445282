import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { note } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import type { Voices } from '~/content/library/types'
import { inspect } from '~/platform/media/inspect.server'
import { MediaFault } from '~/platform/media/media-fault'
import { scan } from '~/platform/media/scan.server'
import { storage } from '~/platform/storage/storage.server'
import { limitOf, tooLarge, type Slot } from './find-slot.server'
import { createDraft, inTransaction, type SlotKey } from './media-repository.server'
import { wantedIn } from './slots'

/** What an editor says of a file. */
export interface GivenWords {
  title: string
  /** Of a recording: whose voices are heard. */
  voices: Voices | null
}

/** The place as the database knows it. */
export function keyOfSlot({ item, language, role }: Slot): SlotKey {
  return { itemId: item.id, language, role }
}

/**
 * Takes in a file that was uploaded: looks at what is in it, has it scanned, and puts it into the storage as a draft. The site
 * shows it only when somebody publishes it.
 * @param path where it is now; a picture is cleaned there. Who calls clears it away
 * @returns the id of the draft, or a code for what is wrong; nothing is kept then
 */
export async function addMedia(
  person: Person,
  slot: Slot,
  path: string,
  { title, voices }: GivenWords,
): Promise<{ id: string } | { code: string }> {
  if ((await stat(path)).size > limitOf(slot.role)) return { code: tooLarge(slot.role) }
  try {
    const { contentType, seconds } = await inspect(path, wantedIn[slot.role])
    await scan(path)
    const store = await storage()
    const put = () => store.put(createReadStream(path), { contentType })
    const { key, bytes, sha256 } = await put()
    const id = await inTransaction(async (tx) => {
      const facts = { storageKey: key, sha256, contentType, bytes, seconds, title, voices }
      const made = await createDraft(tx, keyOfSlot(slot), facts, person.id)
      await note({ actorId: person.id, action: 'media.uploaded', subjectType: 'media', subjectId: made, detail: aboutSlot(slot) }, tx)
      return made
    })
    // The same file may have lain there unused, and have been cleared away before it was written down that it is used again.
    if ((await store.size(key)) === null) await put()
    return { id }
  } catch (error) {
    if (error instanceof MediaFault) return { code: error.formCode }
    throw error
  }
}

/** For the audit log: codes only. */
export function aboutSlot({ item, language, role }: Slot): Record<string, string> {
  return { item: item.id, language, role }
}
