import type { ItemFile } from '~/content/library/types'
import type { Language } from '~/i18n/languages'

// Where the library is on the site, from its first slash. Who gives an address to others puts the site's own in front.

/** The page of an item. */
export function itemPath(language: Language, item: string): string {
  return `/${language}/library/${item}`
}

/** A file of an item. */
export function mediaPathOf(item: string, file: Pick<ItemFile, 'name'>): string {
  return `/media/${item}/${file.name}`
}

/** What is said in an item, as plain text. */
export function transcriptPath(language: Language, item: string): string {
  return `${itemPath(language, item)}/transcript.txt`
}

/** The chapters of a recording, for programs that play podcasts. */
export function chaptersPath(language: Language, item: string): string {
  return `${itemPath(language, item)}/chapters.json`
}

/** The podcast in a language. */
export function feedPath(language: Language): string {
  return `/${language}/podcast.xml`
}

/** The page of an item for a frame in another site. */
export function embedPath(language: Language, item: string): string {
  return `/${language}/embed/${item}`
}

/** Everything of a language in one file. */
export function packagePath(language: Language): string {
  return `/${language}/library/package.zip`
}
