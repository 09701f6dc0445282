import { rmSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { stampTranslation } from '~/content/stamp'
import type { Person } from '~/domain/accounts/policy'
import type { Present } from '~/domain/translations/present.server'
import { publishUpload, restoreTranslation, reviewTranslation, withdrawTranslation } from '~/domain/translations/publish-translation.server'
import { listTranslationHistory } from '~/domain/translations/translations.server'
import type { Language } from '~/i18n/languages'
import * as project from '../setup/translated-project'

// Between the page that an editor sees and the button that she presses a new version of the site may come.

const { all, build, check, dutch, edit, expected, fileOf, id, makeEditor, openProject, present, publish, shown, translated } = project

let editor: Person
beforeAll(async () => {
  editor = await makeEditor()
})

/** A new version of the site with another translation in its file, made from the present Dutch. */
function deploy(root: string, language: Language, text: string): void {
  edit(root, language, text)
  stampTranslation(root, language, id)
  build(root)
}

const acts = async (language: Language) => (await listTranslationHistory(id, language)).map(({ act }) => act)

describe('a text that a new version of the site changed meanwhile', () => {
  const other = translated.replace('So it was.', 'So it was once.')
  const changes: [name: string, change: (root: string, language: Language) => void][] = [
    ['its file', (root, language) => deploy(root, language, other)],
    ['the Dutch', (root) => (edit(root, 'nl', dutch.replace('Zo was het.', 'Zo was het ooit.')), build(root))],
    ['what somebody said of its file', (root, language) => deploy(root, language, translated.replace('state: draft', 'state: reviewed'))],
    ['its file is gone', (root, language) => (rmSync(path.join(root, 'content/courses', id, `${language}.md`)), build(root))],
  ]

  it.each(changes)('is not said to have been read over: %s', async (_, change) => {
    const root = openProject({ 'demo/first/en.md': translated })
    stampTranslation(root, 'en', id)
    build(root)
    const seen = await present('en')
    change(root, 'en')
    // Whether the page was asked for anew before the button came, or the two came together.
    for (const now of [await present('en'), seen])
      expect(await reviewTranslation(editor, now, { base: seen.base, readInFull: true })).toBe('conflict')
    expect(await acts('en')).toEqual([])
  })

  it.each(changes)('keeps what was uploaded as it is: %s', async (name, change) => {
    const language = (['tr', 'ar', 'so', 'ti'] as const)[changes.findIndex(([each]) => each === name)]!
    const root = openProject({ [`demo/first/${language}.md`]: translated })
    stampTranslation(root, language, id)
    build(root)
    expect(await publish(editor, root, language, await fileOf(language, all))).toEqual({ published: 1 })
    const seen = await present(language)
    const next = await fileOf(language, { ...all, title: 'Next' })
    const { base } = await check(root, language, next)
    change(root, language)
    for (const now of [await present(language), seen] as Present[]) {
      expect(await withdrawTranslation(editor, now, seen)).toBe('conflict')
      expect(await restoreTranslation(editor, now, { base: seen.base, wanted: 1 })).toBe('conflict')
    }
    // Where the Dutch is another one the file of before is refused already, and not published either way.
    expect(await publishUpload(editor, next, expected(root, language), base)).not.toHaveProperty('published')
    expect(await acts(language)).toEqual(['uploaded'])
  })

  it('does not come back in place of a file that fits better', async () => {
    const root = openProject({ 'demo/first/fa.md': translated })
    stampTranslation(root, 'fa', id)
    build(root)
    expect(await publish(editor, root, 'fa', await fileOf('fa', all))).toEqual({ published: 1 })
    edit(root, 'nl', dutch.replace('Zo was het.', 'Zo was het ooit.'))
    deploy(root, 'fa', other)
    const now = await present('fa')
    expect(now).toMatchObject({ behindFile: true, shown: { from: 'file', stale: false } })
    expect(await restoreTranslation(editor, now, { base: now.base, wanted: 1 })).toBe('older')
    expect(await acts('fa')).toEqual(['uploaded'])
    expect(shown('fa')?.title).toBe('A lesson')
  })
})
