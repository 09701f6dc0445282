import { po } from 'gettext-parser'
import { isLanguage, sourceLanguage, type Language } from '~/i18n/languages'

/** An entry as a translator sent it back. */
export interface SentEntry {
  /** `<course>/<lesson>`. */
  text: string
  key: string
  dutch: string
  translation: string
  /** Its translator said that it is not done yet. */
  fuzzy: boolean
  /** Of the file, counted from 1. */
  line: number
}

export interface SentFile {
  language: Language
  entries: SentEntry[]
  /** Lines of entries whose context was there before. */
  twice: number[]
  /** Lines of entries that are of no text of this site. */
  foreign: number[]
}

/** Why a file cannot be used at all; the page says it in words. */
export type FileFault = 'fileMissing' | 'poTooLarge' | 'fileNotUtf8' | 'poNotRead' | 'poNoEntries' | 'poNoLanguage'

/** A course of thirty lessons in a script of three bytes a letter takes about a megabyte. */
export const largestPo = 3 * 1024 * 1024

/** The text of a file that was sent, or why it is none. */
export function decodePo(bytes: Uint8Array): { text: string } | { code: FileFault } {
  if (bytes.length === 0) return { code: 'fileMissing' }
  if (bytes.length > largestPo) return { code: 'poTooLarge' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n') }
  } catch {
    return { code: 'fileNotUtf8' }
  }
}

/** Reads a translator's file. Never throws; what the texts say is not looked at here. */
export function readPo(text: string): SentFile | { code: FileFault } {
  if (text.length > largestPo) return { code: 'poTooLarge' }
  let parsed
  try {
    parsed = po.parse(text)
  } catch {
    return { code: 'poNotRead' }
  }
  // A file without a head has no headers, whatever the types say.
  const headers = (parsed.headers as typeof parsed.headers | undefined) ?? {}
  const charset = /charset=([^\s;]+)/i.exec(headers['Content-Type'] ?? '')?.[1]
  if (charset && !/^utf-?8$/i.test(charset)) return { code: 'fileNotUtf8' }
  const lines = linesOfContexts(text)
  const entries: SentEntry[] = []
  const foreign: number[] = []
  for (const [context, messages] of Object.entries(parsed.translations)) {
    for (const { msgid, msgstr, comments } of Object.values(messages)) {
      if (msgid === '') continue
      const line = lines.get(context)?.[0] ?? 1
      const [, id, key] = /^([^/]+\/[^/]+)\/(.+)$/s.exec(context) ?? []
      const fuzzy = /\bfuzzy\b/.test(comments?.flag ?? '')
      if (id && key) entries.push({ text: id, key, dutch: msgid, translation: msgstr[0] ?? '', fuzzy, line })
      else foreign.push(line)
    }
  }
  if (entries.length === 0) return { code: /^\s*msgid\s/m.test(text) ? 'poNoEntries' : 'poNotRead' }
  // `ar`, `ar_SA` and `ar-SA` are all Arabic.
  const language = (headers.Language ?? '').trim().split(/[_-]/)[0]?.toLowerCase()
  if (!isLanguage(language) || language === sourceLanguage) return { code: 'poNoLanguage' }
  const twice = [...lines.values()].flatMap((places) => places.slice(1))
  return { language, entries, twice, foreign }
}

/** On which lines each context begins. The parser knows what stands in a file, but not where. */
function linesOfContexts(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>()
  let open: { line: number; value: string } | null = null
  for (const [index, written] of text.split('\n').entries()) {
    const [, keyword, quoted] = /^\s*(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(.*)"\s*$/.exec(written) ?? []
    if (keyword === 'msgctxt') open = { line: index + 1, value: unquote(quoted ?? '') }
    else if (keyword && open) {
      const known = places.get(open.value)
      if (known) known.push(open.line)
      else places.set(open.value, [open.line])
      open = null
    } else if (open && quoted !== undefined) open.value += unquote(quoted)
  }
  return places
}

function unquote(quoted: string): string {
  return quoted.replace(/\\(.)/g, (_, sign: string) => ({ n: '\n', t: '\t', r: '\r' })[sign] ?? sign)
}
