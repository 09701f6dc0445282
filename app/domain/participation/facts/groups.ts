/** A group with what it can be split by. */
export interface GroupFact {
  id: string
  organisation: string
  programme: string
  kind: string
  municipality: string
  /** Codes with a plus between them: ar+nl. */
  language: string
  audience: string
  closed: boolean
  /** Ids of memberships of those who lead it. */
  trainers: readonly string[]
  /** Where its sessions stand in `Sessions`. */
  start: number
  count: number
  whole: number
  /** Days of its first and its last session, as `dayNumber` gives them. */
  firstDay: number
  lastDay: number
}

/** Where the sessions of a group stand: where they begin in `values`, how many there are, and where their sums are in `wholes`. */
export type SessionsOfGroup = Pick<GroupFact, 'start' | 'count' | 'whole' | 'firstDay' | 'lastDay'>

/** Of a group without sessions. */
export const noSessions: SessionsOfGroup = { start: 0, count: 0, whole: 0, firstDay: 0, lastDay: 0 }

/** What a group can be split by. A province follows from the municipality. */
export const groupWords = ['programme', 'kind', 'organisation', 'municipality', 'language', 'audience'] as const
export type GroupWord = (typeof groupWords)[number]

/** The words of all groups in one of these: a number for each group, and what the numbers stand for. */
export interface Coded {
  /** By place of the group. */
  codes: Uint32Array
  /** By number. */
  values: string[]
}

/**
 * Groups by id, and what reports ask of all of them in lists of numbers besides: a hundred thousand groups are looked at for each
 * sum of a page, and going from object to object takes ten times as long.
 */
export class Groups {
  /** How many places there are. Those of groups that are gone have no sessions and are not open. */
  used = 0
  /** Moves with every change. */
  changes = 0
  readonly words: Record<GroupWord, Coded>
  /** Where their sessions stand in `Sessions`, how many there are, and where their sums are. */
  starts = new Uint32Array(room)
  counts = new Uint32Array(room)
  wholes = new Uint32Array(room)
  /** Days of the first and the last session. */
  firstDays = new Uint32Array(room)
  lastDays = new Uint32Array(room)
  /** 1 where a member of a cohort leads the group. */
  led = new Uint32Array(room)
  /** 1 where the group is not closed. */
  open = new Uint32Array(room)
  private readonly places = new Map<string, number>()
  private readonly facts: (GroupFact | undefined)[] = []
  private readonly numbers: Record<GroupWord, Map<string, number>>

  constructor(groups: Iterable<GroupFact> = []) {
    const of = <T>(make: () => T) => Object.fromEntries(groupWords.map((word) => [word, make()])) as Record<GroupWord, T>
    this.words = of(() => ({ codes: new Uint32Array(room), values: [] }))
    this.numbers = of(() => new Map())
    for (const group of groups) this.set(group)
  }

  /** The same groups; what changes in the one does not in the other. */
  copy(): Groups {
    return new Groups(this.values())
  }

  get(id: string): GroupFact | undefined {
    return this.facts[this.places.get(id) ?? -1]
  }

  *values(): Generator<GroupFact> {
    for (const group of this.facts) if (group) yield group
  }

  /** Adds a group, or puts it in the place of the one with its id. */
  set(group: GroupFact): void {
    this.changes += 1
    const place = this.places.get(group.id) ?? this.newPlace(group.id)
    this.facts[place] = group
    this.starts[place] = group.start
    this.counts[place] = group.count
    this.wholes[place] = group.whole
    this.firstDays[place] = group.firstDay
    this.lastDays[place] = group.lastDay
    this.led[place] = group.trainers.length > 0 ? 1 : 0
    this.open[place] = group.closed ? 0 : 1
    for (const word of groupWords) this.words[word].codes[place] = this.numberOf(word, group[word])
  }

  delete(id: string): void {
    const place = this.places.get(id)
    if (place === undefined) return
    this.changes += 1
    this.places.delete(id)
    this.facts[place] = undefined
    this.counts[place] = 0
    this.open[place] = 0
  }

  private numberOf(word: GroupWord, value: string): number {
    const numbers = this.numbers[word]
    const known = numbers.get(value)
    if (known !== undefined) return known
    numbers.set(value, numbers.size)
    this.words[word].values.push(value)
    return numbers.size - 1
  }

  private newPlace(id: string): number {
    const place = this.used
    this.places.set(id, place)
    this.used += 1
    if (place < this.counts.length) return place
    for (const name of ['starts', 'counts', 'wholes', 'firstDays', 'lastDays', 'led', 'open'] as const) this[name] = twice(this[name])
    for (const word of groupWords) this.words[word].codes = twice(this.words[word].codes)
    return place
  }
}

/** For so many groups there is room before the lists grow. */
const room = 128

function twice(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2)
  larger.set(list)
  return larger
}
