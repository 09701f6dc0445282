import { note } from '~/domain/accounts/audit.server'
import { terms } from '~/domain/accounts/terms'
import { clearIncoming } from '~/platform/storage/incoming.server'
import { storage } from '~/platform/storage/storage.server'
import { deleteUnusedBefore, isKept } from './media-repository.server'

const day = 24 * 60 * 60 * 1000

/**
 * Takes away files that never came on the site or were taken back, what uploads that broke off left behind, and what is in the
 * storage without anybody knowing of it. Safe to run at any moment and by several servers at once.
 */
export async function clearMedia(now = new Date()): Promise<void> {
  for (const id of await deleteUnusedBefore(new Date(now.getTime() - terms.unusedMediaDays * day)))
    await note({ actorId: null, action: 'media.deleted', subjectType: 'media', subjectId: id })
  const yesterday = new Date(now.getTime() - day)
  await clearIncoming(yesterday)
  const store = await storage()
  await store.clearUnfinished(yesterday)
  // A file is put away before it is written down: what came today may still be on its way.
  for await (const { key, changedAt } of store.list()) if (changedAt < yesterday && !(await isKept(key))) await store.delete(key)
}
