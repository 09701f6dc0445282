// An export reads everything: a handful at the same moment is enough for a site of this size, and two for one person.

const inAll = 8
const forOne = 2
const running = new Map<string, number>()

/**
 * Takes a place for an export.
 * @param who account or network address
 * @returns what gives the place back, once; null when there is none free
 */
export function acquireExport(who: string): (() => void) | null {
  const own = running.get(who) ?? 0
  const all = [...running.values()].reduce((sum, count) => sum + count, 0)
  if (own >= forOne || all >= inAll) return null
  running.set(who, own + 1)
  let held = true
  return () => {
    if (!held) return
    held = false
    const left = (running.get(who) ?? 1) - 1
    if (left > 0) running.set(who, left)
    else running.delete(who)
  }
}
