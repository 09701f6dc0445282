import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Compiled } from './compile'
import type { QuestionSet } from './evaluation-types'

/** Where the compiled catalogue is, from the project folder. */
export const cataloguePath = path.join('build', 'content', 'catalogue.json')

/** Where the compiled question sets of evaluations are, from the project folder. */
export const questionSetsPath = path.join('build', 'content', 'evaluations.json')

/** Where the files of the library are that `/media` hands out, from the project folder. */
export const mediaPath = path.join('build', 'content', 'media')

/** Where files go that are published as they are, from the project folder. */
export const publishedPath = path.join('build', 'client', 'content')

/**
 * Writes the catalogue and copies the files that texts show. Files that are there already stay: their hash is in
 * their name, and somebody may have a page open that still shows the one of before. Throws if it cannot write.
 */
export function writeContent(root: string, { catalogue, assets, media }: Pick<Compiled, 'catalogue' | 'assets' | 'media'>): void {
  for (const asset of assets) copyOnce(asset.from, path.join(root, publishedPath, ...asset.to.split('/')))
  for (const source of media) {
    const to = path.join(root, mediaPath, source.item, source.name)
    if ('from' in source) copyOnce(source.from, to)
    else if (!existsSync(to)) writeInTwoSteps(to, source.text)
  }
  writeJson(root, cataloguePath, catalogue)
}

function copyOnce(from: string, to: string): void {
  if (existsSync(to)) return
  mkdirSync(path.dirname(to), { recursive: true })
  copyFileSync(from, to)
}

/** Writes the question sets. Throws if it cannot write. */
export function writeQuestionSets(root: string, sets: QuestionSet[]): void {
  writeJson(root, questionSetsPath, sets)
}

function writeJson(root: string, place: string, value: unknown): void {
  writeInTwoSteps(path.join(root, place), `${JSON.stringify(value)}\n`)
}

function writeInTwoSteps(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  // In two steps, so that a server that reads meanwhile never gets half a file.
  const unfinished = `${file}.${process.pid}.tmp`
  writeFileSync(unfinished, text)
  renameSync(unfinished, file)
}
