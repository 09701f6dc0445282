import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { terms } from '~/domain/accounts/terms'
import { requireLanguage } from '~/http/context.server'
import { pageTitle } from '~/http/page'
import { sharedData } from '~/http/shared-page.server'

export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'privacy')

export function loader({ params, context }: LoaderFunctionArgs) {
  requireLanguage(params)
  return sharedData(context, {
    months: terms.unusedAccountMonths,
    years: terms.auditYears,
    days: terms.unusedMediaDays,
  })
}

const kept = ['account1', 'account2', 'account3', 'account4', 'account5', 'account6', 'account7', 'account9', 'account8'] as const
const sections = ['reach', 'voices', 'cookie', 'participant', 'evaluation', 'rights'] as const

export default function Privacy() {
  const { months, years, days } = useLoaderData<typeof loader>()
  const { t } = useTranslation('public')
  return (
    <>
      <Heading level={1}>{t('privacy.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('privacy.intro')}</p>
      <Heading level={2}>{t('privacy.readingTitle')}</Heading>
      <p className="utrecht-paragraph">{t('privacy.reading')}</p>
      <Heading level={2}>{t('privacy.accountTitle')}</Heading>
      <p className="utrecht-paragraph">{t('privacy.accountIntro')}</p>
      <ul className="utrecht-unordered-list">
        {kept.map((key) => (
          <li key={key} className="utrecht-unordered-list__item">
            {t(`privacy.${key}`)}
          </li>
        ))}
      </ul>
      <Heading level={2}>{t('privacy.whoTitle')}</Heading>
      <p className="utrecht-paragraph">{t('privacy.who')}</p>
      <Heading level={2}>{t('privacy.longTitle')}</Heading>
      <p className="utrecht-paragraph">{t('privacy.long', { months, years })}</p>
      {sections.map((key) => (
        <section key={key}>
          <Heading level={2}>{t(`privacy.${key}Title`)}</Heading>
          <p className="utrecht-paragraph">{t(`privacy.${key}`, { days })}</p>
        </section>
      ))}
    </>
  )
}
