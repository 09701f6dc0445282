import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'
import type { MarkdownNode } from './markdown-tree'

/**
 * Takes out of sentences what the extensions add there and the format does not use:
 *  - `:name`, a directive inside a sentence; with it "om 10:30" and "let op:dit" would lose their words;
 *  - the search for bare addresses, which is tried at every letter and costs a third of the time. They become links all
 *    the same: remark-gfm looks for them in the finished tree once more.
 * What stays begins with `[` (tick boxes) or `~` (struck out words, so that the check can refuse them).
 */
function withoutExtrasInSentences(this: Processor): void {
  const kept = ['[', '~'].map((character) => String(character.charCodeAt(0)))
  for (const { text } of this.data().micromarkExtensions ?? []) {
    for (const code of Object.keys(text ?? {})) if (text && !kept.includes(code)) delete text[Number(code)]
  }
}

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  // One tilde is "about" in Dutch, not a line through the words.
  .use(remarkGfm, { singleTilde: false })
  .use(withoutExtrasInSentences)
  .freeze()

/** The Markdown tree of a whole file, front matter included so that line numbers are those of the file. */
export function parseMarkdown(source: string): MarkdownNode {
  return parser.parse(source) as unknown as MarkdownNode
}
