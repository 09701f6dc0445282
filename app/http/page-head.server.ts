import type { MetaDescriptor } from '@remix-run/node'
import type { Item } from '~/content/library/types'
import { getItemText } from '~/content/read'
import type { Course } from '~/content/types'
import { itemPath } from '~/domain/library/addresses'
import type { Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { oembedAddress } from './embed.server'
import { pageTitle } from './page'
import { feedAddress } from './podcast.server'
import { shareTags } from './share.server'
import { courseData, itemData, structuredData } from './structured-data.server'

// What programs read in the head of a page, beside its title. Made where the page's data are made, since all of it is.

/** The head of an item's page: how a link to it is shown, how it is put into another page, and what it is. */
export async function itemHead(item: Item, language: Language): Promise<MetaDescriptor[]> {
  const isPodcast = item.kind === 'podcast' || item.kind === 'episode'
  return [
    ...shareTags(language, itemPath(language, item.id), titleOf(pageTitle({ lang: language }, 'libraryItem'))),
    {
      tagName: 'link',
      rel: 'alternate',
      type: 'application/json+oembed',
      href: oembedAddress(language, item.id),
      title: getItemText(item, language).text.title,
    },
    ...(isPodcast ? [feedLink(language)] : []),
    structuredData(await itemData(item, language)),
  ]
}

/** The head of the page with everything in the library. */
export function libraryHead(language: Language): MetaDescriptor[] {
  return [...shareTags(language, `/${language}/library`, titleOf(pageTitle({ lang: language }, 'library'))), feedLink(language)]
}

/** The head of a course's page. */
export function courseHead(course: Course, language: Language): MetaDescriptor[] {
  return [
    ...shareTags(language, `/${language}/courses/${course.id}`, titleOf(pageTitle({ lang: language }, 'course'))),
    structuredData(courseData(course, language)),
  ]
}

/** Programs that play podcasts find the feed by it. */
function feedLink(language: Language): MetaDescriptor {
  const title = `Leerkring: ${i18nOf(language).getFixedT(language, 'library')('kind.podcast')}`
  return { tagName: 'link', rel: 'alternate', type: 'application/rss+xml', href: feedAddress(language), title }
}

function titleOf(descriptors: MetaDescriptor[]): string {
  for (const each of descriptors) if ('title' in each && typeof each.title === 'string') return each.title
  return 'Leerkring'
}
