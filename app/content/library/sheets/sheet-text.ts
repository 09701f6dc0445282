import type { JsonValue } from '~/platform/exports/typeset.server'
import { labels } from '../../labels'
import { contentOf, type MarkdownNode, textOf } from '../../markdown-tree'
import { parseMarkdown } from '../../parse'
import type { Language } from '~/i18n/languages'

/** A piece of a line: its words, and how they are set. `url` is a whole web address or telephone number. */
export type Run = { text: string; bold?: boolean; italic?: boolean; url?: string }

/** A piece of a text on paper. */
export type SheetBlock =
  | { kind: 'heading'; depth: number; text: string }
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: SheetBlock[][] }
  | { kind: 'note'; label: string; blocks: SheetBlock[] }
  | { kind: 'card'; text: string }

/**
 * The text of an item as it goes on paper: its blocks in order. Links on the site lose their address, since paper cannot
 * be pressed; telephone numbers keep it, for who reads the PDF on a phone.
 */
export function sheetBlocks(source: string, language: Language): SheetBlock[] {
  return blocksOf(parseMarkdown(source).children ?? [], language)
}

function blocksOf(nodes: readonly MarkdownNode[], language: Language): SheetBlock[] {
  return nodes.flatMap((node): SheetBlock[] => {
    if (node.type === 'heading') return [{ kind: 'heading', depth: node.depth ?? 2, text: textOf(node) }]
    if (node.type === 'paragraph') return [{ kind: 'paragraph', runs: runsOf(node) }]
    if (node.type === 'list')
      return [
        {
          kind: 'list',
          ordered: node.ordered === true,
          items: (node.children ?? []).map((item) => blocksOf(item.children ?? [], language)),
        },
      ]
    if (node.type === 'blockquote') return blocksOf(node.children ?? [], language)
    if (node.type === 'containerDirective' && node.name === 'note') {
      const kind = node.attributes?.kind
      const label = kind === 'law' || kind === 'help' ? labels[language][kind] : labels[language].tip
      return [{ kind: 'note', label, blocks: blocksOf(contentOf(node), language) }]
    }
    if (node.type === 'containerDirective' && node.name === 'card') return [{ kind: 'card', text: contentOf(node).map(textOf).join(' ') }]
    return []
  })
}

function runsOf(node: MarkdownNode, style: Omit<Run, 'text'> = {}): Run[] {
  return (node.children ?? []).flatMap((child): Run[] => {
    if (typeof child.value === 'string') return [{ ...style, text: child.value.replace(/\s+/g, ' ') }]
    if (child.type === 'break') return [{ ...style, text: '\n' }]
    if (child.type === 'strong') return runsOf(child, { ...style, bold: true })
    if (child.type === 'emphasis') return runsOf(child, { ...style, italic: true })
    const url = child.type === 'link' && /^(?:tel|https?):/.test(child.url ?? '') ? { url: child.url! } : {}
    return runsOf(child, { ...style, ...url })
  })
}

/** What the drawing of an infographic says: taken from the item's own text, so that the two never differ. */
export interface Infographic {
  lead: string
  panels: { heading: string; items: string[] }[]
  closing: string
}

/** Reads an infographic. Null if the text does not have the form that docs/content.md gives: a paragraph, six panels of three, a paragraph. */
export function infographicOf(blocks: readonly SheetBlock[]): Infographic | null {
  const [lead, ...rest] = blocks
  const closing = rest.pop()
  if (lead?.kind !== 'paragraph' || closing?.kind !== 'paragraph' || rest.length !== 12) return null
  const panels: Infographic['panels'] = []
  for (let index = 0; index < rest.length; index += 2) {
    const [heading, list] = rest.slice(index, index + 2)
    if (heading?.kind !== 'heading' || list?.kind !== 'list' || list.items.length !== 3) return null
    panels.push({ heading: heading.text, items: list.items.map((item) => item.map(plain).join(' ')) })
  }
  return { lead: plain(lead), panels, closing: plain(closing) }
}

/** The words of a block without their style. */
export function plain(block: SheetBlock): string {
  if (block.kind === 'paragraph') return block.runs.map(({ text }) => text).join('')
  if (block.kind === 'list') return block.items.map((item) => item.map(plain).join(' ')).join(' ')
  if (block.kind === 'note') return [block.label, ...block.blocks.map(plain)].join(' ')
  return block.text
}

/** Blocks as the typesetter takes them. */
export function asJson(blocks: readonly SheetBlock[]): JsonValue {
  return JSON.parse(JSON.stringify(blocks)) as JsonValue
}
