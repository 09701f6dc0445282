import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ChosenFilters } from '~/components/patterns/ChosenFilters'
import { EmptyState } from '~/components/patterns/EmptyState'
import { FilterFields } from '~/components/patterns/FilterFields'
import { ItemEntry } from '~/components/patterns/ItemEntry'
import { SearchForm } from '~/components/patterns/SearchForm'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { searchRequest } from '~/domain/library/search/schema'
import { requireLanguage } from '~/http/context.server'
import { filterView } from '~/http/filters.server'
import { useFrame } from '~/http/frame'
import { libraryPackage, packageSize } from '~/http/library-package.server'
import { listFiltered, listLibrary } from '~/http/library.server'
import { pageTitle } from '~/http/page'
import { libraryHead } from '~/http/page-head.server'
import { listFindables } from '~/http/search.server'
import { libraryListStyles } from '~/http/search-styles'
import { sharedData } from '~/http/shared-page.server'

export { libraryListStyles as links }
export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction<typeof loader> = ({ params, data: library }) => [...pageTitle(params, 'library'), ...(library?.head ?? [])]

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const asked = { ...searchRequest.parse(Object.fromEntries(new URL(request.url).searchParams)), q: '' }
  const findable = listFindables().filter(({ place }) => place.startsWith('item/'))
  const filters = filterView(`/${language}/library`, asked, findable)
  const filtered = filters.chosen.length > 0
  return sharedData(context, {
    filters,
    filtered,
    items: filtered ? listFiltered(language, asked) : listLibrary(language),
    size: packageSize(language, await libraryPackage(language)),
    head: libraryHead(language),
  })
}

/** What one does with it, and which kinds that are. */
const groups = [
  { title: 'list.watch', kinds: ['film', 'infographic'] },
  { title: 'list.listen', kinds: ['podcast', 'episode'] },
  { title: 'list.read', kinds: ['article', 'page'] },
  { title: 'list.do', kinds: ['cards'] },
] as const

export default function Library() {
  const { items, filters, filtered, size } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['library', 'search', 'sharing'])
  const { language } = useFrame()
  return (
    <>
      <Heading level={1}>{t('list.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('list.intro')}</p>
      <SearchForm language={language} />
      <form className="lk-find" method="get" action={filters.action}>
        <FilterFields view={filters} />
      </form>
      <ChosenFilters view={filters} />
      {filtered && items.length > 0 && (
        <section>
          <Heading level={2}>{t('search:count', { count: items.length })}</Heading>
          {items.map((item) => (
            <ItemEntry key={item.href} item={item} />
          ))}
        </section>
      )}
      {filtered && items.length === 0 && (
        <EmptyState drawing="lamp" title={t('search:noneFiltered')}>
          <p className="utrecht-paragraph">
            <Link href={filters.clearHref}>{t('search:filter.clear')}</Link>
          </p>
        </EmptyState>
      )}
      {(filtered ? [] : groups).map(({ title, kinds }) => {
        const own = items.filter(({ kind }) => (kinds as readonly string[]).includes(kind))
        if (own.length === 0) return null
        return (
          <section key={title}>
            <Heading level={2}>{t(title)}</Heading>
            {own.map((item) => (
              <ItemEntry key={item.href} item={item} />
            ))}
          </section>
        )
      })}
      <p className="utrecht-paragraph">
        <Link href={`/${language}/library/package`}>{t('sharing:package.link', { size })}</Link>
      </p>
    </>
  )
}
