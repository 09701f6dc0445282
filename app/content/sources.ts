import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sourceLanguage } from '~/i18n/languages'
import { listFolder } from './folder'
import { reporterFor, type Problem } from './problems'
import { decodeSource } from './source-file'
import { fileOf, hashOf, listUnits, readUnit, stampIn, targetLanguages, type TextUnit } from './units'

// A translation says from which Dutch text it was made with a hash alone. To show what changed since, that text must still
// be there: a copy of it stands under its hash for as long as a translation refers to it.

const folderOf = (root: string) => path.join(root, 'content', 'sources')

/** Where the copy of a Dutch text is, from the project folder. */
export function copyName(hash: string): string {
  return `content/sources/${hash}.md`
}

/** The Dutch text with this hash, if a copy of it was kept and is what its name says. */
export function findCopy(root: string, unit: TextUnit, hash: string): string | null {
  if (!/^[0-9a-f]{12}$/.test(hash)) return null
  try {
    const copy = decodeSource(readFileSync(path.join(root, copyName(hash))), () => undefined)
    return hashOf(unit, copy) === hash ? copy : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Keeps a copy of a Dutch text under its hash. */
export function keepCopy(root: string, hash: string, dutch: string): void {
  mkdirSync(folderOf(root), { recursive: true })
  writeFileSync(path.join(root, copyName(hash)), dutch)
}

interface Reference {
  hash: string
  unit: TextUnit
  /** The translation that refers to it, from the project folder. */
  file: string
  line: number
}

function listReferences(root: string): Reference[] {
  return listUnits(root).flatMap((unit) =>
    targetLanguages.flatMap((language) => {
      const translation = readUnit(root, unit, language)
      if (translation === null) return []
      const { source: hash, line } = stampIn(translation)
      return hash ? [{ hash, unit, file: fileOf(unit, language), line }] : []
    }),
  )
}

/**
 * Keeps a copy of each present Dutch text that a translation was made from, and drops the copies that no translation refers to
 * any more.
 * @returns hashes
 */
export function tidyCopies(root: string): { kept: string[]; dropped: string[] } {
  const references = listReferences(root)
  const kept = new Set<string>()
  for (const { hash, unit } of references) {
    const dutch = readUnit(root, unit, sourceLanguage)
    if (kept.has(hash) || dutch === null || hashOf(unit, dutch) !== hash || findCopy(root, unit, hash) !== null) continue
    keepCopy(root, hash, dutch)
    kept.add(hash)
  }
  const wanted = new Set(references.map(({ hash }) => `${hash}.md`))
  const dropped = listFolder(folderOf(root)).files.filter((name) => !wanted.has(name))
  for (const name of dropped) rmSync(path.join(folderOf(root), name))
  return { kept: [...kept], dropped: dropped.map((name) => path.basename(name, '.md')) }
}

/** Checks the copies: one for each Dutch text that a translation was made from, and in each the text that its name says. */
export function checkCopies(root: string): Problem[] {
  const problems: Problem[] = []
  const { files, folders } = listFolder(folderOf(root))
  const unitOf = new Map<string, TextUnit>()
  for (const { hash, unit, file, line } of listReferences(root)) {
    unitOf.set(`${hash}.md`, unit)
    if (files.includes(`${hash}.md`)) continue
    const message = `the Dutch text that this was made from is not kept (${copyName(hash)}): what changed since cannot be shown`
    reporterFor(problems, file)(line, message, 'notice')
  }
  for (const name of folders) reporterFor(problems, `content/sources/${name}`)(1, 'unknown folder: copies stand right in `sources`')
  for (const name of files) {
    const report = reporterFor(problems, `content/sources/${name}`)
    const unit = unitOf.get(name)
    if (!unit) report(1, 'no translation refers to this copy: `npm run content:stamp` drops it', 'notice')
    else {
      const hash = hashOf(unit, decodeSource(readFileSync(path.join(folderOf(root), name)), report))
      if (`${hash}.md` !== name) report(1, `this is not the Dutch text with that hash: its hash is ${hash ?? 'not to be made'}`)
    }
  }
  return problems
}
