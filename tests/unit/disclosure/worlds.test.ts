import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from '~/domain/participation/disclosure/at-once'
import { isLeaf, type Axis } from '~/domain/participation/disclosure/axes'
import { Hider } from '~/domain/participation/disclosure/hide'
import { type Publication } from '~/domain/participation/disclosure/publication'
import { disclosureRules } from '~/domain/participation/disclosure/rules'
import { showNeedless } from '~/domain/participation/disclosure/spare'
import { State, Table } from '~/domain/participation/disclosure/table'
import { publications } from './publications'

// That a count is hidden is proved by worlds: sets of people that give the same publication. Here each of them is checked against
// everything that is published, without the arithmetic that found it: from its leaves all sums are made once more.

function axesOf({ rows, periods, programmes, splits }: Table): Axis[] {
  return [rows, periods.axis, programmes, splits]
}

function entriesOf(table: Table, cell: number): number[] {
  const { row, time, programme, split } = table.placeOf(cell)
  return [row, time, programme, split]
}

/** Every cell as the sum of the leaves in it; row 0 as the sum of the first view. */
function sumsOf(table: Table, values: Int32Array, view: number): Int32Array {
  const sums = new Int32Array(values.length)
  const axes = axesOf(table)
  values.forEach((count, leaf) => {
    const entries = entriesOf(table, leaf)
    if (count === 0 || table.viewOf[entries[0]!] !== view || !axes.every((axis, index) => isLeaf(axis, entries[index]!))) return
    const [rows, times, programmes, splits] = entries.map((entry, index) => axes[index]!.paths[entry]!)
    for (const row of rows!)
      for (const time of times!)
        for (const programme of programmes!) for (const split of splits!) sums[table.index(row, time, programme, split)]! += count
  })
  return sums
}

/** What a world gives away: cells in which it is not like what is published. */
function faultsOf(table: Table, values: Int32Array): string[] {
  const faults: string[] = []
  const people = table.splits.paths[0]![1]!
  const bySum = table.leafRows.map((_, view) => sumsOf(table, values, view))
  values.forEach((value, cell) => {
    const view = table.viewOf[table.placeOf(cell).row]!
    const state = table.states[cell]!
    const sums = view < 0 ? bySum : [bySum[view]!]
    if (sums.some((sum) => sum[cell] !== value)) faults.push(`${cell}: sum`)
    if (value < 0 || (state === State.zero) !== (value === 0)) faults.push(`${cell}: zero`)
    if (state === State.shown && table.shownOf(value) !== table.shownOf(table.values[cell]!)) faults.push(`${cell}: shown`)
    if (table.part < 0 || cell % table.splits.size !== table.part) return
    const all = values[cell - table.part + people]!
    if (value > all) faults.push(`${cell}: part`)
    if (value !== all && table.known[Math.floor(cell / table.splits.size)]) faults.push(`${cell}: part is all`)
  })
  return faults
}

test('each small count is hidden by worlds that give the same publication', () => {
  const total = { small: 0, open: 0 }
  const keeps = (publication: Publication) => {
    const table = new Table(publication, disclosureRules)
    const hider = new Hider(table)
    const open = atOnce(hider.hideAll())
    atOnce(showNeedless(hider))

    const least = table.values.slice()
    const most = table.values.slice()
    expect(faultsOf(table, table.values)).toEqual([])
    for (const { cells, values } of hider.proofs.values()) {
      const world = table.values.slice()
      cells.forEach((cell, index) => (world[cell] = values[index]!))
      expect(faultsOf(table, world)).toEqual([])
      world.forEach((value, cell) => {
        least[cell] = Math.min(least[cell]!, value)
        most[cell] = Math.max(most[cell]!, value)
      })
    }
    const small = [...least.keys()].filter((cell) => table.states[cell] === State.small)
    const known = small.filter((cell) => most[cell]! - least[cell]! < disclosureRules.leastRange)
    expect(known.length).toBeLessThanOrEqual(open)
    total.small += small.length
    total.open += known.length
  }
  fc.assert(fc.property(publications, keeps), { seed: 1, numRuns: 60 })
  // Of some nothing can be proved: where people are so few that they are known from the zeros alone.
  expect(total.open / total.small).toBeLessThan(0.01)
})
