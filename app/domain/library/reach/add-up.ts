import { reachKinds, type ReachKind } from './schema'

/** How often something was used, in each way. */
export type KindCounts = Record<ReachKind, number>

export const noUses = (): KindCounts => Object.fromEntries(reachKinds.map((kind) => [kind, 0])) as KindCounts

/**
 * Adds sums up into rows of a table.
 * @param keyOf which row a sum belongs to
 * @returns the rows in which something is not nought, in the order of their keys
 */
export function addUp<T extends { kind: ReachKind; count: number }>(
  sums: readonly T[],
  keyOf: (sum: T) => string,
): { key: string; counts: KindCounts }[] {
  const rows = new Map<string, KindCounts>()
  for (const sum of sums) {
    if (sum.count === 0) continue
    const key = keyOf(sum)
    const counts = rows.get(key) ?? noUses()
    counts[sum.kind] += sum.count
    rows.set(key, counts)
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, counts]) => ({ key, counts }))
}
