import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Notice } from '~/components/primitives/Notice'
import { TextArea } from '~/components/primitives/TextArea'
import { inviteAddresses, withdrawInvitation } from '~/domain/cohorts/invite-members.server'
import { inviteAddressesForm } from '~/domain/cohorts/schema'
import { cohortHead, conflict, requireCohort } from '~/http/cohort.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { canMail, mailInvitation } from '~/http/mail.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { languageOf } from '~/http/signed-in.server'
import { CohortHead } from './CohortHead'
import { BackgroundField } from './InviteForm'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'cohortInvitations')

export async function loader(asked: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(asked)
  return { head: cohortHead(cohort), key: randomUUID() as string, canMail: canMail() }
}

export async function action(asked: ActionFunctionArgs) {
  const { language, person, cohort } = await requireCohort(asked)
  const form = await parseForm(asked.request, inviteAddressesForm)
  if (!form.ok) return formFault(form)
  if (cohort.closedAt) return conflict(form, 'closed')
  if (!canMail()) return formFault({ values: form.values, errors: { addresses: 'mailNotSent' } })
  const invitations = await inviteAddresses(person, cohort, form.data)
  const list = `/${language}/coordinate/cohorts/${cohort.id}/invitations`
  // Sent before: the invitations are there, but whether every letter went out nobody knows.
  if (!invitations) return redirect(`${list}?invited`, 303)
  const failed: string[] = []
  for (const invitation of invitations) {
    if (await mailInvitation(invitation.email, invitation, languageOf(cohort, language))) continue
    failed.push(invitation.email)
    await withdrawInvitation(invitation.id, person.id)
  }
  if (failed.length === 0) return redirect(`${list}?sent`, 303)
  // What did go out is not sent again: the form comes back with the others, and with a key of its own.
  return formFault({ values: { background: form.data.background, addresses: failed.join('\n') }, errors: { addresses: 'mailNotSent' } })
}

export default function CohortInvitationsMail() {
  const { head, key, canMail: can } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const fault = useFormFault()
  const back = { href: `/${language}/coordinate/cohorts/${head.id}/invitations`, words: t('invitations.back') }
  return (
    <>
      <CohortHead cohort={head} title={t('invitations.mailTitle')} errors={fault.summary} back={back} />
      {!can && (
        <Notice kind="info" title={t('invitations.noMailTitle')}>
          <p className="utrecht-paragraph">{t('invitations.noMail')}</p>
        </Notice>
      )}
      {can && !head.closed && (
        <>
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t('invitations.mailIntro')}</p>
          <PostForm>
            <input type="hidden" name="key" value={fault.value('key', key)} />
            <TextArea
              name="addresses"
              label={t('invitations.addresses')}
              description={t('invitations.addressesHelp')}
              dir="ltr"
              maxLength={20000}
              autoComplete="off"
              defaultValue={fault.value('addresses')}
              error={fault.error('addresses')}
            />
            <BackgroundField fault={fault} />
            <Button>{t('invitations.send')}</Button>
          </PostForm>
        </>
      )}
    </>
  )
}
