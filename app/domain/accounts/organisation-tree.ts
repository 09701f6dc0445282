export interface TreeRow {
  id: string
  parentId: string | null
}

export type Tree<Row extends TreeRow> = Row & { children: Tree<Row>[] }

/**
 * Rows as a tree, each level in the order of the rows. No row gets lost: one whose parent is not in the list stands at the
 * top, and so does the first of a ring.
 */
export function treeOf<Row extends TreeRow>(rows: readonly Row[]): Tree<Row>[] {
  const ids = new Set(rows.map((row) => row.id))
  const below = new Map<string | null, Row[]>()
  for (const row of rows) {
    const parent = row.parentId !== null && ids.has(row.parentId) ? row.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), row])
  }
  const placed = new Set<string>()
  const grow = (row: Row): Tree<Row> => {
    placed.add(row.id)
    const children = (below.get(row.id) ?? []).filter((child) => !placed.has(child.id))
    return { ...row, children: children.map(grow) }
  }
  const tops = (below.get(null) ?? []).map(grow)
  for (const row of rows) if (!placed.has(row.id)) tops.push(grow(row))
  return tops
}
