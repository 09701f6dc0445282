import type { MetaDescriptor } from '@remix-run/node'
import type { SharingData } from '~/components/patterns/Sharing'
import type { Item } from '~/content/library/types'
import { shareSize } from '~/content/library/pictures/share-size'
import { labels } from '~/content/labels'
import { getCatalogue } from '~/content/read'
import { feedPath, itemPath, transcriptPath } from '~/domain/library/addresses'
import { findScript } from '~/domain/library/transcript'
import type { Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { env } from '~/platform/env/env.server'
import { qrSvg } from '~/platform/exports/qr.server'
import { embedSnippet } from './embed.server'

/**
 * What chats and social sites show of a link to a page: the name of the site, what kind of page it is, and a picture without a
 * subject. The receiver's phone shows it to whoever looks, so it never says what the page is about.
 * @param path the page's, from the first slash
 * @param title the neutral title of the page, as in its tab
 */
export function shareTags(language: Language, path: string, title: string): MetaDescriptor[] {
  const image = getCatalogue().shareImages[language]
  const words = labels[language].share
  return [
    { name: 'description', content: words },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: 'Leerkring' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: words },
    { property: 'og:url', content: env().appUrl + path },
    ...(image
      ? [
          { property: 'og:image', content: env().appUrl + image },
          { property: 'og:image:width', content: String(shareSize.width) },
          { property: 'og:image:height', content: String(shareSize.height) },
          { property: 'og:image:alt', content: `Leerkring. ${words}` },
        ]
      : []),
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}

/** A message that is ready to send, and says no more than that there is something to see. */
export function shareMessage(language: Language, path: string): string {
  return i18nOf(language).getFixedT(language, 'sharing')('share.message', { url: env().appUrl + path })
}

/** The way to an item from paper: a QR code, and its address to type over. */
export function posterLinks(language: Language, item: string): { qr: string; address: string } {
  const url = env().appUrl + itemPath(language, item)
  const label = i18nOf(language).getFixedT(language, 'sharing')('poster.qr')
  return { qr: qrSvg(url, { label }), address: url.replace(/^https?:\/\//, '') }
}

/** What the part of an item's page that passes it on needs. */
export function sharingOf(item: Item, language: Language): SharingData {
  const path = itemPath(language, item.id)
  const isPodcast = item.kind === 'podcast' || item.kind === 'episode'
  return {
    message: shareMessage(language, path),
    snippet: embedSnippet(item, language),
    posterHref: `${path}/poster`,
    transcriptHref: findScript(item, language) ? transcriptPath(language, item.id) : null,
    feed: isPodcast ? env().appUrl + feedPath(language) : null,
  }
}
