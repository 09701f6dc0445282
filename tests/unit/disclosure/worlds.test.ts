import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Hider } from '~/domain/participation/disclosure/hide'
import { disclosureRules } from '~/domain/participation/disclosure/rules'
import { State, Tables, type Table } from '~/domain/participation/disclosure/table'
import { publications } from './publications'

// That a count is hidden is proved by worlds: sets of people that give the same publication. Here each of them is checked against
// everything that is published, without the arithmetic that found it: from its leaves all sums are made once more.

/** For each view what is in the leaf rows, months, programmes and splits of a world, and zero elsewhere. */
function leavesOf(tables: Tables, valueOf: (view: number, cell: number) => number): Int32Array[] {
  return tables.views.map((table, view) =>
    Int32Array.from(table.values, (_, cell) =>
      isLeaf(tables, table, cell) && table.states[cell] !== State.zero ? valueOf(view, cell) : 0,
    ),
  )
}

function entriesOf({ programmes, splits }: Tables, { rowSize }: Table, cell: number): number[] {
  const ofTime = programmes.size * splits.size
  return [Math.floor(cell / rowSize), Math.floor((cell % rowSize) / ofTime), Math.floor((cell % ofTime) / splits.size), cell % splits.size]
}

function axesOf({ programmes, splits, periods }: Tables, { rows }: Table) {
  return [rows, periods.axis, programmes, splits]
}

function isLeaf(tables: Tables, table: Table, cell: number): boolean {
  const entries = entriesOf(tables, table, cell)
  return axesOf(tables, table).every((axis, index) => (axis.children[entries[index]!]?.length ?? 0) === 0)
}

/** Every cell as the sum of the leaves in it. */
function sumsOf(tables: Tables, table: Table, leaves: Int32Array): Int32Array {
  const sums = new Int32Array(leaves.length)
  leaves.forEach((count, leaf) => {
    if (count === 0) return
    const [rows, times, programmes, splits] = entriesOf(tables, table, leaf).map(
      (entry, index) => axesOf(tables, table)[index]!.paths[entry]!,
    )
    for (const row of rows!)
      for (const time of times!)
        for (const programme of programmes!) for (const split of splits!) sums[tables.index(table, row, time, programme, split)]! += count
  })
  return sums
}

/** What a world gives away: cells in which it is not like what is published. */
function faultsOf(tables: Tables, leaves: Int32Array[], sums: Int32Array[]): string[] {
  return tables.views.flatMap((table, view) =>
    [...sums[view]!.keys()].flatMap((cell) => {
      const sum = sums[view]![cell]!
      const state = table.states[cell]!
      const faults = []
      if ((state === State.zero) !== (sum === 0)) faults.push(`${view} ${cell}: zero`)
      if (state === State.shown && tables.shownOf(sum) !== tables.shownOf(table.values[cell]!)) faults.push(`${view} ${cell}: shown`)
      // All views are views of the same people.
      if (cell < table.rowSize && sum !== sums[0]![cell]) faults.push(`${view} ${cell}: views`)
      if (tables.part > 0 && cell % tables.splits.size === tables.part && leaves[view]![cell]! > 0) {
        if (sum > sums[view]![cell - 1]!) faults.push(`${view} ${cell}: part`)
        if (sum !== sums[view]![cell - 1] && tables.known[view]!.has(cell - tables.part)) faults.push(`${view} ${cell}: part is all`)
      }
      return faults
    }),
  )
}

test('each small count is hidden by worlds that give the same publication', () => {
  fc.assert(
    fc.property(publications, (publication) => {
      const tables = new Tables(publication, disclosureRules)
      const worlds = [leavesOf(tables, (view, cell) => tables.views[view]!.values[cell]!)]
      const hider = new Hider(tables, (world) => worlds.push(leavesOf(tables, (view, cell) => world.valueOf(view, cell))))
      expect(hider.hideAll()).toBe(0)

      const ranges = tables.views.map(({ values }) => ({ least: values.slice(), most: values.slice() }))
      for (const leaves of worlds) {
        const sums = leaves.map((ofView, view) => sumsOf(tables, tables.views[view]!, ofView))
        expect(faultsOf(tables, leaves, sums)).toEqual([])
        sums.forEach((ofView, view) =>
          ofView.forEach((sum, cell) => {
            const { least, most } = ranges[view]!
            least[cell] = Math.min(least[cell]!, sum)
            most[cell] = Math.max(most[cell]!, sum)
          }),
        )
      }
      const known = tables.views.flatMap(({ states }, view) =>
        [...states.keys()].filter((cell) => {
          const { least, most } = ranges[view]!
          return states[cell] === State.small && most[cell]! - least[cell]! < disclosureRules.leastRange
        }),
      )
      expect(known).toEqual([])
    }),
    { numRuns: 60 },
  )
})
