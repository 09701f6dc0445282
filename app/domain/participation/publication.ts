import { findMunicipality, municipalities } from '~/content/municipalities'
import type { Dimension } from './dimensions'
import { valuesOf } from './dimensions'
import { protectInSteps, type Atom, type Period, type Protected, type Shown, type View } from './disclosure/protect'
import { blocksOf, periodCode, stepOf, type Block, type Months } from './periods'

// Whatever slice of the public figures somebody asks for, what is withheld was decided once, on all of them together: two requests
// can never be subtracted from each other to find what neither gives.

/** People who count once, in one month and place. */
export interface People {
  month: number
  programme: string
  municipality: string | null
  organisation: string
  language: string
  kind: string
  audience: string
  counts: number[]
  part?: number
  partIsAll?: boolean
}

const viewNames = ['place', 'organisation', 'language', 'kind', 'audience'] as const
type ViewName = (typeof viewNames)[number]

/** Which view answers for a dimension; programme and background are axes of every view. */
export const viewOf: Partial<Record<Dimension, ViewName>> = {
  municipality: 'place',
  province: 'place',
  organisation: 'organisation',
  language: 'language',
  kind: 'kind',
  audience: 'audience',
}

/** The rows of a view by value, and its tree. */
class Rows {
  readonly parents = [-1]
  private readonly known = new Map<string, number>()

  row(value: string, parent = 0): number {
    const known = this.known.get(value)
    if (known !== undefined) return known
    this.parents.push(parent)
    this.known.set(value, this.parents.length - 1)
    return this.parents.length - 1
  }

  find(value: string): number | undefined {
    return this.known.get(value)
  }
}

export interface Asked {
  dimension: Dimension | null
  value: string
  programme: string | undefined
  split: number | 'all'
  measure: 'count' | 'part'
  months: Months
}

/** Counts of people after disclosure control, to be looked up. */
export class Published {
  private readonly rows: Record<ViewName, Rows>
  private decided: Protected | null = null
  private readonly first: number
  private readonly last: number

  /** Everything of these people as it is published, decided in many short steps. */
  static *of(people: People[], splits: number): Generator<void, Published> {
    const published = new Published(people)
    yield* published.decide(sorted(people), splits)
    return published
  }

  private constructor(people: People[]) {
    this.rows = { place: new Rows(), organisation: new Rows(), language: new Rows(), kind: new Rows(), audience: new Rows() }
    // The same rows in the same order, whatever the order of the people: provinces come before their municipalities.
    for (const { province } of municipalities) this.rows.place.row(province)
    this.first = people.reduce((least, { month }) => Math.min(least, month), Infinity)
    this.last = people.reduce((most, { month }) => Math.max(most, month), -Infinity)
  }

  private *decide(inOrder: People[], splits: number): Generator<void, void> {
    if (inOrder.length === 0) return
    const atoms = inOrder.map((each) => this.atomOf(each))
    const views = viewNames.map((name): View => ({ name, parents: this.rows[name].parents }))
    this.decided = yield* protectInSteps({
      firstMonth: periodCode(this.first, 'month'),
      months: this.last - this.first + 1,
      // The last one is for what has no programme.
      programmes: valuesOf.programme.length + 1,
      splits,
      views,
      atoms,
    })
  }

  private atomOf(each: People): Atom {
    const { place, organisation, language, kind, audience } = this.rows
    const province = each.municipality ? findMunicipality(each.municipality)?.province : undefined
    const rows = [
      each.municipality && province ? place.row(each.municipality, place.row(province)) : place.row('elsewhere'),
      organisation.row(each.organisation),
      language.row(each.language),
      kind.row(each.kind),
      audience.row(each.audience),
    ]
    const programme = valuesOf.programme.indexOf(each.programme as never)
    const { counts, part, partIsAll } = each
    const atom: Atom = { rows, month: each.month - this.first, programme: programme < 0 ? valuesOf.programme.length : programme, counts }
    return part === undefined ? atom : { ...atom, part, partIsAll: partIsAll ?? false }
  }

  /** How much is kept back, over everything that can be asked for. */
  get loss(): Protected['loss'] {
    return this.decided?.loss ?? { cells: 0, withheld: 0 }
  }

  /** A count of people. Months that are no block of the calendar are the sum of their blocks: that tells nothing new. */
  look({ dimension, value, programme, split, measure, months }: Asked): Shown {
    const { decided } = this
    if (!decided) return { shown: 0 }
    const first = Math.max(months.first, this.first)
    const last = Math.min(months.last, this.last)
    if (first > last) return { shown: 0 }
    const name = dimension ? viewOf[dimension] : undefined
    const row = name ? this.rows[name].find(value) : 0
    if (row === undefined) return { shown: 0 }
    const cell = { view: name ? viewNames.indexOf(name) : 0, row, split, measure }
    const at = (period: Period) =>
      decided.look({ ...cell, period, programme: programme === undefined ? 'all' : valuesOf.programme.indexOf(programme as never) })
    if (first === this.first && last === this.last) return at('all')
    let shown = 0
    for (const block of this.fit(blocksOf(months))) {
      const found = at(block)
      if ('withheld' in found) return found
      shown += found.shown
    }
    return { shown }
  }

  /** Blocks that have data in them, numbered from the first month of the publication. */
  private fit(blocks: Block[]): Period[] {
    const [quarter, year] = [stepOf(this.first, 'quarter'), stepOf(this.first, 'year')]
    return blocks.flatMap((block): Period[] => {
      if ('year' in block) return this.within(block.year * 12, 12) ? [{ year: block.year - year }] : []
      if ('quarter' in block) return this.within(block.quarter * 3, 3) ? [{ quarter: block.quarter - quarter }] : []
      return this.within(block.month, 1) ? [{ month: block.month - this.first }] : []
    })
  }

  private within(month: number, length: number): boolean {
    return month <= this.last && month + length > this.first
  }
}

/** Sorts by a text made once for each: two orders of the same people make the same rows. */
function sorted(people: People[]): People[] {
  const keyOf = (each: People) =>
    `${each.month} ${each.programme} ${each.municipality ?? ''} ${each.organisation} ${each.language} ${each.kind} ${each.audience}`
  return people
    .map((each) => ({ each, key: keyOf(each) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ each }) => each)
}
