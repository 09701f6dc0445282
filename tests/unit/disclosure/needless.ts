import { protect } from '~/domain/participation/disclosure/protect'
import type { Cell, Publication } from '~/domain/participation/disclosure/publication'
import { disclosureRules, roundTo } from '~/domain/participation/disclosure/rules'
import { attackOne, isSmall, knownAnyhow, People } from './attacker'
import { cellsOf } from './everything'
import { System, valueOf } from './solver'

/** Of the cells with somebody in them, those that are withheld, and those of them that could be shown by themselves without harm. */
export async function needless(publication: Publication): Promise<{ cells: number; withheld: number; needless: number }> {
  const { look } = protect(publication)
  const system = new System()
  const people = new People(system, publication)
  const keyOf = (cell: Cell) => people.sumOf(publication, cell).join()
  const total = { cells: 0, withheld: 0, needless: 0 }
  // Cells that everybody knows to be the same, as a quarter with one month, are shown together.
  const alike = new Map<string, { cells: number; truth: number }>()
  for (const cell of cellsOf(publication)) {
    const truth = valueOf(people.sumOf(publication, cell), system.truth)
    if (truth === 0) continue
    total.cells++
    if ('shown' in look(cell)) continue
    total.withheld++
    if (isSmall(truth)) continue
    const same = alike.get(keyOf(cell)) ?? { cells: 0, truth }
    same.cells++
    alike.set(keyOf(cell), same)
  }
  const known = await knownAnyhow(publication)
  for (const [key, { cells, truth }] of alike) {
    const shown = { shown: roundTo(truth, disclosureRules.base) }
    const found = await attackOne(publication, 'small', (cell) => (keyOf(cell) === key ? shown : look(cell)), known)
    if (found.length === 0) total.needless += cells
  }
  return total
}
