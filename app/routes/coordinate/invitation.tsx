import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { CopyText } from '~/components/patterns/CopyText'
import { InvitationSheet } from '~/components/patterns/InvitationSheet'
import { PrintButton } from '~/components/patterns/PrintButton'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { Notice } from '~/components/primitives/Notice'
import { mayCoordinate } from '~/domain/accounts/policy'
import { findInvitation, withdrawInvitation } from '~/domain/cohorts/invite-members.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { invitationLinks } from '~/http/invitation.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { formatDate } from '~/i18n/formats'
import { directionOf, isLanguage } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { SheetLanguages } from './SheetLanguages'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'invitation')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const invitation = await findInvitation(person, requireId(params.invitation))
  if (!invitation) throw notFound()
  const { state, cohort, organisation, role } = invitation
  const back = backOf(language, cohort)
  if (state !== 'open') return { state, back, ofCohort: cohort !== null, sheet: null } as const
  // The sheet is in the language of the group, unless another one is asked for: it is read by who is invited.
  const lang = [new URL(request.url).searchParams.get('sheet'), cohort?.language, language].find(isLanguage) ?? language
  const { url, typed, qr } = invitationLinks(invitation, lang)
  const sheet = {
    lang,
    cohort: cohort?.name ?? null,
    organisation: organisation?.name ?? null,
    role: cohort ? null : i18nOf(lang).t(`roles.${role}`, { ns: 'accounts' }),
    qr,
    address: typed,
    code: invitation.readableCode,
    until: formatDate(lang, invitation.expiresAt),
    url,
  }
  return { state, back, ofCohort: cohort !== null, sheet } as const
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const invitation = await findInvitation(person, requireId(params.invitation))
  if (!invitation) throw notFound()
  const done = await withdrawInvitation(invitation.id, person.id)
  // Used or withdrawn in the meantime: its own page says so.
  return redirect(done ? `${backOf(language, invitation.cohort)}?withdrawn` : `/${language}/coordinate/invitations/${invitation.id}`, 303)
}

/** Where an invitation is listed. */
function backOf(language: string, cohort: { id: string } | null): string {
  return cohort ? `/${language}/coordinate/cohorts/${cohort.id}/invitations` : `/${language}/manage/people/invite`
}

export default function Invitation() {
  const { state, back, ofCohort, sheet } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { path, language } = useFrame()
  const [place = ''] = path.split('?')
  const backLink = <BackLink href={back}>{ofCohort ? t('invitations.back') : t('invitation.backToInvite')}</BackLink>
  if (!sheet) {
    return (
      <>
        {backLink}
        <Heading level={1}>{t('invitation.title')}</Heading>
        <Notice kind="info" title={t(`invitation.state.${state}`)}>
          <p className="utrecht-paragraph">{t('invitation.closed')}</p>
        </Notice>
      </>
    )
  }
  const { url, lang, ...words } = sheet
  return (
    <>
      {backLink}
      <div className="lk-no-print">
        <Heading level={1}>{t('invitation.title')}</Heading>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t('invitation.intro')}</p>
        <SheetLanguages address={`/${language}/${place}`} lang={lang} />
      </div>
      <InvitationSheet {...words} lang={lang} dir={directionOf(lang)} />
      <div className="lk-no-print">
        <div className="lk-actions">
          <PrintButton />
        </div>
        <Heading level={2}>{t('invitation.passOn')}</Heading>
        <CopyText text={url} label={t('invitation.copy')} />
        <Heading level={2}>{t('invitation.withdrawTitle')}</Heading>
        <p className="utrecht-paragraph">{t('invitation.withdrawText')}</p>
        <PostForm>
          <Button look="secondary">{t('invitation.withdraw')}</Button>
        </PostForm>
      </div>
    </>
  )
}
