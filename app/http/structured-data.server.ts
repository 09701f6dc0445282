import type { MetaDescriptor } from '@remix-run/node'
import type { Item, ItemFile } from '~/content/library/types'
import { findItem, getAbout, getCatalogue, getItemText } from '~/content/read'
import { listLessons } from '~/content/lessons'
import type { Course } from '~/content/types'
import { embedPath, feedPath, itemPath, mediaPathOf } from '~/domain/library/addresses'
import { listFiles } from '~/domain/library/list-files.server'
import { findSpoken, type Spoken } from '~/domain/library/spoken.server'
import { findScript, transcriptText } from '~/domain/library/transcript'
import { languages, type Language } from '~/i18n/languages'
import { env } from '~/platform/env/env.server'

// What search engines read of a page, in the words of schema.org. Only what is so and what the page says too. The organisation
// stands as the author: nobody is invented.

type Data = Record<string, unknown>

const licence = 'https://spdx.org/licenses/EUPL-1.2.html'

function publisher(): Data {
  return { '@type': 'Organization', name: 'Leerkring', url: env().appUrl }
}

/** Data as a part of a page's head. It is not executed, so the Content-Security-Policy lets it be. */
export function structuredData(data: Data): MetaDescriptor {
  return { 'script:ld+json': { '@context': 'https://schema.org', ...data } }
}

/** What an item of the library is, in a language. */
export async function itemData(item: Item, language: Language): Promise<Data> {
  const { text, language: shown } = getItemText(item, language)
  const url = env().appUrl + itemPath(language, item.id)
  const common = {
    '@id': url,
    url,
    name: text.title,
    description: text.summary,
    inLanguage: shown,
    datePublished: item.published,
    isAccessibleForFree: true,
    license: licence,
    publisher: publisher(),
  }
  const spoken = await findSpoken(item, language)
  if (item.kind === 'podcast') return { '@type': 'PodcastSeries', ...common, ...seriesData(item, language) }
  if (item.kind === 'episode') return { '@type': 'PodcastEpisode', ...common, ...episodeData(item, language, spoken) }
  if (item.kind === 'film' && spoken) return { '@type': 'VideoObject', ...common, ...filmData(item, language, spoken) }
  if (item.kind === 'article' || item.kind === 'page') return { '@type': 'Article', ...common, ...articleData(item, language) }
  const files = (await listFiles(item)).filter((file) => file.language === shown)
  const find = (role: ItemFile['role']) => files.find((file) => file.role === role)
  const [picture, sheet] = [find('picture'), find('sheet')]
  return {
    '@type': 'LearningResource',
    ...common,
    learningResourceType: item.kind,
    timeRequired: `PT${item.minutes}M`,
    ...(picture && { image: addressOf(item, picture) }),
    ...(sheet && { associatedMedia: fileData(item, sheet) }),
  }
}

function articleData(item: Item, language: Language): Data {
  const image = getCatalogue().shareImages[language]
  const { text } = getItemText(item, language)
  return { headline: text.title, wordCount: text.words, author: publisher(), ...(image && { image: env().appUrl + image }) }
}

function seriesData(item: Item, language: Language): Data {
  return {
    author: publisher(),
    webFeed: env().appUrl + feedPath(language),
    hasPart: item.episodes.flatMap((id) => {
      const episode = findItem(id)
      return episode ? [{ '@type': 'PodcastEpisode', ...nameOf(episode, language) }] : []
    }),
  }
}

function episodeData(item: Item, language: Language, spoken: Spoken | null): Data {
  const series = getCatalogue().library.find(({ episodes }) => episodes.includes(item.id))
  return {
    ...(series && {
      episodeNumber: series.episodes.indexOf(item.id) + 1,
      partOfSeries: { '@type': 'PodcastSeries', ...nameOf(series, language) },
    }),
    ...(spoken && {
      duration: durationOf(spoken),
      associatedMedia: {
        ...fileData(item, spoken.file, 'AudioObject'),
        duration: durationOf(spoken),
        inLanguage: spoken.language,
        ...voicesOf(spoken),
      },
    }),
  }
}

function filmData(item: Item, language: Language, spoken: Spoken): Data {
  const image = getCatalogue().shareImages[language]
  const thumbnail = spoken.still ? addressOf(item, spoken.still) : image && env().appUrl + image
  // Beside a film stand the words that are heard in it, and not those of a translation, nor those that were written for a computer.
  const script = spoken.recording.voices === 'person' ? null : findScript(item, spoken.language)
  return {
    duration: durationOf(spoken),
    uploadDate: `${item.published}T12:00:00Z`,
    contentUrl: addressOf(item, spoken.file),
    embedUrl: env().appUrl + embedPath(language, item.id),
    encodingFormat: spoken.file.contentType,
    inLanguage: spoken.language,
    ...voicesOf(spoken),
    ...(thumbnail && { thumbnailUrl: thumbnail }),
    ...(script && { transcript: transcriptText(getItemText(item, script.language).text.title, script.script).replace(/\s+/g, ' ').trim() }),
  }
}

/** Whether a computer speaks, in the words of the IPTC. Of a person's voice nothing is said: the rest may be drawn. */
function voicesOf({ recording }: Spoken): Data {
  return recording.voices === 'synthetic' ? { digitalSourceType: 'https://schema.org/CompositeSyntheticDigitalSource' } : {}
}

function nameOf(item: Item, language: Language): Data {
  return { name: getItemText(item, language).text.title, url: env().appUrl + itemPath(language, item.id) }
}

function fileData(item: Item, file: ItemFile, type: 'AudioObject' | 'MediaObject' = 'MediaObject'): Data {
  return { '@type': type, contentUrl: addressOf(item, file), encodingFormat: file.contentType, contentSize: `${file.bytes} B` }
}

function addressOf(item: Item, file: ItemFile): string {
  return env().appUrl + mediaPathOf(item.id, file)
}

function durationOf({ recording }: Spoken): string {
  const seconds = Math.round(recording.seconds)
  return `PT${Math.floor(seconds / 60)}M${seconds % 60}S`
}

/** What a course is: one that everybody can begin at any moment, by herself. A handbook is no course. */
export function courseData(course: Course, language: Language): Data {
  const { text, language: shown } = getAbout(course, language)
  const url = `${env().appUrl}/${language}/courses/${course.id}`
  const minutes = listLessons(course).reduce((sum, lesson) => sum + lesson.minutes, 0)
  const common = {
    '@id': url,
    url,
    name: text.title,
    description: text.summary,
    inLanguage: shown,
    isAccessibleForFree: true,
    license: licence,
  }
  if (course.kind === 'handbook')
    return { '@type': 'LearningResource', ...common, learningResourceType: 'handbook', publisher: publisher() }
  return {
    '@type': 'Course',
    ...common,
    provider: publisher(),
    availableLanguage: languages.filter((each) => course.about[each]),
    offers: { '@type': 'Offer', category: 'Free', price: 0, priceCurrency: 'EUR' },
    hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: `PT${minutes}M`, inLanguage: shown },
  }
}
