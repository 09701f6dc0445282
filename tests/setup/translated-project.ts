import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { po } from 'gettext-parser'
import { onTestFinished } from 'vitest'
import { writeContent } from '~/content/build'
import { compileContent } from '~/content/compile'
import { getCatalogue, layOver } from '~/content/read'
import { dutchText, projectFolder, translatedText, type Files } from '~/content/testing'
import { findUnit } from '~/content/units'
import type { Person } from '~/domain/accounts/policy'
import { checkUpload, type CheckedFile } from '~/domain/translations/check-upload.server'
import { publishUpload } from '~/domain/translations/publish-translation.server'
import { findTranslation, translatorFile } from '~/domain/translations/translations.server'
import type { Language } from '~/i18n/languages'
import { makeAccount } from '../factories/accounts'

// A small project of its own with one Dutch text of two paragraphs, for tests of what becomes of its translations.

export const id = 'demo/first'
export const dutch = dutchText('\nEen alinea met een [link](page:help).\n\nZo was het.\n')
export const nowDutch = dutch.replace('Zo was het.', 'Zo is het nu.')
export const translated = translatedText('\nA paragraph with a [link](page:help).\n\nSo it was.\n')

/** A project in a folder of its own, in which this process works until the end of the test. */
export function openProject(files: Files = {}): string {
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
export function build(root: string): void {
  writeContent(root, compileContent(root))
  layOver([])
}

export function edit(root: string, language: Language, text: string): void {
  writeFileSync(path.join(root, 'content/courses', id, `${language}.md`), text)
}

export const present = async (language: Language) => (await findTranslation(id, language))!
export const shown = (language: Language) => getCatalogue().courses[0]!.modules[0]!.lessons[0]!.texts[language]
export const bodyOf = (language: Language) => JSON.stringify(shown(language)?.blocks)

/** The file of the text as a translator gets it. */
export async function sentFile(language: Language): Promise<string> {
  return Buffer.from(await translatorFile(id, language, [await present(language)])).toString('utf8')
}

/** The same, filled in by the contexts of its entries; none of it is marked any more. */
export async function fileOf(language: Language, words: Record<string, string>): Promise<string> {
  const file = po.parse(Buffer.from(await sentFile(language)))
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

export const all = { title: 'T', summary: 'S', 'part-0/paragraph-1': 'P [l](page:help).', 'part-0/paragraph-2': 'Q.' }

export function expected(root: string, language: Language | null) {
  return { units: [findUnit(root, id)!], language }
}

export async function check(root: string, language: Language, text: string): Promise<CheckedFile> {
  const checked = await checkUpload(text, expected(root, language))
  if ('code' in checked) throw new Error(checked.code)
  return checked
}

export async function publish(editor: Person, root: string, language: Language, text: string) {
  return publishUpload(editor, text, expected(root, language), (await check(root, language, text)).base)
}

/** Somebody who may put translations on the site. */
export async function makeEditor(): Promise<Person> {
  const { id: account } = await makeAccount({ roles: [{ role: 'editor' }] })
  return { id: account, roles: [{ role: 'editor', organisationId: null }] }
}
