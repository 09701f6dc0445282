import { symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentVersion, getCatalogue } from '~/content/read'
import { courseYaml, dutchText, translatedText } from '~/content/testing'
import { targetLanguages } from '~/content/units'
import type { Person } from '~/domain/accounts/policy'
import { withdrawTranslation } from '~/domain/translations/publish-translation.server'
import { insertRevision, inTransaction } from '~/domain/translations/repository.server'
import { showTranslations } from '~/domain/translations/show-translations.server'
import { findTranslation } from '~/domain/translations/translations.server'
import { layOverFiles } from '~/content/library/uploads'
import type { Language } from '~/i18n/languages'
import { all, build, dutch, edit, fileOf, id, makeEditor, openProject, present, publish, shown } from '../setup/translated-project'

let editor: Person
beforeAll(async () => {
  editor = await makeEditor()
})

/** Writes a revision as it is, as another process would have done. */
async function writeRow(text: string, language: Language, markdown: string): Promise<void> {
  const now = (await findTranslation(text, language))!
  const facts = { markdown, state: 'draft', source: now.dutch, sourceHash: now.dutchHash, file: '' } as const
  const act = { act: 'uploaded', authorId: editor.id } as const
  await inTransaction((tx) => insertRevision(tx, { text, language }, now.number, facts, act))
}

describe('what is shown again', () => {
  it('is compiled once, until something that it is made of becomes another', async () => {
    const withPicture = `${dutch}\n![Een deur](door.svg)\n`
    const svg = (size: number) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} 9"/>`
    const root = openProject({ 'demo/first/nl.md': withPicture, 'demo/first/door.svg': svg(9) })
    const words = { ...all, 'part-0/paragraph-3': '![D](door.svg)' }
    expect(await publish(editor, root, 'tr', await fileOf('tr', words))).toEqual({ published: 1 })
    const first = shown('tr')!
    expect(await publish(editor, root, 'en', await fileOf('en', words))).toEqual({ published: 1 })
    expect(shown('en')?.title).toBe('T')
    expect(shown('tr')).toBe(first)

    writeFileSync(path.join(root, 'content/courses', id, 'door.svg'), svg(10))
    build(root)
    await showTranslations()
    const second = shown('tr')!
    expect(second.contentHash).toBe(first.contentHash)
    expect(JSON.stringify(second.blocks)).not.toBe(JSON.stringify(first.blocks))

    edit(root, 'nl', withPicture.replace('Zo was het.', 'Zo is het nu.'))
    build(root)
    await showTranslations()
    expect(shown('tr')).toMatchObject({ contentHash: first.contentHash, stale: true })

    expect(await publish(editor, root, 'tr', await fileOf('tr', { ...words, title: 'Again' }))).toEqual({ published: 1 })
    expect(shown('tr')).toMatchObject({ title: 'Again', stale: false })
  })

  it('stays, and so do the pages that are kept, when a file of the library is published', async () => {
    const root = openProject()
    expect(await publish(editor, root, 'ti', await fileOf('ti', all))).toEqual({ published: 1 })
    layOverFiles([
      {
        ...{ item: 'none', language: 'nl', role: 'sheet', name: 'nl.pdf', contentType: 'application/pdf', bytes: 1, seconds: null },
        ...{ storageKey: 'k', publishedAt: new Date(0), voices: null },
      },
    ])
    const version = contentVersion()
    await showTranslations()
    expect(contentVersion()).toBe(version)
    layOverFiles([])
  })
})

describe('many uploaded translations', () => {
  const names = Array.from({ length: 12 }, (_, index) => `l${index}`)
  const lessons = names.map((name) => `      - { id: ${name}, minutes: 5 }\n`).join('')
  const files = {
    'demo/course.yaml': courseYaml + lessons,
    ...Object.fromEntries(names.map((name) => [`demo/${name}/nl.md`, dutchText('Een zin.\n')])),
  }
  const titles = () =>
    getCatalogue()
      .courses[0]!.modules.flatMap(({ lessons: own }) => own)
      .filter(({ id: name }) => names.includes(name))
      .flatMap(({ id: name, texts }) => targetLanguages.flatMap((language) => (texts[language] ? [`${name} ${language}`] : [])))

  it('leave everybody else a turn after each of them, come in whole, and without the one that cannot be compiled', async () => {
    const root = openProject(files)
    // No file system can follow this: what looks for the picture fails in a way that nobody expects.
    symlinkSync('loop.svg', path.join(root, 'content/courses/demo/l3/loop.svg'))
    for (const name of names)
      for (const language of targetLanguages) {
        const broken = name === 'l3' && language === 'ar'
        await writeRow(`demo/${name}`, language, translatedText(broken ? '![x](loop.svg)\n' : 'A sentence.\n'))
      }
    let turns = 0
    let done = false
    const count = () => {
      turns += 1
      if (!done) setImmediate(count)
    }
    setImmediate(count)
    const refreshed = showTranslations()
    const state = titles()
    await refreshed
    done = true
    expect(state).toEqual([])
    expect(turns).toBeGreaterThanOrEqual(names.length * targetLanguages.length)
    const rest = names.flatMap((name) => targetLanguages.map((language) => `${name} ${language}`)).filter((each) => each !== 'l3 ar')
    expect(titles()).toEqual(rest)
  })

  it('are shown as they are in the end, however many ask for it while they change', async () => {
    const root = openProject(files)
    for (const name of names) await writeRow(`demo/${name}`, 'fa', translatedText('A sentence.\n'))
    expect(await publish(editor, root, 'fa', await fileOf('fa', all))).toEqual({ published: 1 })
    for (const name of names) await writeRow(`demo/${name}`, 'fa', translatedText('Another sentence.\n'))
    // The first one reads what is there, and takes a while over it.
    const asked = [showTranslations(), showTranslations()]
    const now = await present('fa')
    const withdrawn = withdrawTranslation(editor, now, now)
    asked.push(showTranslations())
    expect(await withdrawn).toBe('saved')
    expect(shown('fa')).toBeUndefined()
    await Promise.all(asked)
    expect(shown('fa')).toBeUndefined()
    expect(titles().filter((each) => each.endsWith(' fa'))).toHaveLength(names.length)
  })
})
