import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeContent } from './build'
import { compileContent } from './compile'
import { contentState, formatState } from './state'
import { aboutText, compileFiles, courseYaml, dutchText, errorsOf, firstText, noticesOf, projectFolder, translatedText } from './testing'

describe('compileContent', () => {
  it('reads a course in the order of course.yaml', () => {
    const { catalogue, problems } = compileFiles()
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const [course] = catalogue.courses
    expect(course).toMatchObject({
      id: 'demo',
      kind: 'course',
      completion: { lessons: 'all', questions: 'answered' },
      certificate: null,
      modules: [
        {
          id: 'start',
          lessons: [
            { id: 'first', moduleId: 'start', minutes: 10, number: '1.1' },
            { id: 'second', number: '1.2' },
          ],
        },
      ],
      about: { nl: { title: 'Demo', modules: { start: 'Begin' }, state: 'source', stale: false, source: null } },
    })
    expect(Object.keys(course?.modules[0]?.lessons[0]?.texts ?? {})).toEqual(['nl'])
  })

  it('gives nothing where there is no content at all', () => {
    expect(compileContent('/nowhere')).toEqual({
      catalogue: { courses: [], library: [], shareImages: {} },
      problems: [],
      assets: [],
      media: [],
    })
  })

  it('knows what is up to date, and says nothing of it', () => {
    const hash = firstText(compileFiles()).contentHash
    const compiled = compileFiles({ 'demo/first/en.md': translatedText('First.\n', hash, 'reviewed') })
    expect(compiled.catalogue.courses[0]?.modules[0]?.lessons[0]?.texts.en).toMatchObject({
      source: hash,
      sourceHash: hash,
      stale: false,
      state: 'reviewed',
    })
    expect(noticesOf(compiled).filter((notice) => notice.includes('en: '))).toEqual(['demo:1: en: missing: about, second'])
  })

  it('finds a translation stale when anything of the Dutch text changed but white space at line ends', () => {
    const hash = firstText(compileFiles()).contentHash
    const hashWith = (text: string) => firstText(compileFiles({ 'demo/first/nl.md': text })).contentHash
    expect(hashWith(dutchText('Eerste.  \r\n\r\n'))).toBe(hash)
    expect(hashWith(dutchText('Eerste!\n'))).not.toBe(hash)
    expect(hashWith(dutchText('Eerste.\n').replace('Waarover', 'Waar over'))).not.toBe(hash)
    expect(hash).toMatch(/^[0-9a-f]{12}$/)
  })

  it('does not take a hash of digits for a number', () => {
    const text = translatedText('First.\n').replace('"0123456789ab"', '123456789012')
    expect(errorsOf(compileFiles({ 'demo/first/en.md': text }))).toEqual([])
  })

  it('says that a translation was never stamped', () => {
    const text = translatedText('First.\n').replace(/source: .*\n/, '')
    const compiled = compileFiles({ 'demo/first/en.md': text })
    expect(noticesOf(compiled)).toContainEqual(expect.stringContaining('first/en.md:1: it is not known which Dutch text'))
    expect(compiled.catalogue.courses[0]?.modules[0]?.lessons[0]?.texts.en).toMatchObject({ source: null, stale: true })
  })

  it('gives the same bytes for the same files, wherever they are', () => {
    const files = {
      'demo/first/nl.md': dutchText('![x](a.png)\n'),
      'demo/first/a.png': 'x',
      'demo/first/so.md': translatedText('x\n'),
    }
    const [one, two] = [compileFiles(files), compileFiles(files)]
    expect(JSON.stringify(two.catalogue)).toBe(JSON.stringify(one.catalogue))
    expect(two.problems).toEqual(one.problems)
    expect(two.assets.map(({ to }) => to)).toEqual(one.assets.map(({ to }) => to))
  })
})

describe('folders', () => {
  it.each<[name: string, files: Record<string, string | null>, error: string]>([
    [
      'a lesson that course.yaml does not name',
      { 'demo/third/nl.md': dutchText('x') },
      'third:1: unknown lesson: course.yaml does not name it',
    ],
    [
      'a lesson without a Dutch text',
      { 'demo/second/nl.md': null, 'demo/second/en.md': translatedText('x') },
      'course.yaml:13: unknown lesson: `second` has no second/nl.md',
    ],
    ['a course without an introduction', { 'demo/about/nl.md': null }, 'course.yaml:1: the introduction has no about/nl.md'],
    ['a course without course.yaml', { 'other/first/nl.md': dutchText('x') }, 'other/course.yaml:1: course.yaml is missing'],
    [
      'a language that the site has not',
      { 'demo/first/de.md': translatedText('x') },
      'first/de.md:1: unknown language: texts are called nl.md, en.md, tr.md, ar.md, so.md, ti.md, fa.md',
    ],
    [
      'a file beside course.yaml',
      { 'demo/notes.txt': 'x' },
      'notes.txt:1: unknown file: files stand in the folder of a lesson or in `about`',
    ],
    ['a file beside the courses', { 'notes.txt': 'x' }, 'notes.txt:1: unknown file: only folders of courses stand here'],
    [
      'a folder in a lesson',
      { 'demo/first/media/a.png': 'x' },
      'first/media:1: unknown folder: files stand right in the folder of the lesson',
    ],
  ])('%s is an error', (_, files, error) => {
    expect(errorsOf(compileFiles(files))).toEqual([error])
  })

  it('tells which files no text shows, and leaves hidden ones alone', () => {
    const compiled = compileFiles({ 'demo/first/oud.pdf': 'x', 'demo/first/.DS_Store': 'x' })
    expect(errorsOf(compiled)).toEqual([])
    expect(noticesOf(compiled)).toContain('first/oud.pdf:1: no text shows this file')
    expect(compiled.assets).toEqual([])
  })
})

