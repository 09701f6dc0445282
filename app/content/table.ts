/** A table for a terminal; the columns whose place is in `numbers` stand to the right. */
export function formatTable(head: readonly string[], body: readonly string[][], numbers: readonly number[]): string {
  const table = [head, ...body]
  const widths = head.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)))
  return table
    .map((cells) =>
      cells
        .map((cell, column) => (numbers.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
