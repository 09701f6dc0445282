import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { Doors } from '~/components/patterns/Doors'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { pageTitle } from '~/http/page'
import { sharedData } from '~/http/shared-page.server'

export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'home')

export function loader({ params, context }: LoaderFunctionArgs) {
  requireLanguage(params)
  return sharedData(context, null)
}

export default function Home() {
  const { t } = useTranslation('public')
  const { language } = useFrame()
  const home = `/${language}`
  return (
    <>
      <Heading level={1}>{t('home.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('home.intro')}</p>
      <Heading level={2}>{t('home.doorsTitle')}</Heading>
      <Doors
        headingLevel={3}
        doors={[
          { href: `${home}/courses/opvoeding`, drawing: 'tea', title: t('home.parent'), text: t('home.parentText') },
          { href: `${home}/learn`, drawing: 'circle', title: t('home.trainer'), text: t('home.trainerText') },
          { href: `${home}/coordinate/cohorts`, drawing: 'lamp', title: t('home.coordinator'), text: t('home.coordinatorText') },
          { href: `${home}/library`, drawing: 'door', title: t('home.professional'), text: t('home.professionalText') },
        ]}
      />
      <Heading level={2}>{t('home.handbookTitle')}</Heading>
      <p className="utrecht-paragraph">
        <Link href={`${home}/courses/handboek`}>{t('home.handbook')}</Link>
      </p>
      <Heading level={2}>{t('home.leaveTitle')}</Heading>
      <p className="utrecht-paragraph">
        <Link href={`${home}/leaving`}>{t('home.leave')}</Link>
      </p>
    </>
  )
}
