import { oneMore, shift, type Axis, type Change } from './axes'
import { State, type Table, type Tables } from './table'
import { World, type Move } from './world'

/** Of all partners along an axis so many are tried, the most promising ones. */
const partnersTried = 6
/** A small sum has few leaves; one of the first mostly does. */
const leavesTried = 3

interface Step {
  cost: number
  moves: Move[]
}

/** Ways to make a step: any of the changes along each axis; the last of each is that of the leaf alone. */
interface Ways {
  view: number
  sign: number
  splits: Change
  rows: Change[]
  times: Change[]
  programmes: Change[]
}

const noStep: Step = { cost: Infinity, moves: [] }

/** A cell by its entry on each axis. */
interface Place {
  row: number
  time: number
  programme: number
  split: number
}

/**
 * Sees to it that no small count is known closer than the rules allow, and withholds what has to be for that.
 * For each it looks for worlds, alike for whoever knows only the publication, in which it is larger and smaller.
 */
export class Hider {
  private readonly least: Int32Array[]
  private readonly most: Int32Array[]

  private readonly up: World
  private readonly down: World

  /** @param seen is shown each world that is found, for whoever wants to check them. */
  constructor(
    private readonly tables: Tables,
    private readonly seen: (world: World) => void = () => undefined,
  ) {
    this.up = new World(tables)
    this.down = new World(tables)
    this.least = tables.views.map(({ values }) => values.slice())
    this.most = tables.views.map(({ values }) => values.slice())
  }

  /** How many small counts there are that it could not hide. */
  hideAll(): number {
    let open = 0
    this.tables.views.forEach(({ states, rowSize }, view) => {
      for (let cell = view === 0 ? 0 : rowSize; cell < states.length; cell++)
        if (states[cell] === State.small && !this.hide(view, cell)) open++
    })
    return open
  }

  isHidden(view: number, cell: number): boolean {
    return this.most[view]![cell]! - this.least[view]![cell]! >= this.tables.rules.leastRange
  }

  private hide(view: number, cell: number): boolean {
    const { up, down } = this
    up.reset()
    down.reset()
    while (!this.isHidden(view, cell)) {
      const more = this.waysTo(view, cell, up, 1)
      const freeMore = this.freeStep(more, up)
      const fewer = freeMore ? [] : this.waysTo(view, cell, down, -1)
      const free = freeMore ?? this.freeStep(fewer, down)
      if (free) {
        this.take(free, freeMore ? up : down)
        continue
      }
      const dearMore = this.cheapestStep(more, up, Infinity)
      const dearFewer = this.cheapestStep(fewer, down, dearMore.cost)
      if (dearFewer.cost < dearMore.cost) this.take(dearFewer, down)
      else if (dearMore.cost < Infinity) this.take(dearMore, up)
      else return false
    }
    return true
  }

  private take({ moves }: Step, world: World): void {
    for (const move of moves) world.make(move)
    for (const move of moves) world.accept(move, this.note)
    this.seen(world)
  }

  private readonly note = (view: number, cell: number, value: number): void => {
    const at = cell < this.tables.views[view]!.rowSize ? 0 : view
    this.least[at]![cell] = Math.min(this.least[at]![cell]!, value)
    this.most[at]![cell] = Math.max(this.most[at]![cell]!, value)
  }

  /** What to try to make a cell larger or smaller by one: each of its leaves, with partners along each axis. */
  private waysTo(view: number, cell: number, world: World, sign: number): Ways[] {
    const table = this.tables.views[view]!
    const { programmes, periods } = this.tables
    const target = this.placeOf(table, cell)
    const leaves = this.leavesIn(table, target).slice(0, leavesTried)
    return leaves.flatMap((leaf) => {
      const rows = this.changes(view, leaf, 'row', table.rows, target.row, world, sign)
      const times = this.changes(view, leaf, 'time', periods.axis, target.time, world, sign)
      const ofProgrammes = this.changes(view, leaf, 'programme', programmes, target.programme, world, sign)
      return this.splitChanges(table, leaf, target.split).map((splits) => ({ view, sign, splits, rows, times, programmes: ofProgrammes }))
    })
  }

  /** A step for which nothing has to be withheld. */
  private freeStep(ways: Ways[], world: World): Step | undefined {
    for (const { view, sign, splits, ...axes } of ways)
      for (const rows of axes.rows)
        for (const times of axes.times)
          for (const programmes of axes.programmes) {
            const step = this.stepOf({ view, rows, times, programmes, splits, sign }, world, 1)
            if (step.cost < 1) return step
          }
    return undefined
  }

  /** The cheapest step, if it is cheaper than `bound`. From one more at a leaf alone, axis by axis the partner that makes it cheapest. */
  private cheapestStep(ways: Ways[], world: World, bound: number): Step {
    let best: Step = { cost: bound, moves: [] }
    for (const { view, sign, splits, ...axes } of ways) {
      let move: Move = { view, sign, splits, rows: axes.rows.at(-1)!, times: axes.times.at(-1)!, programmes: axes.programmes.at(-1)! }
      let step = this.stepOf(move, world, Infinity)
      for (let better = true; better;) {
        better = false
        const from = move
        for (const axis of ['rows', 'times', 'programmes'] as const)
          for (const change of from[axis].halves ? [] : axes[axis].slice(0, -1)) {
            const tried = { ...from, [axis]: change }
            const other = this.stepOf(tried, world, step.cost)
            if (other.cost >= step.cost) continue
            step = other
            move = tried
            better = true
          }
      }
      if (step.cost < best.cost) best = step
    }
    return best.moves.length > 0 ? best : noStep
  }

