import type { Atom, Cell, Publication } from '~/domain/participation/disclosure/publication'
import { protect, type Protected } from '~/domain/participation/disclosure/protect'
import { disclosureRules as rules } from '~/domain/participation/disclosure/rules'
import { cellsOf, monthsOf } from './everything'
import { System, valueOf, type Range, type Sum } from './solver'

// Somebody who takes everything that is published and solves for what is not. Of each view he does not know the people per
// leaf row, month, programme and split; he knows their rounded sums, and that every view has the same people. How people of
// one view are divided over another need not be asked: whatever agrees in each month, programme and split can be.

export type Look = Protected['look']

/** What he knows of a withheld cell: that somebody is in it, that it is small if it is, or also that it is not if it is not. */
export type Knowledge = 'somebody' | 'small' | 'all'

export interface Target {
  name: string
  sum: Sum
}

export interface Found extends Range {
  name: string
  truth: number
}

/** Small numbers that are known closer than the rules allow. */
export async function breaches(system: System, targets: Target[]): Promise<Found[]> {
  if (!system.allows(system.truth)) throw new Error('What is true cannot be: the attacker is wrong')
  const ranges = await system.ranges(
    targets.map(({ sum }) => sum),
    rules.leastRange,
  )
  return targets
    .map(({ name, sum }, at) => ({ name, truth: valueOf(sum, system.truth), ...ranges[at]! }))
    .filter(({ low, high }) => high - low < rules.leastRange)
}

/**
 * One publication, as it is protected or as it is shown.
 * @param unknown names of small cells of which he does not know that they are
 */
export function attackOne(
  publication: Publication,
  knowledge: Knowledge,
  look: Look = protect(publication).look,
  unknown?: Set<string>,
): Promise<Found[]> {
  const system = new System()
  return breaches(system, new People(system, publication).learn(publication, look, knowledge, unknown))
}

/**
 * What he would know just as well if everything but zeros were withheld, and so is not the publication's to hide: of five months with
 * somebody in each of them and at most 7 people together, no month has more than 3. Of these he may not know that they are small.
 */
export async function knownAnyhow(publication: Publication): Promise<Set<string>> {
  const known = new Set<string>()
  for (;;) {
    const found = await attackOne(publication, 'small', nothingBut0(publication), known)
    if (found.length === 0) return known
    for (const { name } of found) known.add(name)
  }
}

/** The strongest attack: he knows of each withheld cell whether it is small. */
export async function attackKnowing(publication: Publication, look?: Look): Promise<Found[]> {
  const found = await attackOne(publication, 'small', look)
  return found.length === 0 ? found : attackOne(publication, 'small', look, await knownAnyhow(publication))
}

/** Everything withheld, and where nobody was 0. */
function nothingBut0(publication: Publication): Look {
  const system = new System()
  const people = new People(system, publication)
  return (cell) => (valueOf(people.sumOf(publication, cell), system.truth) === 0 ? { shown: 0 } : { withheld: true })
}

/**
 * Two editions, of which the second has more sessions. The numbers of sessions are exact; let him know of each where it was. Of a
 * withheld cell he knows that somebody is in it: which are small may not be the same in both. Closer than the rules allow are
 * small cells of before, and sessions with few people that were alone in their place, month and programme.
 */
export async function attackEditions(before: Publication, sessions: Atom[]): Promise<{ targets: number; found: Found[] }> {
  const after = withSessions(before, sessions)
  const system = new System()
  const people = new People(system, before, after)
  const targets = people.learn(before, protect(before).look, 'somebody')
  for (const session of sessions) {
    const added = session.counts.map((count) => system.variable(count))
    const part = session.part === undefined ? [] : [system.variable(session.part)]
    system.relate(added, [], 1, Infinity)
    system.relate(added, part, 0, session.partIsAll ? 0 : Infinity)
    people.add(session, added, part)
    const isAlone = after.atoms.filter((other) => leafOf(other) === leafOf(session)).length === 1
    if (isAlone && isSmall(valueOf(added, system.truth))) targets.push({ name: `session ${leafOf(session)}`, sum: added })
  }
  people.learn(after, protect(after).look, 'somebody')
  return { targets: targets.length, found: await breaches(system, targets) }
}

function withSessions(publication: Publication, sessions: Atom[]): Publication {
  return { ...publication, atoms: [...publication.atoms, ...sessions] }
}

const leafOf = ({ rows, month, programme }: Atom) => [...rows, month, programme].join()

export const isSmall = (count: number) => count > 0 && count <= rules.threshold

type Key = string
const keyOf = (view: number, row: number, month: number, programme: number, split: number | 'part'): Key =>
  [view, row, month, programme, split].join()

