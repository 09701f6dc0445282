import { findablesOf, minutesOf } from '~/content/findable'
import { findLesson } from '~/content/lessons'
import { findCourse, findItem, getCatalogue, getItemText } from '~/content/read'
import type { ListedItem, RelatedLink } from '~/components/patterns/listed-item'
import { spokenLanguages } from '~/content/library/recording'
import type { Item } from '~/content/library/types'
import { fits, type FindFilters } from '~/domain/library/search/schema'
import { languageNames, languages, type Language } from '~/i18n/languages'
import { notFound } from './context.server'
import { blockLanguage, courseTitle, lessonTitle } from './course-titles.server'

/** The item in the address. Throws a 404 response when there is none. */
export function requireItem(params: { item?: string }): Item {
  const item = findItem(params.item ?? '')
  if (!item) throw notFound()
  return item
}

function episodesOf(item: Item): Item[] {
  return item.episodes.flatMap((id) => findItem(id) ?? [])
}

/** What a list shows of an item, in a language or else in Dutch. */
export function listedItem(item: Item, language: Language): ListedItem {
  const { text, language: shown, fallback } = getItemText(item, language)
  return {
    href: `/${language}/library/${item.id}`,
    kind: item.kind,
    title: text.title,
    summary: text.summary,
    minutes: minutesOf(item, getCatalogue().library),
    languages: Object.keys(item.texts).length,
    inDutch: fallback,
    spoken: spokenLanguages(item).map((each) => languageNames[each]),
    episodes: episodesOf(item).map((episode) => listedItem(episode, language)),
    ...blockLanguage(shown),
  }
}

/** Everything in the library; an episode of a podcast stands with its podcast only. */
export function listLibrary(language: Language): ListedItem[] {
  const { library } = getCatalogue()
  const inSeries = new Set(library.flatMap(({ episodes }) => episodes))
  return library.filter(({ id }) => !inSeries.has(id)).map((item) => listedItem(item, language))
}

/** What filters let through, each by itself: an episode beside its podcast. */
export function listFiltered(language: Language, filters: FindFilters): ListedItem[] {
  const found = findablesOf(getCatalogue())
  return getCatalogue()
    .library.filter(({ id }) => fits(found.get(`item/${id}`)!, filters))
    .map((item) => ({ ...listedItem(item, language), episodes: [] }))
}

/** What belongs with an item: other items, courses and lessons, as item.yaml names them. */
export function listRelated(item: Item, language: Language): RelatedLink[] {
  return item.related.flatMap((name): RelatedLink[] => {
    const [first = '', courseId = '', lessonId] = name.split('/')
    if (first !== 'course') {
      const other = findItem(first)
      return other ? [linkTo(other, language)] : []
    }
    const course = findCourse(courseId)
    const lesson = course && lessonId ? findLesson(course, lessonId) : null
    if (!course) return []
    const { title, lang, dir } = lesson ? lessonTitle(lesson, language) : courseTitle(course, language)
    return [{ href: `/${language}/${['courses', courseId, lesson?.id].filter(Boolean).join('/')}`, kind: null, title, lang, dir }]
  })
}

function linkTo(item: Item, language: Language): RelatedLink {
  const { text, language: shown } = getItemText(item, language)
  return { href: `/${language}/library/${item.id}`, kind: item.kind, title: text.title, ...blockLanguage(shown) }
}

/** The podcast that an episode is part of, and the one thing to do after an item: the next episode, or what belongs with it. */
export function placeOf(item: Item, language: Language): { series: RelatedLink | null; next: RelatedLink | null } {
  const series = getCatalogue().library.find(({ episodes }) => episodes.includes(item.id))
  const following = series ? series.episodes[series.episodes.indexOf(item.id) + 1] : item.episodes[0]
  const next = following ? findItem(following) : null
  return {
    series: series ? linkTo(series, language) : null,
    next: next ? linkTo(next, language) : (listRelated(item, language)[0] ?? null),
  }
}

/** What the languages call themselves in which an item can be read. */
export function readableIn(item: Item): string[] {
  return languages.filter((language) => item.texts[language]).map((language) => languageNames[language])
}
