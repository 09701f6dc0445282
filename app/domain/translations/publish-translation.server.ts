import { note } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { compileTranslation, readSurroundings } from '~/content/compile-one'
import { markOf, uploadIsShown } from '~/content/precedence'
import { hasErrors } from '~/content/problems'
import { setStamp } from '~/content/stamp'
import { fileOf } from '~/content/units'
import { isTaken } from '~/platform/db/faults.server'
import { checkUpload, type CheckedFile, type CheckedText, type Expected, type UploadFault } from './check-upload.server'
import { getPresent, type Present } from './present.server'
import { findRow, insertRevision, inTransaction, type TranslationAct, type TranslationFacts } from './repository.server'
import { lookForTranslations } from './show-translations.server'

/** What there is to publish of a checked file; none as long as anything is wrong with it. */
export function readyTexts({ texts, faults }: CheckedFile): CheckedText[] {
  const wrong = faults.length > 0 || texts.some(({ outcome }) => outcome === 'faulty')
  return wrong ? [] : texts.filter(({ outcome }) => outcome === 'ready')
}

/**
 * Puts what a translator sent on the site, as a draft: every text of the file that is ready, or none.
 * @param base what `checkUpload` said when the editor saw what would change
 * @returns how many texts; 'changed' when one of them became another meanwhile; the checked file when it cannot be published
 */
export async function publishUpload(
  person: Person,
  text: string,
  expected: Expected,
  base: string,
): Promise<{ published: number } | 'changed' | { checked: CheckedFile } | { code: UploadFault }> {
  const checked = await checkUpload(text, expected)
  if ('code' in checked) return checked
  const ready = readyTexts(checked)
  if (ready.length === 0) return { checked }
  if (checked.base !== base) return 'changed'
  const revisions = ready.map(({ present, markdown }) => ({ present, facts: factsOf(present, markdown ?? '', 'draft') }))
  return (await write(person, 'uploaded', revisions)) === 'conflict' ? 'changed' : { published: ready.length }
}

/** What became of a change. `conflict`: the text is another one than the editor was shown, so nothing is written. */
type Change<More extends string = never> = 'saved' | 'conflict' | 'refused' | More

/**
 * Says that somebody who speaks the language has read the whole translation.
 * @param shown `base` of what she was shown, and whether she says that she read it
 * @returns 'unread' when she does not, 'refused' for what is not there or out of date
 */
export async function reviewTranslation(
  person: Person,
  present: Present,
  { base, readInFull }: { base: string; readInFull: boolean },
): Promise<Change<'unread'>> {
  const { shown } = present
  // Before everything else: with the answer she gets another text to read.
  if (present.base !== base) return 'conflict'
  if (!readInFull) return 'unread'
  if (!shown || shown.stale || shown.state === 'reviewed') return 'refused'
  const { text } = setStamp(shown.markdown, present.dutchHash, fileOf(present.unit, present.language), 'reviewed')
  return write(person, 'reviewed', [{ present, facts: factsOf(present, text, 'reviewed') }])
}

/** Takes the uploaded translation back: from now on the file is shown again, or the Dutch text where there is no file. */
export async function withdrawTranslation(person: Person, present: Present, { base }: { base: string }): Promise<Change> {
  if (present.base !== base) return 'conflict'
  const last = present.number > 0 ? await findRow(present.unit.id, present.language, present.number) : null
  if (!last || (present.shown?.from !== 'upload' && !present.behindFile)) return 'refused'
  const { markdown, state, source, sourceHash, file } = last
  return write(person, 'withdrawn', [{ present, facts: { markdown, state, source, sourceHash, file } }])
}

/**
 * Shows a former revision again, as a new one.
 * @param shown `base` of what she was shown, and the number of the revision
 * @returns 'misfit' when it no longer fits the present Dutch text, 'older' when the file fits that better and would still be shown
 */
export async function restoreTranslation(
  person: Person,
  present: Present,
  { base, wanted }: { base: string; wanted: number },
): Promise<Change<'misfit' | 'older'>> {
  if (present.base !== base) return 'conflict'
  const row = await findRow(present.unit.id, present.language, wanted)
  if (!row) return 'refused'
  const { problems } = compileTranslation(readSurroundings(process.cwd()), present.unit, present.language, row.markdown)
  if (hasErrors(problems)) return 'misfit'
  const { markdown, state, source, sourceHash } = row
  const facts = { markdown, state, source, sourceHash, file: markOf(present.file) }
  if (!uploadIsShown(facts, present.file, present.dutchHash)) return 'older'
  return write(person, 'restored', [{ present, facts }])
}

function factsOf(present: Present, markdown: string, state: 'draft' | 'reviewed'): TranslationFacts {
  return { markdown, state, source: present.dutch, sourceHash: present.dutchHash, file: markOf(present.file) }
}

/** Writes all revisions or none, notes who did it, and shows them. */
async function write(
  person: Person,
  act: TranslationAct,
  revisions: readonly { present: Present; facts: TranslationFacts }[],
): Promise<'saved' | 'conflict'> {
  const root = process.cwd()
  try {
    await inTransaction(async (tx) => {
      for (const { present, facts } of revisions) {
        const of = { text: present.unit.id, language: present.language }
        // A new version of the site may have come since it was looked at, with another Dutch text or another file.
        const now = await getPresent(root, present.unit, present.language, tx)
        if (now.base !== present.base) throw new Conflict()
        if (!(await insertRevision(tx, of, present.number, facts, { act, authorId: person.id }))) throw new Conflict()
        const subjectId = `${of.text}/${of.language}`
        await note({ actorId: person.id, action: `translation.${act}`, subjectType: 'translation', subjectId }, tx)
      }
    })
  } catch (error) {
    if (error instanceof Conflict || isTaken(error)) return 'conflict'
    throw error
  }
  // It is written: a fault from here on must not say that it was not. Within a minute it is tried again.
  await lookForTranslations()
  return 'saved'
}

/** Somebody else wrote meanwhile: nothing of this is written. */
class Conflict extends Error {}
