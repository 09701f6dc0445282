import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ItemEntry } from '~/components/patterns/ItemEntry'
import { Heading } from '~/components/primitives/Heading'
import { requireLanguage } from '~/http/context.server'
import { listLibrary } from '~/http/library.server'
import { libraryStyles } from '~/http/library-styles'
import { pageTitle } from '~/http/page'
import { sharedData } from '~/http/shared-page.server'

export { libraryStyles as links }
export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'library')

export function loader({ params, context }: LoaderFunctionArgs) {
  return sharedData(context, { items: listLibrary(requireLanguage(params)) })
}

/** What one does with it, and which kinds that are. */
const groups = [
  { title: 'list.watch', kinds: ['film', 'infographic'] },
  { title: 'list.listen', kinds: ['podcast', 'episode'] },
  { title: 'list.read', kinds: ['article', 'page'] },
  { title: 'list.do', kinds: ['cards'] },
] as const

export default function Library() {
  const { items } = useLoaderData<typeof loader>()
  const { t } = useTranslation('library')
  return (
    <>
      <Heading level={1}>{t('list.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('list.intro')}</p>
      {groups.map(({ title, kinds }) => {
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
    </>
  )
}
