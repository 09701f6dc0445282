import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { Pagination } from '~/components/patterns/Pagination'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import { listReportSessions } from '~/domain/participation/session-rows.server'
import { notFound } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { pageOf, pagesOf } from '~/http/paging'
import { addressOf, readReport } from '~/http/report-request.server'
import { formatDate, formatNumber } from '~/i18n/formats'
import { askedInWords } from '~/http/report-asked.server'
import { CoordinateNav } from '../coordinate/CoordinateNav'
import { AskedText } from './AskedText'

export { reportStyles as links } from '~/http/report-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'reportSessions')

/** The sessions behind a figure. They are never public. */
export async function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  const { language, asked } = await readReport(args, { disclosure: 'exact', shape: 'sessions', by: '' })
  // The page with the report says what is wrong with the address.
  if (!asked) return redirect(`/${language}/report?${search.toString()}`)
  const page = pageOf(search, 25)
  const { sessions, total } = await listReportSessions(asked, page)
  const pages = pagesOf(total, page)
  if (page.page > pages) throw notFound()
  const asOf = search.get('asOf')
  const [only] = await askedInWords([addressOf(asked.request)], language)
  return {
    only: only ?? null,
    sessions: sessions.map(({ date, ...session }) => ({ ...session, date: formatDate(language, date) })),
    total,
    shown: formatNumber(language, total),
    page: page.page,
    pages,
    address: addressOf(asked.request, { disclosure: null, asOf }),
  }
}

export default function ReportSessions() {
  const { only, sessions, total, shown, page, pages, address } = useLoaderData<typeof loader>()
  const { t } = useTranslation('report')
  const { t: tg } = useTranslation('groups')
  const { t: ti } = useTranslation('indicators')
  const { language } = useFrame()
  return (
    <>
      <CoordinateNav current="report" within />
      <BackLink href={`/${language}/report?${address}`}>{t('title')}</BackLink>
      <Heading level={1}>{t('sessions.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        <AskedText asked={only} />
      </p>
      {total === 0 ? (
        <p className="utrecht-paragraph">{t('empty')}</p>
      ) : (
        <Table
          caption={t('sessions.caption', { count: total, number: shown })}
          columns={[
            { key: 'session', header: ti('columns.session.name') },
            { key: 'present', header: tg('session.present'), number: true },
            { key: 'firstTime', header: tg('session.firstTime'), number: true },
            { key: 'municipality', header: tg('form.municipality') },
          ]}
          rows={sessions.map(({ id, date, groupId, group, municipality, present, firstTime }) => ({
            id,
            cells: {
              session: (
                <>
                  <span className="lk-nowrap">
                    <Link href={`/${language}/coordinate/groups/${groupId}/sessions/${id}`}>{date}</Link>
                  </span>
                  <br />
                  <span className="lk-below">
                    <UserText>{group}</UserText>
                  </span>
                </>
              ),
              present: formatNumber(language, present),
              firstTime: formatNumber(language, firstTime),
              municipality: <bdi>{municipality}</bdi>,
            },
          }))}
        />
      )}
      <Pagination page={page} pages={pages} hrefOf={(number) => `/${language}/report/sessions?${address}&page=${number}`} />
    </>
  )
}
