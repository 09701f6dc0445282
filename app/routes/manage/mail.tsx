import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/patterns/EmptyState'
import { Code } from '~/components/primitives/Code'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { mayAdminister } from '~/domain/accounts/policy'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { listDemoMail, writesMailToFolder } from '~/http/written-mail.server'
import { formatDateTime } from '~/i18n/formats'
import { ManageNav } from './ManageNav'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'mail')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  if (!writesMailToFolder()) throw notFound()
  const person = requireAccount(context, { request, language, may: mayAdminister })
  const mails = await listDemoMail()
  return { sections: manageSections(person), mails: mails.map((mail) => ({ ...mail, at: formatDateTime(language, mail.at) })) }
}

export default function Mail() {
  const { sections, mails } = useLoaderData<typeof loader>()
  const { t } = useTranslation('manage')
  return (
    <>
      <ManageNav sections={sections} />
      <Heading level={1}>{t('mail.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('mail.intro')}</p>
      {mails.length === 0 && (
        <EmptyState drawing="letter" title={t('mail.empty')}>
          <p className="utrecht-paragraph">{t('mail.emptyText')}</p>
        </EmptyState>
      )}
      {mails.map(({ at, to, subject, pieces }, index) => (
        <article key={index} className="lk-mail">
          <Heading level={2} dir="auto">
            {subject}
          </Heading>
          <p className="lk-small lk-soft">
            {t('mail.to')}: <Code>{to}</Code> · {t('mail.at')}: {at}
          </p>
          <div className="lk-mail__text" dir="auto">
            {pieces.map(({ text, link }, place) =>
              link ? (
                <Link key={place} href={text}>
                  {text}
                </Link>
              ) : (
                text
              ),
            )}
          </div>
        </article>
      ))}
    </>
  )
}
