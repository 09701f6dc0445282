import { lowestOf } from './lowest'
import { State, unknown, type Table } from './table'
import { obstacles, waysTo, type Reach } from './ways'
import { World, type Difference, type Move } from './world'
import { cheapestStep, type Step } from './steps'

/** How far is looked for a step: near first, and further only where nothing is found. */
const near: Reach = { partners: 6, leaves: 3, isFar: false }
const further: Reach = { partners: 12, leaves: 3, isFar: false }
const far: Reach = { partners: 12, leaves: 7, isFar: true }
/** So many times is looked far before one more cell is withheld: a country of a million sessions has thousands of such cells. */
const farInAll = 1000

/** So many of the sums that are in the way of a step are tried. */
const obstaclesTried = 12

/** A world that was found, and the small cells that it is a proof for. */
interface Proof extends Difference {
  targets: number[]
}

/** What is known of a small cell from the worlds that were found, and in which of them; −1 is the truth. */
interface Range {
  low: number
  high: number
  lowIn: number
  highIn: number
}

/**
 * Sees to it that no small count is known closer than the rules allow, and withholds what has to be for that.
 * For each it looks for worlds, alike for whoever knows only the publication, in which it is larger and smaller.
 */
export class Hider {
  /** Worlds by number. Together they prove that each small cell is hidden. */
  readonly proofs = new Map<number, Proof>()
  private readonly up: World
  private readonly down: World
  private readonly ranges = new Map<number, Range>()
  /** Of cells that are withheld for others: the worlds in which they are not what they would be if they were shown. */
  private readonly against = new Map<number, Set<number>>()
  private found = 0
  private lookedFar = 0

  constructor(private readonly table: Table) {
    this.up = new World(table)
    this.down = new World(table)
  }

  /** Hides one after the other, with a pause after each. @returns how many small counts there are that it could not hide */
  *hideAll(): Generator<void, number> {
    const { states, most, values } = this.table
    states.forEach((state, cell) => {
      if (state !== State.small) return
      this.ranges.set(cell, { low: values[cell]!, high: values[cell]!, lowIn: -1, highIn: -1 })
      // So many that it cannot be hidden from somebody who knows that it is small: only from others.
      if (this.table.rules.threshold - lowestOf(this.table, cell) < this.table.rules.leastRange) most[cell] = unknown
    })
    // What was withheld for the last may make room for the first.
    const open: number[] = []
    for (const cell of this.ranges.keys()) {
      if (!this.hide(cell, Infinity)) open.push(cell)
      yield
    }
    let left = 0
    for (const cell of open) {
      if (!this.hide(cell, Infinity)) left += 1
      yield
    }
    return left
  }

  /** Cells that were withheld for others, the dearest first. */
  extras(): number[] {
    const { states } = this.table
    const cells: number[] = []
    states.forEach((state, cell) => state === State.extra && cells.push(cell))
    return cells.sort((a, b) => this.table.weightOf(b) - this.table.weightOf(a) || b - a)
  }

  /** Shows a cell after all, if what is small can be hidden all the same. @returns for how many cells it had to look */
  show(cell: number): number {
    const { table, ranges, proofs } = this
    const broken = [...(this.against.get(cell) ?? [])]
    const targets = [...new Set(broken.flatMap((world) => proofs.get(world)!.targets))].filter((target) => {
      const { lowIn, highIn } = ranges.get(target)!
      return broken.includes(lowIn) || broken.includes(highIn)
    })
    const before = targets.map((target) => ({ ...ranges.get(target)! }))
    for (const target of targets) {
      const range = ranges.get(target)!
      if (broken.includes(range.lowIn)) Object.assign(range, { low: table.values[target]!, lowIn: -1 })
      if (broken.includes(range.highIn)) Object.assign(range, { high: table.values[target]!, highIn: -1 })
    }
    table.setState(cell, State.shown)
    if (targets.every((target) => this.hide(target, 1))) {
      this.against.delete(cell)
      for (const world of broken) this.forget(world)
    } else {
      table.setState(cell, State.extra)
      targets.forEach((target, index) => ranges.set(target, before[index]!))
    }
    return targets.length
  }

