import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { LinkPoster } from '~/components/patterns/LinkPoster'
import { PrintButton } from '~/components/patterns/PrintButton'
import { Heading } from '~/components/primitives/Heading'
import { requireLanguage } from '~/http/context.server'
import { evaluationStyles } from '~/http/evaluation-styles'
import { useFrame } from '~/http/frame'
import { requireItem } from '~/http/library.server'
import { libraryStyles } from '~/http/library-styles'
import { pageTitle } from '~/http/page'
import { posterLinks } from '~/http/share.server'
import { sharedData } from '~/http/shared-page.server'

export const links = () => [...evaluationStyles(), ...libraryStyles()]
export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'poster')

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const { id } = requireItem(params)
  return sharedData(context, { id, ...posterLinks(language, id) })
}

/** A poster that leads to an item. Nothing on it says which one: it hangs where everybody comes by. */
export default function LibraryPoster() {
  const { id, qr, address } = useLoaderData<typeof loader>()
  const { t } = useTranslation('sharing')
  const { language } = useFrame()
  return (
    <>
      <div className="lk-no-print">
        <BackLink href={`/${language}/library/${id}`}>{t('poster.back')}</BackLink>
        <Heading level={1}>{t('poster.link')}</Heading>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t('poster.intro')}</p>
        <div className="lk-actions">
          <PrintButton />
        </div>
      </div>
      <LinkPoster qr={qr} address={address} />
    </>
  )
}
