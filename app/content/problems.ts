/** An error makes the check and the build fail; a notice is said and no more. */
export type Severity = 'error' | 'notice'

export interface Problem {
  /** Path from the project folder, with forward slashes. */
  file: string
  /** Counted from 1. */
  line: number
  message: string
  severity: Severity
}

/** Puts one problem of one file on the list; an error unless said otherwise. */
export type Report = (line: number, message: string, severity?: Severity) => void

/** Gives a function that adds problems of `file` to `problems`. */
export function reporterFor(problems: Problem[], file: string): Report {
  return (line, message, severity = 'error') => {
    problems.push({ file, line, message, severity })
  }
}

/** One line for a terminal: `file:line: what is wrong`. A notice says that it is one. */
export function formatProblem({ file, line, message, severity }: Problem): string {
  return `${file}:${line}: ${severity === 'notice' ? 'notice: ' : ''}${message}`
}

/** The same problems ordered by file and line, each once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [`${problem.severity} ${formatProblem(problem)}`, problem]))
  return [...unique.values()].sort((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message))
}

/** Whether anything on the list makes the build fail. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error')
}

// Not localeCompare: the order must not depend on the machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
