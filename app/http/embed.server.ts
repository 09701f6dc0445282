import type { Item } from '~/content/library/types'
import { findItem, getItemText } from '~/content/read'
import { embedPath, itemPath } from '~/domain/library/addresses'
import { isLanguage, type Language } from '~/i18n/languages'
import { shareSize } from '~/content/library/pictures/share-size'
import { getCatalogue } from '~/content/read'
import { env } from '~/platform/env/env.server'

interface Size {
  width: number
  height: number
}

/** Pixels that a frame needs to show an item without scrolling, or nearly. */
function sizeOf({ kind }: Item): Size {
  if (kind === 'film') return { width: 640, height: 720 }
  if (kind === 'infographic') return { width: 640, height: 1080 }
  if (kind === 'episode') return { width: 640, height: 560 }
  return { width: 640, height: 320 }
}

/** The HTML that shows an item in a page of another site. It says nothing to this site of where it stands. */
export function embedSnippet(item: Item, language: Language, { width, height }: Size = sizeOf(item)): string {
  const title = escapeAttribute(`Leerkring: ${getItemText(item, language).text.title}`)
  const src = env().appUrl + embedPath(language, item.id)
  return `<iframe src="${src}" title="${title}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy" referrerpolicy="no-referrer" allowfullscreen></iframe>`
}

/** The address where programs ask how to show a page of ours in theirs. */
export function oembedAddress(language: Language, item: string): string {
  return `${env().appUrl}/oembed?url=${encodeURIComponent(env().appUrl + itemPath(language, item))}&format=json`
}

/**
 * What oEmbed 1.0 says of an item, or null when the address is none of ours.
 * @param query `url`, and perhaps `maxwidth` and `maxheight`
 */
export function oembedOf(query: URLSearchParams): Record<string, string | number> | null {
  const found = itemAt(query.get('url') ?? '')
  if (!found) return null
  const { item, language } = found
  const most = (name: string) => (/^[1-9]\d{0,5}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : Infinity)
  const size = sizeOf(item)
  const [maxWidth, maxHeight] = [most('maxwidth'), most('maxheight')]
  const fitted = { width: Math.min(size.width, maxWidth), height: Math.min(size.height, maxHeight) }
  const image = getCatalogue().shareImages[language]
  return {
    version: '1.0',
    type: item.kind === 'film' ? 'video' : 'rich',
    title: getItemText(item, language).text.title,
    provider_name: 'Leerkring',
    provider_url: `${env().appUrl}/${language}`,
    cache_age: 86_400,
    html: embedSnippet(item, language, fitted),
    ...fitted,
    // A picture that is too large for who asks is none.
    ...(image && shareSize.width <= maxWidth && shareSize.height <= maxHeight
      ? { thumbnail_url: env().appUrl + image, thumbnail_width: shareSize.width, thumbnail_height: shareSize.height }
      : {}),
  }
}

function itemAt(address: string): { item: Item; language: Language } | null {
  if (!URL.canParse(address)) return null
  const { origin, pathname } = new URL(address)
  const [, language, id] = /^\/([a-z]{2})\/(?:library|embed)\/([a-z0-9-]+)\/?$/.exec(pathname) ?? []
  const item = origin === new URL(env().appUrl).origin && isLanguage(language) ? findItem(id ?? '') : null
  return item && isLanguage(language) ? { item, language } : null
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
