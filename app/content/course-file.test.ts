import { describe, expect, it } from 'vitest'
import { compileFiles, courseYaml, errorsOf } from './testing'

function errorsWith(change: (yaml: string) => string): string[] {
  return errorsOf(compileFiles({ 'demo/course.yaml': change(courseYaml) })).filter((error) => error.startsWith('course.yaml'))
}

describe('readCourseFile', () => {
  it.each<[name: string, change: (yaml: string) => string, error: RegExp]>([
    [
      'an id that is not the folder',
      (yaml) => yaml.replace('id: demo', 'id: other'),
      /^course\.yaml:1: `id` must be the name of the folder, `demo`/,
    ],
    ['an unknown kind', (yaml) => yaml.replace('kind: course', 'kind: book'), /^course\.yaml:2: `kind`: must be one of course, handbook/],
    [
      'an unknown programme',
      (yaml) => yaml.replace('programme: opvoeding', 'programme: geld'),
      /^course\.yaml:3: `programme`: must be one of/,
    ],
    ['an unknown audience', (yaml) => yaml.replace('[trainers]', '[trainers, children]'), /^course\.yaml:4: `audience\.1`: must be one of/],
    ['no audience', (yaml) => yaml.replace('[trainers]', '[]'), /^course\.yaml:4: `audience`: is empty/],
    [
      'test that is no yes or no',
      (yaml) => yaml.replace('test: true', 'test: sometimes'),
      /^course\.yaml:5: `test`: must be `true` or `false`/,
    ],
    ['an unknown level', (yaml) => yaml.replace('test: true', 'level: C1\ntest: true'), /^course\.yaml:5: `level`: must be one of A2, B1/],
    ['a missing key', (yaml) => yaml.replace('test: true\n', ''), /^course\.yaml:1: `test` is missing/],
    ['an unknown key', (yaml) => yaml.replace('test: true', 'test: true\ncolour: red'), /^course\.yaml:6: unknown key `colour`/],
    ['a course that is never finished', (yaml) => yaml.replace(/completion:\n.*\n.*\n/, ''), /^course\.yaml:1: `completion` is missing/],
    [
      'more lessons to finish than there are',
      (yaml) => yaml.replace('lessons: all', 'lessons: 3'),
      /^course\.yaml:7: `completion\.lessons`: there are only 2/,
    ],
    [
      'lessons to finish in words',
      (yaml) => yaml.replace('lessons: all', 'lessons: most'),
      /^course\.yaml:7: `completion\.lessons`: must be `all` or a number/,
    ],
    [
      'minutes that are no number',
      (yaml) => yaml.replace('minutes: 15', 'minutes: long'),
      /^course\.yaml:13: `modules\.0\.lessons\.1\.minutes`: must be a number/,
    ],
    [
      'an unknown key of a lesson',
      (yaml) => yaml.replace('minutes: 15', 'minutes: 15, title: x'),
      /^course\.yaml:13: unknown key `modules\.0\.lessons\.1\.title`/,
    ],
    ['a bad id', (yaml) => yaml.replace('id: second', 'id: Tweede_Les'), /^course\.yaml:13: .*bad id/],
    ['an id that is taken', (yaml) => yaml.replace('id: second', 'id: print'), /^course\.yaml:13: .*`about` and `print` are taken/],
    ['an id used twice', (yaml) => yaml.replace('id: second', 'id: start'), /^course\.yaml:13: duplicate id `start`: line 10/],
    ['YAML that cannot be read', (yaml) => yaml.replace('[trainers]', '[trainers'), /^course\.yaml:\d+: the YAML cannot be read/],
  ])('reports %s on its line', (_, change, error) => {
    expect(errorsWith(change)).toContainEqual(expect.stringMatching(error))
  })

  it('lets a handbook go without a rule for when it is finished', () => {
    const yaml = courseYaml.replace('kind: course', 'kind: handbook').replace(/completion:\n.*\n.*\n/, '')
    const compiled = compileFiles({ 'demo/course.yaml': yaml })
    expect(errorsOf(compiled)).toEqual([])
    expect(compiled.catalogue.courses[0]?.completion).toEqual({ lessons: 'all', questions: 'ignored' })
  })

  it('reads the level of the Dutch texts, and takes B1 where none is named', () => {
    const simple = compileFiles({ 'demo/course.yaml': `level: A2\n${courseYaml}` })
    expect([simple, compileFiles()].map(({ catalogue }) => catalogue.courses[0]?.level)).toEqual(['A2', 'B1'])
  })

  it('reads the hours of a certificate', () => {
    const compiled = compileFiles({ 'demo/course.yaml': `certificate:\n  hours: 24\n${courseYaml}` })
    expect(compiled.catalogue.courses[0]?.certificate).toEqual({ hours: 24 })
  })
})
