import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Trans, useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Phone } from '~/components/primitives/Phone'
import { requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { pageTitle } from '~/http/page'
import { sharedData } from '~/http/shared-page.server'

export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'help')

export function loader({ params, context }: LoaderFunctionArgs) {
  requireLanguage(params)
  return sharedData(context, null)
}

export default function Help() {
  const { t } = useTranslation('public')
  const { language } = useFrame()
  return (
    <>
      <Heading level={1}>{t('help.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('help.intro')}</p>
      <Heading level={2}>{t('help.dangerTitle')}</Heading>
      <p className="utrecht-paragraph lk-call">
        <Trans t={t} i18nKey="help.danger" components={{ tel: <Phone number="112" /> }} />
      </p>
      <Heading level={2}>{t('help.veiligThuisTitle')}</Heading>
      <p className="utrecht-paragraph lk-call">
        <Trans t={t} i18nKey="help.veiligThuisCall" components={{ tel: <Phone number="0800-2000" /> }} />
      </p>
      <p className="utrecht-paragraph">{t('help.veiligThuis')}</p>
      <Heading level={2}>{t('help.lkhaTitle')}</Heading>
      <p className="utrecht-paragraph">{t('help.lkha')}</p>
      <Heading level={2}>{t('help.nearTitle')}</Heading>
      <ul className="utrecht-unordered-list">
        {(['doctor', 'team'] as const).map((key) => (
          <li key={key} className="utrecht-unordered-list__item">
            <Trans t={t} i18nKey={`help.${key}`} components={{ b: <strong /> }} />
          </li>
        ))}
      </ul>
      <Heading level={2}>{t('help.safeTitle')}</Heading>
      <ul className="utrecht-unordered-list">
        {(['safe1', 'safe2', 'safe3'] as const).map((key) => (
          <li key={key} className="utrecht-unordered-list__item">
            {t(`help.${key}`)}
          </li>
        ))}
      </ul>
      <p className="utrecht-paragraph">
        <Link href={`/${language}/leaving`}>{t('help.leaving')}</Link>
      </p>
    </>
  )
}
