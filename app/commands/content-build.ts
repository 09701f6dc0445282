/* Compiles /content into build/: `npm run content:build`. Prints what is wrong; writes nothing if there is an error. */
import { parseArgs } from 'node:util'
import { writeContent, writeQuestionSets } from '~/content/build'
import { compileContent } from '~/content/compile'
import { compileEvaluations } from '~/content/evaluation-sets'
import { writeShareImages } from '~/content/library/pictures/write-share-images'
import { writeSheets } from '~/content/library/sheets/write-sheets'
import { formatProblem } from '~/content/problems'
import { listLessons } from '~/content/lessons'

parseArgs({ options: {} })
const compiled = compileContent(process.cwd())
const evaluations = compileEvaluations(process.cwd())
const problems = [...compiled.problems, ...evaluations.problems]
const errors = problems.filter((problem) => problem.severity === 'error')
for (const problem of errors) console.error(formatProblem(problem))
if (errors.length > 0) {
  console.error(`content: ${errors.length} errors, nothing was written`)
  process.exitCode = 1
} else {
  const sheets = await writeSheets(process.cwd(), compiled.catalogue)
  const shareImages = await writeShareImages(process.cwd(), compiled.catalogue)
  writeContent(process.cwd(), compiled)
  writeQuestionSets(process.cwd(), evaluations.sets)
  const lessons = compiled.catalogue.courses.reduce((sum, course) => sum + listLessons(course).length, 0)
  const notices = problems.length
  console.log(
    `content: ${compiled.catalogue.courses.length} courses, ${lessons} lessons, ${compiled.catalogue.library.length} items, ${compiled.assets.length + compiled.media.length + sheets + shareImages} files, ${evaluations.sets.length} question sets; ${notices} notices`,
  )
}
