// Disclosure control: which figures about people may be public.
//
// Counts of 1 to 7 are withheld and the others rounded to fives (rules.ts). That is not enough. What is withheld follows from
// what stands beside it: total less the others, the year less the other months, the same people by place and by language. So
// each small count is also hidden, and that is decided once for all that can be asked, so that no two requests contradict each
// other (table.ts).
//
// A count is hidden (hide.ts) if there are worlds (world.ts), other sets of people that would have given this very publication, in
// which it is so much larger or smaller that nobody can tell. Worlds are made from the truth in steps (steps.ts) of one person
// more here and one less there (ways.ts). Where no such step is left, the cells in its way are withheld as well, those that cost
// least; what turned out to be needless is shown after all (spare.ts). A world that was found stays one: what is withheld later
// only leaves more of them.
//
// Views are tied together by row 0, which is everybody. A step that leaves row 0 as it is concerns one view alone. One that does
// not is made in all views, in each by a row that can take it: people can always be put together so that all views hold.
//
// What is promised, and what is not: docs/decisions/0016-disclosure-control.md.

import { Hider } from './hide'
import { atOnce } from './at-once'
import { type Cell, type Publication } from './publication'
import { disclosureRules, withheld, type DisclosureRules, type Shown } from './rules'
import { showNeedless } from './spare'
import { State, Table } from './table'

export type { Atom, Cell, Period, Publication, View } from './publication'
export { disclosureRules, publicMean, publicMedian, publicShare, roundPublic, type DisclosureRules, type Shown } from './rules'

export interface Protected {
  look: (cell: Cell) => Shown
  /** Published cells that are not zero, and those of them that are withheld. */
  loss: { cells: number; withheld: number }
}

/** Decides for a whole publication what is shown; what is asked for is then looked up. The same people give the same answers. */
export function protect(publication: Publication, rules?: DisclosureRules): Protected {
  return atOnce(protectInSteps(publication, rules))
}

/** The same in many short steps, for who has other things to do meanwhile; the last one gives the answer. */
export function* protectInSteps(publication: Publication, rules: DisclosureRules = disclosureRules): Generator<void, Protected> {
  const table = new Table(publication, rules)
  const hider = new Hider(table)
  yield* hider.hideAll()
  yield* showNeedless(hider)
  const { values, states } = table
  return {
    look(asked) {
      const cell = table.cellAt(asked)
      if (cell < 0 || states[cell] === State.small || states[cell] === State.extra) return withheld
      return { shown: table.shownOf(values[cell]!) }
    },
    loss: lossOf(table),
  }
}

function lossOf({ states }: Table): Protected['loss'] {
  const loss = { cells: 0, withheld: 0 }
  for (const state of states) {
    if (state !== State.zero) loss.cells++
    if (state === State.small || state === State.extra) loss.withheld++
  }
  return loss
}
