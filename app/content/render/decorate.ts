/** An element of the HTML tree (hast), as far as this folder reads it. */
interface HtmlNode {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, unknown>
  children?: HtmlNode[]
}

/** Classes of NL Design System's Utrecht components. */
const classes: Readonly<Record<string, string>> = {
  p: 'utrecht-paragraph',
  h2: 'utrecht-heading-2',
  h3: 'utrecht-heading-3',
  h4: 'utrecht-heading-4',
  ul: 'utrecht-unordered-list',
  ol: 'utrecht-ordered-list',
  a: 'utrecht-link',
  hr: 'utrecht-separator',
  code: 'utrecht-code',
  img: 'lk-picture',
  blockquote: 'utrecht-blockquote',
  table: 'utrecht-table',
  thead: 'utrecht-table__header',
  tbody: 'utrecht-table__body',
  tr: 'utrecht-table__row',
  th: 'utrecht-table__header-cell',
  td: 'utrecht-table__cell',
}

/** A rehype plugin that gives the plain HTML of Markdown the classes and attributes that the site's style wants. */
export function decorate(): (tree: unknown) => void {
  return (tree) => visit(tree as HtmlNode)
}

function visit(node: HtmlNode): void {
  node.children = node.children?.map((child) => {
    if (child.type !== 'element') return child
    visit(child)
    decorateElement(child, node)
    return child.tagName === 'table' ? scrolling(child) : child
  })
}

function decorateElement(element: HtmlNode, parent: HtmlNode): void {
  const { tagName = '' } = element
  const properties = (element.properties ??= {})
  const own: unknown[] = Array.isArray(properties.className) ? properties.className : []
  const item = tagName === 'li' && parent.tagName ? `${classes[parent.tagName] ?? 'utrecht-unordered-list'}__item` : classes[tagName]
  // The tick-list classes of GFM go: outside a question a tick box is only a list to print.
  properties.className = [item, ...own.filter((name) => /^(?:lk|utrecht)-/.test(String(name)))].filter(Boolean)
  if ((properties.className as string[]).length === 0) delete properties.className
  if (tagName === 'th') properties.scope = 'col'
  if (tagName === 'img') Object.assign(properties, { loading: 'lazy', decoding: 'async' })
  if (tagName === 'a') decorateLink(properties)
}

function decorateLink(properties: Record<string, unknown>): void {
  const href = typeof properties.href === 'string' ? properties.href : ''
  // The digits of a telephone number must not be turned round inside Arabic or Dari.
  if (href.startsWith('tel:')) properties.dir = 'ltr'
  // A site elsewhere need not know which lesson somebody was reading.
  if (/^https?:/i.test(href)) properties.rel = 'noreferrer'
}

/** A wide table scrolls in a box of its own, which the keyboard can reach and which is named after its columns. */
function scrolling(table: HtmlNode): HtmlNode {
  const columns = cells(table).map(wordsOf).filter(Boolean)
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['lk-table'], role: 'region', tabIndex: 0, ariaLabel: columns.join(', ') || '—' },
    children: [table],
  }
}

function cells(node: HtmlNode): HtmlNode[] {
  return (node.children ?? []).flatMap((child) => (child.tagName === 'th' ? [child] : cells(child)))
}

function wordsOf(node: HtmlNode): string {
  return (node.value ?? (node.children ?? []).map(wordsOf).join('')).trim()
}
