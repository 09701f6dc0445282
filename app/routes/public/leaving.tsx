import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Trans, useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { pageTitle } from '~/http/page'
import { sharedData } from '~/http/shared-page.server'

export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'leaving')

export function loader({ params, context }: LoaderFunctionArgs) {
  requireLanguage(params)
  return sharedData(context, null)
}

const how = ['how1', 'how2'] as const
const not = ['not1', 'not2', 'not3', 'not4'] as const
const advice = ['do1', 'do2', 'do3'] as const

/** What the leave control does, and what it cannot do. */
export default function Leaving() {
  const { t } = useTranslation('public')
  const { language } = useFrame()
  const list = (keys: readonly (typeof how | typeof not | typeof advice)[number][]) => (
    <ul className="utrecht-unordered-list">
      {keys.map((key) => (
        <li key={key} className="utrecht-unordered-list__item">
          <Trans t={t} i18nKey={`leaving.${key}`} components={{ b: <strong /> }} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <Heading level={1}>{t('leaving.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('leaving.intro')}</p>
      <Heading level={2}>{t('leaving.howTitle')}</Heading>
      {list(how)}
      <p className="utrecht-paragraph">{t('leaving.then')}</p>
      <Heading level={2}>{t('leaving.notTitle')}</Heading>
      {list(not)}
      <Heading level={2}>{t('leaving.doTitle')}</Heading>
      {list(advice)}
      <p className="utrecht-paragraph">{t('leaving.neutral')}</p>
      <p className="utrecht-paragraph">
        <Link href="/exit">{t('leaving.try')}</Link>
      </p>
      <p className="utrecht-paragraph">
        <Link href={`/${language}/help`}>{t('leaving.help')}</Link>
      </p>
    </>
  )
}
