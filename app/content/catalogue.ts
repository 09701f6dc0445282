import type { Item } from './library/types'
import type { Course } from './types'

/** Everything in /content, compiled. Courses and items stand in the order of their ids. */
export interface Catalogue {
  courses: Course[]
  library: Item[]
}
