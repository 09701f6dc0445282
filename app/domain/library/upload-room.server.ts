import { env } from '~/platform/env/env.server'
import { clearResumable, listReserved } from '~/platform/storage/resumable.server'
import { uploadBounds, uploadRefusal, type OnItsWay } from './policy'

/** What this process let in and is not to be seen on the disk yet, or comes in one piece with a form. */
const letIn = new Map<string, OnItsWay>()

let turn: Promise<unknown> = Promise.resolve()

/**
 * Keeps room for a file that somebody wants to send. Who asks lets go of it with `freeRoom`.
 * @param id of the upload: one that is on the disk under the same id is counted once
 * @returns a code when there is no room
 */
export function keepRoom(id: string, more: OnItsWay): Promise<'uploadsOwnFull' | 'uploadsAllFull' | null> {
  // One after the other: two at once must not get the same room.
  const mine = turn.then(async () => {
    const refused = (await lookForRoom(more)) && (await lookForRoom(more, clearResumable))
    if (!refused) letIn.set(id, more)
    return refused
  })
  turn = mine.catch(() => undefined)
  return mine
}

async function lookForRoom(more: OnItsWay, tidy?: () => Promise<void>) {
  await tidy?.()
  const there = new Map<string, OnItsWay>([...(await listReserved()).map(({ id, ...each }) => [id, each] as const), ...letIn])
  return uploadRefusal(more, [...there.values()], uploadBounds(env().uploadRoom))
}

/** Lets go of the room for an upload: it is seen on the disk now, or it is gone. */
export function freeRoom(id: string): void {
  letIn.delete(id)
}
