import type { Language } from '~/i18n/languages'
import { describeFile, type AssetFinder, type AssetUse } from '../assets'
import { decoded, isNotInFormat } from '../check/markdown'
import { isDirectiveName, type DirectiveName } from '../directives'
import { labels } from '../labels'
import { resolveLink, type LinkPlace } from '../links'
import { contentOf, directiveId, isDirective, labelOf, textOf, type MarkdownNode } from '../markdown-tree'
import type { Asset, Heading } from '../types'

export interface RenderPlace extends LinkPlace {
  language: Language
  /** The lesson's id, or `about`: stands before the ids of headings, so that chapters printed on one page do not clash. */
  lesson: string
  assets: AssetFinder
}

type Properties = NonNullable<NonNullable<MarkdownNode['data']>['hProperties']>

/** A Markdown node that becomes the HTML element `name`. Emphasis is only the vehicle: its own tag is replaced. */
function element(name: string, properties: Properties, children: MarkdownNode[]): MarkdownNode {
  return { type: 'emphasis', data: { hName: name, hProperties: properties }, children }
}

function text(value: string): MarkdownNode {
  return { type: 'text', value }
}

/**
 * Makes a copy of a text's tree that plain Markdown-to-HTML can turn into a page: addresses resolved, directives
 * made into elements, headings numbered. What the format does not have and what leads nowhere is left out, so the
 * result is sound even when the text is not. Reflections and questions stay directives, for the caller.
 */
export function prepare(tree: MarkdownNode, place: RenderPlace): { tree: MarkdownNode; headings: Heading[] } {
  const headings: Heading[] = []

  function copy(node: MarkdownNode, group: string): MarkdownNode[] {
    if (isNotInFormat(node) || node.type === 'yaml') return []
    if (isDirective(node)) return directive(node, group)
    if (node.type === 'link') return link(node, all(node, group))
    if (node.type === 'image') return picture(node)
    if (node.type === 'heading') return [heading(node, all(node, group))]
    return [node.children ? { ...node, children: all(node, group) } : { ...node }]
  }

  function all(node: { children?: MarkdownNode[] }, group: string): MarkdownNode[] {
    return (node.children ?? []).flatMap((child) => copy(child, group))
  }

  function heading(node: MarkdownNode, children: MarkdownNode[]): MarkdownNode {
    // By number and not by words: the same fragment leads to the same place in every language.
    const depth = Math.min(Math.max(node.depth ?? 2, 2), 4)
    const id = `${place.lesson}-part-${headings.length + 1}`
    headings.push({ id, depth, text: textOf(node).trim() })
    return { ...node, depth, children, data: { hProperties: { id } } }
  }

  function link(node: MarkdownNode, children: MarkdownNode[]): MarkdownNode[] {
    const resolved = resolveLink(node.url ?? '', place)
    if ('fault' in resolved) return children
    return [{ type: 'link', url: resolved.href, children }]
  }

  function picture(node: MarkdownNode): MarkdownNode[] {
    const file = place.assets.find(decoded(node.url ?? ''), 'picture')
    const alt = node.alt?.trim() ?? ''
    return 'fault' in file ? [text(alt)] : [{ type: 'image', url: file.address, alt }]
  }

  function directive(node: MarkdownNode, group: string): MarkdownNode[] {
    const { name } = node
    if (!isDirectiveName(name)) return all({ children: contentOf(node) }, group)
    if (node.type === 'leafDirective') return media(node, name, place)
    switch (name) {
      case 'reflection':
      case 'question':
        return [{ ...node, children: all({ children: contentOf(node) }, group) }]
      case 'scenario':
        return [element('section', { className: ['lk-scenario'] }, choices(contentOf(node), directiveId(node) ?? 'scenario'))]
      case 'card':
        return [element('aside', { className: ['lk-card'], role: 'note' }, all({ children: contentOf(node) }, group))]
      case 'note':
        return [note(node, all({ children: contentOf(node) }, group))]
      default:
        // A choice that stands nowhere in a scenario; the check has said so.
        return all({ children: contentOf(node) }, group)
    }
  }

  /** `path` names the level: opening one of its choices closes the others, since `details` share that name. */
  function choices(content: MarkdownNode[], path: string): MarkdownNode[] {
    let count = 0
    return content.flatMap((node) => {
      if (node.name !== 'choice' || node.type !== 'containerDirective') return copy(node, path)
      count += 1
      const summary = element('summary', {}, all({ children: labelOf(node) ?? [] }, path))
      const body = choices(contentOf(node), `${path}-${count}`)
      return [element('details', { className: ['lk-choice'], name: path }, [summary, ...body])]
    })
  }

  function note(node: MarkdownNode, children: MarkdownNode[]): MarkdownNode {
    const written = node.attributes?.kind
    const kind = written === 'law' || written === 'help' ? written : 'tip'
    const label = element('p', { className: ['lk-note__label'] }, [text(labels[place.language][kind])])
    return element('aside', { className: ['lk-note', `lk-note--${kind}`], role: 'note' }, [label, ...children])
  }

  return { tree: { type: 'root', children: all(tree, '') }, headings }
}

function media(node: MarkdownNode, name: DirectiveName, place: RenderPlace): MarkdownNode[] {
  const words = (labelOf(node) ?? []).map(textOf).join('').trim()
  const file = (key: string, use: AssetUse): Asset | null => {
    const found = place.assets.find(node.attributes?.[key] ?? '', use)
    return 'fault' in found ? null : found
  }
  if (name === 'download') {
    const asset = file('file', 'download')
    if (!asset) return []
    const size = element('span', { dir: 'ltr' }, [text(`(${describeFile(asset.from, asset.bytes, place.language)})`)])
    const anchor = element('a', { href: asset.address, download: true }, [text(words)])
    return [element('p', { className: ['lk-download'] }, [anchor, text(' '), size])]
  }
  if (name !== 'audio' && name !== 'video') return []
  const asset = file('file', name)
  if (!asset) return []
  const captions = name === 'video' ? file('captions', 'captions') : null
  const track = captions
    ? [element('track', { kind: 'captions', src: captions.address, srcLang: place.language, label: words, default: true }, [])]
    : []
  const transcript = file('transcript', 'transcript')
  const player = {
    src: asset.address,
    controls: true,
    preload: 'none',
    ariaLabel: words,
    ...(name === 'video' ? { playsInline: true } : {}),
  }
  return [
    element('figure', { className: [`lk-${name}`] }, [
      element('figcaption', {}, [text(words)]),
      element(name, player, track),
      ...(transcript ? [element('p', {}, [element('a', { href: transcript.address }, [text(labels[place.language].transcript)])])] : []),
    ]),
  ]
}
