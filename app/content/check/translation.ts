import { isShared } from '../links'
import { directiveId, isDirective, lineOf, walk, type MarkdownNode } from '../markdown-tree'
import type { Report } from '../problems'
import { readQuestion } from '../question'

interface OutlineDirective {
  line: number
  /** Which directive it is: `question#who-decides`. */
  name: string
  /** How many directives stand around it. */
  level: number
  /** What else must be the same: kind, number of options, which fit. */
  shape: string
}

/** What must be the same in every language. */
export interface Outline {
  directives: OutlineDirective[]
  links: { url: string; line: number }[]
}

/** Reads from a text what its translations must keep. */
export function outlineOf(tree: MarkdownNode): Outline {
  const outline: Outline = { directives: [], links: [] }
  walk(tree, (node, around) => {
    if (isDirective(node)) {
      const id = directiveId(node)
      outline.directives.push({
        line: lineOf(node),
        name: `${node.name ?? ''}${id ? `#${id}` : ''}`,
        level: around.filter(isDirective).length,
        shape: shapeOf(node),
      })
    }
    if (node.type === 'link' && isShared(node.url ?? '')) outline.links.push({ url: node.url ?? '', line: lineOf(node) })
  })
  return outline
}

/** Reports where a translation differs from the Dutch text in what both must have. */
export function checkTranslation(translation: Outline, dutch: Outline, report: Report): void {
  checkOutlines(translation.directives, dutch.directives, report)
  checkLinks(translation.links, dutch.links, report)
}

function checkOutlines(here: readonly OutlineDirective[], there: readonly OutlineDirective[], report: Report): void {
  const count = Math.max(here.length, there.length)
  for (let index = 0; index < count; index++) {
    const mine = here[index]
    const theirs = there[index]
    if (mine && theirs && mine.name === theirs.name && mine.level === theirs.level) {
      if (mine.shape !== theirs.shape)
        report(mine.line, `\`${mine.name}\` differs from nl.md:${theirs.line}: here ${mine.shape}, there ${theirs.shape}`)
      continue
    }
    // From here on everything is shifted; one message says more than twenty.
    const line = mine?.line ?? here.at(-1)?.line ?? 1
    const found = mine ? describe(mine) : 'no further directive'
    const wanted = theirs ? `${describe(theirs)} (nl.md:${theirs.line})` : 'no further directive'
    report(line, `differs from the source: here is ${found}, there is ${wanted}`)
    return
  }
}

function checkLinks(here: Outline['links'], there: Outline['links'], report: Report): void {
  // Not by order: a sentence may be turned round in another language.
  const missing = [...there]
  for (const link of here) {
    const index = missing.findIndex(({ url }) => url === link.url)
    if (index >= 0) missing.splice(index, 1)
    else report(link.line, `differs from the source: nl.md has no such link \`${link.url}\``)
  }
  for (const link of missing) report(1, `differs from the source: the link \`${link.url}\` is missing (nl.md:${link.line})`)
}

function describe({ name, level }: OutlineDirective): string {
  return `\`${name}\`${level > 0 ? ` (inside ${level})` : ''}`
}

function shapeOf(directive: MarkdownNode): string {
  const kind = directive.attributes?.kind ? `kind ${directive.attributes.kind}` : ''
  if (directive.name !== 'question') return kind || 'nothing'
  const { options } = readQuestion(directive)
  const fits = options.map((option) => (option.fits ? '[x]' : option.fits === null ? '·' : '[ ]')).join('')
  return `${kind}, ${options.length} options ${fits}`.trim()
}
