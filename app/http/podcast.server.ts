import { feedPath } from '~/domain/library/addresses'
import { writePodcastFeed } from '~/domain/library/podcast-feed'
import { findPodcast } from '~/domain/library/podcast.server'
import { languageNames, type Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { env } from '~/platform/env/env.server'

/** The podcast as a feed, in a language; null when there is none. */
export async function podcastFeed(language: Language): Promise<string | null> {
  const podcast = await findPodcast(language)
  if (!podcast) return null
  const t = i18nOf(language).getFixedT(language, 'sharing')
  const heard = [...new Set(podcast.episodes.map(({ spoken }) => languageNames[spoken.language]))]
  return writePodcastFeed(podcast, language, env().appUrl, {
    heard: heardWords(language, heard),
    voices: t('feed.voices'),
    read: t('feed.read'),
    small: t('feed.small'),
  })
}

/** Which languages are heard, and by whose voice. */
export function heardWords(language: Language, names: string[]): string {
  // Each name keeps its own direction.
  const spoken = names.map((name) => `\u2068${name}\u2069`).join(', ')
  return i18nOf(language).getFixedT(language, 'sharing')('feed.heard', { spoken })
}

/** Where a program follows the podcast. */
export function feedAddress(language: Language): string {
  return env().appUrl + feedPath(language)
}
