import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { languages, sourceLanguage, type Language } from '~/i18n/languages'
import { listFolder } from './folder'
import { idPattern } from './ids'
import { reporterFor, type Problem, type Report } from './problems'
import { decodeSource } from './source-file'
import { readYaml, reportIssues } from './yaml-source'

/** How one Dutch word of the courses is said in a language. */
export interface Term {
  id: string
  nl: string
  /** The word that was chosen; more than one stand with a semicolon in between. */
  word: string
  why: string
  /** Words that hurt, point at one group or mean something else. */
  avoid: string[]
}

const translated = languages.filter((language) => language !== sourceLanguage)
const fileOf = (language: Language) => `${language}.yaml`

interface TermFile {
  terms: Term[]
  lineOfId: ReadonlyMap<string, number>
  report: Report
}

const oneLine = z
  .string('must be text')
  .trim()
  .min(1, 'is empty')
  .refine((text) => !text.includes('\n'), 'must be one line')
const schema = z.array(
  z.strictObject({
    id: z.string('must be an id').regex(idPattern, 'bad id: English words in lower case with hyphens in between'),
    nl: oneLine,
    word: oneLine,
    why: oneLine,
    avoid: z.array(oneLine, 'must be a list of words'),
  }),
  'must be a list of terms',
)

/**
 * Reads and checks the lists in `<root>/content/terms`, one for each language that is translated into. Never throws
 * for what is written there; a list that cannot be used is left out. No list at all is right too.
 */
export function readTerms(root: string, problems: Problem[]): Map<Language, Term[]> {
  const folder = path.join(root, 'content', 'terms')
  const listing = listFolder(folder)
  const reportOf = (name: string) => reporterFor(problems, `content/terms/${name}`)
  for (const name of listing.folders) reportOf(name)(1, 'unknown folder: the lists stand right in `terms`')

  for (const name of listing.files)
    if (!translated.some((language) => name === fileOf(language)))
      reportOf(name)(1, `unknown file: the lists are called ${translated.map(fileOf).join(', ')}`)

  const lists = new Map<Language, TermFile>()
  for (const language of listing.files.length > 0 ? translated : []) {
    const name = fileOf(language)
    const report = reportOf(name)
    const isThere = listing.files.includes(name)
    if (!isThere) report(1, `${name} is missing`)
    const list = isThere ? readList(decodeSource(readFileSync(path.join(folder, name)), report), report) : null
    if (list) lists.set(language, list)
  }
  compareLists(lists)
  return new Map([...lists].map(([language, { terms }]) => [language, terms]))
}

function readList(source: string, report: Report): TermFile | null {
  const yaml = readYaml(source, { firstLine: 1, textOnly: true }, report)
  if (!yaml) return null
  const parsed = schema.safeParse(yaml.value)
  if (!parsed.success) {
    reportIssues(parsed.error, yaml, report)
    return null
  }
  const lineOfId = new Map<string, number>()
  parsed.data.forEach((term, index) => {
    const line = yaml.lineOf([index, 'id'])
    const first = lineOfId.get(term.id)
    if (first !== undefined) report(line, `duplicate id \`${term.id}\`: line ${first} has it too`)
    else lineOfId.set(term.id, line)
  })
  return { terms: parsed.data, lineOfId, report }
}

/** There is no Dutch list, so the lists are held against each other: the same ids, with the same Dutch words. */
function compareLists(lists: ReadonlyMap<Language, TermFile>): void {
  if (lists.size < 2) return
  const having = new Map<string, { language: Language; nl: string }[]>()
  for (const [language, { terms }] of lists) {
    for (const { id, nl } of terms) {
      const known = having.get(id) ?? []
      if (!known.some((each) => each.language === language)) having.set(id, [...known, { language, nl }])
    }
  }
  for (const [language, { lineOfId, report }] of lists) {
    for (const [id, [first, ...others]] of having) {
      const line = lineOfId.get(id)
      if (!first) continue
      if (line === undefined) {
        // What one list alone has is its own mistake, and not that of all the others.
        if (others.length > 0) report(1, `\`${id}\` is missing: ${first.language}.yaml has it`)
      } else if (others.length === 0) {
        report(line, `unknown id \`${id}\`: no other language has it`)
      } else {
        const own = [first, ...others].find((each) => each.language === language)
        if (own && own.nl !== first.nl) report(line, `\`nl\` of \`${id}\` is “${own.nl}” here and “${first.nl}” in ${first.language}.yaml`)
      }
    }
  }
}
