import { describe, expect, it } from 'vitest'
import { formatProblem, type Problem } from './problems'
import { readTerms } from './terms'
import { projectFolder, type Files } from './testing'

const languages = ['en', 'tr', 'ar', 'so', 'ti', 'fa']
const entry = (id: string, nl = id, rest = 'word: w\n  why: y\n  avoid: []') => `- id: ${id}\n  nl: ${nl}\n  ${rest}\n`

/** Problems of the lists, and what was read; each language has `list` unless `files` says otherwise. */
function read(files: Record<string, string | null> = {}, list = entry('honour') + entry('help')) {
  const all: Files = {}
  for (const [name, content] of Object.entries({ ...Object.fromEntries(languages.map((code) => [`${code}.yaml`, list])), ...files }))
    all[`../terms/${name}`] = content
  const problems: Problem[] = []
  const terms = readTerms(projectFolder(all), problems)
  return { terms, errors: problems.map((problem) => formatProblem(problem).replace('content/terms/', '')) }
}

describe('readTerms', () => {
  it('reads a list for each language', () => {
    const { terms, errors } = read({
      'so.yaml': entry('honour', 'honour', 'word: sharaf\n  why: y\n  avoid: ["qab, iil"]') + entry('help'),
    })
    expect(errors).toEqual([])
    expect([...terms.keys()].sort()).toEqual(languages.toSorted())
    expect(terms.get('so')?.[0]).toEqual({ id: 'honour', nl: 'honour', word: 'sharaf', why: 'y', avoid: ['qab, iil'] })
  })

  it('has nothing to say where there are no lists', () => {
    const problems: Problem[] = []
    expect(readTerms(projectFolder(), problems).size).toBe(0)
    expect(problems).toEqual([])
  })

  it.each<[name: string, files: Record<string, string | null>, error: RegExp]>([
    ['a missing language', { 'so.yaml': null }, /^so\.yaml:1: so\.yaml is missing/],
    ['a Dutch list', { 'nl.yaml': entry('help') }, /^nl\.yaml:1: unknown file/],
    ['a file of another kind', { 'so.csv': 'x' }, /^so\.csv:1: unknown file/],
    ['a folder', { 'old/so.yaml': 'x' }, /^old:1: unknown folder/],
    ['a missing id', { 'so.yaml': entry('help') }, /^so\.yaml:1: `honour` is missing: en\.yaml has it/],
    [
      'an unknown id',
      { 'so.yaml': entry('honour') + entry('help') + entry('hope') },
      /^so\.yaml:11: unknown id `hope`: no other language has it/,
    ],
    [
      'an id used twice',
      { 'so.yaml': entry('honour') + entry('help') + entry('help') },
      /^so\.yaml:11: duplicate id `help`: line 6 has it too/,
    ],
    ['a bad id', { 'so.yaml': entry('Eer') }, /^so\.yaml:1: `0\.id`: bad id/],
    ['an empty word', { 'so.yaml': entry('honour', 'eer', 'word: ""\n  why: y\n  avoid: []') }, /^so\.yaml:3: `0\.word`: is empty/],
    [
      'an empty avoided word',
      { 'so.yaml': entry('honour', 'eer', 'word: w\n  why: y\n  avoid: [" "]') },
      /^so\.yaml:5: `0\.avoid\.0`: is empty/,
    ],
    ['a missing key', { 'so.yaml': entry('honour', 'eer', 'word: w\n  why: y') }, /^so\.yaml:\d: `0\.avoid` is missing/],
    ['an unknown key', { 'so.yaml': `${entry('honour')}  note: x\n` }, /^so\.yaml:6: unknown key `0\.note`/],
    [
      'other Dutch words',
      { 'so.yaml': entry('honour', 'trots') + entry('help') },
      /^so\.yaml:1: `nl` of `honour` is “trots” here and “honour” in en\.yaml/,
    ],
    ['no list at all', { 'so.yaml': 'help: x\n' }, /^so\.yaml:1: must be a list of terms/],
    ['YAML that cannot be read', { 'so.yaml': '- [\n' }, /^so\.yaml:\d: the YAML cannot be read/],
  ])('reports %s', (_, files, error) => {
    expect(read(files).errors).toContainEqual(expect.stringMatching(error))
  })

  it('does not blame the others for what one list alone has', () => {
    expect(read({ 'en.yaml': entry('honour') + entry('help') + entry('hope') }).errors).toEqual([
      'en.yaml:11: unknown id `hope`: no other language has it',
    ])
  })
})
