import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Pagination } from '~/components/patterns/Pagination'
import { Badge } from '~/components/primitives/Badge'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import { listPeople } from '~/domain/accounts/list-people.server'
import { mayAdminister, mayOversee } from '~/domain/accounts/policy'
import { peopleSearch } from '~/domain/accounts/schema'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { pageOf, pagesOf } from '~/http/paging'
import { formatDate } from '~/i18n/formats'
import { ManageNav } from './ManageNav'
import { RoleList } from './RoleList'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'people')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requireAccount(context, { request, language: requireLanguage(params), may: mayOversee })
  const { searchParams } = new URL(request.url)
  const search = peopleSearch.parse(searchParams.get('q') ?? '')
  const page = pageOf(searchParams)
  const { people, total } = await listPeople(search, page)
  const pages = pagesOf(total, page)
  if (page.page > pages) throw notFound()
  return {
    sections: manageSections(person),
    mayInvite: mayAdminister(person),
    search,
    page: page.page,
    pages,
    total,
    people: people.map(({ id, userName, lastSeenOn, deactivatedAt, roles }) => ({
      id,
      userName,
      lastSeenOn,
      active: deactivatedAt === null,
      roles: roles.map(({ role, organisation }) => ({ role, organisation: organisation?.name ?? null })),
    })),
  }
}

export default function People() {
  const { sections, mayInvite, search, page, pages, total, people } = useLoaderData<typeof loader>()
  const { t } = useTranslation('manage')
  const { language } = useFrame()
  const here = `/${language}/manage/people`
  return (
    <>
      <ManageNav sections={sections} />
      <Heading level={1}>{t('people.title')}</Heading>
      {mayInvite && (
        <div className="lk-actions">
          <LinkButton href={`${here}/invite`}>{t('people.invite')}</LinkButton>
        </div>
      )}
      <search>
        <form className="lk-search" method="get" action={here}>
          <Field
            name="q"
            type="search"
            label={t('people.search')}
            required={false}
            markOptional={false}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            defaultValue={search}
          />
          <Button look="secondary">{t('people.searchButton')}</Button>
        </form>
      </search>
      {search && (
        <p className="utrecht-paragraph">
          <Link href={here}>{t('people.all')}</Link>
        </p>
      )}
      {people.length === 0 ? (
        <p className="utrecht-paragraph">{t('people.nothingFound')}</p>
      ) : (
        <Table
          caption={t('people.caption', { count: total })}
          columns={[
            { key: 'userName', header: t('people.userName') },
            { key: 'roles', header: t('people.roles') },
            { key: 'lastSeen', header: t('people.lastSeen') },
            { key: 'state', header: t('people.state') },
          ]}
          rows={people.map(({ id, userName, lastSeenOn, active, roles }) => ({
            id,
            cells: {
              userName: (
                <Link href={`${here}/${id}`}>
                  <UserText>{userName}</UserText>
                </Link>
              ),
              roles: <RoleList roles={roles} />,
              lastSeen: <span className="lk-nowrap">{formatDate(language, lastSeenOn)}</span>,
              state: active ? t('people.active') : <Badge look="warm">{t('people.blocked')}</Badge>,
            },
          }))}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => `${here}?${new URLSearchParams({ ...(search ? { q: search } : {}), page: String(number) })}`}
      />
    </>
  )
}
