import type { Item, ItemFile } from '~/content/library/types'
import { fits } from '~/content/library/vtt'
import { findItem, getCatalogue, getItemText } from '~/content/read'
import type { Block } from '~/content/types'
import { sourceLanguage, type Language } from '~/i18n/languages'
import { chaptersPath, mediaPathOf, transcriptPath } from './addresses'
import { listFiles } from './list-files.server'
import { findSpoken, type Spoken } from './spoken.server'
import { findScript, scriptLanguages } from './transcript'

/** A text of an item as a feed gives it. */
interface FeedText {
  /** The language that it is in. */
  language: Language
  title: string
  summary: string
  html: string
}

/** Where a program finds what is said. */
export interface Transcript {
  path: string
  type: 'text/vtt' | 'text/plain'
  language: Language
}

export interface PodcastEpisode extends FeedText {
  id: string
  /** 1 for the first. */
  number: number
  /** Day of first publication: `2026-11-22`. */
  published: string
  spoken: Spoken
  transcripts: Transcript[]
  /** The address of its chapters; null where there are no times for them. */
  chapters: string | null
}

export interface Podcast extends FeedText {
  id: string
  /** Only what is recorded: a program for podcasts can do nothing with the rest. */
  episodes: PodcastEpisode[]
  cover: ItemFile | null
}

/** The podcast of the library with its texts in a language or else in Dutch; null when there is none. */
export async function findPodcast(language: Language): Promise<Podcast | null> {
  const series = getCatalogue().library.find(({ kind }) => kind === 'podcast')
  if (!series) return null
  const covers = (await listFiles(series)).filter(({ role }) => role === 'cover')
  const episodes = await Promise.all(series.episodes.map((id, index) => findEpisode(findItem(id), index + 1, language)))
  return {
    id: series.id,
    ...textOf(series, language),
    episodes: episodes.filter((episode) => episode !== null),
    cover: covers.find((file) => file.language === language) ?? covers.find((file) => file.language === sourceLanguage) ?? null,
  }
}

async function findEpisode(item: Item | null, number: number, language: Language): Promise<PodcastEpisode | null> {
  const spoken = item && (await findSpoken(item, language))
  if (!spoken) return null
  return {
    id: item.id,
    number,
    published: item.published,
    ...textOf(item, language),
    spoken,
    transcripts: await listTranscripts(item, spoken.language),
    chapters: hasChapters(item, language, spoken) ? chaptersPath(language, item.id) : null,
  }
}

/** What is said, in every language there is: with times where they are known, and as plain text. */
async function listTranscripts(item: Item, spoken: Language): Promise<Transcript[]> {
  const captions = (await listFiles(item)).filter((file) => file.role === 'captions' && file.spoken === spoken)
  return [
    ...captions.map((file) => ({ path: mediaPathOf(item.id, file), type: 'text/vtt' as const, language: file.language })),
    ...scriptLanguages(item).map((language) => ({ path: transcriptPath(language, item.id), type: 'text/plain' as const, language })),
  ]
}

function hasChapters(item: Item, language: Language, { recording }: Spoken): boolean {
  const found = findScript(item, language)
  return found !== null && fits(found.script, recording)
}

function textOf(item: Item, language: Language): FeedText {
  const { text, language: shown } = getItemText(item, language)
  return { language: shown, title: text.title, summary: text.summary, html: proseOf(text.blocks) }
}

/** A text of the library has nothing but prose. */
function proseOf(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'prose' ? block.html : '')).join('')
}
