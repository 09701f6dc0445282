import { compileTranslation, readSurroundings } from '~/content/compile-one'
import type { LaidOver } from '~/content/overlay'
import { uploadIsShown } from '~/content/precedence'
import { hasErrors } from '~/content/problems'
import { getBuiltCatalogue } from '~/content/read'
import { findVersions } from '~/content/unit-state'
import { listUnits } from '~/content/units'
import { log } from '~/platform/log/log.server'
import type { TranslationRow } from './repository.server'

/**
 * Compiles the uploaded translations that are newer than their files. One that no longer fits its Dutch text (its directives or
 * links became others), or whose text is gone, is left out: the file is shown then.
 */
export function compileUploads(rows: readonly TranslationRow[]): LaidOver[] {
  const root = process.cwd()
  const around = readSurroundings(root)
  const units = new Map(listUnits(root).map((unit) => [unit.id, unit]))
  const catalogue = getBuiltCatalogue()
  return rows.flatMap((row) => {
    const { text: id, language, number } = row
    const unit = units.get(id)
    const versions = findVersions(catalogue, id, language)
    if (!unit || !versions || !uploadIsShown(row, versions.own, versions.dutch.contentHash)) return []
    const { problems, ...compiled } = compileTranslation(around, unit, language, row.markdown)
    if (hasErrors(problems) || (!compiled.text && !compiled.script)) {
      log().warn({ text: id, language, number }, 'an uploaded translation does not fit its text and is not shown')
      return []
    }
    return [{ unit: id, language, ...compiled }]
  })
}
