/*
 * Checks everything in /content: `npm run content:check`. Fails if there is an error; notices do not fail. `--errors` leaves
 * the notices out, `--readability` adds a table with how easy each Dutch text is to read.
 */
import { parseArgs } from 'node:util'
import { checkTexts } from '~/content/check-texts'
import { formatReadability } from '~/content/check/readability'
import { compileContent } from '~/content/compile'
import { compileEvaluations } from '~/content/evaluation-sets'
import { formatProblem, sortProblems } from '~/content/problems'
import { checkCopies } from '~/content/sources'
import { formatState } from '~/content/state'

const { values } = parseArgs({
  options: { errors: { type: 'boolean', default: false }, readability: { type: 'boolean', default: false } },
})
const root = process.cwd()
const { catalogue, problems: lessonProblems } = compileContent(root)
const { readability, problems: wordProblems } = checkTexts(root, catalogue)
const problems = sortProblems([...lessonProblems, ...compileEvaluations(root).problems, ...wordProblems, ...checkCopies(root)])
const errors = problems.filter((problem) => problem.severity === 'error')
for (const problem of values.errors ? errors : problems) console.log(formatProblem(problem))
if (values.readability) console.log(`\n${formatReadability(readability)}`)
console.log(`\n${formatState(catalogue)}\n`)
console.log(`${errors.length} errors, ${problems.length - errors.length} notices`)
if (errors.length > 0) process.exitCode = 1
