import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { NamedTitle } from '~/components/patterns/NamedTitle'
import { DataList } from '~/components/primitives/DataList'
import { ErrorSummary } from '~/components/primitives/ErrorSummary'
import { Heading } from '~/components/primitives/Heading'
import { Notice } from '~/components/primitives/Notice'
import { mayCoordinate } from '~/domain/accounts/policy'
import { findCohort, listMembersWithProgress } from '~/domain/cohorts/cohorts.server'
import { inviteMembers, listInvitationsTo } from '~/domain/cohorts/invite-members.server'
import { inviteMembersForm } from '~/domain/cohorts/schema'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { courseTitleById } from '~/http/course-titles-by-id.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { privatePageTitle } from '~/http/page'
import { useSaved } from '~/http/saved'
import { languageOf } from '~/http/signed-in.server'
import { formatDate } from '~/i18n/formats'
import { directionOf, languageNames } from '~/i18n/languages'
import { InvitationTable } from './InvitationTable'
import { InviteForm } from './InviteForm'
import { MemberTable } from './MemberTable'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'cohort')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const cohort = await findCohort(person, requireId(params.cohort))
  if (!cohort) throw notFound()
  const [members, invitations] = await Promise.all([listMembersWithProgress(cohort), listInvitationsTo(cohort)])
  const { id, name, startsOn, endsOn, withoutTests, organisation } = cohort
  return {
    cohort: { id, name, organisation: organisation.name, startsOn, endsOn, withoutTests, language: languageOf(cohort, language) },
    course: courseTitleById(cohort.courseId, language),
    members,
    invitations: invitations.map(({ id, readableCode, background, expiresAt }) => ({
      id,
      code: readableCode,
      background,
      until: formatDate(language, expiresAt),
    })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const cohort = await findCohort(person, requireId(params.cohort))
  if (!cohort) throw notFound()
  const form = await parseForm(request, inviteMembersForm)
  if (!form.ok) return formFault(form)
  await inviteMembers(person, cohort, form.data)
  return redirect(`/${language}/coordinate/cohorts/${cohort.id}?invited#invitations`, 303)
}

export default function Cohort() {
  const { cohort, course, members, invitations } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const fault = useFormFault()
  const failed = useActionData() !== undefined
  const done = { created: useSaved('created'), withdrawn: useSaved('withdrawn') }
  const invited = useSaved('invited') && !failed
  return (
    <>
      <BackLink href={`/${language}/coordinate/cohorts`}>{t('cohort.all')}</BackLink>
      <ErrorSummary errors={fault.summary} />
      <NamedTitle kind={t('cohort.eyebrow')} name={cohort.name} />
      {(['created', 'withdrawn'] as const).map(
        (what) =>
          done[what] &&
          !failed && (
            <Notice key={what} kind="success" role="status">
              <p className="utrecht-paragraph">{t(`cohort.${what}`)}</p>
            </Notice>
          ),
      )}
      <DataList
        items={[
          { key: 'organisation', term: t('cohort.organisation'), value: <bdi>{cohort.organisation}</bdi> },
          {
            key: 'course',
            term: t('cohort.course'),
            value: (
              <span lang={course.lang} dir={course.dir}>
                {course.title}
              </span>
            ),
          },
          {
            key: 'language',
            term: t('cohort.language'),
            value: (
              <span lang={cohort.language} dir={directionOf(cohort.language)}>
                {languageNames[cohort.language]}
              </span>
            ),
          },
          {
            key: 'dates',
            term: t('cohort.dates'),
            value: t('cohorts.period', { from: formatDate(language, cohort.startsOn), until: formatDate(language, cohort.endsOn) }),
          },
          { key: 'withoutTests', term: t('cohort.withoutTests'), value: cohort.withoutTests ? t('cohort.noTests') : t('cohort.withTests') },
        ]}
      />
      <Heading level={2}>{t('cohort.membersTitle')}</Heading>
      <MemberTable cohort={cohort.id} members={members} />
      <Heading level={2} id="invitations">
        {t('cohort.invitationsTitle')}
      </Heading>
      {invited && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t('cohort.invited')}</p>
        </Notice>
      )}
      <p className="utrecht-paragraph">{t('cohort.invitationsIntro')}</p>
      <InvitationTable invitations={invitations} />
      <InviteForm fault={fault} />
    </>
  )
}
