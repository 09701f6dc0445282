import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { languages, sourceLanguage, type Language } from '~/i18n/languages'
import { evaluationSubjects, questionKinds, type QuestionSet, type QuestionSetText } from './evaluation-types'
import { listFolder } from './folder'
import { idPattern } from './ids'
import { reporterFor, sortProblems, type Problem, type Report } from './problems'
import { decodeSource } from './source-file'
import { readYaml, reportIssues } from './yaml-source'

/** Who answers standing up, after a meeting, answers six questions and no more. */
const mostQuestions = 6
const mostOpen = 2

/** Names that the form of an evaluation has for itself. */
const reserved = ['key', 'anyway', 'form']

const id = z.string('must be an id').regex(idPattern, 'bad id: English words in lower case with hyphens in between')

const versionFile = z.strictObject({
  set: id,
  version: z.number('must be a number').int('must be a whole number').positive('must be more than 0'),
  audience: z.enum(['parents', 'trainers'], 'must be parents or trainers'),
  about: z.array(z.enum(evaluationSubjects, `must be one of ${evaluationSubjects.join(', ')}`), 'must be a list').min(1, 'is empty'),
  questions: z
    .array(
      z.strictObject({
        id: id.refine((value) => !reserved.includes(value), 'this id is taken'),
        kind: z.enum(questionKinds, `must be one of ${questionKinds.join(', ')}`),
      }),
      'must be a list of questions',
    )
    .min(1, 'is empty')
    .max(mostQuestions, `has more than ${mostQuestions} questions`)
    .refine((list) => list.filter(({ kind }) => kind === 'open').length <= mostOpen, `has more than ${mostOpen} open questions`)
    .refine((list) => new Set(list.map((question) => question.id)).size === list.length, 'has an id twice'),
})
type VersionFile = z.infer<typeof versionFile>

const oneLine = z
  .string('must be text')
  .trim()
  .min(1, 'is empty')
  .refine((text) => !text.includes('\n'), 'must be one line')
const dutchFile = z.strictObject({ name: oneLine, questions: z.record(z.string(), oneLine, 'must be `id: question` lines') })
const translatedFile = dutchFile.extend({
  source: z.string().regex(/^[0-9a-f]{12}$/, 'must be twelve hex digits'),
  state: z.enum(['draft', 'reviewed'], 'must be `draft` or `reviewed`'),
})

type Words = z.infer<typeof dutchFile> & Partial<Pick<z.infer<typeof translatedFile>, 'source' | 'state'>>

/**
 * Reads and checks everything in `<root>/content/evaluations`. Never throws for what is written there. A set is whole or not
 * there: who answers gets every question in her own language.
 */
export function compileEvaluations(root: string): { sets: QuestionSet[]; problems: Problem[] } {
  const problems: Problem[] = []
  const folder = path.join(root, 'content', 'evaluations')
  const listing = listFolder(folder)
  for (const name of listing.files) reporterFor(problems, `content/evaluations/${name}`)(1, 'unknown file: only folders of sets stand here')
  const sets = listing.folders.flatMap((name) => compileSet(folder, name, problems))
  return { sets, problems: sortProblems(problems) }
}

