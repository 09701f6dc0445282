import { contentOf, type MarkdownNode } from './markdown-tree'
import type { QuestionForm } from './types'

export interface QuestionOption {
  item: MarkdownNode
  /** null where a tick box is missing. */
  fits: boolean | null
  /** The paragraph with the option's words, if there is one. */
  words: MarkdownNode | null
  feedback: MarkdownNode[]
}

/** The parts of a question directive, as they were written: nothing is checked yet. */
export interface QuestionParts {
  form: QuestionForm | null
  prompt: MarkdownNode[]
  list: MarkdownNode | null
  options: QuestionOption[]
  explanation: MarkdownNode[]
}

/** Takes a question directive apart: what stands before the list of options, the options, and what stands after. */
export function readQuestion(directive: MarkdownNode): QuestionParts {
  const form = questionForm(directive.attributes?.kind)
  const content = contentOf(directive)
  const index = content.findIndex((node) => (form === 'order' ? isOrdered(node) : isTickList(node)))
  // A list that is not of the right kind is still the best guess, and gives the better message.
  const at = index >= 0 ? index : content.findIndex((node) => node.type === 'list')
  const list = content[at] ?? null
  return {
    form,
    prompt: at < 0 ? content : content.slice(0, at),
    list,
    options: (list?.children ?? []).map((item) => readOption(item)),
    explanation: at < 0 ? [] : content.slice(at + 1),
  }
}

/** Whether a list has tick boxes (`[ ]`, `[x]`). */
export function isTickList(node: MarkdownNode): boolean {
  return node.type === 'list' && (node.children ?? []).some((item) => typeof item.checked === 'boolean')
}

function isOrdered(node: MarkdownNode): boolean {
  return node.type === 'list' && node.ordered === true
}

function readOption(item: MarkdownNode): QuestionOption {
  const [first, ...rest] = item.children ?? []
  const words = first?.type === 'paragraph' ? first : null
  return { item, fits: item.checked ?? null, words, feedback: words ? rest : (item.children ?? []) }
}

function questionForm(kind: string | null | undefined): QuestionForm | null {
  return kind === 'one' || kind === 'several' || kind === 'order' ? kind : null
}
