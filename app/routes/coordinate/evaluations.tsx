import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { EmptyState } from '~/components/patterns/EmptyState'
import { NamedTitle } from '~/components/patterns/NamedTitle'
import { Pagination } from '~/components/patterns/Pagination'
import { Badge } from '~/components/primitives/Badge'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import { mayCoordinate } from '~/domain/accounts/policy'
import { findSubject, getQuestionSetOf, listEvaluations } from '~/domain/evaluations/evaluations.server'
import { maySeeEvaluations } from '~/domain/evaluations/policy'
import { subjectIn } from '~/domain/evaluations/schema'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { pageOf, pagesOf } from '~/http/paging'
import { formatDate, formatNumber } from '~/i18n/formats'
import { CoordinateNav } from './CoordinateNav'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'evaluations')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: maySeeEvaluations })
  const search = new URL(request.url).searchParams
  const subject = subjectIn(search)
  const found = subject && (await findSubject(person, subject))
  if (subject && !found) throw notFound()
  const page = pageOf(search)
  const { evaluations, total } = await listEvaluations(person, page, subject)
  const pages = pagesOf(total, page)
  if (page.page > pages) throw notFound()
  return {
    mayMake: mayCoordinate(person),
    subject: subject &&
      found && {
        ...subject,
        query: `${subject.kind}=${subject.id}`,
        name: found.name,
        day: found.date && formatDate(language, found.date),
      },
    evaluations: evaluations.map(({ id, setId, setVersion, about, answers, createdAt, closedAt, withdrawn }) => ({
      id,
      about: about.name,
      day: about.date && formatDate(language, about.date),
      organisation: about.organisation,
      set: getQuestionSetOf({ setId, setVersion }).texts[language].name,
      answers: formatNumber(language, answers),
      since: formatDate(language, createdAt),
      open: closedAt === null && !withdrawn,
    })),
    page: page.page,
    pages,
    total,
  }
}

export default function Evaluations() {
  const { mayMake, subject, evaluations, page, pages, total } = useLoaderData<typeof loader>()
  const { t } = useTranslation('evaluations')
  const { language } = useFrame()
  const here = `/${language}/coordinate/evaluations`
  const button = mayMake && <LinkButton href={`${here}/new${subject ? `?${subject.query}` : ''}`}>{t('list.new')}</LinkButton>
  return (
    <>
      <CoordinateNav current="evaluations" within={subject !== null} />
      {subject ? (
        <>
          <BackLink href={here}>{t('one.back')}</BackLink>
          <NamedTitle kind={t(`list.of.${subject.kind}`)} name={subject.day ? `${subject.name} · ${subject.day}` : subject.name} />
        </>
      ) : (
        <Heading level={1}>{t('list.title')}</Heading>
      )}
      {evaluations.length === 0 ? (
        <EmptyState title={t('list.empty')}>
          <p className="utrecht-paragraph">{mayMake ? t('list.emptyText') : t('list.emptyTrainer')}</p>
          {button}
        </EmptyState>
      ) : (
        <>
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t('list.intro')}</p>
          {button && <div className="lk-actions">{button}</div>}
          <Table
            caption={t('list.caption', { count: total })}
            columns={[
              { key: 'about', header: t('list.about') },
              { key: 'answers', header: t('list.answers'), number: true },
              { key: 'state', header: t('list.state') },
              { key: 'set', header: t('list.set') },
              { key: 'organisation', header: t('list.organisation') },
              { key: 'since', header: t('list.since') },
            ]}
            rows={evaluations.map(({ id, about, day, organisation, set, answers, since, open }) => ({
              id,
              cells: {
                about: (
                  <>
                    <Link href={`${here}/${id}`}>
                      <UserText>{about}</UserText>
                      {day && ` · ${day}`}
                    </Link>
                  </>
                ),
                answers,
                state: <Badge look={open ? 'action' : 'neutral'}>{open ? t('list.open') : t('list.closed')}</Badge>,
                set,
                organisation: <UserText>{organisation}</UserText>,
                since: <span className="lk-nowrap">{since}</span>,
              },
            }))}
          />
          <Pagination page={page} pages={pages} hrefOf={(each) => `${here}?${subject ? `${subject.query}&` : ''}page=${each}`} />
        </>
      )}
    </>
  )
}
