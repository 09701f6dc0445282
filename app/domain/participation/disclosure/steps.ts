import { type Change } from './axes'
import { type Table } from './table'
import { belowRoot, type Rows, type Ways } from './ways'
import { type Move, type World } from './world'

/** Of the rows of a view that could follow a step in another view, so many are tried. */
const rowsTried = 12
/** Of the steps that other views have to follow, so many are tried if none is free. */
const startedTried = 8

/** Moves that together leave a world one in which all views have the same people. */
export interface Step {
  cost: number
  moves: Move[]
  world: World
}

type Part = Omit<Step, 'world'>

/** The cheapest of all ways to make a step, if it costs less than `bound`. */
export function cheapestStep(table: Table, world: World, ways: Iterable<Ways>, sign: number, bound: number): Step | undefined {
  let best: Part | undefined
  let limit = bound
  const take = (step: Part | undefined) => {
    if (!step) return
    best = step
    limit = step.cost
  }
  const later: Started[] = []
  for (const { view, ...axes } of ways) {
    // Each change begins with the leaf itself, so what is too dear there is too dear for all others that go with it.
    const [time, programme] = [leafOf(axes.times[0]!), leafOf(axes.programmes[0]!)]
    for (const splits of axes.splits)
      for (const rows of axes.rows) {
        if (world.cellsCost({ rows, times: time, programmes: programme, splits, sign }, limit) >= limit) continue
        for (const times of axes.times) {
          if (world.cellsCost({ rows, times, programmes: programme, splits, sign }, limit) >= limit) continue
          for (const programmes of axes.programmes) {
            const move = { rows, times, programmes, splits, sign }
            const cost = world.cost(move, limit)
            if (cost >= limit) continue
            if (isWhole(rows)) take({ cost, moves: [move] })
            else if (cost === 0) take(completed(table, world, { cost, move, view }, limit))
            else later.push({ cost, move, view })
            if (limit === 0) return { ...best!, world }
          }
        }
      }
  }
  later.sort((a, b) => a.cost - b.cost)
  for (const started of later.slice(0, startedTried)) if (started.cost < limit) take(completed(table, world, started, limit))
  return best && { ...best, world }
}

function leafOf({ at, by }: Change): Change {
  return { at: [at[0]!], by: [by[0]!] }
}

/** A move in a view that other rows have to follow. */
interface Started {
  cost: number
  move: Move & { rows: Rows }
  view: number
}

function isWhole({ halves, others }: Rows): boolean {
  return halves !== undefined && !others
}

/** What other rows have to do where a move changes row 0, or leaves it out. */
function completed(table: Table, world: World, { cost, move, view }: Started, bound: number): Part | undefined {
  const moves: Move[] = [move]
  const { others } = move.rows
  if (others) {
    world.make(move)
    const rest = liftOf(table, world, { ...move, sign: -move.sign }, others, bound - cost)
    world.make(move, -1)
    return rest && { cost: cost + rest.cost, moves: [move, ...rest.moves] }
  }
  let sum = cost
  for (const [other, rows] of table.leafRows.entries()) {
    if (other === view || rows.length === 0) continue
    const lift = liftOf(table, world, move, rows, bound - sum)
    if (!lift) return undefined
    sum += lift.cost
    moves.push(...lift.moves)
  }
  return { cost: sum, moves }
}

/** What row 0 does, done by one row of a view, or each half of a difference by a row of its own. */
function liftOf(table: Table, world: World, move: Move, rows: number[], bound: number): Part | undefined {
  const first = move.times.at[0]! + move.programmes.at[0]! + move.splits.at[0]!
  const by = move.sign * move.times.by[0]! * move.programmes.by[0]! * move.splits.by[0]!
  let best: Part | undefined
  let tried = 0
  for (const isFree of [true, false]) {
    for (const row of rows) {
      const guess = world.costAt(row * table.rows.step + first, by)
      if (isFree ? guess > 0 : guess === 0 || guess >= (best?.cost ?? bound)) continue
      if (++tried > rowsTried) break
      const lifted = { ...move, rows: belowRoot(table.rows, row) }
      const cost = world.cost(lifted, best?.cost ?? bound)
      if (cost < (best?.cost ?? bound)) best = { cost, moves: [lifted] }
      if (best?.cost === 0) return best
    }
    if (bound <= 1) break
  }
  for (const axis of ['times', 'programmes', 'splits'] as const)
    for (const [half, rest] of move[axis].halves ?? []) {
      const one = liftOf(table, world, { ...move, [axis]: half }, rows, best?.cost ?? bound)
      if (!one) continue
      for (const made of one.moves) world.make(made)
      const other = liftOf(table, world, { ...move, [axis]: rest }, rows, (best?.cost ?? bound) - one.cost)
      for (const made of one.moves) world.make(made, -1)
      if (other) best = { cost: one.cost + other.cost, moves: [...one.moves, ...other.moves] }
      if (best?.cost === 0) return best
    }
  return best
}
