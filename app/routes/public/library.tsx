import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ItemEntry } from '~/components/patterns/ItemEntry'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { listLibrary } from '~/http/library.server'
import { libraryStyles } from '~/http/library-styles'
import { libraryPackage, packageSize } from '~/http/library-package.server'
import { pageTitle } from '~/http/page'
import { libraryHead } from '~/http/page-head.server'
import { sharedData } from '~/http/shared-page.server'

export { libraryStyles as links }
export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction<typeof loader> = ({ params, data: library }) => [...pageTitle(params, 'library'), ...(library?.head ?? [])]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  return sharedData(context, {
    items: listLibrary(language),
    size: packageSize(language, await libraryPackage(language)),
    head: libraryHead(language),
  })
}

/** What one does with it, and which kinds that are. */
const groups = [
  { title: 'list.watch', kinds: ['film', 'infographic'] },
  { title: 'list.listen', kinds: ['podcast', 'episode'] },
  { title: 'list.read', kinds: ['article', 'page'] },
  { title: 'list.do', kinds: ['cards'] },
] as const

export default function Library() {
  const { items, size } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['library', 'sharing'])
  const { language } = useFrame()
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
      <p className="utrecht-paragraph">
        <Link href={`/${language}/library/package`}>{t('sharing:package.link', { size })}</Link>
      </p>
    </>
  )
}
