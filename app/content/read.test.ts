import { utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cataloguePath, writeContent } from './build'
import { compileContent } from './compile'
import { findLesson, listLessons } from './lessons'
import { findCourse, getAbout, getCatalogue, getText } from './read'
import { dutchText, projectFolder, translatedText } from './testing'
import type { Course, Lesson } from './types'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

function built(files: Record<string, string> = {}): string {
  const root = projectFolder(files)
  writeContent(root, compileContent(root))
  vi.spyOn(process, 'cwd').mockReturnValue(root)
  return root
}

function demo(): { course: Course; first: Lesson } {
  const course = findCourse('demo')
  const first = course && findLesson(course, 'first')
  if (!course || !first) throw new Error('not built')
  return { course, first }
}

describe('getCatalogue', () => {
  it('reads once, and finds courses and lessons', () => {
    built()
    expect(getCatalogue()).toBe(getCatalogue())
    const { course } = demo()
    expect(listLessons(course).map(({ id }) => id)).toEqual(['first', 'second'])
    expect(findCourse('nowhere')).toBeNull()
    expect(findLesson(course, 'nowhere')).toBeNull()
  })

  it('says in one line what to do when nothing was built', () => {
    vi.spyOn(process, 'cwd').mockReturnValue(projectFolder())
    expect(() => getCatalogue()).toThrow(/^There is no build\/content\/catalogue\.json: run `npm run content:build` first\.$/)
  })

  it('says so when the file is broken', () => {
    const root = built()
    writeFileSync(path.join(root, cataloguePath), '{')
    expect(() => getCatalogue()).toThrow(/^build\/content\/catalogue\.json cannot be read/)
  })

  it.each([
    ['development', 'Nieuw'],
    ['production', 'Een les'],
  ])('in %s shows the title "%s" after a new build', (mode, title) => {
    vi.stubEnv('NODE_ENV', mode)
    const root = built()
    expect(demo().first.texts.nl?.title).toBe('Een les')
    writeFileSync(path.join(root, 'content/courses/demo/first/nl.md'), dutchText('x').replace('Een les', 'Nieuw'))
    writeContent(root, compileContent(root))
    utimesSync(path.join(root, cataloguePath), new Date(), new Date(Date.now() + 5000))
    expect(demo().first.texts.nl?.title).toBe(title)
  })
})

describe('getText', () => {
  const body = '[x](page:help)\n\n:::question{#q kind=one}\n[y](lesson:second)\n\n- [x] a\n\n  [z](course:demo)\n- [ ] b\n\nZo.\n:::\n'

  it('gives the language that was asked for', () => {
    built({ 'demo/first/so.md': translatedText('Kow.\n') })
    expect(getText(demo().first, 'so')).toMatchObject({ language: 'so', fallback: false, text: { title: 'A lesson' } })
    expect(getText(demo().first, 'nl')).toMatchObject({ language: 'nl', fallback: false })
  })

  it('gives Dutch where the language is missing, with links that stay in the language of the reader', () => {
    built({ 'demo/first/nl.md': dutchText(body) })
    const { text, language, fallback } = getText(demo().first, 'ar')
    expect({ language, fallback }).toEqual({ language: 'nl', fallback: true })
    const html = JSON.stringify(text.blocks)
    expect(html).not.toContain('/nl/')
    for (const address of ['/ar/help', '/ar/courses/demo/second', '/ar/courses/demo']) expect(html).toContain(`href=\\"${address}\\"`)
    expect(getText(demo().first, 'ar').text).toBe(text)
    expect(JSON.stringify(getText(demo().first, 'nl').text.blocks)).toContain('href=\\"/nl/help\\"')
  })

  it('gives the introduction of a course in the same way', () => {
    built()
    expect(getAbout(demo().course, 'ti')).toMatchObject({
      language: 'nl',
      fallback: true,
      text: { modules: { start: 'Begin' } },
    })
  })

  it('throws where there is no text at all', () => {
    expect(() => getText({ id: 'first', texts: {} }, 'ar')).toThrow('There is no Dutch text of lesson first')
  })
})
