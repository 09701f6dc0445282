import { optionId } from '../ids'
import { directiveId, type MarkdownNode } from '../markdown-tree'
import { readQuestion } from '../question'
import type { Block, QuestionBlock } from '../types'
import { toHtml, toInlineHtml } from './html'

/**
 * Cuts a prepared text into blocks: prose, and between it the reflections and questions, which the page shows with
 * a form of its own. A question that is too broken to be asked becomes prose.
 */
export function toBlocks(tree: MarkdownNode): Block[] {
  const blocks: Block[] = []
  let prose: MarkdownNode[] = []
  const flush = () => {
    const html = toHtml(prose)
    if (html) blocks.push({ kind: 'prose', html })
    prose = []
  }
  for (const node of tree.children ?? []) {
    const block = interactiveBlock(node)
    if (block) {
      flush()
      blocks.push(block)
    } else prose.push(...flat(node))
  }
  flush()
  return blocks
}

function interactiveBlock(node: MarkdownNode): Block | null {
  const id = directiveId(node)
  if (node.type !== 'containerDirective' || !id) return null
  if (node.name === 'reflection') return { kind: 'reflection', id, html: toHtml((node.children ?? []).flatMap(flat)) }
  return node.name === 'question' ? questionBlock(node, id) : null
}

function questionBlock(node: MarkdownNode, id: string): QuestionBlock | null {
  const { form, prompt, options, explanation } = readQuestion(node)
  if (!form || options.length === 0) return null
  return {
    kind: 'question',
    id,
    form,
    promptHtml: toHtml(prompt.flatMap(flat)),
    options: options.map(({ fits, words, feedback }, index) => ({
      id: optionId(index),
      html: words ? toInlineHtml(words) : '',
      fits: form === 'order' || fits === true,
      feedbackHtml: toHtml(feedback.flatMap(flat)) || null,
    })),
    explanationHtml: toHtml(explanation.flatMap(flat)),
  }
}

// A reflection or question where none can be (in a list, in another): its words stay, as prose.
function flat(node: MarkdownNode): MarkdownNode[] {
  if (node.type === 'containerDirective' || node.type === 'leafDirective') return (node.children ?? []).flatMap(flat)
  return [node.children ? { ...node, children: node.children.flatMap(flat) } : node]
}
