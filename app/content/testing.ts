/* What the tests of this folder share: real folders, made for one test and taken away after it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { compileContent, type Compiled } from './compile'
import type { Problem } from './problems'

export type Files = Record<string, string | Uint8Array | null>

/** A course with one module and the lessons `first` and `second`. */
export const courseYaml = `id: demo
kind: course
programme: opvoeding
audience: [trainers]
test: true
completion:
  lessons: all
  questions: answered
modules:
  - id: start
    lessons:
      - { id: first, minutes: 10 }
      - { id: second, minutes: 15 }
`

export const aboutText = '---\ntitle: Demo\nsummary: Een cursus.\nmodules:\n  start: Begin\n---\n\nWelkom.\n'

/** A Dutch text; `body` begins on line 5. */
export function dutchText(body: string): string {
  return `---\ntitle: Een les\nsummary: Waarover.\n---\n${body}`
}

/** A translation; `body` begins on line 7. */
export function translatedText(body: string, source = '0123456789ab', state = 'draft'): string {
  return `---\ntitle: A lesson\nsummary: About what.\nsource: "${source}"\nstate: ${state}\n---\n${body}`
}

/** A project folder with a sound course `demo`; `files` (below content/courses) add to it, and null takes away. */
export function projectFolder(files: Files = {}): string {
  const root = mkdtempSync(path.join(tmpdir(), 'leerkring-content-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const all: Files = {
    'demo/course.yaml': courseYaml,
    'demo/about/nl.md': aboutText,
    'demo/first/nl.md': dutchText('Eerste.\n'),
    'demo/second/nl.md': dutchText('Tweede.\n'),
    ...files,
  }
  for (const [name, content] of Object.entries(all)) {
    if (content === null) continue
    const file = path.join(root, 'content', 'courses', name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return root
}

/** Compiles such a folder. */
export function compileFiles(files: Files = {}): Compiled {
  return compileContent(projectFolder(files))
}

/** Compiles the course with `body` as the Dutch text of `first`. */
export function compileBody(body: string, files: Files = {}): Compiled {
  return compileFiles({ 'demo/first/nl.md': dutchText(body), ...files })
}

/** Errors as `file:line: message`, with the file below content/courses/demo. */
export function errorsOf({ problems }: Pick<Compiled, 'problems'>): string[] {
  return linesOf(problems.filter((problem) => problem.severity === 'error'))
}

/** Notices, in the same form. */
export function noticesOf({ problems }: Pick<Compiled, 'problems'>): string[] {
  return linesOf(problems.filter((problem) => problem.severity === 'notice'))
}

function linesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, message }) => `${file.replace(/^content\/courses\/(?:demo\/)?/, '')}:${line}: ${message}`)
}

/** The Dutch text of the lesson `first`. */
export function firstText({ catalogue }: Compiled) {
  const text = catalogue.courses[0]?.modules[0]?.lessons[0]?.texts.nl
  if (!text) throw new Error('the lesson `first` was not compiled')
  return text
}

/** All HTML of the lesson `first`, in Dutch. */
export function firstHtml(compiled: Compiled): string {
  return firstText(compiled)
    .blocks.flatMap((block) =>
      block.kind === 'question'
        ? [block.promptHtml, ...block.options.flatMap((option) => [option.html, option.feedbackHtml ?? '']), block.explanationHtml]
        : [block.html],
    )
    .join('\n')
}
