import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import { sourceLanguage, type Language } from '~/i18n/languages'
import { assetFinder } from './assets'
import { avoidedChecker } from './check/avoided'
import { passagesOf } from './check/passages'
import { readCourseFiles, targetsOf } from './course-files'
import type { CourseFile } from './course-file'
import { coursesFolder, listFolder } from './folder'
import { libraryFolder, readItems } from './library/compile-library'
import { readScript } from './library/script'
import type { ItemRules, Script } from './library/types'
import type { LinkTargets } from './links'
import { reporterFor, type Problem } from './problems'
import { checkCharacters } from './source-file'
import { readTerms, type Term } from './terms'
import { compileText, type CompiledText, type TextPlace } from './text'
import type { Text } from './types'
import { libraryShelf } from './unit-id'
import { fileOf, readUnit, type TextUnit } from './units'

/** What single texts are compiled against: what they may lead to, the modules of each course, the words to avoid. */
export interface Surroundings {
  root: string
  courses: CourseFile[]
  items: ItemRules[]
  targets: LinkTargets
  terms: Map<Language, Term[]>
}

/** Reads the surroundings of all texts of a project folder. */
export function readSurroundings(root: string): Surroundings {
  const courses = readCourseFiles(root, [])
  const items = readItems(root, [])
  return { root, courses, items, targets: targetsOf(courses, items), terms: readTerms(root, []) }
}

export interface CompiledTranslation {
  /** The text, or of an episode or film the script. Null where the front matter cannot be used. */
  text: Text | null
  modules: Record<string, string> | null
  script: Script | null
  /** The same checks as when the site is built; words to avoid are notices. */
  problems: Problem[]
}

/** Compiles a translation of one text that stands in no file, against the Dutch text that is in content/ now. */
export function compileTranslation(around: Surroundings, unit: TextUnit, language: Language, markdown: string): CompiledTranslation {
  const problems: Problem[] = []
  const report = reporterFor(problems, fileOf(unit, language))
  const dutch = dutchOf(around, unit)
  if (dutch.source === null) report(1, 'there is no Dutch text to hold this against')
  checkCharacters(markdown, report)
  const isScript = unit.kind === 'script'
  const script = isScript ? readScript(markdown, scriptPlaceOf(around, unit, language), dutch.script, report) : null
  const prose = isScript ? null : compileText(markdown, placeOf(around, unit, language), dutch.text, report)
  const terms = around.terms.get(language)
  if (terms) avoidedChecker(terms, language)(passagesOf(markdown, language, unit.name === 'about'), report)
  return { text: prose?.text ?? null, modules: prose?.modules ?? null, script, problems }
}

/** Where the files are that a text can show. */
function placeOfAssets(root: string, unit: TextUnit): { coursesFolder: string; course: string; lesson: string } {
  return unit.shelf === libraryShelf
    ? { coursesFolder: libraryFolder(root), course: unit.name, lesson: '.' }
    : { coursesFolder: coursesFolder(root), course: unit.shelf, lesson: unit.name }
}

/**
 * Tells of a text whether what its translations are compiled against is still the same: the Dutch text, what there is to lead to,
 * the modules or chapters, and the files that it can show. The words to avoid are not in it: they make notices, and no other text.
 */
export function fingerprintIn({ root, courses, items }: Surroundings): (unit: TextUnit) => string {
  const all = createHash('sha256').update(JSON.stringify([root, courses, items]))
  return (unit) => {
    const { coursesFolder: above, course, lesson } = placeOfAssets(root, unit)
    const files = [lesson, 'about'].flatMap((name) => filesIn(path.join(above, course, name)))
    return all
      .copy()
      .update(JSON.stringify([unit, readUnit(root, unit, sourceLanguage), files]))
      .digest('hex')
  }
}

/** Everything in a folder that is no text, each told apart from another one of its name. */
function filesIn(folder: string) {
  return listFolder(folder)
    .files.filter((name) => !name.endsWith('.md'))
    .map((name) => {
      const { size, mtimeMs } = statSync(path.join(folder, name))
      return [name, size, mtimeMs]
    })
}

interface Dutch {
  source: string | null
  text: CompiledText | null
  script: Script | null
}

/** The Dutch of the last text: its translations come behind each other, and it is the same for all of them. */
const lastDutch = new WeakMap<Surroundings, { unit: TextUnit; dutch: Dutch }>()

function dutchOf(around: Surroundings, unit: TextUnit): Dutch {
  const known = lastDutch.get(around)
  if (known?.unit === unit) return known.dutch
  const source = readUnit(around.root, unit, sourceLanguage)
  const silent = () => undefined
  const dutch = {
    source,
    text: source === null || unit.kind === 'script' ? null : compileText(source, placeOf(around, unit, sourceLanguage), null, silent),
    script:
      source === null || unit.kind !== 'script' ? null : readScript(source, scriptPlaceOf(around, unit, sourceLanguage), null, silent),
  }
  lastDutch.set(around, { unit, dutch })
  return dutch
}

function placeOf(around: Surroundings, unit: TextUnit, language: Language): TextPlace {
  return {
    language,
    course: unit.shelf === libraryShelf ? '' : unit.shelf,
    lesson: unit.name,
    moduleIds: around.courses.find(({ id }) => id === unit.shelf)?.modules.map(({ id }) => id) ?? [],
    targets: around.targets,
    assets: assetFinder(placeOfAssets(around.root, unit), new Map()),
  }
}

function scriptPlaceOf(around: Surroundings, unit: TextUnit, language: Language) {
  return { language, chapterIds: around.items.find(({ id }) => id === unit.name)?.chapters ?? [] }
}
