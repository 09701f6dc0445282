import { generateRssFeed } from 'feedsmith'
import type { Language } from '~/i18n/languages'
import { feedPath, itemPath, mediaPathOf } from './addresses'
import { episodeGuid, podcastGuid } from './guid'
import type { Podcast, PodcastEpisode } from './podcast.server'
import type { Spoken } from './spoken.server'

/** What a feed says beside the texts of the library, in its own language. */
export interface FeedWords {
  /** Which language is heard, which some subscribers cannot see from the title, and whose voices. */
  heard: (spoken: readonly Spoken[]) => string
  /** In the place where feeds name people: there are none, where a computer speaks. */
  voices: string
  /** The link to the page where one reads what is said. */
  read: string
  /** The name of the small file. */
  small: string
}

const licence = { display: 'eupl-1.2', url: 'https://spdx.org/licenses/EUPL-1.2.html' }
const author = 'Leerkring'

/**
 * The podcast as RSS 2.0 with the namespaces of iTunes and Podcasting 2.0. `<language>` is the one that is heard, since programs
 * choose by it; `xml:lang` is that of the words. The same podcast gives the same bytes.
 * @param origin address of the site without a slash at the end
 */
export function writePodcastFeed(podcast: Podcast, language: Language, origin: string, words: FeedWords): string {
  const spoken = podcast.episodes.map((episode) => episode.spoken)
  const image = podcast.cover ? origin + mediaPathOf(podcast.id, podcast.cover) : undefined
  const page = origin + itemPath(language, podcast.id)
  const feed = {
    title: podcast.title,
    link: page,
    description: `${podcast.summary} ${words.heard(spoken)}`,
    language: spoken[0]?.language ?? language,
    xml: { lang: podcast.language },
    image: image ? { url: image, title: podcast.title, link: page } : undefined,
    atom: { links: [{ rel: 'self', type: 'application/rss+xml', href: origin + feedPath(language) }] },
    itunes: {
      author,
      image,
      explicit: false,
      // Three talks in an order: the first one first.
      type: 'serial',
      categories: [{ text: 'Kids & Family', categories: [{ text: 'Parenting' }] }],
    },
    podcast: {
      guid: podcastGuid(podcast.id, language),
      medium: 'podcast',
      // Nobody else may take it over as theirs.
      locked: { value: true },
      license: licence,
      persons: voicesIn(spoken, words),
    },
    items: podcast.episodes.map((episode) => feedItem(episode, language, origin, words)),
  }
  return `${generateRssFeed(feed).trimEnd()}\n`
}

// "People" who are a computer are said to be one; nobody is invented, and who spoke herself is not named.
function voicesIn(spoken: readonly Spoken[], words: FeedWords) {
  const isComputer = spoken.some(({ recording }) => recording.voices === 'synthetic')
  return isComputer ? [{ display: words.voices, role: 'Narrator', group: 'Cast' }] : undefined
}

function feedItem(episode: PodcastEpisode, language: Language, origin: string, words: FeedWords) {
  const { spoken, id } = episode
  const page = origin + itemPath(language, id)
  const heard = words.heard([spoken])
  // "?feed" tells the count of uses where it was fetched from.
  const address = (file: { name: string }) => `${origin}${mediaPathOf(id, file)}?feed`
  const { file, small } = spoken
  return {
    title: episode.title,
    link: page,
    description: `${episode.summary} ${heard}`,
    content: {
      encoded: `${absolute(episode.html, origin)}<p>${escapeHtml(heard)}</p><p><a href="${page}">${escapeHtml(words.read)}</a></p>`,
    },
    xml: { lang: episode.language },
    guid: { value: episodeGuid(id, language), isPermaLink: false },
    pubDate: publicationOf(episode),
    enclosures: [{ url: address(file), length: file.bytes, type: file.contentType }],
    itunes: {
      title: episode.title,
      duration: Math.round(spoken.recording.seconds),
      explicit: false,
      episode: episode.number,
      episodeType: 'full',
      author,
    },
    podcast: {
      episode: { number: episode.number },
      license: licence,
      persons: voicesIn([spoken], words),
      transcripts: episode.transcripts.map(({ path, type, language: of }) => ({
        url: origin + path,
        type,
        language: of,
        rel: type === 'text/vtt' ? 'captions' : undefined,
      })),
      chapters: episode.chapters ? { url: origin + episode.chapters, type: 'application/json+chapters' } : undefined,
      alternateEnclosures: small
        ? [
            {
              type: small.contentType,
              length: small.bytes,
              lang: spoken.language,
              title: words.small,
              sources: [{ uri: address(small) }],
            },
          ]
        : undefined,
    },
  }
}

/** Noon of the day it was published; episodes of one day stand a minute apart, so that programs keep their order. */
function publicationOf({ published, number }: PodcastEpisode): Date {
  return new Date(Date.parse(`${published}T12:00:00Z`) + (number - 1) * 60_000)
}

/** A program for podcasts shows a text outside the site: links need the whole address, and our classes mean nothing. */
function absolute(html: string, origin: string): string {
  return html.replaceAll(/ (?:class|id)="[^"]*"/g, '').replaceAll(/ (href|src)="\//g, ` $1="${origin}/`)
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
