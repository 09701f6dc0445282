import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isLanguage, sourceLanguage, type Language } from '~/i18n/languages'
import { coursesFolder } from './folder'
import { splitFrontMatter, readFrontMatter } from './front-matter'
import { idPattern } from './ids'
import { formatProblem, reporterFor, type Problem } from './problems'
import { decodeSource } from './source-file'

export interface Stamp {
  /** Path from the project folder. */
  file: string
  before: string | null
  after: string
}

/**
 * Writes the hash of the present Dutch text into a translation that has been brought up to date; `state: draft` too
 * where no state stands yet. `target` is `<course>/<lesson>` or `<course>/about`. Changes no other byte. Throws an
 * error that says in one line what is wrong with the language, the target or either file.
 */
export function stampTranslation(root: string, language: string, target: string): Stamp {
  if (!isLanguage(language) || language === sourceLanguage) throw new Error(`\`${language}\` is no language that is translated into`)
  const [course = '', lesson = '', ...more] = target.split('/')
  if (more.length > 0 || !idPattern.test(course) || !idPattern.test(lesson)) throw new Error(`\`${target}\` is not <course>/<lesson>`)
  const dutch = read(root, course, lesson, sourceLanguage)
  const problems: Problem[] = []
  const front = readFrontMatter(dutch.source, sourceLanguage, lesson === 'about', reporterFor(problems, dutch.name))
  const [problem] = problems
  if (!front) throw new Error(problem ? formatProblem(problem) : `${dutch.name} cannot be read`)

  const { name, file } = read(root, course, lesson, language)
  const written = readFileSync(file, 'utf8')
  const { text, before } = setSource(written, front.hash, name)
  if (text !== written) writeFileSync(file, text)
  return { file: name, before, after: front.hash }
}

function read(root: string, course: string, lesson: string, language: Language) {
  const name = `content/courses/${course}/${lesson}/${language}.md`
  const file = path.join(coursesFolder(root), course, lesson, `${language}.md`)
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    throw new Error(`there is no ${name}`)
  }
  return { name, file, source: decodeSource(bytes, () => undefined) }
}

function setSource(written: string, hash: string, name: string): { text: string; before: string | null } {
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
  const added = [...(at < 0 ? [`source: ${hash}`] : []), ...(key('state') < 0 ? ['state: draft'] : [])]
  lines.splice(end, 0, ...added)
  return { text: lines.join(lineEnd), before }
}
