import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Pagination } from '~/components/patterns/Pagination'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { UserText } from '~/components/primitives/UserText'
import { mayOversee } from '~/domain/accounts/policy'
import { listExports } from '~/domain/participation/export-log.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { pageOf, pagesOf } from '~/http/paging'
import { askedInWords } from '~/http/report-asked.server'
import { formatDateTime, formatNumber } from '~/i18n/formats'
import { AskedText } from '../report/AskedText'
import { ManageNav } from './ManageNav'

export { reportStyles as links } from '~/http/report-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'exports')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayOversee })
  const page = pageOf(new URL(request.url).searchParams, 25)
  const { lines, total } = await listExports(page)
  const pages = pagesOf(total, page)
  if (page.page > pages) throw notFound()
  const words = await askedInWords(
    lines.map(({ request: asked }) => asked),
    language,
  )
  return {
    sections: manageSections(person),
    lines: lines.map(({ id, startedAt, by, userName, format, disclosure, hash, bytes }, index) => ({
      ...{
        id,
        by,
        userName,
        asked: words[index] ?? null,
        format,
        disclosure: disclosure === 'exact' ? ('exact' as const) : ('public' as const),
        hash,
      },
      at: formatDateTime(language, startedAt),
      size: bytes === null ? null : formatNumber(language, bytes),
    })),
    page: page.page,
    pages,
    total,
  }
}

export default function Exports() {
  const { sections, lines, page, pages, total } = useLoaderData<typeof loader>()
  const { t } = useTranslation('report')
  const { language } = useFrame()
  return (
    <>
      <ManageNav sections={sections} />
      <Heading level={1}>{t('exports.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('exports.intro')}</p>
      <p className="utrecht-paragraph">
        <Link href={`/${language}/report/check`}>{t('check.title')}</Link>
      </p>
      {lines.length === 0 ? (
        <p className="utrecht-paragraph">{t('exports.empty')}</p>
      ) : (
        <>
          <p className="utrecht-paragraph">{t('exports.caption', { count: total })}</p>
          <ul className="lk-targets" role="list">
            {lines.map(({ id, at, by, userName, asked, format, disclosure, hash, size }) => (
              <li key={id}>
                <p className="utrecht-paragraph">
                  <strong>{at}</strong> · {userName === null ? t(`exports.who.${by}`) : <UserText>{userName}</UserText>}
                </p>
                <p className="utrecht-paragraph">
                  {format.toUpperCase()} · {t(`disclosure.${disclosure}`)} ·{' '}
                  {size === null ? t('exports.brokenOff') : t('exports.bytes', { size })}
                </p>
                <p className="utrecht-paragraph">
                  <AskedText asked={asked} />
                </p>
                {hash && (
                  <p className="utrecht-paragraph lk-code lk-small lk-soft" dir="ltr">
                    {hash}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Pagination page={page} pages={pages} hrefOf={(number) => `/${language}/manage/exports?page=${number}`} />
    </>
  )
}
