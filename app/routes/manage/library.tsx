import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isolated } from '~/components/patterns/ItemEntry'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { useFrame } from '~/http/frame'
import { libraryLines, requireLibraryEditor } from '~/http/library-files.server'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { formatNumber } from '~/i18n/formats'
import { ManageNav } from './ManageNav'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'libraryFiles')

export async function loader(args: LoaderFunctionArgs) {
  const { language, person } = requireLibraryEditor(args)
  return { sections: manageSections(person), items: await libraryLines(language) }
}

export default function LibraryFiles() {
  const { sections, items } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['media', 'library'])
  const { language } = useFrame()
  const number = (count: number) => (count === 0 ? <span className="lk-soft">0</span> : formatNumber(language, count))
  return (
    <>
      <ManageNav sections={sections} />
      <Heading level={1}>{t('list.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('list.intro')}</p>
      <Table
        caption={t('list.caption', { count: items.length })}
        columns={[
          { key: 'item', header: t('list.item') },
          { key: 'kind', header: t('list.kind') },
          { key: 'recorded', header: t('list.recorded') },
          { key: 'uploaded', header: t('list.uploaded'), number: true },
          { key: 'waiting', header: t('list.waiting'), number: true },
        ]}
        rows={items.map(({ id, kind, title, lang, dir, recorded, uploaded, waiting }) => ({
          id,
          cells: {
            item: (
              <Link href={`/${language}/manage/library/${id}`} lang={lang} dir={dir}>
                {title}
              </Link>
            ),
            kind: t(`library:kind.${kind}`),
            recorded: recorded.length > 0 ? isolated(recorded) : <span className="lk-soft">{t('item.nothing')}</span>,
            uploaded: number(uploaded),
            waiting: number(waiting),
          },
        }))}
      />
    </>
  )
}
