/* Checks everything in /content: `npm run content:check`. Fails if there is an error; notices do not fail. */
import { parseArgs } from 'node:util'
import { compileContent } from '~/content/compile'
import { compileEvaluations } from '~/content/evaluation-sets'
import { formatProblem } from '~/content/problems'
import { contentState, formatState } from '~/content/state'

const { values } = parseArgs({ options: { errors: { type: 'boolean', default: false } } })
const { catalogue, problems: lessonProblems } = compileContent(process.cwd())
const problems = [...lessonProblems, ...compileEvaluations(process.cwd()).problems]
const errors = problems.filter((problem) => problem.severity === 'error')
for (const problem of values.errors ? errors : problems) console.log(formatProblem(problem))
console.log(`\n${formatState(contentState(catalogue))}\n`)
console.log(`${errors.length} errors, ${problems.length - errors.length} notices`)
if (errors.length > 0) process.exitCode = 1
