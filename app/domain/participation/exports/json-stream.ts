/**
 * An object as JSON with a list in it that is too long to hold: a line a row.
 * @param head what stands before the list; not empty
 */
export async function* streamJson(
  head: Record<string, unknown>,
  list: string,
  batches: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>,
): AsyncGenerator<Uint8Array> {
  const start = JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  yield Buffer.from(`${start},\n  ${JSON.stringify(list)}: [`)
  let first = true
  for await (const rows of batches) {
    if (rows.length === 0) continue
    const lines = rows.map((row) => JSON.stringify(row)).join(',\n    ')
    yield Buffer.from(`${first ? '' : ','}\n    ${lines}`)
    first = false
  }
  yield Buffer.from(`${first ? '' : '\n  '}]\n}\n`)
}