function compileSet(folder: string, set: string, problems: Problem[]): QuestionSet[] {
  const here = path.join(folder, set)
  const reportOf = (name: string) => reporterFor(problems, `content/evaluations/${set}/${name}`)
  const read = (name: string, report: Report) => decodeSource(readFileSync(path.join(here, name)), report)
  const { files, folders } = listFolder(here)
  const versionNames = files.filter((name) => /^v[1-9]\d*\.yaml$/.test(name))
  for (const name of folders) reportOf(name)(1, 'unknown folder')
  for (const name of files)
    if (!versionNames.includes(name) && !languages.some((language) => name === `${language}.yaml`))
      reportOf(name)(1, 'unknown file: here stand v1.yaml, v2.yaml … and the texts of seven languages')
  if (versionNames.length === 0) reportOf('v1.yaml')(1, 'v1.yaml is missing')

  const versions = versionNames.flatMap((name) => readVersion(read(name, reportOf(name)), { set, name }, reportOf(name)) ?? [])
  checkKinds(versions, reportOf)
  const ids = [...new Set(versions.flatMap(({ questions }) => questions.map((question) => question.id)))]
  const words = new Map<Language, Words>()
  for (const language of languages) {
    const name = `${language}.yaml`
    const found = files.includes(name) ? readWords(read(name, reportOf(name)), { language, ids }, reportOf(name)) : null
    if (!files.includes(name)) reportOf(name)(1, `${language} is missing`)
    if (found) words.set(language, found)
  }
  const texts = textsOf(words, reportOf)
  if (!texts) return []
  return versions.map(({ set: setId, ...version }) => ({ id: setId, ...version, texts })).sort((a, b) => a.version - b.version)
}

function readVersion(source: string, { set, name }: { set: string; name: string }, report: Report): VersionFile | null {
  const yaml = readYaml(source, { firstLine: 1, textOnly: false }, report)
  if (!yaml) return null
  const parsed = versionFile.safeParse(yaml.value)
  if (!parsed.success) {
    reportIssues(parsed.error, yaml, report)
    return null
  }
  if (parsed.data.set !== set) report(yaml.lineOf(['set']), `\`set\` must be the name of the folder, \`${set}\``)
  if (`v${parsed.data.version}.yaml` !== name) report(yaml.lineOf(['version']), '`version` must be that of the file name')
  return parsed.data
}

/** Results of two versions could be mixed up if one id were a face here and a sentence there. */
function checkKinds(versions: VersionFile[], reportOf: (name: string) => Report): void {
  const kinds = new Map<string, string>()
  for (const { version, questions } of versions) {
    for (const question of questions) {
      const before = kinds.get(question.id) ?? question.kind
      if (before !== question.kind) reportOf(`v${version}.yaml`)(1, `\`${question.id}\` is of another kind in another version`)
      kinds.set(question.id, before)
    }
  }
}

function readWords(source: string, { language, ids }: { language: Language; ids: string[] }, report: Report): Words | null {
  const yaml = readYaml(source, { firstLine: 1, textOnly: true }, report)
  if (!yaml) return null
  const parsed = (language === sourceLanguage ? dutchFile : translatedFile).safeParse(yaml.value)
  if (!parsed.success) {
    reportIssues(parsed.error, yaml, report)
    return null
  }
  const { questions } = parsed.data
  const missing = ids.filter((each) => !(each in questions))
  for (const each of missing) report(yaml.lineOf(['questions']), `the question \`${each}\` is missing`)
  for (const each of Object.keys(questions))
    if (!ids.includes(each)) report(yaml.lineOf(['questions', each]), `unknown question: no version has \`${each}\``)
  return missing.length > 0 ? null : parsed.data
}

function textsOf(words: Map<Language, Words>, reportOf: (name: string) => Report): QuestionSet['texts'] | null {
  const dutch = words.get(sourceLanguage)
  if (!dutch || words.size < languages.length) return null
  const now = hashOf(dutch)
  return Object.fromEntries(
    [...words].map(([language, { name, questions, source, state }]): [Language, QuestionSetText] => {
      const stale = language !== sourceLanguage && source !== now
      const report = reportOf(`${language}.yaml`)
      if (stale) report(1, `stale: the Dutch questions changed; write \`source: '${now}'\` when this is right again`, 'notice')
      if (state === 'draft') report(1, 'draft, not yet read by a person', 'notice')
      return [language, { name, questions, state: state ?? 'source', stale }]
    }),
  ) as QuestionSet['texts']
}

/** Twelve hex digits that change when the Dutch words change. */
function hashOf({ name, questions }: Words): string {
  const sorted = Object.entries(questions).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([name, sorted]))
    .digest('hex')
    .slice(0, 12)
}
