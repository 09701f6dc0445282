import { describe, expect, it } from 'vitest'
import { languages } from '~/i18n/languages'
import { compileEvaluations } from './evaluation-sets'
import { projectFolder, type Files } from './testing'

const version = `set: demo
version: 1
audience: parents
about: [group]
questions:
  - { id: meeting, kind: faces }
  - { id: better, kind: open }
`
const dutch = 'name: Ouders\nquestions:\n  meeting: Hoe was het?\n  better: Wat kan beter?\n'
const translated = dutch.replace('questions:', 'source: 0123456789ab\nstate: reviewed\nquestions:')

/** A project with the set `demo`; `files` (below content/evaluations) add to it, and null takes away. */
function compile(files: Files = {}) {
  const all: Files = {
    'demo/v1.yaml': version,
    ...Object.fromEntries(languages.map((language) => [`demo/${language}.yaml`, language === 'nl' ? dutch : translated])),
    ...files,
  }
  const root = projectFolder(Object.fromEntries(Object.entries(all).map(([name, text]) => [`../evaluations/${name}`, text])))
  const { sets, problems } = compileEvaluations(root)
  const lines = problems.map(({ file, line, message, severity }) => ({
    text: `${file.replace('content/evaluations/', '')}:${line}: ${message}`,
    severity,
  }))
  const of = (severity: string) => lines.filter((each) => each.severity === severity).map(({ text }) => text)
  return { sets, errors: of('error'), notices: of('notice') }
}

const withQuestions = (...kinds: string[]) =>
  `${version.split('questions:')[0]}questions:\n${kinds.map((kind, index) => `  - { id: q${index}, kind: ${kind} }\n`).join('')}`

describe('compileEvaluations', () => {
  it('gives each version with its words in seven languages', () => {
    const { sets, errors } = compile()
    expect(errors).toEqual([])
    expect(sets).toHaveLength(1)
    expect(sets[0]).toMatchObject({
      id: 'demo',
      version: 1,
      about: ['group'],
      questions: [
        { id: 'meeting', kind: 'faces' },
        { id: 'better', kind: 'open' },
      ],
    })
    expect(Object.keys(sets[0]!.texts).sort()).toEqual([...languages].sort())
    expect(sets[0]!.texts.nl).toEqual({
      name: 'Ouders',
      questions: { meeting: 'Hoe was het?', better: 'Wat kan beter?' },
      state: 'source',
      stale: false,
    })
  })

  it('gives nothing where there is no set at all', () => {
    expect(compileEvaluations('/nowhere')).toEqual({ sets: [], problems: [] })
  })

  it('says which translation was made from other words, and with which hash it is right again', () => {
    const { notices } = compile()
    const hash = /source: '([0-9a-f]{12})'/.exec(notices[0]!)![1]!
    expect(notices.filter((text) => text.includes('stale'))).toHaveLength(languages.length - 1)
    const mended = compile({ 'demo/en.yaml': translated.replace('0123456789ab', hash) })
    expect(mended.notices.filter((text) => text.startsWith('demo/en.yaml'))).toEqual([])
    expect(mended.sets[0]!.texts.en.stale).toBe(false)
    expect(mended.sets[0]!.texts.tr.stale).toBe(true)
  })

  it.each<[string, Files, string]>([
    ['a language that is missing', { 'demo/ti.yaml': null }, 'demo/ti.yaml:1: ti is missing'],
    ['a question without words', { 'demo/ar.yaml': translated.replace(/ {2}better.*\n/, '') }, 'the question `better` is missing'],
    [
      'words without a question',
      { 'demo/nl.yaml': `${dutch}  other: Wat nog?\n` },
      'demo/nl.yaml:5: unknown question: no version has `other`',
    ],
    [
      'more than six questions',
      { 'demo/v1.yaml': withQuestions('faces', 'faces', 'faces', 'faces', 'faces', 'open', 'open') },
      'has more than 6 questions',
    ],
    ['a third open question', { 'demo/v1.yaml': withQuestions('open', 'open', 'open') }, 'has more than 2 open questions'],
    ['a kind that does not exist', { 'demo/v1.yaml': version.replace('faces', 'stars') }, 'must be one of faces, open'],
    ['the same id twice', { 'demo/v1.yaml': version.replace('better', 'meeting') }, 'has an id twice'],
    ['an id of the form itself', { 'demo/v1.yaml': version.replace('better', 'anyway') }, 'this id is taken'],
    ['a version that is not that of its name', { 'demo/v2.yaml': version }, 'demo/v2.yaml:2: `version` must be that of the file name'],
    ['another set', { 'demo/v1.yaml': version.replace('set: demo', 'set: other') }, '`set` must be the name of the folder, `demo`'],
    [
      'an id that changes its kind',
      { 'demo/v2.yaml': version.replace('version: 1', 'version: 2').replace('faces', 'open') },
      'demo/v2.yaml:1: `meeting` is of another kind in another version',
    ],
    ['a set without a version', { 'demo/v1.yaml': null }, 'demo/v1.yaml:1: v1.yaml is missing'],
    ['a stray file', { 'demo/notes.txt': 'x' }, 'demo/notes.txt:1: unknown file'],
    ['a file beside the sets', { 'nl.yaml': dutch }, 'nl.yaml:1: unknown file: only folders of sets stand here'],
  ])('reports %s', (_what, files, error) => {
    expect(compile(files).errors.join('\n')).toContain(error)
  })

  it('leaves out a set that is not whole', () => {
    expect(compile({ 'demo/so.yaml': null }).sets).toEqual([])
  })
})

describe('the sets of the site', () => {
  it('have no error, and a Dutch text that no translation copies', () => {
    const { sets, problems } = compileEvaluations(process.cwd())
    expect(sets.length).toBeGreaterThanOrEqual(2)
    expect(problems.filter(({ severity, message }) => severity === 'error' || message.startsWith('stale'))).toEqual([])
    for (const { texts, questions } of sets)
      for (const { id } of questions)
        expect(new Set(languages.map((language) => texts[language].questions[id])).size).toBe(languages.length)
  })
})
