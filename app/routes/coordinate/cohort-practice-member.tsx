import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findMember } from '~/domain/cohorts/cohorts.server'
import { getPractice } from '~/domain/cohorts/practice.server'
import { cohortHead, requireCohort } from '~/http/cohort.server'
import { notFound } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { privatePageTitle } from '~/http/page'
import { answerPracticeForm } from '~/http/practice.server'
import { formatDate, today } from '~/i18n/formats'
import { PracticeLog } from '../learn/PracticeLog'
import { CohortHead } from './CohortHead'
import { Done } from './Done'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'practice')

async function requirePractisingMember(asked: LoaderFunctionArgs | ActionFunctionArgs) {
  const { language, person, cohort } = await requireCohort(asked)
  const member = await findMember(person, cohort.id, requireId(asked.params.member))
  if (!member) throw notFound()
  return { language, person, cohort, member: { ...member, cohort } }
}

export async function loader(asked: LoaderFunctionArgs) {
  const { cohort, member } = await requirePractisingMember(asked)
  const day = today()
  const { endsOn, practiceEndsOn } = cohort
  return {
    head: cohortHead(cohort),
    userName: member.account.userName,
    key: randomUUID() as string,
    from: endsOn,
    until: day < practiceEndsOn ? day : practiceEndsOn,
    begun: endsOn <= day,
    practice: await getPractice(member, day),
  }
}

export async function action(asked: ActionFunctionArgs) {
  const { language, person, cohort, member } = await requirePractisingMember(asked)
  const answer = await answerPracticeForm(asked.request, person, member)
  if (typeof answer !== 'string') return answer
  return redirect(`/${language}/coordinate/cohorts/${cohort.id}/practice/${member.accountId}?${answer}`, 303)
}

export default function CohortPracticeMember() {
  const { head, userName, key, from, until, begun, practice } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const fault = useFormFault()
  const back = { href: `/${language}/coordinate/cohorts/${head.id}/practice`, words: t('practiceLog.back') }
  return (
    <>
      <CohortHead cohort={head} title={userName} errors={fault.summary} back={back} />
      <Done words={{ logged: t('practiceLog.logged'), withdrawn: t('practiceLog.withdrawn') }} />
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('practice.rule')}</p>
      {!begun && <p className="utrecht-paragraph">{t('practice.begins', { date: formatDate(language, from) })}</p>}
      <PracticeLog practice={practice} formKey={key} from={from} until={until} open={begun && !head.closed} />
    </>
  )
}
