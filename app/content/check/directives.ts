import type { AssetFinder } from '../assets'
import { directives, isDirectiveName, type DirectiveName, type DirectiveRule } from '../directives'
import { idPattern } from '../ids'
import { contentOf, directiveId, isDirective, labelOf, lineOf, textOf, walk, type MarkdownNode } from '../markdown-tree'
import type { Report } from '../problems'
import { checkQuestion } from './question'

/**
 * Checks every directive of a text: known, in its place, with exactly its attributes, an id of its own, and
 * something in it. `isAbout`: in an introduction nothing is asked, since no progress hangs on it.
 */
export function checkDirectives(tree: MarkdownNode, isAbout: boolean, assets: AssetFinder, report: Report): void {
  const lineOfId = new Map<string, number>()
  walk(tree, (node, around) => {
    if (!isDirective(node)) return
    const line = lineOf(node)
    const { name } = node
    if (!isDirectiveName(name)) {
      report(line, `unknown directive \`${name}\`; there are ${Object.keys(directives).join(', ')}`)
      return
    }
    const rule = directives[name]
    if (node.type !== rule.form) {
      const colons = rule.form === 'leafDirective' ? 'two colons, on one line' : 'three colons or more, and is closed'
      report(line, `\`${name}\` opens with ${colons}`)
      return
    }
    if (isAbout && (name === 'question' || name === 'reflection')) report(line, `\`${name}\` stands in a lesson, not in an introduction`)
    checkPlace(node, rule, around, report)
    checkLabel(node, rule, report)
    checkAttributes(node, rule, assets, report)
    checkId(node, rule, lineOfId, report)
    checkContent(node, name, report)
  })
}

function checkPlace(node: MarkdownNode, rule: DirectiveRule, around: readonly MarkdownNode[], report: Report): void {
  const nearest = around.at(-1)
  const place = !nearest || nearest.type === 'root' ? 'text' : isDirective(nearest) ? nearest.name : undefined
  if (place === undefined) {
    report(lineOf(node), `\`${node.name}\` stands in a list or quotation: begin its line with the colons, without spaces`)
  } else if (!(rule.inside as readonly string[]).includes(place)) {
    const allowed = rule.inside.map((name) => (name === 'text' ? 'right in the text' : `in \`${name}\``)).join(' or ')
    report(lineOf(node), `\`${node.name}\` cannot stand ${place === 'text' ? 'right in the text' : `in \`${place}\``}, only ${allowed}`)
  }
}

function checkLabel(node: MarkdownNode, rule: DirectiveRule, report: Report): void {
  const label = labelOf(node)
  const words = (label ?? []).map(textOf).join('').trim()
  if (rule.label && words === '') report(lineOf(node), `\`${node.name}\` needs its words between square brackets: \`${node.name}[…]\``)
  if (!rule.label && label) report(lineOf(node), `\`${node.name}\` has nothing between square brackets`)
  // It becomes a button or a link itself.
  if (label?.some((part) => part.type === 'link' || part.type === 'image'))
    report(lineOf(node), `no link or picture in the label of \`${node.name}\``)
}

function checkAttributes(node: MarkdownNode, rule: DirectiveRule, assets: AssetFinder, report: Report): void {
  const line = lineOf(node)
  const attributes = node.attributes ?? {}
  for (const key of Object.keys(attributes)) {
    if (key === 'id' && rule.id) continue
    if (!Object.hasOwn(rule.attributes, key)) report(line, `unknown attribute \`${key}\` of \`${node.name}\``)
  }
  for (const [key, allowed] of Object.entries(rule.attributes)) {
    const value = Object.hasOwn(attributes, key) ? attributes[key] : undefined
    if (!value) {
      report(line, `\`${node.name}\` needs \`${key}=…\``)
    } else if ('file' in allowed) {
      const file = assets.find(value, allowed.file)
      if ('fault' in file) report(line, `dead link: ${file.fault}`)
    } else if (!allowed.includes(value)) {
      report(line, `\`${key}\` of \`${node.name}\` is one of ${allowed.join(', ')}, not \`${value}\``)
    }
  }
}

function checkId(node: MarkdownNode, rule: DirectiveRule, lineOfId: Map<string, number>, report: Report): void {
  if (!rule.id) return
  const line = lineOf(node)
  const id = directiveId(node)
  if (!id) return report(line, `\`${node.name}\` needs an id: \`{#…}\``)
  if (!idPattern.test(id)) report(line, `bad id \`${id}\`: English words in lower case with hyphens in between`)
  const first = lineOfId.get(id)
  if (first !== undefined) report(line, `duplicate id \`${id}\`: line ${first} has it too`)
  else lineOfId.set(id, line)
}

function checkContent(node: MarkdownNode, name: DirectiveName, report: Report): void {
  if (node.type !== 'containerDirective') return
  const content = contentOf(node)
  if (content.length === 0) report(lineOf(node), `\`${name}\` is empty`)
  if (name === 'question') checkQuestion(node, report)
  if (name === 'scenario' || name === 'choice') checkChoices(node, content, report)
}

function checkChoices(node: MarkdownNode, content: readonly MarkdownNode[], report: Report): void {
  const isChoice = (child: MarkdownNode) => child.type === 'containerDirective' && child.name === 'choice'
  const choices = content.filter(isChoice)
  const first = content.findIndex(isChoice)
  const last = content.findLastIndex(isChoice)
  if (choices.length === 0 && node.name === 'choice') return
  if (choices.length < 2 || choices.length > 3) {
    report(lineOf(node), `\`${node.name}\` has ${choices.length} ${choices.length === 1 ? 'choice' : 'choices'} on one level; two or three`)
  }
  const between = content.slice(first, last + 1).find((child) => !isChoice(child))
  if (first >= 0 && between) report(lineOf(between), 'the choices of one level stand next to each other, with nothing in between')
}
