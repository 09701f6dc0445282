import { sourceLanguage, type Language } from '~/i18n/languages'
import { assetFinder } from './assets'
import { avoidedChecker } from './check/avoided'
import { passagesOf } from './check/passages'
import { readCourseFiles, targetsOf } from './course-files'
import type { CourseFile } from './course-file'
import { coursesFolder } from './folder'
import type { LinkTargets } from './links'
import { reporterFor, type Problem } from './problems'
import { checkCharacters } from './source-file'
import { readTerms, type Term } from './terms'
import { compileText, type CompiledText } from './text'
import { fileOf, readUnit, type TextUnit } from './units'

/** What single texts are compiled against: what they may lead to, the modules of each course, the words to avoid. */
export interface Surroundings {
  root: string
  courses: CourseFile[]
  targets: LinkTargets
  terms: Map<Language, Term[]>
}

/** Reads the surroundings of all texts of a project folder. */
export function readSurroundings(root: string): Surroundings {
  const courses = readCourseFiles(root, [])
  return { root, courses, targets: targetsOf(courses), terms: readTerms(root, []) }
}

export interface CompiledTranslation {
  /** Null where its front matter cannot be used. */
  compiled: CompiledText | null
  /** The same checks as when the site is built; words to avoid are notices. */
  problems: Problem[]
}

/** Compiles a translation of one text that stands in no file, against the Dutch text that is in content/ now. */
export function compileTranslation(around: Surroundings, unit: TextUnit, language: Language, markdown: string): CompiledTranslation {
  const problems: Problem[] = []
  const report = reporterFor(problems, fileOf(unit, language))
  const place = {
    course: unit.course,
    lesson: unit.lesson,
    moduleIds: around.courses.find(({ id }) => id === unit.course)?.modules.map(({ id }) => id) ?? [],
    targets: around.targets,
    assets: assetFinder({ coursesFolder: coursesFolder(around.root), course: unit.course, lesson: unit.lesson }, new Map()),
  }
  const source = readUnit(around.root, unit, sourceLanguage)
  const dutch = source === null ? null : compileText(source, { ...place, language: sourceLanguage }, null, () => undefined)
  if (!dutch) report(1, 'there is no Dutch text to hold this against')
  checkCharacters(markdown, report)
  const compiled = compileText(markdown, { ...place, language }, dutch, report)
  const terms = around.terms.get(language)
  if (terms) avoidedChecker(terms, language)(passagesOf(markdown, language, unit.lesson === 'about'), report)
  return { compiled, problems }
}
