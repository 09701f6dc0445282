import type { ItemKind } from '~/content/library/types'
import type { Direction, Language } from '~/i18n/languages'

/** An item of the library in a list. Language and direction are those of its title and summary. */
export interface ListedItem {
  href: string
  kind: ItemKind
  title: string
  summary: string
  lang: Language
  dir: Direction
  minutes: number
  /** In how many languages it can be read. */
  languages: number
  /** It cannot be read in the page's language. */
  inDutch: boolean
  /** What the languages call themselves in which it can be heard. */
  spoken: string[]
  /** Of a podcast, in order. */
  episodes: ListedItem[]
}

/** A page that belongs with an item. */
export interface RelatedLink {
  href: string
  /** Of a course or lesson: null. */
  kind: ItemKind | null
  title: string
  lang: Language
  dir: Direction
}
