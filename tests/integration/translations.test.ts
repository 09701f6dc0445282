import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodePo } from '~/content/po/read'
import { layOver } from '~/content/read'
import { tidyCopies } from '~/content/sources'
import { stampTranslation } from '~/content/stamp'
import { dutchText } from '~/content/testing'
import { listAudit } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { checkUpload } from '~/domain/translations/check-upload.server'
import { publishUpload, restoreTranslation, reviewTranslation, withdrawTranslation } from '~/domain/translations/publish-translation.server'
import { pullTranslations } from '~/domain/translations/pull-translations.server'
import { showTranslations } from '~/domain/translations/show-translations.server'
import { dutchChanges, listTranslationHistory, translatorFile } from '~/domain/translations/translations.server'
import * as project from '../setup/translated-project'

const { all, bodyOf, build, check, edit, expected, fileOf, id, nowDutch, openProject, present, shown, translated } = project

let editor: Person
beforeAll(async () => {
  editor = await project.makeEditor()
})
const publish = (...given: Parameters<typeof project.publish> extends [Person, ...infer Rest] ? Rest : never) =>
  project.publish(editor, ...given)

describe('a translation that went out of date', () => {
  it('shows what changed, goes to a translator, comes back, is checked and is shown', async () => {
    const root = openProject({ 'demo/first/en.md': translated })
    stampTranslation(root, 'en', id)
    tidyCopies(root)
    edit(root, 'nl', nowDutch)
    build(root)
    expect(shown('en')?.stale).toBe(true)

    const changes = dutchChanges(await present('en'))!
    expect(changes).toEqual([
      expect.objectContaining({ key: 'part-0/paragraph-2', change: 'changed', kind: 'paragraph', translation: 'So it was.' }),
    ])
    expect(changes[0]!.pieces.map(({ change, text }) => `${change}: ${text}`)).toEqual([
      'same: Zo ',
      'gone: was',
      'added: is',
      'same:  het',
      'added:  nu',
      'same: .',
    ])

    const file = await project.sentFile('en')
    expect(file).toContain(
      '#, fuzzy\n#| msgctxt "demo/first/part-0/paragraph-2"\n#| msgid "Zo was het."\nmsgctxt "demo/first/part-0/paragraph-2"\nmsgid "Zo is het nu."\nmsgstr "So it was."',
    )
    expect(file.match(/^#, fuzzy$/gm)).toHaveLength(1)
    expect((await check(root, 'en', file)).texts).toEqual([
      expect.objectContaining({ outcome: 'open', open: [expect.objectContaining({ code: 'fuzzy' })] }),
    ])

    const broken = await fileOf('en', { 'part-0/paragraph-1': 'No [link](page:courses).', 'part-0/paragraph-2': 'So it is now.' })
    const line = broken.split('\n').findIndex((each) => each.startsWith('msgctxt "demo/first/part-0/paragraph-1"')) + 1
    expect((await check(root, 'en', broken)).texts[0]).toMatchObject({
      outcome: 'faulty',
      faults: [
        { code: 'linkAdded', key: 'part-0/paragraph-1', line, detail: 'page:courses' },
        { code: 'linkGone', key: 'part-0/paragraph-1', line, detail: 'page:help' },
      ],
    })
    expect(await publish(root, 'en', broken)).toHaveProperty('checked')

    const right = await fileOf('en', { 'part-0/paragraph-2': 'So it is now.' })
    const checked = await check(root, 'en', right)
    expect(checked.texts[0]).toMatchObject({
      outcome: 'ready',
      faults: [],
      changes: [expect.objectContaining({ key: 'part-0/paragraph-2' })],
    })
    expect(await publishUpload(editor, right, expected(root, 'en'), 'another base')).toBe('changed')
    expect(bodyOf('en')).toContain('So it was.')
    expect(await publish(root, 'en', right)).toEqual({ published: 1 })
    expect(bodyOf('en')).toContain('So it is now.')
    expect(shown('en')).toMatchObject({ state: 'draft', stale: false })
    expect(await publish(root, 'en', right)).toHaveProperty('checked')
    const { lines } = await listAudit({ skip: 0, take: 1 })
    expect(lines).toEqual([
      expect.objectContaining({ action: 'translation.uploaded', subject: { type: 'translation', id: 'demo/first/en', userName: null } }),
    ])

    // Also after the site was started again.
    layOver([])
    expect(bodyOf('en')).toContain('So it was.')
    await showTranslations()
    expect(bodyOf('en')).toContain('So it is now.')
  })

  it('is marked when nobody knows from which Dutch it was made', async () => {
    openProject({ 'demo/first/en.md': translated })
    expect(dutchChanges({ ...(await present('tr')), shown: null })).toBeNull()
    const unknown = {
      ...(await present('tr')),
      shown: { markdown: translated, state: 'draft', from: 'file', sourceHash: null, stale: true, madeFrom: null } as const,
    }
    expect(dutchChanges(unknown)).toBeNull()
    const file = Buffer.from(await translatorFile(id, 'tr', [unknown])).toString('utf8')
    expect(file.match(/^#, fuzzy$/gm)).toHaveLength(4)
    expect(file).not.toContain('#|')
  })
})

describe('a translation that is put on the site', () => {
  it('may be the first one of its language; is read over, taken back and put back again', async () => {
    const root = openProject()
    expect(await publish(root, 'tr', await fileOf('tr', all))).toEqual({ published: 1 })
    expect(shown('tr')).toMatchObject({ title: 'T', state: 'draft', stale: false })
    expect((await present('tr')).shown!.markdown).toBe(
      `---\ntitle: "T"\nsummary: "S"\nsource: ${(await present('tr')).dutchHash}\nstate: draft\n---\n\nP [l](page:help).\n\nQ.\n`,
    )

    const before = await present('tr')
    const readInFull = true
    expect(await reviewTranslation(editor, before, { base: before.base, readInFull })).toBe('saved')
    expect(shown('tr')?.state).toBe('reviewed')
    expect(await reviewTranslation(editor, before, { base: before.base, readInFull })).toBe('conflict')
    const read = await present('tr')
    expect(await reviewTranslation(editor, read, { base: before.base, readInFull })).toBe('conflict')
    expect(await reviewTranslation(editor, read, { base: read.base, readInFull })).toBe('refused')

    expect(await withdrawTranslation(editor, read, before)).toBe('conflict')
    expect(await withdrawTranslation(editor, read, read)).toBe('saved')
    expect(shown('tr')).toBeUndefined()
    const gone = await present('tr')
    expect(await withdrawTranslation(editor, gone, gone)).toBe('refused')

    expect(await restoreTranslation(editor, gone, { base: gone.base, wanted: 9 })).toBe('refused')
    expect(await restoreTranslation(editor, gone, { base: gone.base, wanted: 1 })).toBe('saved')
    expect(shown('tr')).toMatchObject({ title: 'T', state: 'draft' })
    expect((await listTranslationHistory(id, 'tr')).map(({ number, act, state }) => [number, act, state])).toEqual([
      [4, 'restored', 'draft'],
      [3, 'withdrawn', 'reviewed'],
      [2, 'reviewed', 'reviewed'],
      [1, 'uploaded', 'draft'],
    ])

    // The Dutch asks for another link now: what was restored would be wrong, and so is what is there.
    edit(root, 'nl', nowDutch.replace('page:help', 'page:courses'))
    build(root)
    const misfit = await present('tr')
    expect(await restoreTranslation(editor, misfit, { base: misfit.base, wanted: 1 })).toBe('misfit')
    await showTranslations()
    expect(shown('tr')).toBeUndefined()
    // The build would not let it through as a file either.
    expect(await pullTranslations(root)).toContainEqual({ file: 'content/courses/demo/first/tr.md', outcome: 'misfit' })
    expect(existsSync(path.join(root, 'content/courses', id, 'tr.md'))).toBe(false)
  })

  it('goes before its file until that is newer, and reaches the file by the command', async () => {
    const root = openProject({ 'demo/first/ar.md': translated })
    const file = path.join(root, 'content/courses', id, 'ar.md')
    stampTranslation(root, 'ar', id)
    build(root)
    expect(await publish(root, 'ar', await fileOf('ar', { title: 'Uploaded' }))).toEqual({ published: 1 })
    expect(shown('ar')?.title).toBe('Uploaded')

    edit(root, 'nl', nowDutch)
    build(root)
    await showTranslations()
    expect(shown('ar')).toMatchObject({ title: 'Uploaded', stale: true })
    expect(await pullTranslations(root)).toContainEqual({ file: 'content/courses/demo/first/ar.md', outcome: 'written' })
    expect(readFileSync(file, 'utf8')).toContain('title: "Uploaded"')
    expect(existsSync(path.join(root, `content/sources/${(await present('ar')).shown!.sourceHash}.md`))).toBe(true)
    build(root)
    await showTranslations()
    expect(await present('ar')).toMatchObject({ behindFile: true, shown: { from: 'file', stale: true } })
    expect(shown('ar')?.title).toBe('Uploaded')

    edit(root, 'ar', readFileSync(file, 'utf8').replace('Uploaded', 'Newer'))
    stampTranslation(root, 'ar', id)
    build(root)
    await showTranslations()
    expect(shown('ar')).toMatchObject({ title: 'Newer', stale: false })
    expect(await pullTranslations(root)).toContainEqual({ file: 'content/courses/demo/first/ar.md', outcome: 'fileIsNewer' })
    expect(await publish(root, 'ar', await fileOf('ar', { title: 'Newest' }))).toEqual({ published: 1 })
    expect(shown('ar')?.title).toBe('Newest')
  })

  it('is written once when two editors put it there at the same moment', async () => {
    const root = openProject()
    const text = await fileOf('so', all)
    const results = await Promise.all([publish(root, 'so', text), publish(root, 'so', text)])
    expect(results.map((result) => JSON.stringify(result)).sort()).toEqual(['"changed"', '{"published":1}'])
    expect(await listTranslationHistory(id, 'so')).toHaveLength(1)
  })
})

describe('a file that cannot be used', () => {
  it.each([
    ['nothing', '', 'fileMissing'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]), 'fileNotUtf8'],
    ['too much', Buffer.alloc(3 * 1024 * 1024 + 1, 'a'), 'poTooLarge'],
  ])('is refused: %s', (_, bytes, code) => {
    expect(decodePo(Buffer.from(bytes))).toEqual({ code })
  })

  it('says in one word what it is', async () => {
    const root = openProject({ 'demo/second/nl.md': dutchText('Tweede.\n') })
    const text = await fileOf('fa', all)
    const code = async (given: string) => checkUpload(given, expected(root, 'fa'))
    expect(await code('Just a letter.\n')).toEqual({ code: 'poNotRead' })
    expect(await code('msgid "say "a""\nmsgstr ""\n')).toEqual({ code: 'poNotRead' })
    expect(await code('msgid "a"\nmsgstr "b"\n')).toEqual({ code: 'poNoEntries' })
    expect(await code(text.replace('charset=utf-8', 'charset=iso-8859-1'))).toEqual({ code: 'fileNotUtf8' })
    expect(await code(text.replace('Language: fa', 'Language: nl'))).toEqual({ code: 'poNoLanguage' })
    expect(await code(text.replace('Language: fa', 'Language: ti'))).toEqual({ code: 'poOtherLanguage' })
    expect(await code(text.replaceAll('demo/first/', 'demo/second/'))).toEqual({ code: 'poOtherText' })
    expect(await code(text.replace('Language: fa', 'Language: fa_AF'))).toHaveProperty('texts')
  })

  it('says of every entry what is wrong with it, and on which line', async () => {
    const root = openProject()
    const faultsOf = async (text: string) => {
      const { texts, faults } = await check(root, 'fa', text)
      return [...faults, ...texts.flatMap((each) => [...each.faults, ...each.open])].map(({ code, key, detail }) =>
        [code, key, detail].filter(Boolean).join(' '),
      )
    }
    const right = await fileOf('fa', all)
    expect(await faultsOf(right)).toEqual([])
    expect(await faultsOf(right.replaceAll('"Zo was het."', '"Zo was het ooit."'))).toEqual(['dutchChanged part-0/paragraph-2'])
    expect(await faultsOf(right.replaceAll('part-0/paragraph-2', 'part-9/paragraph-2'))).toEqual([
      'unknown part-9/paragraph-2',
      'missing part-0/paragraph-2',
    ])
    expect(await faultsOf(right.replace('msgstr "Q."', 'msgstr ""'))).toEqual(['empty part-0/paragraph-2'])
    expect(await faultsOf(right.replace('msgstr "Q."', 'msgstr "Q.\\n\\nR."'))).toEqual(['onePiece part-0/paragraph-2'])
    expect(await faultsOf(right.replace('msgstr "Q."', 'msgstr "## Q."'))).toEqual(['onePiece part-0/paragraph-2'])
    expect(await faultsOf(right.replace('msgstr "Q."', 'msgstr ":::card"'))).toEqual(['onePiece part-0/paragraph-2'])
    expect(await faultsOf(right.replace('msgstr "Q."', 'msgstr "1. Q."'))).toEqual(['onePiece part-0/paragraph-2'])
    expect(await faultsOf(right.replace('msgstr "T"', 'msgstr "T\\nU"'))).toEqual(['oneLine title'])
    expect(await faultsOf(right.replace('msgstr "Q."', 'msgstr "**Q. "'))).toEqual([
      expect.stringMatching(/^check part-0\/paragraph-2 this `\*\*`/),
    ])
    expect(await faultsOf(right.replace('msgstr "Q."', 'msgstr "Q. \u202e"'))).toEqual([expect.stringContaining('U+202E')])
    expect(await faultsOf(right.replace('msgstr "Q."', 'msgstr "<b>Q.</b>"'))).toEqual([
      expect.stringContaining('no HTML'),
      expect.stringContaining('no HTML'),
    ])
    const entry = right.slice(right.lastIndexOf('\n#. '))
    expect(await faultsOf(right + entry)).toEqual(['twice'])
  })
})
