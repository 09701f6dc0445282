import { describe, expect, it } from 'vitest'
import { checkTexts } from './check-texts'
import { compileContent } from './compile'
import { formatProblem } from './problems'
import { courseYaml, dutchText, projectFolder, translatedText, type Files } from './testing'

const list = '- id: community\n  nl: gemeenschap\n  word: community\n  why: y\n  avoid: [clan]\n'
const lists = Object.fromEntries(['en', 'tr', 'ar', 'so', 'ti', 'fa'].map((code) => [`../terms/${code}.yaml`, list]))
const evaluation = (name: string, question: string) =>
  `name: ${name}\nsource: 0123456789ab\nstate: draft\nquestions:\n  group: ${question}\n`

function check(files: Files = {}) {
  const root = projectFolder(files)
  const { readability, problems } = checkTexts(root, compileContent(root).catalogue)
  return { readability, problems: problems.map(formatProblem) }
}

describe('checkTexts', () => {
  it('has nothing to say of sound texts, and measures each Dutch one', () => {
    const { readability, problems } = check({ ...lists, 'demo/first/en.md': translatedText('A community.\n') })
    expect(problems).toEqual([])
    expect(readability.map(({ file, level, words }) => [file, level, words])).toEqual([
      ['content/courses/demo/about/nl.md', 'B1', 5],
      ['content/courses/demo/first/nl.md', 'B1', 4],
      ['content/courses/demo/second/nl.md', 'B1', 4],
    ])
  })

  it('finds avoided words in lessons, introductions and questions of evaluations', () => {
    const about = '---\ntitle: Demo\nsummary: A course.\nsource: 0123456789ab\nstate: draft\nmodules:\n  start: The clan\n---\n\nWelcome.\n'
    const { problems } = check({
      ...lists,
      'demo/about/en.md': about,
      'demo/first/en.md': translatedText('One.\n\n- Two\n- The Clan.\n'),
      'demo/first/nl.md': dutchText('De clan.\n'),
      '../evaluations/parents/en.yaml': evaluation('Clan', 'How was the clan?'),
      '../evaluations/parents/v1.yaml': 'set: clan\n',
    })
    const message = 'notice: avoided word “clan” for `community` (use “community”)'
    expect(problems).toEqual([
      `content/courses/demo/about/en.md:7: ${message}`,
      `content/courses/demo/first/en.md:10: ${message}`,
      `content/evaluations/parents/en.yaml:1: ${message}`,
      `content/evaluations/parents/en.yaml:5: ${message}`,
    ])
  })

  it('finds no fault with an evaluation that cannot be read: that is said elsewhere', () => {
    expect(
      check({ ...lists, '../evaluations/parents/en.yaml': '- [\n', '../evaluations/parents/tr.yaml': 'questions: x\n' }).problems,
    ).toEqual([])
  })

  it('holds Dutch texts against the level of their course', () => {
    const body = 'Wij gaan met de bus naar oma en opa. '.repeat(20)
    expect(check({ 'demo/first/nl.md': dutchText(body) }).problems).toEqual([])
    expect(check({ 'demo/course.yaml': `level: A2\n${courseYaml}`, 'demo/first/nl.md': dutchText(body) }).problems).toEqual([
      expect.stringMatching(/^content\/courses\/demo\/first\/nl\.md:1: too hard for A2: 8\.\d words in a sentence/),
    ])
  })
})
