import { listLessons } from '~/content/lessons'
import { getCatalogue } from '~/content/read'
import type { Lesson } from '~/content/types'

/** The lessons a session of a programme may be about: those of its courses and handbooks, in their order. */
export function lessonsOf(programme: string): Lesson[] {
  return getCatalogue()
    .courses.filter((course) => course.programme === programme)
    .flatMap(listLessons)
}
