import { diffWordsWithSpace } from 'diff'
import { align } from './align'
import type { SegmentKind } from './segments/segment'
import { splitText } from './segments/split'

/** Words that stayed, were added or are gone. */
export interface Piece {
  change: 'same' | 'added' | 'gone'
  text: string
}

/** One piece of a text between two versions. */
export interface Changed {
  /** Its place in the new version; of what is gone, in the old one. */
  key: string
  kind: SegmentKind
  change: 'same' | 'changed' | 'added' | 'gone'
  pieces: Piece[]
  /** Its key in the old version; null of what is new. */
  before: string | null
}

/** What changed between two versions of a text: by paragraph, and within a paragraph by words. Marks around blocks do not count. */
export function differenceOf(before: string, after: string): Changed[] {
  return align(splitText(before).slots, splitText(after).slots).map(({ before: old, after: now }) => {
    const { key, kind } = (now ?? old)!
    const common = { key, kind, before: old?.key ?? null }
    if (!old) return { ...common, change: 'added', pieces: [{ change: 'added', text: now!.text }] }
    if (!now) return { ...common, change: 'gone', pieces: [{ change: 'gone', text: old.text }] }
    if (old.text === now.text) return { ...common, change: 'same', pieces: [{ change: 'same', text: now.text }] }
    return { ...common, change: 'changed', pieces: compareWords(old.text, now.text) }
  })
}

function compareWords(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    change: added ? 'added' : removed ? 'gone' : 'same',
    text: value,
  }))
}
