import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Compiled } from './compile'

/** Where the compiled catalogue is, from the project folder. */
export const cataloguePath = path.join('build', 'content', 'catalogue.json')

/** Where files go that are published as they are, from the project folder. */
const publishedPath = path.join('build', 'client', 'content')

/**
 * Writes the catalogue and copies the files that texts show. Files that are there already stay: their hash is in
 * their name, and somebody may have a page open that still shows the one of before. Throws if it cannot write.
 */
export function writeContent(root: string, { catalogue, assets }: Pick<Compiled, 'catalogue' | 'assets'>): void {
  for (const asset of assets) {
    const to = path.join(root, publishedPath, ...asset.to.split('/'))
    if (existsSync(to)) continue
    mkdirSync(path.dirname(to), { recursive: true })
    copyFileSync(asset.from, to)
  }
  const file = path.join(root, cataloguePath)
  mkdirSync(path.dirname(file), { recursive: true })
  // In two steps, so that a server that reads meanwhile never gets half a file.
  const unfinished = `${file}.${process.pid}.tmp`
  writeFileSync(unfinished, `${JSON.stringify(catalogue)}\n`)
  renameSync(unfinished, file)
}
