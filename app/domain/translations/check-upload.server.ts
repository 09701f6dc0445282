import { compileTranslation, readSurroundings, type Surroundings } from '~/content/compile-one'
import { differenceOf, type Changed } from '~/content/difference'
import { applyEntries, type FaultAt } from '~/content/po/apply'
import { readPo, type FileFault, type SentEntry, type SentFile } from '~/content/po/read'
import { setStamp } from '~/content/stamp'
import { fileOf, type TextUnit } from '~/content/units'
import type { Language } from '~/i18n/languages'
import { hashOfParts, listPresent, type Present } from './present.server'

/** What becomes of one text of a file. `same`: nothing changes; `open`: it is not done yet; `untouched`: it was not begun. */
export type Outcome = 'ready' | 'same' | 'open' | 'faulty' | 'untouched'

export interface CheckedText {
  unit: TextUnit
  present: Present
  outcome: Outcome
  total: number
  faults: FaultAt[]
  /** What is not done yet. */
  open: FaultAt[]
  /** Words to avoid: sometimes they are right. */
  doubts: FaultAt[]
  /** What becomes another text, against the translation that is there now; everything is new where there is none. */
  changes: Changed[]
  /** The text as it becomes; null unless it is ready. */
  markdown: string | null
}

export interface CheckedFile {
  language: Language
  texts: CheckedText[]
  /** What is wrong with the file besides its texts. */
  faults: FaultAt[]
  /** Changes when one of the texts does: what is confirmed must be what was shown. */
  base: string
}

export type UploadFault = FileFault | 'poOtherText' | 'poOtherLanguage'

/** Which texts a file may be of, and in which language; any that is translated into where none is named. */
export interface Expected {
  units: readonly TextUnit[]
  language: Language | null
}

/** Checks what a translator sent, as it would be checked when the site is built. Writes nothing. */
export async function checkUpload(text: string, expected: Expected): Promise<CheckedFile | { code: UploadFault }> {
  const file = readPo(text)
  if ('code' in file) return file
  if (expected.language && file.language !== expected.language) return { code: 'poOtherLanguage' }
  const byText = new Map<string, SentEntry[]>()
  for (const entry of file.entries) {
    const own = byText.get(entry.text)
    if (own) own.push(entry)
    else byText.set(entry.text, [entry])
  }
  const units = expected.units.filter(({ id }) => byText.has(id))
  if (units.length < byText.size) return { code: 'poOtherText' }
  const around = readSurroundings(process.cwd())
  const texts: CheckedText[] = []
  for (const present of await listPresent(around.root, units, file.language)) {
    texts.push(checkText(around, present, byText.get(present.unit.id)!))
    await new Promise(setImmediate)
  }
  const base = hashOfParts(texts.map(({ present }) => present.base))
  return { language: file.language, texts, faults: fileFaults(file), base }
}

function fileFaults({ twice, foreign }: SentFile): FaultAt[] {
  const at = (code: 'twice' | 'foreign') => (line: number) => ({ code, key: null, line })
  return [...twice.map(at('twice')), ...foreign.map(at('foreign'))]
}

function checkText(around: Surroundings, present: Present, sent: readonly SentEntry[]): CheckedText {
  const { unit, dutch, dutchHash, language, shown } = present
  const { faults, open, total, written } = applyEntries(dutch, shown?.markdown ?? null, sent)
  const common = { unit, present, total, faults, open, doubts: [], changes: [], markdown: null }
  const begun = sent.some(({ translation }) => translation.trim() !== '')
  if (!begun) return { ...common, open: [], faults: [], outcome: 'untouched' }
  if (!written) return { ...common, outcome: faults.length > 0 ? 'faulty' : 'open' }

  // What is there already was checked when it came: of a whole course a translator changes a few texts.
  if (shown && !shown.stale && written.source === shown.markdown) return { ...common, outcome: 'same' }

  const { text: markdown } = setStamp(written.source, dutchHash, fileOf(unit, language), 'draft')
  const added = markdown.split('\n').length - written.source.split('\n').length
  const lineOfKey = new Map(sent.map(({ key, line }) => [key, line]))
  const { problems } = compileTranslation(around, unit, language, markdown)
  const found = problems.map(({ line, message, severity }) => {
    const key = written.keyAt(line - added)
    return { severity, at: { code: 'check' as const, key, line: key === null ? null : (lineOfKey.get(key) ?? null), detail: message } }
  })
  const errors = found.flatMap(({ severity, at }) => (severity === 'error' ? [at] : []))
  const doubts = found.flatMap(({ severity, at }) => (severity === 'notice' ? [at] : []))
  const changes = differenceOf(shown?.markdown ?? '', markdown).filter(({ change }) => change !== 'same')
  if (errors.length > 0) return { ...common, faults: errors, doubts, changes, outcome: 'faulty' }
  const same = changes.length === 0 && shown !== null && !shown.stale
  return same ? { ...common, outcome: 'same' } : { ...common, doubts, changes, markdown, outcome: 'ready' }
}
