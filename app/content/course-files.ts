import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readCourseFile, type CourseFile } from './course-file'
import { coursesFolder, listFolder } from './folder'
import type { LinkTargets } from './links'
import { reporterFor, type Problem } from './problems'
import { decodeSource } from './source-file'

/** The course.yaml of each course in `<root>/content/courses`, in the order of their ids. What cannot be used is left out. */
export function readCourseFiles(root: string, problems: Problem[]): CourseFile[] {
  const folder = coursesFolder(root)
  return listFolder(folder).folders.flatMap((id) => readCourse(folder, id, problems) ?? [])
}

/** What texts may lead to: the lessons of each course and the items of the library. */
export function targetsOf(files: readonly CourseFile[], items: readonly { id: string }[]): LinkTargets {
  return {
    courses: new Map(files.map((file) => [file.id, new Set(file.lineOfLesson.keys())])),
    items: new Set(items.map(({ id }) => id)),
  }
}

function readCourse(folder: string, id: string, problems: Problem[]): CourseFile | null {
  const report = reporterFor(problems, `content/courses/${id}/course.yaml`)
  const file = path.join(folder, id, 'course.yaml')
  if (!listFolder(path.join(folder, id)).files.includes('course.yaml')) {
    report(1, 'course.yaml is missing')
    return null
  }
  return readCourseFile(decodeSource(readFileSync(file), report), id, report)
}
