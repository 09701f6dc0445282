import { sourceLanguage } from '~/i18n/languages'
import { align } from '../align'
import type { Segment, SegmentKind } from '../segments/segment'
import { splitText } from '../segments/split'

/** One piece for a translator: the Dutch, and what there is of it in her language. */
export interface Entry {
  key: string
  kind: SegmentKind
  dutch: string
  /** Empty where there is no translation. */
  translation: string
  /** The Dutch changed since: somebody has to look at the translation again. */
  fuzzy: boolean
  /** The Dutch that the translation was made from, where it is known and another one. */
  previous: string | null
}

/** A translation as it is now. */
export interface PresentText {
  markdown: string
  /** The Dutch changed since it was made, or it is not known from which Dutch it was made. */
  stale: boolean
  /** The Dutch text that it was made from; null when that was not kept. */
  madeFrom: string | null
}

/** The entries of one text, in the order of the Dutch one. */
export function entriesOf(dutch: string, present: PresentText | null): Entry[] {
  const { slots } = splitText(dutch)
  const translated = new Map(present ? splitText(present.markdown).slots.map(({ key, text }) => [key, text]) : [])
  const origin = present?.stale ? originsOf(present.madeFrom, slots) : null
  return slots.map(({ key, kind, text }) => {
    const before = origin ? origin.get(key) : { key, text }
    const translation = (before && translated.get(before.key)) ?? ''
    // Without the Dutch of then every piece may be another one.
    const changed = present?.stale === true && (present.madeFrom === null || before?.text !== text)
    const fuzzy = changed && translation !== ''
    return { key, kind, dutch: text, translation, fuzzy, previous: fuzzy && present?.madeFrom ? (before?.text ?? null) : null }
  })
}

/** For each piece of the present Dutch the piece of the former one that it came from. */
function originsOf(madeFrom: string | null, slots: readonly Segment[]): Map<string, Segment> {
  if (madeFrom === null) return new Map(slots.map((slot) => [slot.key, slot]))
  const pairs = align<Segment>(splitText(madeFrom).slots, slots)
  return new Map(pairs.flatMap(({ before, after }) => (before && after ? [[after.key, before]] : [])))
}

/** What a translator's file of a text or a course is called. */
export function fileNameOf(name: string, language: string): string {
  return `${name.replaceAll('/', '-')}.${sourceLanguage}-${language}.po`
}
