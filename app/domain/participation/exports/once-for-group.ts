import type { SessionGroup } from '../session-columns'

/** Works out something of a group when one of its sessions comes by first, and keeps it for the others. */
export function onceForGroup<T>(work: (group: SessionGroup) => T): (group: SessionGroup) => T {
  const made = new Map<SessionGroup, T>()
  return (group) => {
    const known = made.get(group)
    if (known !== undefined) return known
    const fresh = work(group)
    made.set(group, fresh)
    return fresh
  }
}
