import type { FoundItem, Suggestions } from '~/components/patterns/found'
import { findablesOf, type Findable } from '~/content/findable'
import { getCatalogue } from '~/content/read'
import type { Text } from '~/content/types'
import { excerptOf, titleOf } from '~/domain/library/search/excerpt'
import type { Hit } from '~/domain/library/search/find-texts.server'
import { audiences } from '~/domain/library/search/schema'
import { sourceLanguage, type Language } from '~/i18n/languages'
import { blockLanguage } from './course-titles.server'

/** Everything that can be found. */
export function listFindables(): Findable[] {
  return [...findablesOf(getCatalogue()).values()]
}

/** What a list shows of something that was found. It leads to the page in the reader's language. */
export function foundItem(hit: Hit, language: Language): FoundItem {
  const { findable } = hit
  const title = titleIn(findable.texts, language)
  const marked = title.lang === hit.language ? titleOf(hit) : [{ text: title.title, hit: false }]
  return {
    href: `/${language}/${findable.path}`,
    kind: findable.kind,
    minutes: findable.minutes,
    title: { ...blockLanguage(title.lang), segments: marked },
    within: findable.within && titleIn(findable.within.texts, language),
    excerpt: { ...blockLanguage(hit.language), segments: excerptOf(hit) },
  }
}

function titleIn(texts: Partial<Record<Language, Text>>, language: Language) {
  const shown = texts[language] ? language : sourceLanguage
  return { title: texts[shown]?.title ?? '', ...blockLanguage(shown) }
}

const suggested = 3

/** What to begin with, for each audience: courses and items, first those that are made for it before all others. */
export function listSuggestions(language: Language): Suggestions[] {
  const begin = listFindables().filter(({ within }) => within === null)
  return audiences.flatMap((audience) => {
    const own = begin.filter((findable) => findable.audience.includes(audience))
    const place = (findable: Findable) => findable.audience.indexOf(audience)
    const links = [...own]
      .sort((a, b) => place(a) - place(b))
      .slice(0, suggested)
      .map(({ texts, path, kind }) => ({ ...titleIn(texts, language), href: `/${language}/${path}`, kind }))
    return links.length > 0 ? [{ audience, links }] : []
  })
}
