import { po, type GetTextTranslations } from 'gettext-parser'
import type { Language } from '~/i18n/languages'
import type { Term } from '../terms'
import { commentOf, headComment } from './comments'
import type { Entry } from './entries'

/** A text in a translator's file: its id (`<course>/<lesson>`) and its pieces. */
export interface PoText {
  id: string
  entries: Entry[]
}

/** What the context of an entry is called: the text that it belongs to and its place there. */
export function contextOf(text: string, key: string): string {
  return `${text}/${key}`
}

/**
 * A file for a translator, as gettext has it (PO): an entry for each piece of each text.
 * @param name the text or the course that it is of
 */
export function writePo(name: string, language: Language, texts: readonly PoText[], terms: readonly Term[]): Uint8Array {
  // Without a prototype: an id may be any word.
  const translations = Object.create(null) as GetTextTranslations['translations']
  translations[''] = { '': { msgid: '', msgstr: [''], comments: { translator: headComment(name, language) } } }
  for (const { id, entries } of texts) {
    for (const entry of entries) {
      const msgctxt = contextOf(id, entry.key)
      const comments = {
        extracted: commentOf(entry, terms),
        ...(entry.fuzzy ? { flag: 'fuzzy' } : {}),
        ...(entry.previous === null ? {} : { previous: previousOf(msgctxt, entry.previous) }),
      }
      translations[msgctxt] = { [entry.dutch]: { msgctxt, msgid: entry.dutch, msgstr: [entry.translation], comments } }
    }
  }
  const headers = {
    'Project-Id-Version': `Leerkring ${name}`,
    Language: language,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
  }
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 })
}

function previousOf(context: string, dutch: string): string {
  const quoted = (text: string) => `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\t/g, '\\t').replace(/\n/g, '\\n')}"`
  return `msgctxt ${quoted(context)}\nmsgid ${quoted(dutch)}`
}
