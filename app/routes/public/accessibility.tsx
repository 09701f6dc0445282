import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { requireLanguage } from '~/http/context.server'
import { pageTitle } from '~/http/page'
import { sharedData } from '~/http/shared-page.server'

export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'accessibility')

export function loader({ params, context }: LoaderFunctionArgs) {
  requireLanguage(params)
  return sharedData(context, null)
}

const limits = ['limit1', 'limit2', 'limit3'] as const

export default function Accessibility() {
  const { t } = useTranslation('public')
  return (
    <>
      <Heading level={1}>{t('accessibility.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('accessibility.intro')}</p>
      <Heading level={2}>{t('accessibility.standardTitle')}</Heading>
      <p className="utrecht-paragraph">{t('accessibility.standard')}</p>
      <Heading level={2}>{t('accessibility.limitsTitle')}</Heading>
      <ul className="utrecht-unordered-list">
        {limits.map((key) => (
          <li key={key} className="utrecht-unordered-list__item">
            {t(`accessibility.${key}`)}
          </li>
        ))}
      </ul>
      <Heading level={2}>{t('accessibility.reportTitle')}</Heading>
      <p className="utrecht-paragraph">{t('accessibility.report')}</p>
    </>
  )
}
