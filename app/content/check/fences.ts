import { walk, lineOf, type MarkdownNode } from '../markdown-tree'
import type { Report } from '../problems'

/** A line that begins with two colons or more, also behind the marks of a list or quotation (wrong, but meant). */
export const colonLine = /^(?:\s|>|[-*+]\s|\d+[.)]\s)*(:{2,})(.*)$/

interface Fence {
  line: number
  colons: number
  name: string
}

/**
 * Checks that every directive is closed, by the same number of colons, and was understood as a directive. The
 * parser itself never complains: what is not closed runs on to the end of the text, and what it cannot read stays
 * a paragraph with colons in it. So this counts on its own, over the lines, and compares with the tree.
 */
export function checkFences(source: string, tree: MarkdownNode, report: Report): void {
  const { verbatim, directives } = linesOf(tree)
  const open: Fence[] = []
  const faulty = new Set<number>()
  const fault = (line: number, message: string) => {
    faulty.add(line)
    report(line, message)
  }
  const neverClosed = ({ line, colons, name }: Fence) =>
    fault(line, `unbalanced: \`${':'.repeat(colons)}${name}\` is never closed; close it with a line of ${colons} colons`)

  for (const [index, text] of source.split('\n').entries()) {
    const line = index + 1
    if (verbatim.has(line)) continue
    const match = colonLine.exec(text)
    if (!match) continue
    const colons = (match[1] ?? '').length
    const behind = match[2] ?? ''
    const rest = behind.trim()
    if (colons === 2) {
      if (/^\p{L}/u.test(rest) && !directives.has(line)) {
        fault(line, `this cannot be read as a directive; one line, without spaces up to the end: \`::name[label]{file=…}\``)
      }
    } else if (rest === '') {
      close(line, colons)
    } else {
      const name = /^[\p{L}\d_-]+/u.exec(rest)?.[0]
      if (!name || /^\s/.test(behind)) {
        fault(line, 'unbalanced: the name of a directive stands right behind its colons, and a closing line holds colons only')
      }
      if (!name) continue
      const around = open.at(-1)
      if (around && colons >= around.colons) {
        fault(line, `unbalanced: \`${name}\` stands in \`${around.name}\` (line ${around.line}), which needs more colons than ${colons}`)
      }
      open.push({ line, colons, name })
      if (!directives.has(line) && !faulty.has(line)) {
        fault(line, `this cannot be read as a directive; on one line and with nothing behind it: \`:::name[label]{#id kind=…}\``)
      }
    }
  }
  open.forEach(neverClosed)

  function close(line: number, colons: number) {
    const last = open.at(-1)
    if (!last) return fault(line, `unbalanced: these ${colons} colons close nothing`)
    if (open.some((fence) => fence.colons === colons)) {
      while (open.at(-1) && open.at(-1)?.colons !== colons) neverClosed(open.pop() as Fence)
    } else {
      fault(line, `unbalanced: ${colons} colons cannot close \`${last.name}\` of line ${last.line}, which opened with ${last.colons}`)
    }
    open.pop()
  }
}

function linesOf(tree: MarkdownNode) {
  const verbatim = new Set<number>()
  const directives = new Set<number>()
  walk(tree, (node) => {
    if (node.type === 'containerDirective' || node.type === 'leafDirective') directives.add(lineOf(node))
    if (!['code', 'yaml', 'html'].includes(node.type) || !node.position) return
    for (let line = node.position.start.line; line <= node.position.end.line; line++) verbatim.add(line)
  })
  return { verbatim, directives }
}
