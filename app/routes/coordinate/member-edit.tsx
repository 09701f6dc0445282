import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { changeMember, firstDayToLeave } from '~/domain/cohorts/change-member.server'
import { findMember } from '~/domain/cohorts/cohorts.server'
import { changeMemberForm } from '~/domain/cohorts/schema'
import { cohortHead, conflict, requireCohort } from '~/http/cohort.server'
import { notFound } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { formatDate, today } from '~/i18n/formats'
import { CohortHead } from './CohortHead'
import { BackgroundField } from './InviteForm'
import { NowThere, useSeen } from './NowThere'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'member')

async function requireMember(asked: LoaderFunctionArgs | ActionFunctionArgs) {
  const { language, person, cohort } = await requireCohort(asked)
  const member = await findMember(person, cohort.id, requireId(asked.params.member))
  if (!member) throw notFound()
  return { language, person, cohort, member }
}

export async function loader(asked: LoaderFunctionArgs) {
  const { cohort, member } = await requireMember(asked)
  const { background, leftOn, revision, account } = member
  return {
    head: cohortHead(cohort),
    account: { id: account.id, userName: account.userName },
    now: { background, leftOn, revision },
    from: firstDayToLeave(cohort, member),
    until: today(),
  }
}

export async function action(asked: ActionFunctionArgs) {
  const { language, person, cohort, member } = await requireMember(asked)
  const form = await parseForm(asked.request, changeMemberForm)
  if (!form.ok) return formFault(form)
  const result = await changeMember(person, cohort, member, form.data)
  if (result === 'stale' || result === 'closed') return conflict(form, result)
  if (result !== 'changed') return formFault({ values: form.values, errors: { leftOn: result } })
  return redirect(`/${language}/coordinate/cohorts/${cohort.id}/members/${member.account.id}?saved`, 303)
}

export default function MemberEdit() {
  const { head, account, now, from, until } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const fault = useFormFault()
  const seen = useSeen('revision', now.revision)
  const back = { href: `/${language}/coordinate/cohorts/${head.id}/members/${account.id}`, words: t('memberEdit.back') }
  return (
    <>
      <CohortHead cohort={head} title={`${t('memberEdit.title')}: ${account.userName}`} errors={fault.summary} back={back} />
      <NowThere
        items={[
          { key: 'background', term: t('cohort.background'), value: t(`background.${now.background}`) },
          { key: 'leftOn', term: t('member.leftOn'), value: now.leftOn ? formatDate(language, now.leftOn) : '–' },
        ]}
      />
      {!head.closed && (
        <PostForm>
          <input type="hidden" name="revision" value={seen} />
          <BackgroundField fault={fault} now={now.background} />
          <Field
            name="leftOn"
            type="date"
            required={false}
            label={t('member.leftOn')}
            description={t('memberEdit.leftOnHelp')}
            min={from}
            max={until}
            defaultValue={fault.value('leftOn', now.leftOn ?? '')}
            error={fault.error('leftOn')}
          />
          <Button>{t('form.save')}</Button>
        </PostForm>
      )}
    </>
  )
}