describe('front matter', () => {
  it.each<[name: string, text: string, error: RegExp]>([
    ['is missing', 'Tekst\n', /^first\/en\.md:1: the front matter is missing/],
    ['is not closed', '---\ntitle: x\nsummary: y\n\nTekst\n', /^first\/en\.md:1: the front matter is missing/],
    ['has no title', '---\nsummary: y\nstate: draft\n---\nx', /^first\/en\.md:2: `title` is missing/],
    ['has an empty summary', '---\ntitle: x\nsummary:\nstate: draft\n---\nx', /^first\/en\.md:3: `summary`/],
    ['has an unknown key', '---\ntitle: x\nsummary: y\nstate: draft\nauthor: z\n---\nx', /^first\/en\.md:5: unknown key `author`/],
    [
      'has module titles in a lesson',
      '---\ntitle: x\nsummary: y\nstate: draft\nmodules: {}\n---\nx',
      /^first\/en\.md:5: unknown key `modules`/,
    ],
    ['has an unknown state', '---\ntitle: x\nsummary: y\nstate: done\n---\nx', /^first\/en\.md:4: `state`: must be `draft` or `reviewed`/],
    ['has no state', '---\ntitle: x\nsummary: y\n---\nx', /^first\/en\.md:2: `state` is missing/],
    [
      'has a source that is no hash',
      '---\ntitle: x\nsummary: y\nsource: abc\nstate: draft\n---\nx',
      /^first\/en\.md:4: `source`: must be the twelve/,
    ],
    ['has a colon in a title', '---\ntitle: Praten: hoe?\nsummary: y\nstate: draft\n---\nx', /^first\/en\.md:2: the YAML cannot be read/],
    ['has a key twice', '---\ntitle: x\ntitle: z\nsummary: y\nstate: draft\n---\nx', /^first\/en\.md:3: the YAML cannot be read/],
    ['has an alias', '---\ntitle: &a x\nsummary: *a\nstate: draft\n---\nx', /^first\/en\.md:2: the YAML cannot be read/],
    ['is a list', '---\n- x\n---\nx', /^first\/en\.md:2: /],
  ])('that %s is an error', (_, text, error) => {
    expect(errorsOf(compileFiles({ 'demo/first/en.md': text }))).toContainEqual(expect.stringMatching(error))
  })

  it('of a Dutch text has no source or state', () => {
    expect(errorsOf(compileFiles({ 'demo/first/nl.md': translatedText('x') }))).toEqual([
      'first/nl.md:4: unknown key `source`',
      'first/nl.md:5: unknown key `state`',
    ])
  })

  it('of an introduction names each module once', () => {
    expect(errorsOf(compileFiles({ 'demo/about/nl.md': aboutText.replace('start: Begin', 'end: Einde') }))).toEqual([
      'about/nl.md:4: the title of module `start` is missing in `modules`',
      'about/nl.md:5: `modules.end`: course.yaml has no such module',
    ])
  })
})

describe('state', () => {
  it('is counted for each language of each course, and fits a table', () => {
    const { catalogue } = compileFiles({ 'demo/first/ar.md': translatedText('واحد\n'), 'demo/course.yaml': courseYaml })
    const rows = contentState(catalogue)
    expect(rows).toHaveLength(7)
    expect(rows[0]).toMatchObject({
      course: 'demo',
      language: 'nl',
      present: 2,
      lessons: 2,
      missing: [],
      words: 3,
      about: 'source',
    })
    expect(rows[3]).toMatchObject({
      language: 'ar',
      present: 1,
      missing: ['second'],
      stale: ['first'],
      draft: ['first'],
      reviewed: [],
      words: 1,
      about: 'missing',
    })
    const [head = '', dutch = ''] = formatState(catalogue).split('\n')
    expect(head.split(/\s+/)).toEqual(['course', 'language', 'lessons', 'missing', 'stale', 'draft', 'reviewed', 'words', 'about'])
    expect(dutch.split(/\s+/)).toEqual(['demo', 'nl', '2/2', '0', '0', '0', '0', '3', 'source'])
  })
})

describe('writeContent', () => {
  it('writes the catalogue and copies files under their published name', () => {
    const root = projectFolder({ 'demo/first/nl.md': dutchText('![x](a.png)\n'), 'demo/first/a.png': 'bytes' })
    const compiled = compileContent(root)
    writeContent(root, compiled)
    writeContent(root, compiled)
    const [asset] = compiled.assets
    expect(readFileSync(path.join(root, 'build', 'client', asset?.address ?? ''), 'utf8')).toBe('bytes')
    expect(JSON.parse(readFileSync(path.join(root, 'build/content/catalogue.json'), 'utf8'))).toEqual(compiled.catalogue)
  })
})
