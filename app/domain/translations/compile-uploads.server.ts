import { compileTranslation, fingerprintIn, readSurroundings, type Surroundings } from '~/content/compile-one'
import type { LaidOver } from '~/content/overlay'
import { uploadIsShown } from '~/content/precedence'
import { hasErrors } from '~/content/problems'
import { getBuiltCatalogue } from '~/content/read'
import { findVersions } from '~/content/unit-state'
import { listUnits, type TextUnit } from '~/content/units'
import { log } from '~/platform/log/log.server'
import { getMarkdown, type TranslationHead } from './repository.server'

interface Compiled {
  /** Of everything that the result depends on. */
  key: string
  /** Null for what does not fit. */
  text: LaidOver | null
}

/** What was compiled the last time, by text and language. */
let kept: ReadonlyMap<string, Compiled> = new Map()

/**
 * Compiles the uploaded translations that are newer than their files. What was compiled before and still holds is not compiled again,
 * and between two texts everybody else gets a turn. One that no longer fits its Dutch text (its directives or links became others),
 * whose text is gone, or that cannot be compiled at all is left out: the file is shown then.
 * @param heads those of one text behind each other
 * @returns the texts, and whether none of them failed: one that did is tried again the next time
 */
export async function compileUploads(heads: readonly TranslationHead[]): Promise<{ texts: LaidOver[]; complete: boolean }> {
  const root = process.cwd()
  const around: Surroundings = { ...readSurroundings(root), terms: new Map() }
  const units = new Map(listUnits(root).map((unit) => [unit.id, unit]))
  const fingerprintOf = fingerprintIn(around)
  const catalogue = getBuiltCatalogue()
  const compiled = new Map<string, Compiled>()
  let now = { id: '', fingerprint: '' }
  let complete = true
  for (const head of heads) {
    const { text: id, language } = head
    const unit = units.get(id)
    const versions = findVersions(catalogue, id, language)
    if (!unit || !versions || !uploadIsShown(head, versions.own, versions.dutch.contentHash)) continue
    await new Promise(setImmediate)
    const name = `${id} ${language}`
    if (now.id !== id) now = { id, fingerprint: fingerprintOf(unit) }
    // What a revision says never changes, so its id stands for its language and its words.
    const key = `${head.id} ${now.fingerprint}`
    const known = kept.get(name)
    const text = known?.key === key ? known.text : compileOne(around, unit, head, await getMarkdown(head.id))
    if (text === undefined) complete = false
    else compiled.set(name, { key, text })
  }
  kept = compiled
  return { texts: [...compiled.values()].flatMap(({ text }) => text ?? []), complete }
}

/** @returns null for what does not fit, undefined where compiling failed, which may pass */
function compileOne(around: Surroundings, unit: TextUnit, head: TranslationHead, markdown: string): LaidOver | null | undefined {
  const { language, number } = head
  const left = { text: unit.id, language, number }
  try {
    const { problems, ...compiled } = compileTranslation(around, unit, language, markdown)
    if (!hasErrors(problems) && (compiled.text || compiled.script)) return { unit: unit.id, language, ...compiled }
    log().warn(left, 'an uploaded translation does not fit its text and is not shown')
    return null
  } catch (error) {
    // A mistake of ours in one text: the other ones are shown all the same.
    log().error({ err: error, ...left }, 'an uploaded translation cannot be compiled and is not shown')
    return undefined
  }
}
