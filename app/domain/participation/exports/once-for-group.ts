import type { SessionGroup } from '../session-columns'

/** So many groups meet in the same months: those that met for the last time need not be kept. */
const mostKept = 8_000

/** Works out something of a group when one of its sessions comes by first, and keeps it for the next ones. */
export function onceForGroup<T>(work: (group: SessionGroup) => T): (group: SessionGroup) => T {
  // Two lists of half of them: when the newer one is full the older one goes, and what is still asked for moves over.
  let newer = new Map<SessionGroup, T>()
  let older = new Map<SessionGroup, T>()
  return (group) => {
    const known = newer.get(group)
    if (known !== undefined) return known
    const made = older.get(group) ?? work(group)
    if (newer.size >= mostKept / 2) {
      older = newer
      newer = new Map()
    }
    newer.set(group, made)
    return made
  }
}
