import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/primitives/LinkButton'
import { inviteMembers, listInvitationsTo } from '~/domain/cohorts/invite-members.server'
import { inviteMembersForm } from '~/domain/cohorts/schema'
import { cohortHead, conflict, requireCohort } from '~/http/cohort.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { formatDate } from '~/i18n/formats'
import { CohortHead } from './CohortHead'
import { Done } from './Done'
import { InvitationTable } from './InvitationTable'
import { InviteForm } from './InviteForm'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'cohortInvitations')

export async function loader(asked: LoaderFunctionArgs) {
  const { language, cohort } = await requireCohort(asked)
  const invitations = await listInvitationsTo(cohort)
  return {
    head: cohortHead(cohort),
    key: randomUUID() as string,
    invitations: invitations.map(({ id, readableCode, background, expiresAt }) => ({
      id,
      code: readableCode,
      background,
      until: formatDate(language, expiresAt),
    })),
  }
}

export async function action(asked: ActionFunctionArgs) {
  const { language, person, cohort } = await requireCohort(asked)
  const form = await parseForm(asked.request, inviteMembersForm)
  if (!form.ok) return formFault(form)
  if (cohort.closedAt) return conflict(form, 'closed')
  await inviteMembers(person, cohort, form.data)
  return redirect(`/${language}/coordinate/cohorts/${cohort.id}/invitations?invited`, 303)
}

export default function CohortInvitations() {
  const { head, key, invitations } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const fault = useFormFault()
  const base = `/${language}/coordinate/cohorts/${head.id}/invitations`
  return (
    <>
      <CohortHead cohort={head} title={t('pages.invitations')} errors={fault.summary} />
      <Done words={{ invited: t('cohort.invited'), withdrawn: t('cohort.withdrawn'), sent: t('invitations.sent') }} />
      <p className="utrecht-paragraph">{t('cohort.invitationsIntro')}</p>
      <InvitationTable invitations={invitations} />
      <div className="lk-actions">
        {invitations.length > 0 && (
          <LinkButton href={`${base}/print`} look="secondary">
            {t('invitations.print')}
          </LinkButton>
        )}
        {!head.closed && (
          <LinkButton href={`${base}/mail`} look="secondary">
            {t('invitations.byMail')}
          </LinkButton>
        )}
      </div>
      {!head.closed && <InviteForm fault={fault} formKey={key} />}
    </>
  )
}
