import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isLanguage, languages, sourceLanguage, type Language } from '~/i18n/languages'
import { assetFinder } from './assets'
import { listFolder } from './folder'
import type { LinkTargets } from './links'
import { reporterFor, type Problem } from './problems'
import { decodeSource } from './source-file'
import { compileText, type CompiledText } from './text'
import type { Asset, Text } from './types'

/** One folder of texts: a lesson, or the introduction of a course. */
export interface FolderPlace {
  coursesFolder: string
  course: string
  lesson: string
  moduleIds: readonly string[]
  targets: LinkTargets
}

export interface LanguageText {
  language: Language
  text: Text
  modules: Record<string, string> | null
}

/**
 * Compiles every language of one folder, the Dutch first. Puts the files that the texts show into `found`, and
 * what is wrong (files that do not belong there too) into `problems`.
 */
export function compileLanguages(place: FolderPlace, found: Map<string, Asset>, problems: Problem[]): LanguageText[] {
  const folder = path.join(place.coursesFolder, place.course, place.lesson)
  const address = `content/courses/${place.course}/${place.lesson}`
  const listing = listFolder(folder)
  const assets = assetFinder(place, found)
  const results: LanguageText[] = []
  let dutch: CompiledText | null = null

  // `languages` begins with the source.
  for (const language of languages) {
    const name = `${language}.md`
    if (!listing.files.includes(name)) continue
    const report = reporterFor(problems, `${address}/${name}`)
    const source = decodeSource(readFileSync(path.join(folder, name)), report)
    const compiled = compileText(source, { ...place, language, assets }, dutch, report)
    if (language === sourceLanguage) dutch = compiled
    if (compiled) results.push({ language, text: compiled.text, modules: compiled.modules })
  }

  checkFiles(listing, folder, address, found, problems)
  return results
}

function checkFiles(
  listing: ReturnType<typeof listFolder>,
  folder: string,
  address: string,
  found: ReadonlyMap<string, Asset>,
  problems: Problem[],
): void {
  for (const name of listing.folders.filter((each) => each !== 'recording'))
    reporterFor(problems, `${address}/${name}`)(1, 'unknown folder: files stand right in the folder of the lesson')
  for (const name of listing.files) {
    const report = reporterFor(problems, `${address}/${name}`)
    const file = path.join(folder, name)
    if (name.endsWith('.md')) {
      if (!isLanguage(name.slice(0, -'.md'.length)))
        report(1, `unknown language: texts are called ${languages.map((code) => `${code}.md`).join(', ')}`)
    } else if (!found.has(file)) {
      report(1, 'no text shows this file', 'notice')
    } else if (/\.(?:txt|vtt)$/.test(name)) {
      decodeSource(readFileSync(file), report)
    }
  }
}