  /** A move, and what the other views have to do where it changes row 0. */
  private stepOf(move: Move, world: World, bound: number): Step {
    let cost = world.cost(move, bound)
    if (cost >= bound) return noStep
    const moves = [move]
    if (move.rows.halves) return { cost, moves }
    for (let view = 0; view < this.tables.views.length; view++) {
      if (view === move.view || this.tables.views[view]!.rows.size === 1) continue
      const lift = this.liftOf({ ...move, view, belowRoot: true }, world, bound - cost)
      cost += lift.cost
      if (cost >= bound) return noStep
      moves.push(...lift.moves)
    }
    return { cost, moves }
  }

  /** What row 0 does, done by one row of a view, or each half of a difference by a row of its own. */
  private liftOf(move: Move, world: World, bound: number): Step {
    const table = this.tables.views[move.view]!
    const { rowSize } = table
    const first = this.tables.index(table, 0, move.times.at[0]!, move.programmes.at[0]!, move.splits.at[0]!)
    const costs = table.rows.children
      .map((children, row) => ({ row, cost: children.length > 0 ? Infinity : world.costAt(move.view, row * rowSize + first, move.sign) }))
      .filter(({ cost }) => cost < bound)
      .sort((a, b) => a.cost - b.cost)
    let best: Step = { cost: bound, moves: [] }
    for (const { row } of costs.slice(0, partnersTried)) {
      const lifted = { ...move, rows: oneMore(table.rows, row) }
      const cost = world.cost(lifted, best.cost)
      if (cost < best.cost) best = { cost, moves: [lifted] }
      if (best.cost === 0) return best
    }
    const halved = (['times', 'programmes', 'splits'] as const).find((axis) => move[axis].halves)
    if (halved) {
      const [gain, loss] = move[halved].halves!
      const one = this.liftOf({ ...move, [halved]: gain }, world, best.cost)
      if (one.cost < best.cost) {
        for (const made of one.moves) world.make(made)
        const other = this.liftOf({ ...move, [halved]: loss, sign: -move.sign }, world, best.cost - one.cost)
        for (const made of one.moves) world.make(made, -1)
        if (one.cost + other.cost < best.cost) best = { cost: one.cost + other.cost, moves: [...one.moves, ...other.moves] }
      }
    }
    return best.moves.length > 0 ? best : noStep
  }

  /** One more at the leaf with one less at a leaf outside the target, the most promising first; and last one more alone. */
  private changes(
    view: number,
    leaf: Place,
    name: 'row' | 'time' | 'programme',
    axis: Axis,
    target: number,
    world: World,
    sign: number,
  ): Change[] {
    const table = this.tables.views[view]!
    const others: { entry: number; cost: number }[] = []
    axis.paths.forEach((path, entry) => {
      if (axis.children[entry]!.length > 0 || path.includes(target)) return
      const cost = world.costAt(view, this.cellOf(table, { ...leaf, [name]: entry }), -sign)
      if (cost < Infinity) others.push({ entry, cost: cost + (path[1] === axis.paths[leaf[name]]![1] ? 0 : 0.5) })
    })
    others.sort((a, b) => a.cost - b.cost)
    return [...others.slice(0, partnersTried).map(({ entry }) => shift(axis, leaf[name], entry)), oneMore(axis, leaf[name])]
  }

  private splitChanges(table: Table, leaf: Place, target: number): Change[] {
    const { splits, part } = this.tables
    const all = splits.children.length - 1
    const present = splits.children.flatMap((_, split) =>
      split < all && table.values[this.cellOf(table, { ...leaf, split })]! > 0 ? split : [],
    )
    const withPart = (split: number): Change => ({ at: [split, all, part], by: [1, 1, 1] })
    if (leaf.split === part) return [oneMore(splits, part), ...present.map(withPart)]
    const alone = [oneMore(splits, leaf.split), ...(part > 0 ? [withPart(leaf.split)] : [])]
    if (target === all) return alone
    return [...present.filter((split) => split !== leaf.split).map((other) => shift(splits, leaf.split, other)), ...alone]
  }

  private leavesIn(table: Table, place: Place): Place[] {
    const { programmes, periods, splits } = this.tables
    const axes = { row: table.rows, time: periods.axis, programme: programmes, split: splits }
    const sum = (['row', 'time', 'programme', 'split'] as const).find((name) => (axes[name].children[place[name]]?.length ?? 0) > 0)
    if (!sum) return [place]
    return axes[sum].children[place[sum]]!.map((child) => ({ ...place, [sum]: child }))
      .filter((child) => table.values[this.cellOf(table, child)]! > 0)
      .flatMap((child) => this.leavesIn(table, child))
  }

  private cellOf(table: Table, { row, time, programme, split }: Place): number {
    return this.tables.index(table, row, time, programme, split)
  }

  private placeOf({ rowSize }: Table, cell: number): Place {
    const { programmes, splits } = this.tables
    return {
      row: Math.floor(cell / rowSize),
      time: Math.floor((cell % rowSize) / (programmes.size * splits.size)),
      programme: Math.floor(cell / splits.size) % programmes.size,
      split: cell % splits.size,
    }
  }
}
