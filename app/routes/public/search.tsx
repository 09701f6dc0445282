import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ChosenFilters } from '~/components/patterns/ChosenFilters'
import { EmptyState } from '~/components/patterns/EmptyState'
import { FilterFields } from '~/components/patterns/FilterFields'
import { FoundEntry } from '~/components/patterns/FoundEntry'
import { Pagination } from '~/components/patterns/Pagination'
import { SearchForm } from '~/components/patterns/SearchForm'
import { SuggestionList } from '~/components/patterns/SuggestionList'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { findTexts } from '~/domain/library/search/find-texts.server'
import { searchRequest } from '~/domain/library/search/schema'
import { requireLanguage } from '~/http/context.server'
import { filterView } from '~/http/filters.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { pageOf, pagesOf } from '~/http/paging'
import { foundItem, listFindables, listSuggestions } from '~/http/search.server'
import { searchStyles } from '~/http/search-styles'

export { searchStyles as links }
export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'search')

const onPage = 10

export async function loader({ params, request }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const search = new URL(request.url).searchParams
  const asked = searchRequest.parse(Object.fromEntries(search))
  const found = await findTexts(language, asked)
  const asksPage = pageOf(search, onPage)
  const pages = pagesOf(found.hits.length, asksPage)
  const page = Math.min(asksPage.page, pages)
  const shown = found.hits.slice((page - 1) * onPage, page * onPage)
  const own = shown.filter((hit) => hit.language === language)
  const dutch = shown.filter((hit) => hit.language !== language)
  return {
    q: asked.q,
    filters: filterView(`/${language}/search`, asked, listFindables()),
    asked: !found.nothingAsked,
    meant: found.meant,
    someWords: found.someWords,
    count: found.hits.length,
    page,
    pages,
    own: own.map((hit) => foundItem(hit, language)),
    dutch: dutch.map((hit) => foundItem(hit, language)),
    suggestions: found.hits.length === 0 ? listSuggestions(language) : [],
  }
}

/** Searching courses and the library. Nothing of what is asked is kept. */
export default function Search() {
  const { q, filters, asked, meant, someWords, count, page, pages, own, dutch, suggestions } = useLoaderData<typeof loader>()
  const { t } = useTranslation('search')
  const { language } = useFrame()
  const hrefOf = (number: number, words = q) => {
    const query = new URLSearchParams({ q: words })
    for (const { name, value } of filters.chosen) query.set(name, value)
    if (number > 1) query.set('page', String(number))
    return `${filters.action}?${query}`
  }
  return (
    <>
      <Heading level={1}>{t('title')}</Heading>
      {!asked && <p className="utrecht-paragraph utrecht-paragraph--lead">{t('intro')}</p>}
      <SearchForm language={language} q={q}>
        {asked && <FilterFields view={filters} />}
      </SearchForm>
      {!asked && (
        <p className="utrecht-paragraph lk-small lk-soft">
          {t('private')} <Link href={`/${language}/leaving`}>{t('privateLink')}</Link>
        </p>
      )}
      {asked && <ChosenFilters view={filters} />}
      {meant && (
        <p className="utrecht-paragraph">
          {t('meant')} <Link href={hrefOf(1, meant)}>{meant}</Link>
        </p>
      )}
      {asked && count > 0 && (
        <>
          <Heading level={2}>{t('count', { count })}</Heading>
          {someWords && <p className="utrecht-paragraph">{t('someWords')}</p>}
          {own.map((item) => (
            <FoundEntry key={item.href} item={item} />
          ))}
          {dutch.length > 0 && language !== 'nl' && <Heading level={2}>{t('inDutch')}</Heading>}
          {dutch.map((item) => (
            <FoundEntry key={item.href} item={item} />
          ))}
          <Pagination page={page} pages={pages} hrefOf={hrefOf} />
        </>
      )}
      {asked && count === 0 && (
        <EmptyState drawing="lamp" title={filters.chosen.length > 0 ? t('noneFiltered') : t('none')}>
          <p className="utrecht-paragraph">
            {filters.chosen.length > 0 ? <Link href={filters.clearHref}>{t('filter.clear')}</Link> : t('noneHint')}
          </p>
        </EmptyState>
      )}
      {suggestions.length > 0 && <SuggestionList suggestions={suggestions} />}
    </>
  )
}
