import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CopyText } from '~/components/patterns/CopyText'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Notice } from '~/components/primitives/Notice'
import { changeCalendar, findCalendarCode } from '~/domain/groups/calendar-feed.server'
import { calendarForm } from '~/domain/groups/calendar-schema'
import { maySeeGroups } from '~/domain/groups/policy'
import { calendarLinks } from '~/http/calendar.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { useSaved } from '~/http/saved'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'calendar')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id } = requireAccount(context, { request, language: requireLanguage(params), may: maySeeGroups })
  const code = await findCalendarCode(id)
  return { links: code === null ? null : calendarLinks(code) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const { id } = requireAccount(context, { request, language, may: maySeeGroups })
  const form = await parseForm(request, calendarForm)
  if (!form.ok) throw notFound()
  await changeCalendar(id, form.data.change)
  return redirect(`/${language}/account/calendar?${form.data.change}`, 303)
}

export default function Calendar() {
  const { links } = useLoaderData<typeof loader>()
  const { t } = useTranslation('paper')
  const { language } = useFrame()
  const done = { make: useSaved('make'), renew: useSaved('renew'), withdraw: useSaved('withdraw') }
  return (
    <FormPage title={t('calendar.title')} intro={t('calendar.intro')}>
      {(['make', 'renew', 'withdraw'] as const).map(
        (change) =>
          // After the back button the address may say something else than what is there.
          done[change] &&
          (change === 'withdraw') === (links === null) && (
            <Notice key={change} kind="success" role="status">
              <p className="utrecht-paragraph">{t(`calendar.done.${change}`)}</p>
            </Notice>
          ),
      )}
      {links ? <OwnCalendar {...links} /> : <NoCalendar />}
      <p className="utrecht-paragraph">
        <Link href={`/${language}/account`}>{t('calendar.back')}</Link>
      </p>
    </FormPage>
  )
}

function NoCalendar() {
  const { t } = useTranslation('paper')
  return (
    <>
      <p className="utrecht-paragraph">{t('calendar.secret')}</p>
      <PostForm>
        <Button name="change" value="make">
          {t('calendar.make')}
        </Button>
      </PostForm>
    </>
  )
}

function OwnCalendar({ url, opens }: { url: string; opens: string }) {
  const { t } = useTranslation('paper')
  const ways = ['iphone', 'android', 'computer'] as const
  return (
    <>
      <Heading level={2}>{t('calendar.addressTitle')}</Heading>
      <CopyText text={url} label={t('calendar.copy')} />
      <p className="utrecht-paragraph">{t('calendar.secret')}</p>
      <Heading level={2}>{t('calendar.howTitle')}</Heading>
      {ways.map((way) => (
        <div key={way}>
          <Heading level={3}>{t(`calendar.${way}.title`)}</Heading>
          <p className="utrecht-paragraph">{t(`calendar.${way}.text`)}</p>
          {way === 'iphone' && (
            <div className="lk-actions">
              <LinkButton href={opens} look="secondary">
                {t('calendar.open')}
              </LinkButton>
            </div>
          )}
        </div>
      ))}
      <p className="utrecht-paragraph">{t('calendar.late')}</p>
      <Heading level={2}>{t('calendar.renewTitle')}</Heading>
      <p className="utrecht-paragraph">{t('calendar.renewText')}</p>
      <PostForm>
        <div className="lk-actions">
          <Button name="change" value="renew" look="secondary">
            {t('calendar.renew')}
          </Button>
          <Button name="change" value="withdraw" look="secondary">
            {t('calendar.withdraw')}
          </Button>
        </div>
      </PostForm>
    </>
  )
}
