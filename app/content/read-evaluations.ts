import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { questionSetsPath } from './build'
import type { EvaluationSubject, QuestionSet } from './evaluation-types'

let loaded: { file: string; changed: number; sets: QuestionSet[] } | null = null

/**
 * Every version of every question set, compiled. Read once and kept; in development read again when the file has changed.
 * Throws one line that says what to do if it has not been built.
 */
function getQuestionSets(): QuestionSet[] {
  const file = path.join(process.cwd(), questionSetsPath)
  if (loaded?.file === file && process.env.NODE_ENV !== 'development') return loaded.sets
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (changed === undefined) throw new Error(`There is no ${questionSetsPath}: run \`npm run content:build\` first.`)
  if (loaded?.file === file && loaded.changed === changed) return loaded.sets
  loaded = { file, changed, sets: JSON.parse(readFileSync(file, 'utf8')) as QuestionSet[] }
  return loaded.sets
}

/** A version of a set of questions, or null. */
export function findQuestionSet(id: string, version: number): QuestionSet | null {
  return getQuestionSets().find((set) => set.id === id && set.version === version) ?? null
}

/** The newest version of each set that can be asked about something. */
export function listQuestionSetsAbout(subject: EvaluationSubject): QuestionSet[] {
  const newest = new Map<string, QuestionSet>()
  for (const set of getQuestionSets()) {
    if ((newest.get(set.id)?.version ?? 0) < set.version) newest.set(set.id, set)
  }
  return [...newest.values()].filter(({ about }) => about.includes(subject))
}
