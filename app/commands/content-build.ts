/* Compiles /content into build/: `npm run content:build`. Prints what is wrong; writes nothing if there is an error. */
import { parseArgs } from 'node:util'
import { writeContent } from '~/content/build'
import { compileContent } from '~/content/compile'
import { formatProblem } from '~/content/problems'
import { listLessons } from '~/content/lessons'

parseArgs({ options: {} })
const compiled = compileContent(process.cwd())
const errors = compiled.problems.filter((problem) => problem.severity === 'error')
for (const problem of errors) console.error(formatProblem(problem))
if (errors.length > 0) {
  console.error(`content: ${errors.length} errors, nothing was written`)
  process.exitCode = 1
} else {
  writeContent(process.cwd(), compiled)
  const lessons = compiled.catalogue.courses.reduce((sum, course) => sum + listLessons(course).length, 0)
  const notices = compiled.problems.length
  console.log(
    `content: ${compiled.catalogue.courses.length} courses, ${lessons} lessons, ${compiled.assets.length} files; ${notices} notices`,
  )
}
