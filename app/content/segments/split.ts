import { isMap, isScalar, parseDocument } from 'yaml'
import { splitFrontMatter } from '../front-matter'
import { directiveId, isDirective, type MarkdownNode } from '../markdown-tree'
import { parseMarkdown } from '../parse'
import { readQuestion } from '../question'
import type { SegmentKind, Slot, SplitText } from './segment'

/**
 * Takes a text file apart into what is translated (segments, in their order) and what is the same in every language (what
 * stands between them: marks of headings and lists, fences and attributes of directives, other keys of the front matter).
 * `source` has LF line ends. Never throws: of front matter that is no YAML there are no segments.
 */
export function splitText(source: string): SplitText {
  const splitter = new Splitter(source)
  splitter.front()
  splitter.body(parseMarkdown(source))
  return { source, slots: splitter.slots }
}

/** Where a block stands: its address so far, and what sort of piece a paragraph there is. */
interface Place {
  path: string
  paragraph: SegmentKind
  /** Address of the next paragraph, where it is that of the block around it (the first words of an item). */
  first?: { path: string; kind: SegmentKind }
}

class Splitter {
  readonly slots: Slot[] = []
  private readonly counts = new Map<string, number>()
  /** It is what is said in an episode or film: each paragraph begins with its voice (`A: `). */
  private isScript = false

  constructor(private readonly source: string) {}

  front(): void {
    const parts = splitFrontMatter(this.source)
    if (!parts) return
    const offset = this.source.indexOf('\n') + 1
    const { contents } = parseDocument(parts.yaml, { schema: 'failsafe', logLevel: 'error' })
    if (!isMap(contents)) return
    const value = (node: unknown, key: string, kind: SegmentKind) => {
      if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return
      const [start, end] = node.range
      this.slots.push({ key, kind, text: node.value, start: offset + start, end: offset + end, prefix: '', isValue: true })
    }
    for (const { key, value: node } of contents.items) {
      const name = isScalar(key) ? String(key.value) : ''
      if (name === 'title' || name === 'summary') value(node, name, name)
      const inside = name === 'modules' ? 'module' : name === 'speakers' ? 'speaker' : null
      if (name === 'speakers') this.isScript = true
      if (inside && isMap(node))
        for (const each of node.items) if (isScalar(each.key)) value(each.value, `${name}/${String(each.key.value)}`, inside)
    }
  }

  body(root: MarkdownNode): void {
    let part = 0
    for (const node of root.children ?? []) {
      if (node.type === 'heading') part += 1
      if (node.type !== 'yaml') this.block(node, { path: `part-${part}`, paragraph: 'paragraph' })
    }
  }

  private block(node: MarkdownNode, place: Place): void {
    if (isDirective(node)) this.directive(node, place)
    else if (node.type === 'heading') this.words(node, this.next(place.path, 'heading'), 'heading')
    else if (node.type === 'tableCell') this.words(node, this.next(place.path, 'cell'), 'cell')
    else if (node.type === 'paragraph') {
      const { first } = place
      delete place.first
      if (first) this.add(node, first.path, first.kind)
      else if (this.isScript) this.turn(node, this.next(place.path, 'turn'))
      else this.add(node, this.next(place.path, 'paragraph'), place.paragraph)
    } else if (node.type === 'list') this.list(node, place, 'item')
    else {
      const inside: Place = node.type === 'blockquote' ? { path: this.next(place.path, 'quotation'), paragraph: 'quotation' } : place
      for (const child of node.children ?? []) this.block(child, inside)
    }
  }

  private list(list: MarkdownNode, { path, paragraph }: Place, kind: 'item' | 'option'): void {
    for (const item of list.children ?? []) {
      const own = this.next(path, kind)
      const inside: Place = { path: own, paragraph: kind === 'option' ? 'feedback' : paragraph, first: { path: own, kind } }
      for (const child of item.children ?? []) this.block(child, inside)
    }
  }

  private directive(node: MarkdownNode, place: Place): void {
    const name = node.name ?? ''
    const id = directiveId(node)
    // An id is unique in its lesson and never changes.
    const path = id ? `${name}:${id}` : this.next(place.path, name)
    if (node.type === 'leafDirective') return this.words(node, `${path}/label`, 'label')
    if (name === 'question') return this.question(node, path)
    const kind = insideOf[name] ?? place.paragraph
    for (const child of node.children ?? []) {
      if (child.data?.directiveLabel) this.words(child, `${path}/label`, name === 'choice' ? 'choice' : 'label')
      else this.block(child, { path, paragraph: kind })
    }
  }

  private question(node: MarkdownNode, path: string): void {
    const { prompt, list, explanation } = readQuestion(node)
    for (const child of prompt) this.block(child, { path: `${path}/prompt`, paragraph: 'question' })
    if (list) this.list(list, { path, paragraph: 'feedback' }, 'option')
    for (const child of explanation) this.block(child, { path: `${path}/explanation`, paragraph: 'explanation' })
  }

  /** The words inside a block that has marks of its own around them. */
  private words(node: MarkdownNode, key: string, kind: SegmentKind): void {
    const [first, last] = [node.children?.[0], node.children?.at(-1)]
    if (first && last) this.cut(first.position?.start.offset, last.position?.end.offset, key, kind)
  }

  /** What one voice says; which voice it is stays where it is. */
  private turn(node: MarkdownNode, key: string): void {
    const { start, end } = node.position ?? {}
    const voice = /^[A-Z]:\s+/.exec(this.source.slice(start?.offset, end?.offset))?.[0] ?? ''
    this.cut((start?.offset ?? 0) + voice.length, end?.offset, key, 'turn')
  }

  private add(node: MarkdownNode, key: string, kind: SegmentKind): void {
    this.cut(node.position?.start.offset, node.position?.end.offset, key, kind)
  }

  private cut(start: number | undefined, end: number | undefined, key: string, kind: SegmentKind): void {
    if (start === undefined || end === undefined || end <= start) return
    const written = this.source.slice(start, end)
    const prefix = this.prefixOf(start, written)
    const text = prefix === '' ? written : written.split(`\n${prefix}`).join('\n')
    this.slots.push({ key, kind, text, start, end, prefix, isValue: false })
  }

  /** What stands before each further line, if it is the same before all of them. */
  private prefixOf(start: number, written: string): string {
    const line = this.source.slice(this.source.lastIndexOf('\n', start - 1) + 1, start)
    const marks = line.replace(/[^>\s]/gu, ' ')
    // A box to tick (`[x] `) belongs to the first line of an item only.
    const wanted = [marks, marks.slice(0, -4)].filter((each) => each !== '')
    const further = written.split('\n').slice(1)
    if (further.length === 0) return wanted[/\[[ xX]\] $/.test(line) ? 1 : 0] ?? ''
    return wanted.find((each) => further.every((one) => one.startsWith(each) && !one.startsWith(`${each} `))) ?? ''
  }

  /** `<path>/<name>-<number>`, counted from 1. */
  private next(path: string, name: string): string {
    const key = `${path}/${name}`
    const count = (this.counts.get(key) ?? 0) + 1
    this.counts.set(key, count)
    return `${key}-${count}`
  }
}

const insideOf: Readonly<Record<string, SegmentKind>> = {
  card: 'card',
  note: 'note',
  reflection: 'reflection',
  scenario: 'scenario',
  choice: 'consequence',
}
