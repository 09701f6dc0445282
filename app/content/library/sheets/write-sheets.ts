import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { mediaPath } from '../../build'
import type { Catalogue } from '../../catalogue'
import type { ItemFile } from '../types'
import { makeSheets } from './make-sheets'

/** Which files were made under which key, so that a build makes only what has changed. */
const notesPath = path.join('build', 'content', 'sheets.json')

/**
 * Makes what can be printed of the library, writes it to where `/media` hands files out, and adds it to the items of
 * `catalogue`. Throws if a sheet cannot be made or written. @returns how many files there are
 */
export async function writeSheets(root: string, catalogue: Catalogue): Promise<number> {
  const place = (item: string, { name }: ItemFile) => path.join(root, mediaPath, item, name)
  const notes = readNotes(path.join(root, notesPath))
  const known = (item: string, key: string) => {
    const files = notes[key]
    return files?.every((file) => existsSync(place(item, file))) ? files : null
  }
  const made = await makeSheets(root, catalogue.library, known)
  for (const { item, files } of made) {
    for (const { file, content } of files) {
      if (content) {
        mkdirSync(path.dirname(place(item, file)), { recursive: true })
        writeFileSync(place(item, file), content)
      }
      catalogue.library.find(({ id }) => id === item)?.files.push(file)
    }
  }
  const next = Object.fromEntries(made.map(({ key, files }) => [key, files.map(({ file }) => file)]))
  mkdirSync(path.dirname(path.join(root, notesPath)), { recursive: true })
  writeFileSync(path.join(root, notesPath), JSON.stringify(next))
  return made.reduce((sum, { files }) => sum + files.length, 0)
}

function readNotes(file: string): Record<string, ItemFile[]> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, ItemFile[]>
  } catch {
    // None yet, or not whole: then everything is made again.
    return {}
  }
}
