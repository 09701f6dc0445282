// Disclosure control: which figures about people may be public.
//
// Counts of 1 to 7 are withheld and the others rounded to fives (rules.ts). That is not enough. What is withheld follows from
// what stands beside it: total less the others, the year less the other months, the same people by place and by language. So
// there are two more steps, made once for all that can be asked, so that no two requests contradict each other (table.ts):
//
// 1. Each small count is hidden (hide.ts). It is hidden if there are worlds (world.ts), other sets of people that would have
//    given this very publication, in which it is so much larger or smaller that nobody can tell. Worlds are made from the truth
//    in steps of one person more here and one less there. Where no such step is left, the cells in its way are withheld as well,
//    those that cost least. A world that was found stays one: what is withheld later only leaves more of them.
// 2. Numbers that are shown are not known closer than their rounding says from a sum and its parts (lines.ts). That is for whoever
//    has the publication of before as well.
//
// Views are tied together by row 0, which is everybody. A step that leaves row 0 as it is concerns one view alone. One that does
// not is made in all views, in each by a row that can take it: people can always be put together so that all views hold.
//
// What is promised, and what is not: docs/decisions/0016-disclosure-control.md.

import { Hider } from './hide'
import { LineBreaker } from './lines'
import { type Cell, type Publication } from './publication'
import { disclosureRules, withheld, type DisclosureRules, type Shown } from './rules'
import { State, Tables } from './table'

export type { Atom, Cell, Period, Publication, View } from './publication'
export { disclosureRules, publicMean, publicMedian, publicShare, roundPublic, type DisclosureRules, type Shown } from './rules'

export interface Protected {
  look: (cell: Cell) => Shown
  /** Published cells that are not zero, and those of them that are withheld. */
  loss: { cells: number; withheld: number }
}

/** Decides for a whole publication what is shown; what is asked for is then looked up. The same people give the same answers. */
export function protect(publication: Publication, rules: DisclosureRules = disclosureRules): Protected {
  const tables = new Tables(publication, rules)
  new Hider(tables).hideAll()
  tables.views.forEach((_, view) => new LineBreaker(tables, view).breakAll())
  return {
    look(asked) {
      const cell = tables.cellAt(asked)
      if (cell < 0) return withheld
      const { values, states } = tables.views[asked.view]!
      return states[cell] === State.small || states[cell] === State.extra ? withheld : { shown: tables.shownOf(values[cell]!) }
    },
    loss: lossOf(tables),
  }
}

function lossOf({ views }: Tables): Protected['loss'] {
  const loss = { cells: 0, withheld: 0 }
  views.forEach(({ states, rowSize }, view) => {
    for (let cell = view === 0 ? 0 : rowSize; cell < states.length; cell++) {
      if (states[cell] !== State.zero) loss.cells++
      if (states[cell] === State.small || states[cell] === State.extra) loss.withheld++
    }
  })
  return loss
}