/** The people by leaf of each view. */
export class People {
  private readonly leaves = new Map<Key, Sum>()

  constructor(
    private readonly system: System,
    publication: Publication,
    shape = publication,
  ) {
    const counts = new Map<Key, number>()
    const bump = (key: Key, by: number) => counts.set(key, (counts.get(key) ?? 0) + by)
    for (const { rows, month, programme, counts: bySplit, part } of publication.atoms) {
      rows.forEach((row, view) => {
        bySplit.forEach((count, split) => bump(keyOf(view, row, month, programme, split), count))
        bump(keyOf(view, row, month, programme, 'part'), part ?? 0)
      })
    }
    for (const [key, count] of counts) if (count > 0) this.leaves.set(key, [system.variable(count)])
    // Each view has the same people: those of the country.
    for (let month = 0; month < shape.months; month++) {
      for (let programme = 0; programme < shape.programmes; programme++) {
        for (const split of [...Array(shape.splits).keys(), 'part' as const]) {
          const first = this.sum(shape, 0, [0], [month], [programme], [split])
          shape.views.slice(1).forEach((_, at) => system.relate(this.sum(shape, at + 1, [0], [month], [programme], [split]), first, 0, 0))
        }
      }
    }
  }

  add({ rows, month, programme }: Atom, added: Sum, part: Sum): void {
    const put = (key: Key, sum: Sum) => this.leaves.set(key, [...(this.leaves.get(key) ?? []), ...sum])
    rows.forEach((row, view) => {
      added.forEach((variable, split) => put(keyOf(view, row, month, programme, split), [variable]))
      put(keyOf(view, row, month, programme, 'part'), part)
    })
  }

  private sum(
    { views }: Publication,
    view: number,
    rows: number[],
    months: number[],
    programmes: number[],
    splits: (number | 'part')[],
  ): Sum {
    const under = new Set(rows)
    views[view]!.parents.forEach((parent, row) => under.has(parent) && under.add(row))
    const sum: Sum = []
    for (const row of under)
      for (const month of months)
        for (const programme of programmes)
          for (const split of splits) sum.push(...(this.leaves.get(keyOf(view, row, month, programme, split)) ?? []))
    return sum
  }

  sumOf(publication: Publication, { view, row, period, programme, split, measure }: Cell): Sum {
    const splits = measure === 'part' ? ['part' as const] : split === 'all' ? [...Array(publication.splits).keys()] : [split]
    const programmes = programme === 'all' ? [...Array(publication.programmes).keys()] : [programme]
    return this.sum(publication, view, [row], monthsOf(publication, period), programmes, splits)
  }

  /**
   * Puts all that is published in the system; gives the small cells.
   * @param unknown names of small cells of which he does not know that they are
   */
  learn(publication: Publication, look: Look, knowledge: Knowledge, unknown = new Set<string>()): Target[] {
    const targets: Target[] = []
    this.learnParts(publication)
    for (const cell of cellsOf(publication)) {
      const sum = this.sumOf(publication, cell)
      const truth = valueOf(sum, this.system.truth)
      const shown = look(cell)
      const small = isSmall(truth)
      if ('shown' in shown) {
        if (small) throw new Error(`${JSON.stringify(cell)} is small and shown`)
        const below = Math.floor(rules.base / 2)
        const low = shown.shown === 0 ? 0 : Math.max(rules.threshold + 1, shown.shown - below)
        this.system.relate(sum, [], low, shown.shown === 0 ? 0 : shown.shown + Math.ceil(rules.base / 2) - 1)
      } else {
        if (truth === 0) throw new Error(`${JSON.stringify(cell)} is nothing and withheld`)
        const name = JSON.stringify(cell)
        const known = !unknown.has(name) && (knowledge === 'all' || (knowledge === 'small' && small))
        this.system.relate(sum, [], known && !small ? rules.threshold + 1 : 1, known && small ? rules.threshold : Infinity)
        if (small) targets.push({ name, sum })
      }
    }
    return targets
  }

  private learnParts(publication: Publication): void {
    const isAll = new Map<string, boolean>()
    for (const { rows, month, programme, partIsAll } of publication.atoms) {
      rows.forEach((row, view) => {
        const leaf = [view, row, month, programme].join()
        isAll.set(leaf, (isAll.get(leaf) ?? true) && partIsAll === true)
      })
    }
    for (const [leaf, all] of isAll) {
      const [view, row, month, programme] = leaf.split(',').map(Number) as [number, number, number, number]
      const at = (splits: (number | 'part')[]) =>
        splits.flatMap((split) => this.leaves.get(keyOf(view, row, month, programme, split)) ?? [])
      this.system.relate(at([...Array(publication.splits).keys()]), at(['part']), 0, all ? 0 : Infinity)
    }
  }
}
