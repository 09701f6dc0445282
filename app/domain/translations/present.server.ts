import { findCopy } from '~/content/sources'
import { markOf, uploadIsShown } from '~/content/precedence'
import { fileOf, hashOf, readUnit, stampIn, type TextUnit } from '~/content/units'
import { sourceLanguage, type Language } from '~/i18n/languages'
import { findLastRow } from './repository.server'

/** A translation as it is shown now. */
export interface ShownTranslation {
  markdown: string
  state: 'draft' | 'reviewed'
  /** Where it is from. */
  from: 'file' | 'upload'
  sourceHash: string | null
  stale: boolean
  /** The Dutch text that it was made from; null when that is not known any more. */
  madeFrom: string | null
}

/** Everything that is known of one text in one language. */
export interface Present {
  unit: TextUnit
  language: Language
  dutch: string
  dutchHash: string
  /** Null when there is no translation. */
  shown: ShownTranslation | null
  /** An upload that is there, but for which a newer file is shown. */
  behindFile: boolean
  /** Number of the last revision; 0 when nothing was ever uploaded. */
  number: number
  /** What `markOf` says of the file. */
  file: string
}

/** Reads one text in one language. `unit` is of listUnits. Throws when it has no usable Dutch text, which the build does not let through. */
export async function getPresent(root: string, unit: TextUnit, language: Language): Promise<Present> {
  const dutch = readUnit(root, unit, sourceLanguage)
  const dutchHash = dutch === null ? null : hashOf(unit, dutch)
  if (dutch === null || dutchHash === null) throw new Error(`There is no Dutch text of ${unit.id}: run \`npm run content:check\`.`)
  const file = readFileVersion(root, unit, language)
  const last = await findLastRow(unit.id, language)
  const upload = last && last.act !== 'withdrawn' ? last : null
  const common = { unit, language, dutch, dutchHash, number: last?.number ?? 0, file: markOf(file) }
  if (upload && uploadIsShown(upload, file, dutchHash)) {
    const { markdown, state, sourceHash, source } = upload
    const shown = { markdown, state, from: 'upload' as const, sourceHash, stale: sourceHash !== dutchHash, madeFrom: source }
    return { ...common, behindFile: false, shown }
  }
  if (!file) return { ...common, behindFile: false, shown: null }
  const stale = file.source !== dutchHash
  const madeFrom = !stale ? dutch : file.source ? findCopy(root, unit, file.source) : null
  const { markdown, state, source } = file
  return { ...common, behindFile: upload !== null, shown: { markdown, state, from: 'file', sourceHash: source, stale, madeFrom } }
}

function readFileVersion(root: string, unit: TextUnit, language: Language) {
  const markdown = readUnit(root, unit, language)
  if (markdown === null) return null
  const contentHash = hashOf(unit, markdown, language)
  // What the compiler cannot read is not on the site either.
  if (contentHash === null) throw new Error(`${fileOf(unit, language)} cannot be read: run \`npm run content:check\`.`)
  const { source, state } = stampIn(markdown)
  return { markdown, contentHash, source, state }
}
