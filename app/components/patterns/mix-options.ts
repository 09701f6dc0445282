/**
 * The options of an `order` question in another order than the right one. The same for everybody and at every visit,
 * so that a page may be kept in a cache and a group around a table sees one and the same list.
 */
export function mixOptions<T extends { id: string }>(options: readonly T[], seed: string): T[] {
  const weight = (text: string) => {
    let hash = 2166136261
    for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619)
    return hash >>> 0
  }
  const mixed = [...options].sort((a, b) => weight(seed + a.id) - weight(seed + b.id))
  const unchanged = mixed.every(({ id }, index) => id === options[index]?.id)
  return unchanged ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed
}
