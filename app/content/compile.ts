import path from 'node:path'
import { sourceLanguage } from '~/i18n/languages'
import { compileLanguages, type FolderPlace } from './compile-folder'
import type { CourseFile } from './course-file'
import { readCourseFiles, targetsOf } from './course-files'
import { coursesFolder, listFolder } from './folder'
import { readLessonRecordings } from './lesson-recording'
import { compileLibrary, readItems } from './library/compile-library'
import type { MediaSource } from './library/recording'
import type { LinkTargets } from './links'
import { reporterFor, sortProblems, type Problem } from './problems'
import { stateNotices } from './state'
import type { Catalogue } from './catalogue'
import type { AboutText, Asset, Course, Lesson, Text } from './types'

export interface Compiled {
  catalogue: Catalogue
  /** Errors and notices, by file and line. */
  problems: Problem[]
  /** The files that texts show, by address. */
  assets: Asset[]
  /** The recordings of the library. */
  media: MediaSource[]
}

/**
 * Reads, checks and compiles everything in `<root>/content/courses` and `<root>/content/library`. Never throws for what is written there: all
 * that is wrong is in `problems`, and the catalogue then holds what could be used. Same files, same result.
 */
export function compileContent(root: string): Compiled {
  const problems: Problem[] = []
  const found = new Map<string, Asset>()
  const folder = coursesFolder(root)
  const listing = listFolder(folder)
  const stray = reporterIn(problems, '')
  for (const file of listing.files) stray(file, 'unknown file: only folders of courses stand here')

  const files = readCourseFiles(root, problems)
  const items = readItems(root, problems)
  const targets = targetsOf(files, items)
  const courses = files.map((file) => compileCourse(file, { folder, targets, found, problems }))
  const library = compileLibrary(items, { root, targets, found, problems })
  const catalogue: Catalogue = { courses, library: library.items, shareImages: {} }
  problems.push(...stateNotices(catalogue))
  return {
    catalogue,
    problems: sortProblems(problems),
    assets: [...found.values()].sort((a, b) => (a.address < b.address ? -1 : 1)),
    media: library.media,
  }
}

interface Workshop {
  folder: string
  targets: LinkTargets
  found: Map<string, Asset>
  problems: Problem[]
}

function compileCourse(file: CourseFile, { folder, targets, found, problems }: Workshop): Course {
  const { modules, lineOfLesson, ...rules } = file
  const listing = listFolder(path.join(folder, rules.id))
  const stray = reporterIn(problems, rules.id)
  for (const name of listing.files)
    if (name !== 'course.yaml') stray(name, 'unknown file: files stand in the folder of a lesson or in `about`')
  for (const name of listing.folders) {
    if (name !== 'about' && !lineOfLesson.has(name)) stray(name, 'unknown lesson: course.yaml does not name it')
  }

  const reportCourse = reporterFor(problems, `content/courses/${rules.id}/course.yaml`)
  const compile = (lesson: string, line: number): ReturnType<typeof compileLanguages> => {
    const place: FolderPlace = {
      coursesFolder: folder,
      course: rules.id,
      lesson,
      moduleIds: modules.map((module) => module.id),
      targets,
    }
    if (!listFolder(path.join(folder, rules.id, lesson)).files.includes(`${sourceLanguage}.md`)) {
      reportCourse(
        line,
        `${lesson === 'about' ? 'the introduction' : `unknown lesson: \`${lesson}\``} has no ${lesson}/${sourceLanguage}.md`,
      )
    }
    return compileLanguages(place, found, problems)
  }

  // Introductions last: the files that lessons take from `about` are then known to be in use.
  const lessons = modules.map((module, moduleIndex) => ({
    id: module.id,
    lessons: module.lessons.map(({ id, minutes, subjects = rules.subjects }, lessonIndex): Lesson => {
      const texts = Object.fromEntries(compile(id, lineOfLesson.get(id) ?? 1).map(({ language, text }) => [language, text]))
      const number = `${moduleIndex + 1}.${lessonIndex + 1}`
      const place = { folder: path.join(folder, rules.id, id), course: rules.id, lesson: id, texts }
      const recordings = readLessonRecordings(place, found, problems)
      return { id, moduleId: module.id, minutes, number, subjects, texts, recordings, ...idsOf(texts[sourceLanguage]) }
    }),
  }))
  const about = compile('about', 1).map(({ language, text, modules: titles }): [string, AboutText] => [
    language,
    { ...text, modules: titles ?? {} },
  ])
  return { ...rules, modules: lessons, about: Object.fromEntries(about) }
}

function idsOf(dutch: Text | undefined): Pick<Lesson, 'questionIds' | 'reflectionIds'> {
  const ids = (kind: 'question' | 'reflection') => (dutch?.blocks ?? []).flatMap((block) => (block.kind === kind ? [block.id] : []))
  return { questionIds: ids('question'), reflectionIds: ids('reflection') }
}

function reporterIn(problems: Problem[], course: string) {
  return (name: string, message: string) => reporterFor(problems, ['content/courses', course, name].filter(Boolean).join('/'))(1, message)
}
