import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { MarkdownNode } from '../markdown-tree'
import { decorate } from './decorate'
import { schema } from './schema'

// Without `allowDangerousHtml`: HTML in the source has no way through, also where a check was forgotten.
const processor = unified().use(remarkRehype).use(decorate).use(rehypeSanitize, schema).use(rehypeStringify).freeze()

type TreeOf = Parameters<typeof processor.runSync>[0]
type HtmlOf = Parameters<typeof processor.stringify>[0]

interface HtmlTree {
  type: string
  children?: HtmlTree[]
}

function toTree(nodes: readonly MarkdownNode[]): HtmlTree {
  return processor.runSync({ type: 'root', children: [...nodes] } as unknown as TreeOf)
}

function write(tree: HtmlTree): string {
  return processor.stringify(tree as unknown as HtmlOf).trim()
}

/** The sanitised HTML of blocks that `prepare` made ready; an empty string for none. */
export function toHtml(nodes: readonly MarkdownNode[]): string {
  return write(toTree(nodes))
}

/** The sanitised HTML of what stands in a paragraph, without the paragraph: for a label or a button. */
export function toInlineHtml(paragraph: MarkdownNode): string {
  const tree = toTree([{ type: 'paragraph', children: paragraph.children ?? [] }])
  // With a single child the sanitiser gives the child in place of the root.
  const children = tree.type === 'root' ? (tree.children ?? []).flatMap((child) => child.children ?? []) : (tree.children ?? [])
  return write({ type: 'root', children })
}
