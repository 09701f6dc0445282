import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileContent } from './compile'
import { stampTranslation } from './stamp'
import { aboutText, firstText, projectFolder, translatedText } from './testing'

function project(en: string) {
  const root = projectFolder({ 'demo/first/en.md': en })
  const file = path.join(root, 'content/courses/demo/first/en.md')
  return { root, read: () => readFileSync(file, 'utf8'), hash: firstText(compileContent(root)).contentHash }
}

describe('stampTranslation', () => {
  it('writes the hash of the Dutch text, and changes nothing else', () => {
    const { root, read, hash } = project(
      translatedText('First.\n', 'aaaaaaaaaaaa', 'reviewed').replace('"aaaaaaaaaaaa"', 'aaaaaaaaaaaa   # by hand'),
    )
    expect(stampTranslation(root, 'en', 'demo/first')).toEqual({
      file: 'content/courses/demo/first/en.md',
      before: 'aaaaaaaaaaaa',
      after: hash,
    })
    expect(read()).toBe(`---\ntitle: A lesson\nsummary: About what.\nsource: ${hash}   # by hand\nstate: reviewed\n---\nFirst.\n`)
    expect(compileContent(root).catalogue.courses[0]?.modules[0]?.lessons[0]?.texts.en?.stale).toBe(false)
    expect(stampTranslation(root, 'en', 'demo/first').before).toBe(hash)
  })

  it('adds the keys that are not there yet, and keeps Windows line ends', () => {
    const { root, read, hash } = project('---\r\ntitle: "A: lesson"\r\nsummary: About.\r\n---\r\nsource: of the text\r\n')
    expect(stampTranslation(root, 'en', 'demo/first').before).toBeNull()
    expect(read()).toBe(`---\r\ntitle: "A: lesson"\r\nsummary: About.\r\nsource: ${hash}\r\nstate: draft\r\n---\r\nsource: of the text\r\n`)
  })

  it('stamps an introduction, module titles included', () => {
    const root = projectFolder({ 'demo/about/tr.md': aboutText })
    const { after } = stampTranslation(root, 'tr', 'demo/about')
    const nl = path.join(root, 'content/courses/demo/about/nl.md')
    writeFileSync(nl, aboutText.replace('Begin', 'Start'))
    expect(stampTranslation(root, 'tr', 'demo/about').after).not.toBe(after)
  })

  it.each([
    ['nl', 'demo/first', /is no language that is translated into/],
    ['de', 'demo/first', /is no language/],
    ['en', 'demo', /is not <course>\/<lesson>/],
    ['en', '../demo/first', /is not <course>\/<lesson>/],
    ['en', 'demo/third', /^there is no content\/courses\/demo\/third\/nl\.md$/],
    ['en', 'demo/second', /^there is no content\/courses\/demo\/second\/en\.md$/],
  ])('refuses %s %s in one line', (language, target, message) => {
    const { root } = project(translatedText('First.\n'))
    expect(() => stampTranslation(root, language, target)).toThrow(message)
  })

  it('refuses a translation without front matter, and leaves it as it is', () => {
    const { root, read } = project('First.\n')
    expect(() => stampTranslation(root, 'en', 'demo/first')).toThrow('content/courses/demo/first/en.md:1: the front matter is missing')
    expect(read()).toBe('First.\n')
  })
})
