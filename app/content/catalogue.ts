import type { Language } from '~/i18n/languages'
import type { Item } from './library/types'
import type { Course } from './types'

/** Everything in /content, compiled. Courses and items stand in the order of their ids. */
export interface Catalogue {
  courses: Course[]
  library: Item[]
  /** Addresses of the pictures that go with links to the site; made when the site is built. */
  shareImages: Partial<Record<Language, string>>
}