  private forget(world: number): void {
    for (const other of this.proofs.get(world)!.cells) this.against.get(other)?.delete(world)
    this.proofs.delete(world)
  }

  /** @param bound what a step may cost at most: less than 1 is nothing */
  private hide(cell: number, bound: number): boolean {
    const { up, down, table } = this
    up.reset()
    down.reset()
    let isHidden = this.isHidden(cell)
    while (!isHidden) {
      const step = this.step(cell, bound)
      if (!step) break
      for (const move of step.moves) step.world.make(move)
      for (const other of [...step.world.inTheWay()]) table.setState(other, State.extra)
      isHidden = this.isHidden(cell)
    }
    this.note(up)
    this.note(down)
    return isHidden
  }

  /** A step for which nothing has to be withheld, or else the cheapest. */
  private step(cell: number, bound: number): Step | undefined {
    const free = this.stepWithin(cell, near, 1) ?? this.stepWithin(cell, this.lookedFar++ < farInAll ? far : further, 1)
    if (free || bound <= 1) return free
    return this.stepWithin(cell, near, bound) ?? this.stepWithin(cell, far, bound) ?? this.stepWithRoom(cell, bound)
  }

  /** The cheapest step up or down. */
  private stepWithin(cell: number, reach: Reach, bound: number): Step | undefined {
    const { up, down, table } = this
    const more = cheapestStep(table, up, waysTo(table, up, cell, 1, reach), 1, bound)
    if (more?.cost === 0) return more
    return cheapestStep(table, down, waysTo(table, down, cell, -1, reach), -1, more?.cost ?? bound) ?? more
  }

  /** A step after others that make room for it in sums that are small themselves. */
  private stepWithRoom(cell: number, bound: number): Step | undefined {
    return this.stepWithRoomIn(this.up, 1, cell, bound) ?? this.stepWithRoomIn(this.down, -1, cell, bound)
  }

  private stepWithRoomIn(world: World, sign: number, cell: number, bound: number): Step | undefined {
    const { table } = this
    const made: Move[] = []
    const make = (moves: Move[], once = 1) => moves.forEach((move) => world.make(move, once))
    const before = world.values[cell]!
    const tried = new Set<number>()
    let step: Step | undefined
    while (!step && tried.size < obstaclesTried) {
      const obstacle = [...obstacles(table, world, cell, sign)].find((other) => !tried.has(other))
      if (obstacle === undefined) break
      tried.add(obstacle)
      const room = cheapestStep(table, world, waysTo(table, world, obstacle, -sign, far, cell), -sign, bound)
      if (!room) continue
      make(room.moves)
      if ((world.values[cell]! - before) * sign < 0) {
        make(room.moves, -1)
        continue
      }
      made.push(...room.moves)
      step = cheapestStep(table, world, waysTo(table, world, cell, sign, far), sign, bound)
    }
    make(made, -1)
    return step && { ...step, moves: [...made, ...step.moves] }
  }

  private isHidden(cell: number): boolean {
    const { low, high } = this.ranges.get(cell)!
    const most = Math.max(high, this.up.values[cell]!)
    return most - Math.min(low, this.down.values[cell]!) >= this.table.rules.leastRange
  }

  /** Keeps a world if it says more of a small cell than those before. */
  private note(world: World): void {
    const { states, values } = this.table
    const proof: Proof = { ...world.difference(), targets: [] }
    const number = this.found++
    proof.cells.forEach((cell, index) => {
      const value = proof.values[index]!
      const range = this.ranges.get(cell)
      if (!range || (value >= range.low && value <= range.high)) return
      proof.targets.push(cell)
      if (value < range.low) Object.assign(range, { low: value, lowIn: number })
      else Object.assign(range, { high: value, highIn: number })
    })
    if (proof.targets.length === 0) return
    this.proofs.set(number, proof)
    proof.cells.forEach((cell, index) => {
      if (states[cell] !== State.extra) return
      const [least, most] = this.table.boundsOf(values[cell]!)
      const value = proof.values[index]!
      if (value >= least && value <= most) return
      const worlds = this.against.get(cell)
      if (worlds) worlds.add(number)
      else this.against.set(cell, new Set([number]))
    })
  }
}
