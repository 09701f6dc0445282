import { findCourse } from '~/content/read'
import type { Language } from '~/i18n/languages'
import { courseTitle, type BlockLanguage } from './course-titles.server'

/** Title of the course with this id. A course that is no longer there is called by its id. */
export function courseTitleById(
  id: string,
  language: Language,
): { title: string; lang?: BlockLanguage['lang']; dir: BlockLanguage['dir'] } {
  const course = findCourse(id)
  if (!course) return { title: id, dir: 'ltr' }
  const { title, lang, dir } = courseTitle(course, language)
  return { title, lang, dir }
}
