import { readFrontMatter } from '../front-matter'
import { lineOf, type MarkdownNode } from '../markdown-tree'
import { parseMarkdown } from '../parse'
import type { Language } from '~/i18n/languages'

/** Words that a reader reads in one go: a paragraph, a heading, a cell of a table, a label, a title. */
export interface Passage {
  text: string
  /** The line of the file on which the character at `offset` stands. */
  lineAt: (offset: number) => number
}

/**
 * Everything that a reader reads in a text file, in its order: title, summary and titles of modules, then the text
 * itself with the labels of its directives. Ids, attributes, other keys and addresses of links are not read by
 * anybody and are left out. Never throws; without usable front matter only the text itself.
 */
export function passagesOf(source: string, language: Language, isAbout: boolean): Passage[] {
  const front = readFrontMatter(source, language, isAbout, () => undefined)
  const passages: Passage[] = []
  if (front) {
    passages.push(onOneLine(front.title, front.lineOf(['title'])), onOneLine(front.summary, front.lineOf(['summary'])))
    for (const [id, title] of Object.entries(front.modules ?? {})) passages.push(onOneLine(title, front.lineOf(['modules', id])))
  }
  collect(parseMarkdown(source), passages)
  return passages
}

/** A passage that was written on one line. */
export function onOneLine(text: string, line: number): Passage {
  return { text, lineAt: () => line }
}

function collect(node: MarkdownNode, passages: Passage[]): void {
  if (['paragraph', 'heading', 'tableCell', 'leafDirective'].includes(node.type)) {
    const passage = readPassage(node)
    if (/[\p{L}\p{N}]/u.test(passage.text)) passages.push(passage)
    return
  }
  for (const child of node.children ?? []) collect(child, passages)
}

function readPassage(block: MarkdownNode): Passage {
  let text = ''
  const starts: { offset: number; line: number }[] = []
  const add = (piece: string, line: number) => {
    starts.push({ offset: text.length, line })
    text += piece
  }
  const read = (node: MarkdownNode, line: number) => {
    // What the parser found afterwards (a bare address) has no place of its own.
    const here = node.position ? lineOf(node) : line
    if (node.type === 'html' || isAddress(node)) return
    if (node.type === 'break') add('\n', here)
    else if (node.type === 'image') add(node.alt ?? '', here)
    else if (typeof node.value === 'string') add(node.value, here)
    else for (const child of node.children ?? []) read(child, here)
  }
  read(block, lineOf(block))
  return {
    text,
    lineAt: (offset) => {
      const start = starts.findLast((each) => each.offset <= offset) ?? { offset: 0, line: lineOf(block) }
      return start.line + text.slice(start.offset, offset).split('\n').length - 1
    },
  }
}

/** A link that shows its own address, and not words. */
function isAddress(node: MarkdownNode): boolean {
  if (node.type !== 'link') return false
  const shown = (node.children ?? []).map((child) => child.value ?? '').join('')
  return /^(?:https?:\/\/|www\.)\S+$/.test(shown) || node.url === `mailto:${shown}`
}
