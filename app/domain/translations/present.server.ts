import { createHash } from 'node:crypto'
import { findCopy } from '~/content/sources'
import { markOf, uploadIsShown } from '~/content/precedence'
import type { Version } from '~/content/unit-state'
import { fileOf, hashOf, readUnit, stampIn, type TextUnit } from '~/content/units'
import { sourceLanguage, type Language } from '~/i18n/languages'
import { findLastRow, listLastRows, type Db, type LastRow } from './repository.server'

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
  /** The file; null when there is none. */
  file: Version | null
  /**
   * Another one when the Dutch, the file or the last revision became another: what an editor decides about a text holds only for
   * what she was shown.
   */
  base: string
}

/** Reads one text in one language. `unit` is of listUnits. Throws when it has no usable Dutch text, which the build does not let through. */
export async function getPresent(root: string, unit: TextUnit, language: Language, db?: Db): Promise<Present> {
  return presentOf(root, unit, language, await findLastRow(unit.id, language, db))
}

/** The same of several texts; others get their turn in between. */
export async function listPresent(root: string, units: readonly TextUnit[], language: Language): Promise<Present[]> {
  const ids = units.map(({ id }) => id)
  const last = new Map((await listLastRows(ids, language)).map((row) => [row.text, row]))
  const presents: Present[] = []
  for (const unit of units) {
    presents.push(presentOf(root, unit, language, last.get(unit.id) ?? null))
    await new Promise(setImmediate)
  }
  return presents
}

function presentOf(root: string, unit: TextUnit, language: Language, last: LastRow | null): Present {
  const dutch = readUnit(root, unit, sourceLanguage)
  const dutchHash = dutch === null ? null : hashOf(unit, dutch)
  if (dutch === null || dutchHash === null) throw new Error(`There is no Dutch text of ${unit.id}: run \`npm run content:check\`.`)
  const file = readFileVersion(root, unit, language)
  const upload = last && last.act !== 'withdrawn' ? last : null
  const number = last?.number ?? 0
  const common = { unit, language, dutch, dutchHash, number, file, base: hashOfParts([unit.id, language, dutchHash, number, markOf(file)]) }
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

/** One hash for all of these. */
export function hashOfParts(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
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
