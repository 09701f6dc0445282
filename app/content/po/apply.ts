import { isNotInFormat } from '../check/markdown'
import { walk, type MarkdownNode } from '../markdown-tree'
import { parseMarkdown } from '../parse'
import { putTogether, type WrittenText } from '../segments/put-together'
import type { Slot, SplitText } from '../segments/segment'
import { splitText } from '../segments/split'
import type { SentEntry } from './read'

/** What can be wrong with one entry; the page says it in words. */
export type EntryFault =
  | 'dutchChanged'
  | 'unknown'
  | 'missing'
  | 'empty'
  | 'fuzzy'
  | 'twice'
  | 'foreign'
  | 'linkGone'
  | 'linkAdded'
  | 'oneLine'
  | 'onePiece'
  | 'check'

export interface FaultAt {
  code: EntryFault
  /** Place of the entry in the text; null for what is in no entry. */
  key: string | null
  /** Line of the translator's file; null for what is not in there. */
  line: number | null
  /** The link, or what the check said, in English. */
  detail?: string
}

export interface Applied {
  /** What has to be mended before anything can be done with the text. */
  faults: FaultAt[]
  /** What is not done yet: empty, or marked as not done. */
  open: FaultAt[]
  /** How many entries the text has. */
  total: number
  /** The text as it becomes; null when something is wrong or not done. */
  written: WrittenText | null
}

/**
 * Puts what a translator sent into a text. The frame (directives, ids, other marks) is that of the present translation where it
 * has the same pieces as the Dutch one, else that of the Dutch text.
 * @param sent the entries of this text
 * @param present the translation that is there now; null when there is none
 */
export function applyEntries(dutch: string, present: string | null, sent: readonly SentEntry[]): Applied {
  const source = splitText(dutch)
  const own = present === null ? null : splitText(present)
  const frame = own && sameShape(own, source) ? own : source
  const presentOf = new Map(own?.slots.map((slot) => [slot.key, slot.text]))
  const slots = new Map(source.slots.map((slot) => [slot.key, slot]))
  const faults: FaultAt[] = []
  const open: FaultAt[] = []
  const words = new Map<string, string>()
  for (const entry of sent) {
    const { key, line, translation } = entry
    const slot = slots.get(key)
    const fault = (code: EntryFault, detail?: string) => faults.push({ code, key, line, ...(detail === undefined ? {} : { detail }) })
    if (!slot) fault('unknown')
    else if (slot.text !== entry.dutch) fault('dutchChanged')
    else if (translation.trim() === '') open.push({ code: 'empty', key, line })
    else {
      if (entry.fuzzy) open.push({ code: 'fuzzy', key, line })
      checkPiece(slot, translation, presentOf.get(key) ?? '', fault)
      words.set(key, translation.trim())
    }
    slots.delete(key)
  }
  for (const key of slots.keys()) faults.push({ code: 'missing', key, line: null })
  const done = faults.length === 0 && open.length === 0
  const written = done ? putTogether(frame, words) : null
  // In its place a piece may still read as something else than by itself.
  const moved = written && firstMoved(splitText(written.source), frame)
  if (moved) faults.push({ code: 'onePiece', key: moved, line: sent.find(({ key }) => key === moved)?.line ?? null })
  return { faults, open, total: source.slots.length, written: moved ? null : written }
}

function sameShape(a: SplitText, b: SplitText): boolean {
  return a.slots.length === b.slots.length && firstMoved(a, b) === null
}

/** Key of the first piece of a frame that is not where it was; null when all are. */
function firstMoved(text: SplitText, frame: SplitText): string | null {
  const at = frame.slots.findIndex(({ key }, index) => key !== text.slots[index]?.key)
  if (at >= 0) return frame.slots[at]!.key
  return text.slots.length > frame.slots.length ? (frame.slots.at(-1)?.key ?? null) : null
}

type Fault = (code: EntryFault, detail?: string) => void

function checkPiece(slot: Slot, translation: string, present: string, fault: Fault): void {
  const oneLine = slot.isValue || ['heading', 'cell', 'choice', 'label', 'turn'].includes(slot.kind)
  if (oneLine && translation.trim().includes('\n')) return void fault('oneLine')
  if (slot.isValue) return
  // What stands behind marks on a line (`## `, `A: `, `[`) begins no block of its own: “1. Ask” is a heading and no list.
  const tree = parseMarkdown(oneLine ? `x ${translation}` : translation)
  const [first, ...more] = tree.children ?? []
  if (
    first?.type !== 'paragraph' ||
    more.length > 0 ||
    /^\s*:{2,}/m.test(translation) ||
    (slot.kind === 'cell' && /(?<!\\)\|/.test(translation))
  )
    return void fault('onePiece')
  const links = linksOf(tree)
  const wanted = linksIn(slot.text)
  const allowed = linksIn(present)
  for (const url of without(links, [...wanted, ...without(allowed, wanted)])) fault('linkAdded', url)
  for (const url of without(wanted, links)) if (!samePicture(url, links, allowed)) fault('linkGone', url)
}

/** A translation may show a picture of its own, and did so before. */
function samePicture(url: string, links: readonly string[], allowed: readonly string[]): boolean {
  return url.startsWith('picture:') && links.some((link) => link.startsWith('picture:') && allowed.includes(link))
}

/** Reading Markdown takes time, and most pieces have no link. */
function linksIn(text: string): string[] {
  return /\]\(|:\/\/|www\.|@/.test(text) ? linksOf(parseMarkdown(text)) : []
}

function linksOf(tree: MarkdownNode): string[] {
  const urls: string[] = []
  walk(tree, (node, around) => {
    if (around.some(isNotInFormat)) return
    if (node.type === 'link') urls.push(node.url ?? '')
    if (node.type === 'image') urls.push(`picture:${node.url ?? ''}`)
  })
  return urls
}

/** What is in a list more often than in another one. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other]
  return list.filter((each) => {
    const at = rest.indexOf(each)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}
