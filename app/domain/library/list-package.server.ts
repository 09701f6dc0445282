import type { FileRole, Item, ItemFile } from '~/content/library/types'
import { getCatalogue, getItemText } from '~/content/read'
import { sourceLanguage, type Language } from '~/i18n/languages'
import type { ArchiveEntry } from '~/platform/exports/archive.server'
import { findFile } from './find-file.server'
import { listFiles } from './list-files.server'
import { findSpoken, hasOtherWords } from './spoken.server'
import { findScript, transcriptText } from './transcript'

/** A file of the package of a language; its size is known before it is read. */
export type PackageEntry = ArchiveEntry & {
  bytes: number
  /** Changes when the file does. */
  version: string
}

/** What of an item can be printed or looked at. */
const printed: readonly FileRole[] = ['picture', 'sheet', 'poster', 'cover']

/**
 * What goes into the package of a language: all that can be printed, heard and watched, with what is said in it. What is not
 * there in that language is taken in Dutch, as on the pages. In the order of the items, the same each time.
 * @param ofComputer what stands above words that were written for a computer, where people are heard
 */
export async function listPackage(language: Language, { ofComputer }: { ofComputer: string }): Promise<PackageEntry[]> {
  const entries: PackageEntry[] = []
  for (const item of getCatalogue().library) {
    for (const file of await filesFor(item, language)) {
      entries.push({ path: `${item.id}/${plainName(item.id, file)}`, bytes: file.bytes, version: file.name, content: read(item.id, file) })
    }
    const found = findScript(item, language)
    if (!found) continue
    const note = (await hasOtherWords(item, language)) ? ofComputer : ''
    const text = transcriptText(getItemText(item, found.language).text.title, found.script, note)
    entries.push({
      path: `${item.id}/${item.id}.${found.language}.txt`,
      bytes: Buffer.byteLength(text),
      version: `${found.script.contentHash} ${note}`,
      content: text,
    })
  }
  return entries
}

async function filesFor(item: Item, language: Language): Promise<ItemFile[]> {
  const files = await listFiles(item)
  const inLanguage = (role: FileRole, more: (file: ItemFile) => boolean = () => true) => {
    const own = files.filter((file) => file.role === role && more(file))
    return own.find((file) => file.language === language) ?? own.find((file) => file.language === sourceLanguage)
  }
  const spoken = await findSpoken(item, language)
  const withIt = (role: FileRole) => spoken && inLanguage(role, (file) => file.spoken === spoken.language)
  return [
    ...printed.map((role) => inLanguage(role)),
    spoken?.file,
    spoken?.small,
    spoken?.still,
    withIt('captions'),
    withIt('chapters'),
  ].filter((file) => file !== undefined && file !== null)
}

/** `the-ring.nl.small.mp3`: what it is, without the hash. */
function plainName(item: string, { name }: ItemFile): string {
  return `${item}.${name.replace(/\.[0-9a-f]{8}(?=\.[^.]+$)/, '')}`
}

// Opened when its turn has come, and closed when nobody reads on.
async function* read(item: string, file: ItemFile): AsyncGenerator<Uint8Array> {
  const found = await findFile(item, file.name)
  if (!found) throw new Error(`${file.name} of ${item} is not there any more`)
  yield* (await found.open()) as AsyncIterable<Uint8Array>
}
