import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Pagination } from '~/components/patterns/Pagination'
import { Heading } from '~/components/primitives/Heading'
import { Table } from '~/components/primitives/Table'
import { listAudit, type AuditAction } from '~/domain/accounts/audit.server'
import { mayAdminister } from '~/domain/accounts/policy'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { pageOf, pagesOf } from '~/http/paging'
import { formatDateTime } from '~/i18n/formats'
import { AuditSubject, PersonLink } from './AuditSubject'
import { ManageNav } from './ManageNav'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'audit')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayAdminister })
  const page = pageOf(new URL(request.url).searchParams)
  const { lines, total } = await listAudit(page)
  const pages = pagesOf(total, page)
  if (page.page > pages) throw notFound()
  return {
    sections: manageSections(person),
    lines: lines.map((line) => ({ ...line, at: formatDateTime(language, line.at) })),
    page: page.page,
    pages,
    total,
  }
}

export default function Audit() {
  const { sections, lines, page, pages, total } = useLoaderData<typeof loader>()
  const { t } = useTranslation('manage')
  const { language } = useFrame()
  return (
    <>
      <ManageNav sections={sections} />
      <Heading level={1}>{t('audit.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('audit.intro')}</p>
      {lines.length === 0 ? (
        <p className="utrecht-paragraph">{t('audit.empty')}</p>
      ) : (
        <Table
          caption={t('audit.caption', { count: total })}
          columns={[
            { key: 'at', header: t('audit.at') },
            { key: 'actor', header: t('audit.actor') },
            { key: 'action', header: t('audit.action') },
            { key: 'subject', header: t('audit.subject') },
          ]}
          rows={lines.map(({ id, at, actor, action, subject }) => ({
            id,
            cells: {
              at: <span className="lk-nowrap">{at}</span>,
              actor: actor ? <PersonLink {...actor} /> : t('audit.system'),
              // An action of a later version that this one does not know is shown by its code.
              action: t(`audit.actions.${action as AuditAction}`, { defaultValue: action }),
              subject: <AuditSubject {...subject} />,
            },
          }))}
        />
      )}
      <Pagination page={page} pages={pages} hrefOf={(number) => `/${language}/manage/audit?page=${number}`} />
    </>
  )
}
