import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { Heading } from '~/components/primitives/Heading'
import { LinkButton } from '~/components/primitives/LinkButton'
import { requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { listLibrary } from '~/http/library.server'
import { libraryPackage, packageSize } from '~/http/library-package.server'
import { pageTitle } from '~/http/page'
import { sharedData } from '~/http/shared-page.server'

export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'package')

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const items = listLibrary(language).map(({ href, title, kind, lang, dir }) => ({ href, title, kind, lang, dir }))
  return sharedData(context, { items, size: packageSize(language, await libraryPackage(language)) })
}

/** What is in the package, and how large it is, before it is asked for. */
export default function LibraryPackage() {
  const { items, size } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['sharing', 'library'])
  const { language } = useFrame()
  return (
    <>
      <BackLink href={`/${language}/library`}>{t('library:item.toLibrary')}</BackLink>
      <Heading level={1}>{t('package.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('package.intro')}</p>
      <p className="lk-actions">
        <LinkButton href={`/${language}/library/package.zip`} download>
          {t('package.download', { size })}
        </LinkButton>
      </p>
      <Heading level={2}>{t('package.contents')}</Heading>
      <ul className="utrecht-unordered-list">
        {items.map(({ href, title, kind, lang, dir }) => (
          <li key={href} className="utrecht-unordered-list__item">
            {t(`library:kind.${kind}`)}:{' '}
            <span lang={lang} dir={dir}>
              {title}
            </span>
          </li>
        ))}
      </ul>
      <Heading level={2}>{t('package.intranet')}</Heading>
      <ol className="utrecht-ordered-list">
        <li className="utrecht-ordered-list__item">{t('package.step1')}</li>
        <li className="utrecht-ordered-list__item">{t('package.step2')}</li>
        <li className="utrecht-ordered-list__item">{t('package.step3')}</li>
      </ol>
      <p className="utrecht-paragraph">{t('package.licence')}</p>
    </>
  )
}
