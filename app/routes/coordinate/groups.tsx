import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/patterns/EmptyState'
import { Pagination } from '~/components/patterns/Pagination'
import { Heading } from '~/components/primitives/Heading'
import { LinkButton } from '~/components/primitives/LinkButton'
import { findMunicipality } from '~/content/municipalities'
import { listOrganisationsOf } from '~/domain/accounts/organisations.server'
import { mayCoordinate } from '~/domain/accounts/policy'
import { listGroups } from '~/domain/groups/groups.server'
import { maySeeGroups } from '~/domain/groups/policy'
import { groupSearch } from '~/domain/groups/schema'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { municipalityOptions } from '~/http/municipality-list.server'
import { privatePageTitle } from '~/http/page'
import { pageOf, pagesOf } from '~/http/paging'
import { CoordinateNav } from './CoordinateNav'
import { GroupFilters } from './GroupFilters'
import { GroupTable } from './GroupTable'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'groups')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: maySeeGroups })
  const address = new URL(request.url).searchParams
  const search = groupSearch.parse(Object.fromEntries(address))
  const page = pageOf(address, 25)
  const coordinates = mayCoordinate(person)
  const [{ groups, total }, organisations] = await Promise.all([
    listGroups(person, search, page),
    coordinates ? listOrganisationsOf(person) : [],
  ])
  const { q, organisation, municipality, programme, kind, language: spoken, state } = search
  return {
    coordinates,
    groups: groups.map(({ organisation, municipality, ...group }) => ({
      ...group,
      organisation: organisation.name,
      municipality: findMunicipality(municipality)?.name ?? municipality,
    })),
    total,
    page: page.page,
    pages: pagesOf(total, page),
    search,
    // Whether the list is shorter than it could be, so that an empty one says why.
    filtered: [q, organisation, municipality, programme, kind, spoken].some(Boolean) || state !== 'open',
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name, dir: 'auto' as const })),
    municipalities: coordinates ? municipalityOptions() : [],
  }
}

export default function Groups() {
  const { coordinates, groups, total, page, pages, search, filtered, organisations, municipalities } = useLoaderData<typeof loader>()
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const hrefOf = (number: number) => {
    const asked = Object.entries({ ...search, page: String(number) }).filter((entry): entry is [string, string] => Boolean(entry[1]))
    return `/${language}/coordinate/groups?${new URLSearchParams(asked).toString()}`
  }
  const button = coordinates && <LinkButton href={`/${language}/coordinate/groups/new`}>{t('list.new')}</LinkButton>
  if (total === 0 && !filtered) {
    return (
      <>
        <CoordinateNav current="groups" />
        <Heading level={1}>{t('list.title')}</Heading>
        <EmptyState title={t('list.empty')}>
          <p className="utrecht-paragraph">{coordinates ? t('list.emptyText') : t('list.emptyTrainer')}</p>
          {button}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <CoordinateNav current="groups" />
      <Heading level={1}>{t('list.title')}</Heading>
      {coordinates && <div className="lk-actions">{button}</div>}
      {coordinates && <GroupFilters search={search} organisations={organisations} municipalities={municipalities} filtered={filtered} />}
      {total === 0 ? (
        <p className="utrecht-paragraph">{t('list.nothingFound')}</p>
      ) : (
        <GroupTable groups={groups} total={total} coordinates={coordinates} />
      )}
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
    </>
  )
}
