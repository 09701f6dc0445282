import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isLanguage, sourceLanguage } from '~/i18n/languages'
import { splitFrontMatter } from './front-matter'
import { idPattern } from './ids'
import { fileOf, findUnit, hashOf, readUnit } from './units'

export interface Stamp {
  /** Path from the project folder. */
  file: string
  before: string | null
  after: string
}

/**
 * Writes the hash of the present Dutch text into a translation that has been brought up to date; `state: draft` too
 * where no state stands yet. `target` is the id of a text: `<course>/<lesson>`, `<course>/about`,
 * `library/<item>`, `library/<item>.script`. Changes no other byte. Throws an
 * error that says in one line what is wrong with the language, the target or either file.
 */
export function stampTranslation(root: string, language: string, target: string): Stamp {
  if (!isLanguage(language) || language === sourceLanguage) throw new Error(`\`${language}\` is no language that is translated into`)
  const [shelf = '', name = '', ...more] = target.split('/')
  if (more.length > 0 || !idPattern.test(shelf) || !/^[a-z][a-z0-9-]*(?:\.script)?$/.test(name))
    throw new Error(`\`${target}\` is not <course>/<lesson>`)
  const unit = findUnit(root, target)
  if (!unit) throw new Error(`there is no content/courses/${target}/${sourceLanguage}.md`)
  const dutch = readUnit(root, unit, sourceLanguage)
  if (dutch === null) throw new Error(`there is no ${fileOf(unit, sourceLanguage)}`)
  const hash = hashOf(unit, dutch)
  if (!hash) throw new Error(`${fileOf(unit, sourceLanguage)}:1: the front matter cannot be used: run \`npm run content:check\``)

  const file = path.join(root, fileOf(unit, language))
  if (!existsSync(file)) throw new Error(`there is no ${fileOf(unit, language)}`)
  const written = readFileSync(file, 'utf8')
  const { text, before } = setStamp(written, hash, fileOf(unit, language))
  if (text !== written) writeFileSync(file, text)
  return { file: fileOf(unit, language), before, after: hash }
}

/**
 * The text of a translation with another hash of its source; `state: draft` too where no state stands yet. Changes no other byte.
 * @param state what is to stand there, whatever stood there before
 * @returns the text, and the hash that it had; throws when it has no front matter
 */
export function setStamp(
  written: string,
  hash: string,
  name: string,
  state?: 'draft' | 'reviewed',
): { text: string; before: string | null } {
  // Line by line and not through the YAML printer: that would change quotes and line breaks of other keys.
  const lineEnd = written.includes('\r\n') ? '\r\n' : '\n'
  const lines = written.split(/\r?\n/)
  if (!splitFrontMatter(lines.join('\n').replace(/^\uFEFF/, ''))) throw new Error(`${name}:1: the front matter is missing`)
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line))
  const key = (wanted: string) => lines.findIndex((line, index) => index > 0 && index < end && line.startsWith(`${wanted}:`))
  let before: string | null = null
  const at = key('source')
  if (at >= 0) {
    const match = /^source:[ \t]*(["']?)([^"'#\s]*)\1(.*)$/.exec(lines[at] ?? '')
    before = match?.[2] || null
    lines[at] = `source: ${hash}${match?.[3]?.trimEnd() ?? ''}`
  }
  const stateAt = key('state')
  if (stateAt >= 0 && state) lines[stateAt] = `state: ${state}`
  const added = [...(at < 0 ? [`source: ${hash}`] : []), ...(stateAt < 0 ? [`state: ${state ?? 'draft'}`] : [])]
  lines.splice(end, 0, ...added)
  return { text: lines.join(lineEnd), before }
}
