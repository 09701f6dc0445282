/** What an id looks like: words in lower case with hyphens in between. */
export const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** Ids that mean something else in an address. */
export const reservedIds: readonly string[] = ['about', 'print']

/** The id of the option at `index`: `a`, `b` … `z`, `a1`, `b1` … */
export function optionId(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26))
  const round = Math.floor(index / 26)
  return round === 0 ? letter : `${letter}${round}`
}
