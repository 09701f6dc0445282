import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { po } from 'gettext-parser'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { writeContent } from '~/content/build'
import { compileContent } from '~/content/compile'
import { decodePo } from '~/content/po/read'
import { getCatalogue, layOver } from '~/content/read'
import { tidyCopies } from '~/content/sources'
import { stampTranslation } from '~/content/stamp'
import { dutchText, projectFolder, translatedText, type Files } from '~/content/testing'
import { findUnit } from '~/content/units'
import { listAudit } from '~/domain/accounts/audit.server'
import type { Person } from '~/domain/accounts/policy'
import { checkUpload, type CheckedFile } from '~/domain/translations/check-upload.server'
import { publishUpload, restoreTranslation, reviewTranslation, withdrawTranslation } from '~/domain/translations/publish-translation.server'
import { pullTranslations } from '~/domain/translations/pull-translations.server'
import { showTranslations } from '~/domain/translations/show-translations.server'
import { dutchChanges, findTranslation, listTranslationHistory, translatorFile } from '~/domain/translations/translations.server'
import type { Language } from '~/i18n/languages'
import { makeAccount } from '../factories/accounts'

let editor: Person
beforeAll(async () => {
  const { id } = await makeAccount({ roles: [{ role: 'editor' }] })
  editor = { id, roles: [{ role: 'editor', organisationId: null }] }
})

const id = 'demo/first'
const dutch = dutchText('\nEen alinea met een [link](page:help).\n\nZo was het.\n')
const nowDutch = dutch.replace('Zo was het.', 'Zo is het nu.')
const translated = translatedText('\nA paragraph with a [link](page:help).\n\nSo it was.\n')

/** A project in a folder of its own, in which this process works until the end of the test. */
function openProject(files: Files = {}): string {
  const root = projectFolder({ 'demo/first/nl.md': dutch, ...files })
  const before = { folder: process.cwd(), mode: process.env.NODE_ENV }
  process.chdir(root)
  // The catalogue is read again after it was built again; otherwise that takes a new process.
  process.env.NODE_ENV = 'development'
  onTestFinished(() => {
    process.chdir(before.folder)
    process.env.NODE_ENV = before.mode
  })
  build(root)
  return root
}

/** What happens when a new version of the site is put in place: built, and started again. */
function build(root: string): void {
  writeContent(root, compileContent(root))
  layOver([])
}

function edit(root: string, language: Language, text: string): void {
  writeFileSync(path.join(root, 'content/courses', id, `${language}.md`), text)
}

const present = async (language: Language) => (await findTranslation(id, language))!
const shown = (language: Language) => getCatalogue().courses[0]!.modules[0]!.lessons[0]!.texts[language]
const bodyOf = (language: Language) => JSON.stringify(shown(language)?.blocks)

/** The file of a text, filled in by the contexts of its entries; none of it is marked any more. */
async function fileOf(language: Language, words: Record<string, string>): Promise<string> {
  const file = po.parse(Buffer.from(translatorFile(id, language, [await present(language)])))
  for (const [context, messages] of Object.entries(file.translations)) {
    for (const entry of Object.values(messages)) {
      if (entry.msgid === '') continue
      const key = context.slice(id.length + 1)
      if (words[key] !== undefined) entry.msgstr = [words[key]]
      if (entry.comments) delete entry.comments.flag
    }
  }
  return po.compile(file, { foldLength: 0 }).toString('utf8')
}

const all = { title: 'T', summary: 'S', 'part-0/paragraph-1': 'P [l](page:help).', 'part-0/paragraph-2': 'Q.' }

function expected(root: string, language: Language | null) {
  return { units: [findUnit(root, id)!], language }
}

async function check(root: string, language: Language, text: string): Promise<CheckedFile> {
  const checked = await checkUpload(text, expected(root, language))
  if ('code' in checked) throw new Error(checked.code)
  return checked
}

async function publish(root: string, language: Language, text: string) {
  return publishUpload(editor, text, expected(root, language), (await check(root, language, text)).base)
}

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

    const file = Buffer.from(translatorFile(id, 'en', [await present('en')])).toString('utf8')
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
    const file = Buffer.from(translatorFile(id, 'tr', [unknown])).toString('utf8')
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
    expect(await reviewTranslation(editor, before, 1)).toBe('saved')
    expect(shown('tr')?.state).toBe('reviewed')
    expect(await reviewTranslation(editor, before, 1)).toBe('conflict')
    expect(await reviewTranslation(editor, await present('tr'), 1)).toBe('conflict')
    expect(await reviewTranslation(editor, await present('tr'), 2)).toBe('refused')

    expect(await withdrawTranslation(editor, await present('tr'), 1)).toBe('conflict')
    expect(await withdrawTranslation(editor, await present('tr'), 2)).toBe('saved')
    expect(shown('tr')).toBeUndefined()
    expect(await withdrawTranslation(editor, await present('tr'), 3)).toBe('refused')

    expect(await restoreTranslation(editor, await present('tr'), { number: 3, wanted: 1 })).toBe('saved')
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
    expect(await restoreTranslation(editor, await present('tr'), { number: 4, wanted: 1 })).toBe('misfit')
    await showTranslations()
    expect(shown('tr')).toBeUndefined()
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
