import { directiveId, lineOf, textOf, type MarkdownNode } from '../markdown-tree'
import type { Report } from '../problems'
import { isTickList, readQuestion, type QuestionParts } from '../question'

/** Checks that a question directive has a question, options of the right form, and an explanation. */
export function checkQuestion(directive: MarkdownNode, report: Report): void {
  const line = lineOf(directive)
  const name = `question \`${directiveId(directive) ?? ''}\``
  const parts = readQuestion(directive)
  // Without a known kind there is nothing to hold the options against; that fault is reported elsewhere.
  if (!parts.form) return
  if (!parts.list) return report(line, `${name} has no options: write them as a list`)
  if (parts.prompt.length === 0) report(line, `${name} has no question before its options`)
  if (parts.explanation.length === 0) report(line, `${name} has no explanation after its options`)
  if (parts.options.length < 2) report(lineOf(parts.list), `${name} needs two options or more`)
  for (const option of parts.options) {
    if (!option.words || textOf(option.words).trim() === '') report(lineOf(option.item), `an option of ${name} has no words`)
  }
  if (parts.form === 'order') checkOrder(parts, parts.list, name, report)
  else checkTicks(parts, parts.list, name, report)
}

function checkOrder(parts: QuestionParts, list: MarkdownNode, name: string, report: Report): void {
  if (!list.ordered) report(lineOf(list), `${name} is of kind \`order\`: number its options, in the right order`)
  const ticked = parts.options.find((option) => option.fits !== null)
  if (ticked) report(lineOf(ticked.item), `${name} is of kind \`order\`: no \`[ ]\` or \`[x]\``)
}

function checkTicks(parts: QuestionParts, list: MarkdownNode, name: string, report: Report): void {
  const kind = parts.form
  if (list.ordered) report(lineOf(list), `${name} is of kind \`${kind}\`: begin its options with \`-\`, not with numbers`)
  for (const option of parts.options) {
    if (option.fits === null) report(lineOf(option.item), `an option of ${name} begins with \`[ ]\` or \`[x]\` and words`)
  }
  const fitting = parts.options.filter((option) => option.fits).length
  if (kind === 'one' && fitting !== 1) report(lineOf(list), `${name} is of kind \`one\`: exactly one \`[x]\`, not ${fitting}`)
  if (kind === 'several' && fitting === 0) report(lineOf(list), `${name} is of kind \`several\`: at least one \`[x]\``)
  // A paragraph that is not indented ends the list, and the rest of the options become a list of their own.
  const second = parts.explanation.find(isTickList)
  if (second) report(lineOf(second), `${name} has a second list of options: indent what stands below an option by two spaces`)
}
