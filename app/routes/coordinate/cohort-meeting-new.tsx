import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { planMeeting } from '~/domain/cohorts/meetings.server'
import { meetingForm } from '~/domain/cohorts/schema'
import { cohortHead, conflict, requireCohort } from '~/http/cohort.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { CohortHead } from './CohortHead'
import { IsNoName } from './IsNoName'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'cohortMeeting')

export async function loader(asked: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(asked)
  return { head: cohortHead(cohort), key: randomUUID() as string, from: cohort.startsOn, until: cohort.practiceEndsOn }
}

export async function action(asked: ActionFunctionArgs) {
  const { language, person, cohort } = await requireCohort(asked)
  const form = await parseForm(asked.request, meetingForm)
  if (!form.ok) return formFault(form)
  const { date } = form.data
  if (date < cohort.startsOn || date > cohort.practiceEndsOn)
    return formFault({ values: form.values, errors: { date: 'dateOutsideCohort' } })
  if ((await planMeeting(person, cohort, form.data)) === 'closed') return conflict(form, 'closed')
  return redirect(`/${language}/coordinate/cohorts/${cohort.id}/meetings?planned`, 303)
}

export default function CohortMeetingNew() {
  const { head, key, from, until } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const fault = useFormFault()
  const back = { href: `/${language}/coordinate/cohorts/${head.id}/meetings`, words: t('meetings.back') }
  return (
    <>
      <CohortHead cohort={head} title={t('todo.planMeeting')} errors={fault.summary} back={back} />
      {!head.closed && (
        <PostForm>
          <input type="hidden" name="key" value={fault.value('key', key)} />
          <Field
            name="date"
            type="date"
            label={t('meetings.date')}
            min={from}
            max={until}
            defaultValue={fault.value('date')}
            error={fault.error('date')}
          />
          <Field
            name="startsAt"
            type="time"
            short
            required={false}
            label={t('meetings.startsAt')}
            defaultValue={fault.value('startsAt')}
            error={fault.error('startsAt')}
          />
          <Field
            name="place"
            required={false}
            label={t('meetings.place')}
            description={t('meetings.placeHelp')}
            autoComplete="off"
            maxLength={120}
            defaultValue={fault.value('place')}
            error={fault.error('place')}
          />
          <Field
            name="topic"
            required={false}
            label={t('meetings.topic')}
            autoComplete="off"
            maxLength={120}
            defaultValue={fault.value('topic')}
            error={fault.error('topic')}
          />
          <IsNoName fault={fault} field="topic" />
          <Button>{t('todo.planMeeting')}</Button>
        </PostForm>
      )}
    </>
  )
}
