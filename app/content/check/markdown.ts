import type { AssetFinder } from '../assets'
import { resolveLink, type LinkPlace } from '../links'
import { lineOf, textOf, walk, type MarkdownNode } from '../markdown-tree'
import type { Report } from '../problems'
import { colonLine } from './fences'

/** What Markdown has and the format has not, with what to do instead. */
const notInFormat: Readonly<Record<string, string>> = {
  html: 'no HTML: use Markdown and the directives of docs/content.md',
  code: 'this is read as program code: take away the spaces or back quotes in front of it',
  definition: 'write the address at the link itself: `[text](address)`',
  linkReference: 'write the address at the link itself: `[text](address)`',
  imageReference: 'write the file at the picture itself: `![description](file)`',
  footnoteReference: 'no footnotes: say it in the text',
  footnoteDefinition: 'no footnotes: say it in the text',
  delete: 'no struck out words',
}

/** Whether a node is of a kind that the format does not have; such a node is never put on a page. */
export function isNotInFormat(node: MarkdownNode): boolean {
  return Object.hasOwn(notInFormat, node.type)
}

/**
 * Checks everything in a text that is Markdown and no directive: only what the format has, headings in order,
 * described pictures whose files exist, links that lead somewhere.
 */
export function checkMarkdown(tree: MarkdownNode, source: string, place: LinkPlace, assets: AssetFinder, report: Report): void {
  let depth = 1
  const lines = source.split('\n')
  walk(tree, (node, around) => {
    const line = lineOf(node)
    const wrong = isNotInFormat(node) ? notInFormat[node.type] : undefined
    if (wrong) report(line, wrong)
    if (node.type === 'heading') depth = checkHeading(node, depth, report)
    if (node.type === 'image') checkPicture(node, assets, report)
    if (node.type === 'link') checkLink(node, around, place, report)
    if (node.type === 'text' && !around.some(isNotInFormat)) checkStrayMarks(node, source, lines, report)
  })
}

function checkHeading(heading: MarkdownNode, before: number, report: Report): number {
  const depth = heading.depth ?? 2
  const marks = '#'.repeat(depth)
  if (depth === 1) report(lineOf(heading), 'heading out of order: the title is the `#` of the page; headings begin at `##`')
  else if (depth > before + 1)
    report(lineOf(heading), `heading out of order: \`${marks}\` comes after \`${'#'.repeat(before)}\`; do not skip a level`)
  else if (depth > 4) report(lineOf(heading), 'heading out of order: no deeper than `####`')
  if (textOf(heading).trim() === '') report(lineOf(heading), 'a heading without words')
  return depth
}

function checkPicture(picture: MarkdownNode, assets: AssetFinder, report: Report): void {
  if (!picture.alt?.trim()) report(lineOf(picture), 'a picture without description: `![what can be seen](file)`')
  const file = assets.find(decoded(picture.url ?? ''), 'picture')
  if ('fault' in file) report(lineOf(picture), `dead link: ${file.fault}`)
}

function checkLink(link: MarkdownNode, around: readonly MarkdownNode[], place: LinkPlace, report: Report): void {
  // A bare address is found after the text was read, and has no place of its own.
  const line = lineOf([link, ...around.toReversed()].find((node) => node.position) ?? link)
  if (textOf(link).trim() === '') report(line, 'a link without words')
  const resolved = resolveLink(link.url ?? '', place)
  if ('fault' in resolved) report(line, resolved.fault)
}

// Marks that the parser could not read and so leaves for everybody to see.
function checkStrayMarks(text: MarkdownNode, source: string, lines: readonly string[], report: Report): void {
  const offset = text.position?.start.offset ?? 0
  const written = source.slice(offset, text.position?.end.offset ?? offset)
  const lineAt = (index: number) => lineOf(text) + written.slice(0, index).split('\n').length - 1
  // `:note[…]` with one colon, or a directive inside a sentence.
  for (const match of written.matchAll(/(?<![\\:])(?::{3,}|(?<![\p{L}\d]):+\p{L}[\p{L}\d_-]*[[{])/gu)) {
    // Lines that begin with two colons or more are looked after by checkFences.
    const line = lineAt(match.index)
    if (colonLine.test(lines[line - 1] ?? '')) continue
    report(line, `\`${match[0]}\` looks like a directive: it stands on a line of its own and begins with two or three colons`)
  }
  // Bold that ends in a full stop or comma against the next word is not bold to Markdown: easily done in Arabic or Tigrinya.
  for (const match of written.matchAll(/(?<!\\)\*\*/g)) {
    report(lineAt(match.index), 'this `**` is not read as bold: it is not closed, or there is a space or full stop on its inner side')
  }
}

/** The file name that a picture's address stands for: Markdown may have encoded it. */
export function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
