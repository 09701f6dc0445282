import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { Heading } from '~/components/primitives/Heading'
import { indicators } from '~/domain/participation/indicators'
import { requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { pageTitle } from '~/http/page'
import { sharedData } from '~/http/shared-page.server'

export { pageHeaders as headers } from '~/http/page-headers'
export { reportStyles as links } from '~/http/report-styles'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'definitions')

const rules = ['twice', 'firstTime', 'groupHeld', 'trained', 'active', 'cascade', 'languages', 'memory'] as const
const publicRules = ['editions', 'withheld', 'rounded', 'averages'] as const

export function loader({ params, context }: LoaderFunctionArgs) {
  requireLanguage(params)
  return sharedData(context, null)
}

export default function Definitions() {
  const { t } = useTranslation('report')
  const { t: ti } = useTranslation('indicators')
  const { language } = useFrame()
  return (
    <>
      <BackLink href={`/${language}/report`}>{t('title')}</BackLink>
      <Heading level={1}>{t('definitions.title')}</Heading>
      <dl className="lk-data">
        {indicators.map(({ code }) => (
          <div key={code} id={code}>
            <dt>{ti(`${code}.name`)}</dt>
            <dd>{ti(`${code}.definition`)}</dd>
          </div>
        ))}
      </dl>
      <Heading level={2}>{t('definitions.how')}</Heading>
      <ul className="utrecht-unordered-list">
        {rules.map((rule) => (
          <li key={rule} className="utrecht-unordered-list__item">
            {ti(`general.${rule}`)}
          </li>
        ))}
      </ul>
      <Heading level={2}>{t('definitions.public')}</Heading>
      <ul className="utrecht-unordered-list">
        {publicRules.map((rule) => (
          <li key={rule} className="utrecht-unordered-list__item">
            {ti(`general.${rule}`)}
          </li>
        ))}
      </ul>
    </>
  )
}
