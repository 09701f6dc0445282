/**
 * A node of the Markdown tree (mdast), as far as this folder reads it. Our own type, since the packages that build
 * the tree each bring their own copy of the public types, and those copies do not know each other's additions.
 */
export interface MarkdownNode {
  type: string
  children?: MarkdownNode[]
  /** Of text, code, html. */
  value?: string
  /** Of a heading. */
  depth?: number
  /** Of a link, a picture. */
  url?: string
  alt?: string | null
  /** Of a list and its items; `checked` is null where there is no tick box. */
  ordered?: boolean | null
  checked?: boolean | null
  /** Of a directive. */
  name?: string
  attributes?: Record<string, string | null | undefined> | null
  position?: { start: { line: number; offset?: number }; end: { line: number; offset?: number } }
  /** `hName` and `hProperties` say which HTML element the node becomes. */
  data?: {
    directiveLabel?: boolean
    hName?: string
    hProperties?: Record<string, string | number | boolean | string[]>
  }
}

/** The line that a node begins on; 1 for a node that was not written by anybody. */
export function lineOf(node: MarkdownNode): number {
  return node.position?.start.line ?? 1
}

/** Calls `visit` for each node below `node`, in the order of the text, with the nodes around it (the nearest last). */
export function walk(
  node: MarkdownNode,
  visit: (node: MarkdownNode, around: readonly MarkdownNode[]) => void,
  around: readonly MarkdownNode[] = [],
): void {
  const here = [...around, node]
  for (const child of node.children ?? []) {
    visit(child, here)
    walk(child, visit, here)
  }
}

/** The words in a node, without any mark-up. Blocks are separated by a line end. */
export function textOf(node: MarkdownNode): string {
  if (node.type === 'yaml' || node.type === 'html') return ''
  if (typeof node.value === 'string') return node.value
  if (node.type === 'image') return node.alt ?? ''
  if (node.type === 'break') return '\n'
  const parts = (node.children ?? []).map(textOf)
  return parts.join(holdsBlocks(node) ? '\n' : '')
}

function holdsBlocks(node: MarkdownNode): boolean {
  return !['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell', 'leafDirective'].includes(node.type)
}

/** How many words a reader reads: runs without white space that hold a letter or a digit. */
export function countWords(node: MarkdownNode): number {
  return textOf(node)
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** Whether a node is a directive of any form. */
export function isDirective(node: MarkdownNode): boolean {
  return node.type === 'containerDirective' || node.type === 'leafDirective'
}

/** The label of a directive (`[…]`) as the pieces of text in it; null if it has none. */
export function labelOf(directive: MarkdownNode): MarkdownNode[] | null {
  if (directive.type === 'leafDirective') return directive.children?.length ? directive.children : null
  const first = directive.children?.[0]
  return first?.data?.directiveLabel ? (first.children ?? []) : null
}

/** What stands inside a container directive, without its label. */
export function contentOf(directive: MarkdownNode): MarkdownNode[] {
  return (directive.children ?? []).filter((child) => !child.data?.directiveLabel)
}

/** A directive's id, or null. */
export function directiveId(directive: MarkdownNode): string | null {
  return directive.attributes?.id || null
}
