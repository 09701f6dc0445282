import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { Badge } from '~/components/primitives/Badge'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { useFrame } from '~/http/frame'
import { requireItem } from '~/http/library.server'
import { itemLines, requireLibraryEditor } from '~/http/library-files.server'
import { privatePageTitle } from '~/http/page'
import { directionOf } from '~/i18n/languages'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'libraryFiles')

export async function loader(args: LoaderFunctionArgs) {
  const { language } = requireLibraryEditor(args)
  return itemLines(requireItem(args.params), language)
}

export default function LibraryItemFiles() {
  const item = useLoaderData<typeof loader>()
  const { t } = useTranslation(['media', 'library'])
  const { language } = useFrame()
  return (
    <>
      <BackLink href={`/${language}/manage/library`}>{t('list.title')}</BackLink>
      <p className="lk-eyebrow">{t(`library:kind.${item.kind}`)}</p>
      <Heading level={1} lang={item.lang} dir={item.dir}>
        {item.title}
      </Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('item.intro')}</p>
      {item.roles.map(({ role, languages }) => (
        <section key={role}>
          <Heading level={2}>{t(`roles.${role}`)}</Heading>
          <Table
            caption={t(`roles.${role}`)}
            columns={[
              { key: 'language', header: t('item.language') },
              { key: 'now', header: t('item.now') },
            ]}
            rows={languages.map(({ language: own, name, now, waiting }) => ({
              id: own,
              cells: {
                language: (
                  <Link href={`/${language}/manage/library/${item.id}/${own}/${role}`} lang={own} dir={directionOf(own)}>
                    {name}
                  </Link>
                ),
                now: (
                  <>
                    {now ? (
                      <>
                        {t(now.since ? 'item.uploaded' : 'item.built')} · <bdi>{now.size}</bdi>
                      </>
                    ) : (
                      <span className="lk-soft">{t('item.nothing')}</span>
                    )}
                    {waiting > 0 && (
                      <>
                        {' '}
                        <Badge look="warm">{t('item.waiting', { count: waiting })}</Badge>
                      </>
                    )}
                  </>
                ),
              },
            }))}
          />
        </section>
      ))}
    </>
  )
}
