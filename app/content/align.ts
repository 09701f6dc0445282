import { diffArrays } from 'diff'
import type { Segment } from './segments/segment'

/** How a piece of the new text came from the old one; without `after` it is gone, without `before` it is new. */
export interface Pair<Kind extends Segment = Segment> {
  before: Kind | null
  after: Kind | null
}

/** How alike two pieces have to be, from 0 to 1, to pass for one that was changed and not for an old and a new one. */
const alike = 0.4

/**
 * Puts the pieces of an old and a new version of a text next to each other, in the order of the new one; what is gone stands where
 * it stood. A piece that stayed the same is found wherever it moved to within the order.
 */
export function align<Kind extends Segment>(before: readonly Kind[], after: readonly Kind[]): Pair<Kind>[] {
  const pairs: Pair<Kind>[] = []
  let [old, now] = [0, 0]
  const comparator = (a: Kind, b: Kind) => a.kind === b.kind && a.text === b.text
  let gone: Kind[] = []
  let added: Kind[] = []
  const flush = () => {
    pairs.push(...pairUp(gone, added))
    ;[gone, added] = [[], []]
  }
  for (const run of diffArrays([...before], [...after], { comparator })) {
    const count = run.value.length
    if (run.removed) gone.push(...before.slice(old, (old += count)))
    else if (run.added) added.push(...after.slice(now, (now += count)))
    else {
      flush()
      for (let index = 0; index < count; index++) pairs.push({ before: before[old++]!, after: after[now++]! })
    }
  }
  flush()
  return pairs
}

/** What was taken out at some place and what was put in there: who belongs to whom. */
function pairUp<Kind extends Segment>(gone: readonly Kind[], added: readonly Kind[]): Pair<Kind>[] {
  const pairs: Pair<Kind>[] = []
  let next = 0
  for (const after of added) {
    const at = gone.findIndex((each, index) => index >= next && each.kind === after.kind && belongs(each, after))
    if (at < 0) pairs.push({ before: null, after })
    else {
      for (const before of gone.slice(next, at)) pairs.push({ before, after: null })
      pairs.push({ before: gone[at]!, after })
      next = at + 1
    }
  }
  for (const before of gone.slice(next)) pairs.push({ before, after: null })
  return pairs
}

function belongs(before: Segment, after: Segment): boolean {
  // A title stays the title, whatever it says.
  return before.key === after.key || likeness(before.text, after.text) >= alike
}

/** The share of words that two texts have in common. */
function likeness(a: string, b: string): number {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const rest = wordsOf(b)
  const first = wordsOf(a)
  const all = first.length + rest.length
  let common = 0
  for (const word of first) {
    const at = rest.indexOf(word)
    if (at >= 0) {
      rest.splice(at, 1)
      common += 1
    }
  }
  return all === 0 ? 1 : (2 * common) / all
}
