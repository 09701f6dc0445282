import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { compileTranslation, readSurroundings } from '~/content/compile-one'
import { hasErrors } from '~/content/problems'
import { keepCopy, tidyCopies } from '~/content/sources'
import { fileOf, listUnits } from '~/content/units'
import { getPresent } from './present.server'
import { listPresentRows } from './repository.server'

/**
 * What became of one uploaded translation: written into its file; or left because the file is newer, because it no longer fits its
 * Dutch text (the build would not let it through), or because the text is gone.
 */
export interface Pulled {
  file: string
  outcome: 'written' | 'fileIsNewer' | 'misfit' | 'textIsGone'
}

/**
 * Writes the uploaded translations that are shown into the files of `<root>/content`, with the Dutch texts that they were made from.
 * From the next build on the files are what is shown.
 */
export async function pullTranslations(root: string): Promise<Pulled[]> {
  const around = readSurroundings(root)
  const units = new Map(listUnits(root).map((unit) => [unit.id, unit]))
  const pulled: Pulled[] = []
  for (const { text, language, markdown, source, sourceHash } of await listPresentRows()) {
    const unit = units.get(text)
    if (!unit) {
      pulled.push({ file: `${text} (${language})`, outcome: 'textIsGone' })
      continue
    }
    const file = fileOf(unit, language)
    const { shown } = await getPresent(root, unit, language)
    if (shown?.from !== 'upload') {
      pulled.push({ file, outcome: 'fileIsNewer' })
      continue
    }
    if (hasErrors(compileTranslation(around, unit, language, markdown).problems)) {
      pulled.push({ file, outcome: 'misfit' })
      continue
    }
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), markdown)
    keepCopy(root, sourceHash, source)
    pulled.push({ file, outcome: 'written' })
  }
  tidyCopies(root)
  return pulled
}
