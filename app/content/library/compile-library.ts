import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isLanguage, languages, sourceLanguage, type Language } from '~/i18n/languages'
import { assetFinder } from '../assets'
import { listFolder } from '../folder'
import type { LinkTargets } from '../links'
import { reporterFor, type Problem, type Report } from '../problems'
import { decodeSource } from '../source-file'
import { compileText, type CompiledText } from '../text'
import type { Asset, Text } from '../types'
import { checkNames, readItemFile } from './item-file'
import { readRecordings, type MediaSource } from './recording'
import { readScript } from './script'
import { infographicOf, sheetBlocks } from './sheets/sheet-text'
import type { Item, ItemRules, Script } from './types'
import { writeTracks } from './vtt'

/** The folder of the library in a project folder. */
export function libraryFolder(root: string): string {
  return path.join(root, 'content', 'library')
}

/** Reads every item.yaml, so that texts elsewhere can lead to the items. Puts what is wrong into `problems`. */
export function readItems(root: string, problems: Problem[]): ItemRules[] {
  const folder = libraryFolder(root)
  return listFolder(folder).folders.flatMap((id) => {
    const report = reporterFor(problems, `content/library/${id}/item.yaml`)
    if (!listFolder(path.join(folder, id)).files.includes('item.yaml')) {
      report(1, 'item.yaml is missing')
      return []
    }
    return readItemFile(decodeSource(readFileSync(path.join(folder, id, 'item.yaml')), report), id, report) ?? []
  })
}

interface Place {
  root: string
  targets: LinkTargets
  /** Files that texts show, by path. */
  found: Map<string, Asset>
  problems: Problem[]
}

/** Compiles all items. Never throws for what is written there. @returns the items, and the files beside them that are handed out */
export function compileLibrary(rules: readonly ItemRules[], place: Place): { items: Item[]; media: MediaSource[] } {
  const media: MediaSource[] = []
  const items = rules.map((item) => {
    checkNames(item, rules, place.targets.courses, reporterFor(place.problems, `content/library/${item.id}/item.yaml`))
    const compiled = compileItem(item, place)
    media.push(...compiled.media)
    return compiled.item
  })
  return { items, media }
}

function compileItem(rules: ItemRules, place: Place): { item: Item; media: MediaSource[] } {
  const folder = path.join(libraryFolder(place.root), rules.id)
  const address = `content/library/${rules.id}`
  checkNamesOfFiles(folder, address, rules, place.problems)
  const texts = compileTexts(rules, folder, address, place)
  const scripts = rules.chapters.length > 0 ? readScripts(rules, folder, address, place.problems) : {}
  const { recordings, files, media } = readRecordings(rules.id, path.join(folder, 'recording'), scripts, place.problems)
  const tracks = writeTracks(rules.id, { scripts, recordings })
  return {
    item: { ...rules, texts, scripts, recordings, files: [...files, ...tracks.files] },
    media: [...media, ...tracks.media],
  }
}

function compileTexts(rules: ItemRules, folder: string, address: string, { targets, found, problems }: Place): Item['texts'] {
  const assets = assetFinder({ coursesFolder: path.dirname(folder), course: rules.id, lesson: '.' }, found)
  let dutch: CompiledText | null = null
  const texts: Partial<Record<Language, Text>> = {}
  for (const { language, source, report } of sourcesIn(folder, address, problems)) {
    const place = { language, course: '', lesson: rules.id, moduleIds: [], targets, assets }
    const compiled = compileText(source, place, dutch, report)
    if (language === sourceLanguage) dutch = compiled
    if (compiled) texts[language] = compiled.text
    if (rules.kind === 'infographic' && !infographicOf(sheetBlocks(source, language)))
      report(1, 'an infographic is a paragraph, six times a heading with a list of three, and a paragraph')
  }
  if (!dutch) reporterFor(problems, address)(1, `there is no ${sourceLanguage}.md`)
  return texts
}

function readScripts(rules: ItemRules, folder: string, address: string, problems: Problem[]): Item['scripts'] {
  let dutch: Script | null = null
  const scripts: Partial<Record<Language, Script>> = {}
  for (const { language, source, report } of sourcesIn(path.join(folder, 'script'), `${address}/script`, problems)) {
    const script = readScript(source, { language, chapterIds: rules.chapters }, dutch, report)
    if (language === sourceLanguage) dutch = script
    if (script) scripts[language] = script
  }
  if (!dutch) reporterFor(problems, `${address}/script`)(1, `there is no ${sourceLanguage}.md`)
  return scripts
}

/** The texts of a folder, the Dutch first. */
function sourcesIn(folder: string, address: string, problems: Problem[]): { language: Language; source: string; report: Report }[] {
  const { files } = listFolder(folder)
  return languages.flatMap((language) => {
    const name = `${language}.md`
    if (!files.includes(name)) return []
    const report = reporterFor(problems, `${address}/${name}`)
    return [{ language, source: decodeSource(readFileSync(path.join(folder, name)), report), report }]
  })
}

function checkNamesOfFiles(folder: string, address: string, { chapters }: ItemRules, problems: Problem[]): void {
  const stray = (name: string, message: string) => reporterFor(problems, `${address}/${name}`)(1, message)
  const folders = chapters.length > 0 ? ['script', 'recording', 'scenes'] : ['scenes']
  const { files, folders: present } = listFolder(folder)
  for (const name of present) if (!folders.includes(name)) stray(name, `unknown folder: here stand ${folders.join(', ')}`)
  for (const name of files) {
    const isText = name.endsWith('.md') && isLanguage(name.slice(0, -'.md'.length))
    if (name !== 'item.yaml' && !isText) stray(name, 'unknown file: here stand item.yaml and texts by language')
  }
}
