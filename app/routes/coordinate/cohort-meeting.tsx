import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { DataList } from '~/components/primitives/DataList'
import { Heading } from '~/components/primitives/Heading'
import { UserText } from '~/components/primitives/UserText'
import { findMeeting, noteAttendance, withdrawMeeting } from '~/domain/cohorts/meetings.server'
import { attendanceForm } from '~/domain/cohorts/schema'
import { cohortHead, conflict, requireCohort } from '~/http/cohort.server'
import { notFound } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { formatDate } from '~/i18n/formats'
import { AttendanceRows } from './AttendanceRows'
import { CohortHead } from './CohortHead'
import { Done } from './Done'
import { EvaluationsLink } from './EvaluationsLink'
import { useSeen } from './NowThere'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'cohortMeeting')

export async function loader(asked: LoaderFunctionArgs) {
  const { person, cohort } = await requireCohort(asked)
  const meeting = await findMeeting(person, cohort, requireId(asked.params.meeting))
  if (!meeting) throw notFound()
  const { id, date, startsAt, place, topic, seen, members } = meeting
  return { head: cohortHead(cohort), id, date, startsAt, place, topic, seen, members }
}

export async function action(asked: ActionFunctionArgs) {
  const { language, person, cohort } = await requireCohort(asked)
  const id = requireId(asked.params.meeting)
  const form = await parseForm(asked.request, attendanceForm)
  if (!form.ok) return formFault(form)
  const { withdraw, ...marks } = form.data
  const result = withdraw ? await withdrawMeeting(person, cohort, id) : await noteAttendance(person, cohort, id, marks)
  if (result === 'unknown') throw notFound()
  if (result === 'stale' || result === 'closed') return conflict(form, result)
  const meetings = `/${language}/coordinate/cohorts/${cohort.id}/meetings`
  return redirect(result === 'withdrawn' ? `${meetings}?withdrawn` : `${meetings}/${id}?saved`, 303)
}

export default function CohortMeeting() {
  const { head, id, date, startsAt, place, topic, seen, members } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const fault = useFormFault()
  const noted = useSeen('seen', seen)
  const back = { href: `/${language}/coordinate/cohorts/${head.id}/meetings`, words: t('meetings.back') }
  const facts = [
    { key: 'startsAt', term: t('meetings.startsAt'), value: startsAt && <bdi dir="ltr">{startsAt}</bdi> },
    { key: 'place', term: t('meetings.place'), value: place && <UserText>{place}</UserText> },
    { key: 'topic', term: t('meetings.topic'), value: topic && <UserText>{topic}</UserText> },
  ].filter((fact) => fact.value)
  return (
    <>
      <CohortHead cohort={head} title={t('meeting.title', { date: formatDate(language, date) })} errors={fault.summary} back={back} />
      <Done words={{ saved: t('meeting.saved') }} />
      {facts.length > 0 && <DataList items={facts} />}
      <div className="lk-actions">
        <EvaluationsLink kind="cohortSession" id={id} />
      </div>
      <Heading level={2}>{t('meeting.attendanceTitle')}</Heading>
      {members.length === 0 ? (
        <p className="utrecht-paragraph">{t('cohort.noMembers')}</p>
      ) : (
        <PostForm>
          <input type="hidden" name="seen" value={noted} />
          <AttendanceRows members={members} fault={fault} />
          {!head.closed && <Button>{t('form.save')}</Button>}
        </PostForm>
      )}
      {!head.closed && (
        <>
          <Heading level={2}>{t('meeting.withdrawTitle')}</Heading>
          <p className="utrecht-paragraph">{t('meeting.withdrawText')}</p>
          <PostForm>
            <Button look="secondary" name="withdraw" value="on">
              {t('meeting.withdraw')}
            </Button>
          </PostForm>
        </>
      )}
    </>
  )
}
