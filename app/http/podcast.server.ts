import type { Item } from '~/content/library/types'
import { findItem } from '~/content/read'
import { feedPath } from '~/domain/library/addresses'
import { writePodcastFeed } from '~/domain/library/podcast-feed'
import { findPodcast } from '~/domain/library/podcast.server'
import { findSpoken, type Spoken } from '~/domain/library/spoken.server'
import { languageNames, type Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { env } from '~/platform/env/env.server'

/** The podcast as a feed, in a language; null when there is none. */
export async function podcastFeed(language: Language): Promise<string | null> {
  const podcast = await findPodcast(language)
  if (!podcast) return null
  const t = i18nOf(language).getFixedT(language, 'sharing')
  return writePodcastFeed(podcast, language, env().appUrl, {
    heard: (spoken) => heardWords(language, spoken),
    voices: t('feed.voices'),
    read: t('feed.read'),
    small: t('feed.small'),
  })
}

/** Which languages are heard, and by whose voices. */
export function heardWords(language: Language, recorded: readonly Spoken[]): string {
  // Each name keeps its own direction.
  const spoken = [...new Set(recorded.map((each) => `\u2068${languageNames[each.language]}\u2069`))].join(', ')
  const heard = i18nOf(language).getFixedT(language, 'sharing')('feed.heard', { spoken })
  return [heard, voiceWords(language, recorded)].filter(Boolean).join(' ')
}

/** Whose voices are heard in some recordings, as far as somebody said so; empty where nobody did. */
export function voiceWords(language: Language, recorded: readonly Spoken[]): string {
  const t = i18nOf(language).getFixedT(language, 'sharing')
  const voices = new Set(recorded.map(({ recording }) => recording.voices))
  const [only] = voices
  if (voices.size === 1) return only ? t(`feed.${only}`) : ''
  return voices.has('synthetic') ? t('feed.someSynthetic') : ''
}

/** The same of all episodes of a series; empty for any other item. */
export async function seriesVoices(item: Item, language: Language): Promise<string> {
  const episodes = item.episodes.map(findItem).filter((episode) => episode !== null)
  const spoken = await Promise.all(episodes.map((episode) => findSpoken(episode, language)))
  return voiceWords(
    language,
    spoken.filter((each) => each !== null),
  )
}

/** Where a program follows the podcast. */
export function feedAddress(language: Language): string {
  return env().appUrl + feedPath(language)
}
