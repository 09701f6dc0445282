import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { countStates } from '~/content/unit-state'
import { maySeeContentState } from '~/domain/accounts/policy'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { listShelves } from '~/http/content-state.server'
import { useFrame } from '~/http/frame'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { formatNumber } from '~/i18n/formats'
import { LanguageName } from './LanguageName'
import { ManageNav } from './ManageNav'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'content')

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: maySeeContentState })
  return {
    sections: manageSections(person),
    shelves: listShelves(language).map(({ rows, ...shelf }) => ({ ...shelf, counts: countStates(rows) })),
  }
}

const counted = ['missing', 'stale', 'draft', 'reviewed', 'words'] as const

/** Of each course and of the library, in each language: what is missing, out of date, not read over, read over. */
export default function ContentState() {
  const { sections, shelves } = useLoaderData<typeof loader>()
  const { t } = useTranslation('translations')
  const { language } = useFrame()
  return (
    <>
      <ManageNav sections={sections} />
      <Heading level={1}>{t('title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('intro')}</p>
      {shelves.map(({ id, title, lang, dir, counts }) => (
        <section key={id}>
          <Heading level={2}>
            <Link href={`/${language}/manage/content/${id}`} lang={lang} dir={dir}>
              {title}
            </Link>
          </Heading>
          <Table
            caption={
              <bdi lang={lang} dir={dir}>
                {title}
              </bdi>
            }
            columns={[
              { key: 'language', header: t('language') },
              { key: 'total', header: t('texts'), number: true },
              ...counted.map((key) => ({ key, header: t(`columns.${key}`), number: true })),
            ]}
            rows={counts.map((count) => ({
              id: count.language,
              cells: {
                language: <LanguageName code={count.language} />,
                total: formatNumber(language, count.total),
                ...Object.fromEntries(
                  counted.map((key) => [key, count[key] === 0 ? <span className="lk-soft">0</span> : formatNumber(language, count[key])]),
                ),
              },
            }))}
          />
        </section>
      ))}
    </>
  )
}
