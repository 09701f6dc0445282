import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/patterns/EmptyState'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import { listMeetings } from '~/domain/cohorts/meetings.server'
import { cohortHead, requireCohort } from '~/http/cohort.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { formatDate, formatNumber } from '~/i18n/formats'
import { CohortHead } from './CohortHead'
import { Done } from './Done'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'cohortMeetings')

export async function loader(asked: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(asked)
  const meetings = await listMeetings(cohort)
  return {
    head: cohortHead(cohort),
    meetings: meetings.map(({ id, date, startsAt, place, topic, noted, present }) => ({
      id,
      date,
      startsAt,
      place,
      topic,
      noted,
      present,
    })),
  }
}

export default function CohortMeetings() {
  const { head, meetings } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const base = `/${language}/coordinate/cohorts/${head.id}/meetings`
  const button = !head.closed && <LinkButton href={`${base}/new`}>{t('todo.planMeeting')}</LinkButton>
  return (
    <>
      <CohortHead cohort={head} title={t('pages.meetings')} />
      <Done words={{ planned: t('meetings.planned'), withdrawn: t('meetings.withdrawn'), saved: t('meeting.saved') }} />
      {meetings.length === 0 ? (
        <EmptyState drawing="circle" title={t('meetings.empty')}>
          {button}
        </EmptyState>
      ) : (
        <>
          <div className="lk-actions">{button}</div>
          <Table
            caption={t('meetings.caption')}
            columns={[
              { key: 'date', header: t('meetings.date') },
              { key: 'present', header: t('meetings.present') },
              { key: 'startsAt', header: t('meetings.startsAt') },
              { key: 'topic', header: t('meetings.topic') },
              { key: 'place', header: t('meetings.place') },
            ]}
            rows={meetings.map(({ id, date, startsAt, place, topic, noted, present }) => ({
              id,
              cells: {
                date: <Link href={`${base}/${id}`}>{formatDate(language, date)}</Link>,
                startsAt: startsAt ? <bdi dir="ltr">{startsAt}</bdi> : '–',
                place: <UserText>{place ?? '–'}</UserText>,
                topic: <UserText>{topic ?? '–'}</UserText>,
                present:
                  noted === 0 ? (
                    <span className="lk-soft">{t('meetings.notNoted')}</span>
                  ) : (
                    t('cohort.progressValue', { finished: formatNumber(language, present), total: formatNumber(language, noted) })
                  ),
              },
            }))}
          />
        </>
      )}
    </>
  )
}
