import { differenceOf, type Changed } from '~/content/difference'
import { entriesOf } from '~/content/po/entries'
import { writePo, type PoText } from '~/content/po/write'
import type { SegmentKind } from '~/content/segments/segment'
import { splitText } from '~/content/segments/split'
import { readTerms } from '~/content/terms'
import { findUnit, listUnits, type TextUnit } from '~/content/units'
import { userNamesOf } from '~/domain/accounts/audit-repository.server'
import type { Language } from '~/i18n/languages'
import { getPresent, listPresent, type Present } from './present.server'
import { listRevisionRows } from './repository.server'

/** One text in one language; null when there is no such text. */
export async function findTranslation(id: string, language: Language): Promise<Present | null> {
  const unit = findUnit(process.cwd(), id)
  return unit && getPresent(process.cwd(), unit, language)
}

/** All texts of a course, or of the library, in one language. */
export function listTranslations(shelf: string, language: Language): Promise<Present[]> {
  return listPresent(process.cwd(), listUnitsOf(shelf), language)
}

/** The texts of a course or of the library, in their order. */
export function listUnitsOf(shelf: string): TextUnit[] {
  return listUnits(process.cwd()).filter((unit) => unit.shelf === shelf)
}

/** What changed in the Dutch since a translation was made, with what the translation says there now. */
export interface DutchChange extends Changed {
  translation: string | null
}

/** What changed in the Dutch since the translation was made; null when the Dutch of then is not known. */
export function dutchChanges({ dutch, shown }: Present): DutchChange[] | null {
  if (!shown?.madeFrom) return null
  const words = new Map(splitText(shown.markdown).slots.map(({ key, text }) => [key, text]))
  return differenceOf(shown.madeFrom, dutch)
    .filter(({ change }) => change !== 'same')
    .map((change) => ({ ...change, translation: (change.before && words.get(change.before)) ?? null }))
}

/** A piece of the Dutch with its translation; either is empty where it is not there. */
export interface Pair {
  key: string
  kind: SegmentKind
  dutch: string
  translation: string
}

/** A whole text, piece by piece beside the Dutch, for who reads it over. What only the translation has stands at the end. */
export function pairsOf(dutch: string, markdown: string): Pair[] {
  const { slots } = splitText(markdown)
  const words = new Map(slots.map(({ key, text }) => [key, text]))
  const pairs = splitText(dutch).slots.map(({ key, kind, text }) => ({ key, kind, dutch: text, translation: words.get(key) ?? '' }))
  const known = new Set(pairs.map(({ key }) => key))
  const more = slots.filter(({ key }) => !known.has(key)).map(({ key, kind, text }) => ({ key, kind, dutch: '', translation: text }))
  return [...pairs, ...more]
}

/** The file for a translator of these texts. @param name the text or course that it is called after */
export async function translatorFile(name: string, language: Language, texts: readonly Present[]): Promise<Uint8Array> {
  const terms = readTerms(process.cwd(), []).get(language) ?? []
  const parts: PoText[] = []
  for (const { unit, dutch, shown } of texts) {
    parts.push({ id: unit.id, entries: entriesOf(dutch, shown) })
    // A course takes a second or two: others get their turn in between.
    await new Promise(setImmediate)
  }
  return writePo(name, language, parts, terms)
}

/** What was done to a translation, the newest first, each with who did it; null for an account that is gone. */
export async function listTranslationHistory(id: string, language: Language) {
  const rows = await listRevisionRows(id, language)
  const names = await userNamesOf([...new Set(rows.flatMap(({ authorId }) => (authorId ? [authorId] : [])))])
  return rows.map(({ authorId, ...row }) => ({ ...row, author: authorId ? (names.get(authorId) ?? null) : null }))
}
